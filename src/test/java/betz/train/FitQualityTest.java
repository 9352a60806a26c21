// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FitQualityTest {
    @Test
    void equality_is_1_the_mean_0_and_worse_than_the_mean_below_0() {
        var quality = new FitQuality(3);
        quality.add(new double[] {1, 1, 1}, new double[][] {{1}, {2}, {3}}, 0);
        quality.add(new double[] {3, 3, 3}, new double[][] {{3}, {2}, {1}}, 0);

        assertThat(quality.rSquared()).containsExactly(1, 0, -3); // the last: 1 - 8 / 2
    }

    @Test
    void the_quality_of_four_samples_is_that_worked_out_by_hand() {
        var quality = new FitQuality(1);
        double[] target = {2, 4, 6, 8};
        double[] found = {3, 4, 5, 8.5};
        for (int i = 0; i < 4; i++) {
            quality.add(new double[] {target[i]}, new double[][] {{found[i]}}, 0);
        }

        // errors 1, 0, 1, 0.25 over a spread of 9 + 1 + 1 + 9
        assertThat(quality.rSquared()[0]).isCloseTo(1 - 2.25 / 20, within(1e-15));
    }

    @Test
    void each_sample_is_compared_with_its_own_trial() {
        var quality = new FitQuality(1);
        double[][] found = {{7, 1, 3}};

        quality.add(new double[] {1}, found, 1);
        quality.add(new double[] {3}, found, 2);

        assertThat(quality.rSquared()).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.3, 0.0593395706, 1e6 + 0.1, -7.7})
    void a_constant_target_has_no_quality_whatever_its_value_and_however_long(double value) {
        for (int samples : new int[] {1, 2, 3, 7, 220, 1001}) {
            var quality = new FitQuality(1);
            for (int i = 0; i < samples; i++) {
                quality.add(new double[] {value}, new double[][] {{value + 0.01 * i}}, 0);
            }

            assertThat(quality.rSquared()).containsExactly(0);
        }
    }

    @Test
    void a_spread_that_is_small_beside_the_mean_is_still_seen() {
        var quality = new FitQuality(1);
        for (int i = 0; i < 100; i++) {
            double wave = 1e-6 * (i % 2);
            quality.add(new double[] {1000 + wave}, new double[][] {{1000 + 0.5e-6}}, 0);
        }

        // half of the wave is its mean: nothing is explained; the targets themselves carry 1e-13 of rounding
        assertThat(quality.rSquared()[0]).isCloseTo(0, within(1e-6));
    }
}
