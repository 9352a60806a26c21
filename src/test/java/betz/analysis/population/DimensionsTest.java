// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Planted numbers of dimensions, found by permuted units and by prediction of what is held out. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DimensionsTest {
    /** Conditions in whose samples so many independent latents reach all units, plus noise of variance 1. */
    static Activity planted(int latents, int conditions, int times, int units, double size) {
        var random = RandomStream.of(11, "planted", latents, units);
        double[][] see = new double[units][latents];
        for (double[] row : see) {
            java.util.Arrays.setAll(row, i -> size * random.nextGaussian());
        }
        double[][][] values = new double[conditions][times][units];
        for (double[][] condition : values) {
            for (double[] row : condition) {
                double[] latent =
                        random.doubles(latents).map(u -> random.nextGaussian()).toArray();
                for (int unit = 0; unit < units; unit++) {
                    row[unit] = 10 + random.nextGaussian();
                    for (int i = 0; i < latents; i++) {
                        row[unit] += see[unit][i] * latent[i];
                    }
                }
            }
        }
        return ConditionTensors.activity(values, 0.01);
    }

    private static ParallelAnalysis parallel(Activity activity, long seed) {
        double[][] rows = activity.rows();
        return ParallelAnalysis.of(rows, PrincipalComponents.of(rows).variances(), 40, 0.95, seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 5}) // of more, permuted units hide the weakest: they keep the variance of all
    void both_find_the_planted_number(int latents) {
        Activity activity = planted(latents, 10, 20, 24, 1);

        assertThat(parallel(activity, 1).dimensions()).isEqualTo(latents);
        assertThat(BiCrossValidation.of(activity, 5, 1).dimensions()).isEqualTo(latents);
    }

    @Test
    void units_that_have_nothing_to_do_with_each_other_have_no_dimension_in_common() {
        Activity noise = planted(0, 10, 20, 24, 1);

        assertThat(BiCrossValidation.of(noise, 5, 1).dimensions()).isZero();
        // 95 % of permutations lie below the threshold, so one noisy component may exceed it by chance
        assertThat(parallel(noise, 1).dimensions()).isLessThanOrEqualTo(1);
    }

    @Test
    void permuted_units_keep_their_variance() {
        Activity activity = planted(3, 10, 20, 24, 1);

        // the quantiles 0 and 1 of one permutation are its variances
        double[][] rows = activity.rows();
        double[] variances = PrincipalComponents.of(rows).variances();
        double[] chance = ParallelAnalysis.of(rows, variances, 1, 0.5, 1).thresholds();

        double all = java.util.Arrays.stream(variances).sum();
        assertThat(java.util.Arrays.stream(chance).sum()).isCloseTo(all, within(1e-9 * all));
        assertThat(chance[0]).isLessThan(variances[0]);
    }

    @Test
    void fewer_samples_than_units_are_enough() {
        Activity wide = planted(2, 4, 5, 40, 2);

        assertThat(parallel(wide, 1).thresholds()).hasSize(20);
        assertThat(parallel(wide, 1).dimensions()).isEqualTo(2);
        assertThat(BiCrossValidation.of(wide, 4, 1).dimensions()).isEqualTo(2);
    }

    @Test
    void the_seed_alone_decides_what_is_drawn() {
        Activity activity = planted(3, 10, 20, 24, 1);

        assertThat(parallel(activity, 5).thresholds())
                .containsExactly(parallel(activity, 5).thresholds());
        assertThat(parallel(activity, 5).thresholds())
                .isNotEqualTo(parallel(activity, 6).thresholds());
        double[] first = BiCrossValidation.of(activity, 5, 5).errors();
        assertThat(first).containsExactly(BiCrossValidation.of(activity, 5, 5).errors());
        assertThat(first).isNotEqualTo(BiCrossValidation.of(activity, 5, 6).errors());
    }

    @Test
    void what_is_held_out_is_predicted_without_error_where_there_is_no_noise() {
        double[][][] values = new double[6][10][8];
        var random = RandomStream.of(2, "exact");
        for (double[][] condition : values) {
            for (double[] row : condition) {
                double a = random.nextGaussian();
                double b = random.nextGaussian();
                java.util.Arrays.setAll(row, unit -> a * (unit + 1) + b * (unit % 3 - 1));
            }
        }

        double[] errors = BiCrossValidation.of(ConditionTensors.activity(values, 0.01), 3, 1)
                .errors();

        assertThat(errors[0]).isEqualTo(1);
        assertThat(errors[1]).isBetween(0.0, 1.0);
        assertThat(errors[2]).isCloseTo(0, within(1e-20)); // squares of rounding
        assertThat(errors).hasSize(3); // two dimensions, and none
    }

    @Test
    void of_a_single_condition_times_in_a_row_are_held_out() {
        Activity single = planted(3, 1, 200, 24, 1);

        assertThat(BiCrossValidation.of(single, 5, 1).dimensions()).isEqualTo(3);
    }
}
