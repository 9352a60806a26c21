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
}
