// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means of single cells and of pools of 100 in 10 ms, on both sides of the change of method at 10. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PoissonTest {
    private static final int DRAWS = 100_000;

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.9, 1.1, 4, 9.999, 10, 14, 40, 100, 200})
    void numbers_come_with_the_exact_probabilities(double mean) {
        PoissonFit.check(mean, draw(mean, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.1, 2, 9.999, 10, 31, 200, 20_000})
    void mean_and_variance_are_one(double mean) {
        int[] counts = draw(mean, 2);

        double found = Arrays.stream(counts).average().orElseThrow();
        double variance =
                Arrays.stream(counts).mapToDouble(n -> (n - mean) * (n - mean)).sum() / DRAWS;

        assertThat(found).isCloseTo(mean, within(4 * Math.sqrt(mean / DRAWS))); // four standard errors
        // the fourth central moment is mean + 3 mean²
        assertThat(variance).isCloseTo(mean, within(4 * Math.sqrt((mean + 2 * mean * mean) / DRAWS)));
    }

    @Test
    void a_mean_of_zero_never_gives_more() {
        assertThat(draw(0, 3)).containsOnly(0);
    }

    @Test
    void rare_numbers_are_as_rare_as_they_should_be() {
        int[] counts = draw(0.001, 4);

        long two = Arrays.stream(counts).filter(n -> n == 2).count(); // 0.05 expected
        long one = Arrays.stream(counts).filter(n -> n == 1).count(); // 99.9 expected

        assertThat(two).isLessThanOrEqualTo(2);
        assertThat(one).isBetween(60L, 140L); // four standard deviations
    }

    private static int[] draw(double mean, long seed) {
        var random = RandomStream.of(seed, "poisson test");
        int[] counts = new int[DRAWS];
        Arrays.setAll(counts, i -> Poisson.draw(mean, random));
        return counts;
    }
}
