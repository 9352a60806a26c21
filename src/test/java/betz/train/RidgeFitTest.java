// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RidgeFitTest {
    @Test
    void one_predictor_shrinks_as_the_closed_form_says() {
        var fit = new RidgeFit(1, 1);
        fit.add(new double[] {1}, new double[] {2}, 1);
        fit.add(new double[] {2}, new double[] {3}, 5);

        // (1*2 + 5*2*3) / (1 + 5*4 + penalty)
        assertThat(fit.solve(new double[] {11})).containsExactly(new double[] {1}, within(1e-15));
    }

    @Test
    void without_much_penalty_the_weights_that_made_the_data_return() {
        var random = RandomStream.of(1, "ridge test");
        double[] truth = new double[2 * 7];
        java.util.Arrays.setAll(truth, i -> i - 5.5);
        var fit = new RidgeFit(7, 2);
        for (int sample = 0; sample < 50; sample++) { // not a multiple of the block
            double[] x = random.doubles(7).toArray();
            double[] y = new double[2];
            for (int i = 0; i < 14; i++) {
                y[i / 7] += truth[i] * x[i % 7];
            }
            fit.add(x, y, 1);
        }

        double[] penalty = new double[7];
        java.util.Arrays.fill(penalty, 1e-12);

        assertThat(fit.solve(penalty)).containsExactly(truth, within(1e-9));
    }

    @Test
    void a_predictor_that_says_nothing_and_costs_nothing_is_refused() {
        var fit = new RidgeFit(1, 1);
        fit.add(new double[] {0}, new double[] {1}, 1);

        assertThatThrownBy(() -> fit.solve(new double[1])).hasMessageStartingWith("pivot of predictor 0 is 0.0");
    }

    @Test
    void the_quality_of_a_fit_is_1_for_equality_and_0_for_the_mean() {
        var quality = new FitQuality(2);
        quality.add(new double[] {1, 1}, new double[][] {{1}, {2}}, 0);
        quality.add(new double[] {3, 3}, new double[][] {{3}, {2}}, 0);

        assertThat(quality.rSquared()).containsExactly(1, 0);
    }
}
