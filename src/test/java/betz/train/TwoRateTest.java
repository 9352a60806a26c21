// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Holds the two processes to the two-state model: one weight that answers a perturbation p, with loss (p - w)²/2, adapts by the
 * error p - w as Smith et al. (2006) write it.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoRateTest {
    private static final double ROUNDING = 1e-13; // of some hundred updates of numbers about 1
    private static final DoubleUnaryOperator CLAMP = weight -> 0;
    private final TwoRate twoRate = TwoRate.DEFAULT;
    private final double[] weight = {0};
    private final double[][] learnt = new double[2][1];

    private void trials(int count, DoubleUnaryOperator error) {
        for (int i = 0; i < count; i++) {
            twoRate.update(1, new double[] {-error.applyAsDouble(weight[0])}, weight, learnt);
        }
    }

    private static DoubleUnaryOperator perturbed(double by) {
        return weight -> by - weight;
    }

    @Test
    void it_takes_three_steps_as_computed_by_hand() {
        double[] w = {1};
        double[][] moments = new double[2][1];
        var optimiser = new TwoRate(0.5, 0.5, 0.25, 1);
        double[] f = {-0.5, -0.75, -0.125};
        double[] s = {-0.25, -0.5, -0.375};
        double[] gradients = {1, 1, -0.5};
        for (int i = 0; i < 3; i++) {
            optimiser.update(i + 1L, new double[] {gradients[i]}, w, moments);
            assertThat(moments[0][0]).isEqualTo(f[i]);
            assertThat(moments[1][0]).isEqualTo(s[i]);
            assertThat(w[0]).isEqualTo(1 + f[i] + s[i]);
        }
    }

    @Test
    void adaptation_ends_where_forgetting_and_learning_are_in_balance() {
        trials(3000, perturbed(1)); // the slow process has a time constant below 125 trials

        double fast = 0.21 / (1 - 0.59);
        double slow = 0.02 / (1 - 0.992);
        assertThat(weight[0]).isEqualTo((fast + slow) / (1 + fast + slow), within(ROUNDING));
    }

    @Test
    void without_an_error_each_process_forgets_at_its_own_rate() {
        trials(40, perturbed(1));
        double fast = learnt[0][0];
        double slow = learnt[1][0];

        trials(7, CLAMP);

        double expected = fast * Math.pow(0.59, 7) + slow * Math.pow(0.992, 7);
        assertThat(weight[0]).isEqualTo(expected, within(ROUNDING));
    }

    @Test
    void what_was_adapted_to_first_comes_back_after_a_short_counter_adaptation() {
        trials(200, perturbed(1));
        while (weight[0] > 0) {
            trials(1, perturbed(-1));
        }

        trials(20, CLAMP);

        assertThat(weight[0]).isGreaterThan(0.2);
    }

    @Test
    void a_single_rate_shows_no_such_rebound() {
        var single = new TwoRate(twoRate.fastRate(), twoRate.fastRetention(), 0, 1);
        double[] w = {0};
        double[][] moments = new double[2][1];
        for (int i = 0; i < 200; i++) {
            single.update(1, new double[] {w[0] - 1}, w, moments);
        }
        while (w[0] > 0) {
            single.update(1, new double[] {w[0] + 1}, w, moments);
        }
        for (int i = 0; i < 20; i++) {
            single.update(1, new double[] {0}, w, moments);
            assertThat(w[0]).isLessThanOrEqualTo(ROUNDING);
        }
    }
}
