// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.PointMass;
import betz.loop.ClosedLoop;
import betz.loop.Network;
import betz.loop.Observation;
import betz.loop.Starts;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The terms of the loss on a mass that does not move, whose trials end after three and five steps. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LossTermsTest {
    private static final double DT = 0.01;
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final Leaky CELL = new Leaky(2, 0.02, Activation.TANH, Readout.LINEAR, 0);
    private static final Network NETWORK = Network.definition(CELL, BODY.muscles(), DT);
    private static final int STEPS = 6;
    private static final int[] ENDS = {3, 5};
    private static final int SAMPLES = 3 + 5;

    @Test
    void position_is_the_mean_squared_distance_in_centimetres_up_to_each_trials_end() {
        LossTerms terms = still(new Loss(2, 0, 0, 0, 0, 0, 0, Norm.SQUARED), 0, 0);

        // trial 0 is asked to be 3 and 4 cm away at every step, trial 1 to be 1 cm away: 3 steps of 25, 5 steps of 1
        assertThat(terms.position()).isCloseTo(2 * (3 * 25 + 5 * 1) / (double) SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.position());
    }

    @Test
    void position_may_be_the_mean_absolute_distance_in_x_and_y_in_centimetres() {
        LossTerms terms = still(new Loss(2, 3, 0, 0, 0, 0, 0, Norm.ABSOLUTE), 0, 0);

        // 3 + 4 cm in trial 0, 1 cm in trial 1
        assertThat(terms.position()).isCloseTo(2 * (3 * 7 + 5 * 1) / (double) SAMPLES, within(1e-12));
        // velocities count squared
        assertThat(terms.velocity()).isCloseTo(3 * (3 * 4 + 5 * 1) / (double) SAMPLES, within(1e-12));
    }

    @Test
    void velocity_is_the_mean_squared_difference_in_decimetres_per_second() {
        LossTerms terms = still(new Loss(0, 3, 0, 0, 0, 0, 0, Norm.SQUARED), 0, 0);

        // 0.2 m/s along x in trial 0 and 0.1 m/s along y in trial 1: squares of 4 and 1
        assertThat(terms.velocity()).isCloseTo(3 * (3 * 4 + 5 * 1) / (double) SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.velocity());
    }

    @Test
    void activity_is_the_mean_squared_rate_over_units_and_samples() {
        // no weights but one bias: both units go half of the way to tanh(0.6) in each step
        LossTerms terms = still(new Loss(0, 0, 7, 0, 0, 0, 0, Norm.SQUARED), 0.6, 0);

        double goal = StrictMath.tanh(0.6);
        double sum = 0;
        for (int end : ENDS) {
            for (int step = 0; step < end; step++) {
                double rate = goal * (1 - StrictMath.pow(0.5, step + 1));
                sum += rate * rate;
            }
        }
        assertThat(terms.activity()).isCloseTo(7 * sum / SAMPLES, within(1e-12)); // equal units: the mean is either's
        assertThat(terms.total()).isEqualTo(terms.activity());
    }

    @Test
    void muscle_is_the_mean_squared_activation_over_muscles_and_samples() {
        LossTerms terms = still(new Loss(0, 0, 0, 0, 11, 0, 0, Norm.SQUARED), 0, 0.3);

        // all four are excited by 0.3, so the mass stays; Euler steps of Thelen's law, up with 15 ms and down with 50
        // ms
        double sum = 0;
        for (int end : ENDS) {
            double a = 0;
            for (int step = 0; step < end; step++) {
                sum += a * a;
                double k = 0.5 + 1.5 * a;
                a += DT * (0.3 - a) / (a < 0.3 ? 0.015 * k : 0.050 / k);
            }
        }
        assertThat(terms.muscle()).isCloseTo(11 * sum / SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.muscle());
    }

    @Test
    void chosen_places_say_which_target_belongs_to_a_trial() {
        Loss loss = new Loss(1, 0, 0, 0, 0, 0, 0, Norm.SQUARED);
        ClosedLoop loop = loop(new double[NETWORK.weights()]);
        var error = new ReachError(loss, targets(), 2, 4);

        // both trials follow the second target for three and five steps
        LossTerms terms = error.apply(loop, trials(), new int[] {1, 1}, SAMPLES);

        assertThat(terms.position()).isCloseTo(1, within(1e-12));
    }

    @Test
    void a_hand_that_is_where_it_should_be_has_no_error_and_no_gradient() {
        ClosedLoop loop = loop(new double[NETWORK.weights()]);
        Recording target = targets();
        for (int trial = 0; trial < 2; trial++) {
            for (int step = 0; step < STEPS; step++) {
                target.signal("hand.position").set(trial, step, 0, 0);
                target.signal("hand.position").set(trial, step, 1, 0);
            }
        }

        LossTerms terms = new ReachError(new Loss(1, 0, 0, 0, 0, 0, 0, Norm.SQUARED), target, 2, 4)
                .apply(loop, trials(), new int[] {0, 1}, SAMPLES);

        assertThat(terms.total()).isZero();
        for (int step = 0; step < STEPS; step++) {
            for (double[] row : loop.handGradient(step)) {
                assertThat(row).containsOnly(0);
            }
        }
    }

    @Test
    void gradients_are_written_up_to_each_trials_end_and_not_beyond() {
        ClosedLoop loop = loop(new double[NETWORK.weights()]);
        var error = new ReachError(new Loss(1, 1, 1, 0, 1, 0, 0, Norm.SQUARED), targets(), 2, 4);

        error.apply(loop, trials(), new int[] {0, 1}, SAMPLES);

        for (int step = 0; step < STEPS; step++) {
            for (int trial = 0; trial < 2; trial++) {
                boolean counts = step < ENDS[trial];
                // 2 (0 - target) / (1 cm)^2 / samples; trial 1 is off along x only
                double expected = counts ? -2 * (trial == 0 ? 0.03 : 0.01) / 1e-4 / SAMPLES : 0;
                assertThat(loop.handGradient(step)[0][trial]).isCloseTo(expected, within(1e-9));
                double rate = counts ? 2.0 / (SAMPLES * 2) : 0; // of half the squared rates of two units
                assertThat(loop.activityWeight(step)[trial]).isCloseTo(rate, within(1e-15));
            }
        }
    }

    @Test
    void what_was_written_for_the_last_batch_is_cleared() {
        ClosedLoop loop = loop(new double[NETWORK.weights()]);
        var error = new ReachError(new Loss(1, 1, 1, 0, 1, 0, 0, Norm.SQUARED), targets(), 2, 4);

        error.apply(loop, trials(), new int[] {0, 1}, SAMPLES);
        double once = loop.handGradient(1)[1][0];
        error.apply(loop, trials(), new int[] {0, 1}, SAMPLES);

        assertThat(loop.handGradient(1)[1][0]).isEqualTo(once).isNotZero();
    }

    @Test
    void terms_add_up_one_by_one() {
        var terms = new LossTerms(1, 2, 4, 8, 16, 0, 0);

        assertThat(terms.plus(new LossTerms(10, 20, 40, 80, 160, 0, 0)))
                .isEqualTo(new LossTerms(11, 22, 44, 88, 176, 0, 0));
        assertThat(terms.withWeights(0.5)).isEqualTo(new LossTerms(1, 2, 4, 0.5, 16, 0, 0));
        assertThat(terms.total()).isEqualTo(31);
    }

    @Test
    void weights_of_terms_below_zero_are_refused() {
        assertThatThrownBy(() -> new Loss(-1, 0, 0, 0, 0, 0, 0, Norm.SQUARED))
                .hasMessage("position is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Loss(0, -1, 0, 0, 0, 0, 0, Norm.SQUARED))
                .hasMessage("velocity is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Loss(0, 0, -1, 0, 0, 0, 0, Norm.SQUARED))
                .hasMessage("activity is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Loss(0, 0, 0, -1, 0, 0, 0, Norm.SQUARED))
                .hasMessage("weights is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new Loss(0, 0, 0, 0, Double.NaN, 0, 0, Norm.SQUARED))
                .hasMessage("muscle is NaN, expected 0 or more");
    }

    /** Runs a network that has no weights but a bias of both units and of all outputs. */
    private static LossTerms still(Loss loss, double unitBias, double outputBias) {
        double[] weights = new double[NETWORK.weights()];
        var layout = CELL.layout(Observation.rows(BODY.muscles()), BODY.muscles());
        java.util.Arrays.fill(
                weights,
                layout.block("bias_ih").offset(),
                layout.block("bias_ih").offset() + 2,
                unitBias);
        java.util.Arrays.fill(weights, layout.block("readout.bias").offset(), weights.length, outputBias);
        return new ReachError(loss, targets(), 2, 4).apply(loop(weights), trials(), new int[] {0, 1}, SAMPLES);
    }

    private static ClosedLoop loop(double[] weights) {
        var loop = new ClosedLoop(BODY, Feedback.DEFAULT, NETWORK.factory(), 2, STEPS, DT);
        loop.forward(weights, trials(), Starts.of(BODY, trials()), new Draws(1, 1, 0));
        return loop;
    }

    private static TrialBatch trials() {
        var origin = new Point(0, 0);
        return new TrialBatch(
                DT,
                STEPS,
                List.of(
                        new Trial(new Condition(0, "a", 0), origin, new Point(0.03, 0.04), 0, 0, ENDS[0]),
                        new Trial(new Condition(1, "b", 0), origin, new Point(0.01, 0), 0, 0, ENDS[1])));
    }

    private static Recording targets() {
        Signal position = Signal.zeros("hand.position", "m", 2, STEPS, List.of("x", "y"));
        Signal velocity = Signal.zeros("hand.velocity", "m/s", 2, STEPS, List.of("x", "y"));
        for (int step = 0; step < STEPS; step++) {
            position.set(0, step, 0, 0.03);
            position.set(0, step, 1, 0.04);
            position.set(1, step, 0, 0.01);
            velocity.set(0, step, 0, 0.2);
            velocity.set(1, step, 1, -0.1);
        }
        return new Recording(trials(), List.of(position, velocity));
    }
}
