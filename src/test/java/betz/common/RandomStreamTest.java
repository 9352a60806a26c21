// SPDX-License-Identifier: Apache-2.0
package betz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomStreamTest {
    @Test
    void the_same_keys_give_the_same_numbers() {
        assertThat(RandomStream.of(7, "noise", 3, 4).nextLong())
                .isEqualTo(RandomStream.of(7, "noise", 3, 4).nextLong());
    }

    @Test
    void seed_purpose_and_every_key_matter() {
        var first = LongStream.of(
                RandomStream.of(7, "noise", 3, 4).nextLong(),
                RandomStream.of(8, "noise", 3, 4).nextLong(),
                RandomStream.of(7, "delay", 3, 4).nextLong(),
                RandomStream.of(7, "noise", 4, 3).nextLong(),
                RandomStream.of(7, "noise", 3, 5).nextLong(),
                RandomStream.of(7, "noise", 3).nextLong());

        assertThat(first.distinct().count()).isEqualTo(6);
    }

    @Test
    void deviates_are_standard_normal() {
        int n = 100_000;
        var stream = RandomStream.of(1, "test");
        double[] values = DoubleStream.generate(stream::nextGaussian).limit(n).toArray();

        double mean = DoubleStream.of(values).sum() / n;
        double square = DoubleStream.of(values).map(x -> x * x).sum() / n;
        double fourth = DoubleStream.of(values).map(x -> x * x * x * x).sum() / n;

        // five standard errors: sd 1, sqrt(2) and sqrt(96) over sqrt(n)
        assertThat(mean).isCloseTo(0, within(5 / Math.sqrt(n)));
        assertThat(square).isCloseTo(1, within(5 * Math.sqrt(2.0 / n)));
        assertThat(fourth).isCloseTo(3, within(5 * Math.sqrt(96.0 / n)));
    }

    @Test
    void bounded_integers_are_even_and_inside() {
        int[] seen = new int[7];
        var stream = RandomStream.of(1, "test");
        for (int i = 0; i < 70_000; i++) {
            seen[stream.nextInt(7)]++;
        }

        // five standard deviations of a binomial count with p = 1/7
        for (int count : seen) {
            assertThat(count).isCloseTo(10_000, within((int) (5 * Math.sqrt(70_000 / 7.0 * 6 / 7))));
        }
    }

    @Test
    void a_bound_below_one_is_refused_with_its_value() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> RandomStream.of(1, "test").nextInt(0))
                .hasMessageContaining("bound is 0");
    }

    @Test
    void the_numbers_are_those_of_splitmix64() {
        var stream = RandomStream.of(1, "");
        long state = unmix(stream.nextLong()); // mixing is one to one: the state follows from a number

        for (int i = 0; i < 1000; i++) {
            state += 0x9E3779B97F4A7C15L;
            assertThat(unmix(stream.nextLong())).isEqualTo(state);
        }
    }

    /** Undoes the mix of Steele, Lea and Flood: xor-shifts are undone by themselves, products by the inverse. */
    private static long unmix(long mixed) {
        long z = unshift(mixed, 31) * inverse(0x94D049BB133111EBL);
        z = unshift(z, 27) * inverse(0xBF58476D1CE4E5B9L);
        return unshift(z, 30);
    }

    private static long unshift(long value, int by) {
        long z = value;
        for (int known = by; known < 64; known += by) {
            z = value ^ (z >>> by);
        }
        return z;
    }

    private static long inverse(long odd) {
        long x = odd; // three bits are right; each step doubles them
        for (int i = 0; i < 5; i++) {
            x *= 2 - odd * x;
        }
        return x;
    }

    @Test
    void streams_of_neighbouring_keys_are_uncorrelated() {
        int n = 20_000;
        for (long key = 0; key < 8; key++) {
            var one = RandomStream.of(1, "trial", key);
            var next = RandomStream.of(1, "trial", key + 1);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (one.nextDouble() - 0.5) * (next.nextDouble() - 0.5);
            }

            // the product of two even deviates has the variance 1/144
            assertThat(sum / n).isCloseTo(0, within(5 / (12 * Math.sqrt(n))));
        }
    }

    @Test
    void first_numbers_of_many_streams_are_as_even_as_those_of_one() {
        int n = 100_000;
        int[] seen = new int[16];
        for (int key = 0; key < n; key++) {
            seen[(int) (16 * RandomStream.of(5, "noise", key).nextDouble())]++;
        }

        double chiSquare = 0;
        for (int count : seen) {
            chiSquare += (count - n / 16.0) * (count - n / 16.0) / (n / 16.0);
        }
        assertThat(chiSquare).isBetween(3.0, 45.0); // 15 degrees of freedom: all but one in ten thousand on each side
    }

    @Test
    void doubles_lie_in_the_half_open_unit_interval_with_the_moments_of_even_ones() {
        int n = 100_000;
        var stream = RandomStream.of(3, "even");
        double[] values = DoubleStream.generate(stream::nextDouble).limit(n).toArray();

        assertThat(DoubleStream.of(values)).allMatch(x -> x >= 0 && x < 1);
        double mean = DoubleStream.of(values).sum() / n;
        double square = DoubleStream.of(values).map(x -> x * x).sum() / n;
        assertThat(mean).isCloseTo(0.5, within(5 * Math.sqrt(1.0 / 12 / n)));
        assertThat(square).isCloseTo(1.0 / 3, within(5 * Math.sqrt(4.0 / 45 / n))); // var of x² is 1/5 - 1/9
    }

    @Test
    void the_largest_bound_is_never_reached() {
        var stream = RandomStream.of(1, "large");
        int greatest = 0;
        for (int i = 0; i < 10_000; i++) {
            int value = stream.nextInt(Integer.MAX_VALUE);
            assertThat(value).isBetween(0, Integer.MAX_VALUE - 1);
            greatest = Math.max(greatest, value);
        }

        assertThat(greatest).isGreaterThan((int) (0.999 * Integer.MAX_VALUE)); // fails once in e^10 streams
        assertThat(stream.nextInt(1)).isZero();
    }

    @Test
    void keys_are_not_run_together() {
        assertThat(RandomStream.of(1, "a", 1, 23).nextLong())
                .isNotEqualTo(RandomStream.of(1, "a", 12, 3).nextLong())
                .isNotEqualTo(RandomStream.of(1, "a1", 23).nextLong())
                .isNotEqualTo(RandomStream.of(1, "a", 1, 23, 0).nextLong());
    }
}
