// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdamTest {
    @Test
    void three_updates_follow_the_papers_algorithm_by_hand() {
        var adam = new Adam(0.1, 0.9, 0.99, 1e-8);
        double[] weights = {1.0};
        double[][] moments = new double[2][1];

        adam.update(1, new double[] {2.0}, weights, moments);
        // m = .2, v = .04; corrected 2 and 4; quotient 1
        assertThat(weights[0]).isCloseTo(0.9, within(1e-8));

        adam.update(2, new double[] {-1.0}, weights, moments);
        // m = .18 - .1 = .08 over .19; v = .0396 + .01 = .0496 over .0199
        double second = 0.9 - 0.1 * (0.08 / 0.19) / Math.sqrt(0.0496 / 0.0199);
        assertThat(weights[0]).isCloseTo(second, within(1e-8));

        adam.update(3, new double[] {0.5}, weights, moments);
        // m = .072 + .05 = .122 over .271; v = .049104 + .0025 = .051604 over .029701
        double third = second - 0.1 * (0.122 / 0.271) / Math.sqrt(0.051604 / 0.029701);
        assertThat(weights[0]).isCloseTo(third, within(1e-8));
    }

    @Test
    void a_constant_gradient_moves_every_weight_by_the_rate_whatever_its_size() {
        double[] weights = {0, 0};
        double[][] moments = new double[2][2];
        for (int i = 1; i <= 10; i++) {
            Adam.DEFAULT.update(i, new double[] {1e-3, 1e3}, weights, moments);
        }

        // epsilon over the gradient, 1e-5
        assertThat(weights[0]).isCloseTo(-0.01, within(1e-6));
        assertThat(weights[1]).isCloseTo(-0.01, within(1e-6));
    }

    @Test
    void every_weight_follows_the_moments_written_out_as_sums() {
        var adam = new Adam(0.02, 0.8, 0.95, 1e-3); // an epsilon that matters
        double[] weights = {0.5, -2, 0};
        double[] expected = weights.clone();
        double[][] moments = new double[adam.moments()][3];
        double[][] gradient = new double[30][3];
        var random = RandomStream.of(1, "gradients");

        for (int t = 1; t <= 30; t++) {
            for (int i = 0; i < 3; i++) {
                gradient[t - 1][i] = random.nextGaussian() * (i + 1);
                double m = 0;
                double v = 0;
                for (int past = 1; past <= t; past++) {
                    double g = gradient[past - 1][i];
                    m += 0.2 * Math.pow(0.8, t - past) * g;
                    v += 0.05 * Math.pow(0.95, t - past) * g * g;
                }
                double step = m / (1 - Math.pow(0.8, t)) / (Math.sqrt(v / (1 - Math.pow(0.95, t))) + 1e-3);
                expected[i] -= 0.02 * step;
            }
            adam.update(t, gradient[t - 1], weights, moments);
            assertThat(weights).containsExactly(expected, within(1e-13)); // sums of thirty terms
        }
    }

    @Test
    void without_memory_the_step_is_the_sign_of_the_gradient() {
        var adam = new Adam(0.1, 0, 0, 1e-12);
        double[] weights = {0, 0, 0};
        double[][] moments = new double[2][3];

        adam.update(1, new double[] {3, -0.2, 0}, weights, moments);
        adam.update(2, new double[] {-5, -1e3, 0}, weights, moments);

        assertThat(weights).containsExactly(new double[] {0, 0.2, 0}, within(1e-11));
        assertThat(moments[0]).containsExactly(-5, -1e3, 0);
        assertThat(moments[1]).containsExactly(25, 1e6, 0);
    }
}
