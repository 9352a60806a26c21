// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
