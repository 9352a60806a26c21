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
    static final double DT = 0.01;
    static final PointMass BODY = PointMass.DEFAULT;
    static final Leaky CELL = new Leaky(2, 0.02, Activation.TANH, Readout.LINEAR, 0);
    static final Network NETWORK = Network.definition(CELL, BODY.muscles(), DT);
    static final int STEPS = 6;
    static final int[] ENDS = {3, 5};
    static final int SAMPLES = 3 + 5;

    @Test
    void position_is_the_mean_squared_distance_in_centimetres_up_to_each_trials_end() {
        LossTerms terms = still(Losses.squares("position", 2), 0, 0);

        // trial 0 is asked to be 3 and 4 cm away at every step, trial 1 to be 1 cm away: 3 steps of 25, 5 steps of 1
        assertThat(terms.get("position")).isCloseTo(2 * (3 * 25 + 5 * 1) / (double) SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.get("position"));
    }

    @Test
    void position_may_be_the_mean_absolute_distance_in_x_and_y_in_centimetres() {
        LossTerms terms = still(
                Losses.with(Losses.squares("velocity", 3), "position", new Term(2, Norm.ABSOLUTE, 1, Window.TRIAL)),
                0,
                0);

        // 3 + 4 cm in trial 0, 1 cm in trial 1
        assertThat(terms.get("position")).isCloseTo(2 * (3 * 7 + 5 * 1) / (double) SAMPLES, within(1e-12));
        // velocities count squared
        assertThat(terms.get("velocity")).isCloseTo(3 * (3 * 4 + 5 * 1) / (double) SAMPLES, within(1e-12));
    }

    @Test
    void velocity_is_the_mean_squared_difference_in_decimetres_per_second() {
        LossTerms terms = still(Losses.squares("velocity", 3), 0, 0);

        // 0.2 m/s along x in trial 0 and 0.1 m/s along y in trial 1: squares of 4 and 1
        assertThat(terms.get("velocity")).isCloseTo(3 * (3 * 4 + 5 * 1) / (double) SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.get("velocity"));
    }

    @Test
    void activity_is_the_mean_squared_rate_over_units_and_samples() {
        // no weights but one bias: both units go half of the way to tanh(0.6) in each step
        LossTerms terms = still(Losses.squares("activity", 7), 0.6, 0);

        double goal = StrictMath.tanh(0.6);
        double sum = 0;
        for (int end : ENDS) {
            for (int step = 0; step < end; step++) {
                double rate = goal * (1 - StrictMath.pow(0.5, step + 1));
                sum += rate * rate;
            }
        }
        assertThat(terms.get("activity"))
                .isCloseTo(7 * sum / SAMPLES, within(1e-12)); // equal units: the mean is either's
        assertThat(terms.total()).isEqualTo(terms.get("activity"));
    }

    @Test
    void muscle_is_the_mean_squared_activation_over_muscles_and_samples() {
        LossTerms terms = still(Losses.squares("muscle", 11), 0, 0.3);

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
        assertThat(terms.get("muscle")).isCloseTo(11 * sum / SAMPLES, within(1e-12));
        assertThat(terms.total()).isEqualTo(terms.get("muscle"));
    }

    @Test
    void chosen_places_say_which_target_belongs_to_a_trial() {
        Loss loss = Losses.squares("position", 1);
        ClosedLoop loop = loop(new double[NETWORK.weights()]);
        var error = new ReachError(loss, targets(), loop, 2);

        // both trials follow the second target for three and five steps
        LossTerms terms = error.apply(part(1, 1));

        assertThat(terms.get("position")).isCloseTo(1, within(1e-12));
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

        LossTerms terms = new ReachError(Losses.squares("position", 1), target, loop, 2).apply(part(0, 1));

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
        Loss loss = Losses.squares("position", 1, "velocity", 1, "activity", 1, "muscle", 1);
        var error = new ReachError(loss, targets(), loop, 2);

        error.apply(part(0, 1));

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
        Loss loss = Losses.squares("position", 1, "velocity", 1, "activity", 1, "muscle", 1);
        var error = new ReachError(loss, targets(), loop, 2);

        error.apply(part(0, 1));
        double once = loop.handGradient(1)[1][0];
        error.apply(part(0, 1));

        assertThat(loop.handGradient(1)[1][0]).isEqualTo(once).isNotZero();
    }

    @Test
    void terms_add_up_one_by_one() {
        var terms = LossTerms.NONE
                .with("position", 1)
                .with("velocity", 2)
                .with("activity", 4)
                .with("weights", 8)
                .with("muscle", 16);

        assertThat(terms.plus(LossTerms.NONE
                        .with("position", 10)
                        .with("velocity", 20)
                        .with("activity", 40)
                        .with("weights", 80)
                        .with("muscle", 160)))
                .isEqualTo(LossTerms.NONE
                        .with("position", 11)
                        .with("velocity", 22)
                        .with("activity", 44)
                        .with("weights", 88)
                        .with("muscle", 176));
        assertThat(terms.with("weights", 0.5).get("weights")).isEqualTo(0.5);
        assertThat(terms.with("weights", 0.5).total()).isEqualTo(23.5);
        assertThat(terms.total()).isEqualTo(31);
    }

    @Test
    void weights_below_zero_and_widths_of_nothing_are_refused() {
        assertThatThrownBy(() -> Term.squares(-1)).hasMessage("weight is -1.0, expected 0 or more");
        assertThatThrownBy(() -> Term.squares(Double.NaN)).hasMessage("weight is NaN, expected 0 or more");
        assertThatThrownBy(() -> new Term(1, Norm.SMOOTH, 0, Window.TRIAL))
                .hasMessage("width is 0.0, expected a number above 0");
        assertThatThrownBy(() -> FixedTerm.squares(-1)).hasMessage("weight is -1.0, expected 0 or more");
        assertThatThrownBy(() -> new FixedTerm(1, Norm.SMOOTH, -1))
                .hasMessage("width is -1.0, expected a number above 0");
    }

    @Test
    void a_term_that_does_not_exist_is_refused() {
        assertThatThrownBy(() -> LossTerms.NONE.get("hope"))
                .hasMessageStartingWith("term is hope, expected one of position, velocity, activity, weights, muscle");
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
        return new ReachError(loss, targets(), loop(weights), 2).apply(part(0, 1));
    }

    static Cost.Part part(int... chosen) {
        return new Cost.Part(trials(), chosen, window -> SAMPLES);
    }

    private static ClosedLoop loop(double[] weights) {
        var loop = new ClosedLoop(BODY, Feedback.DEFAULT, NETWORK.factory(), 2, STEPS, DT);
        run(loop, weights);
        return loop;
    }

    static void run(ClosedLoop loop, double[] weights) {
        loop.forward(weights, trials(), Starts.of(BODY, trials()), new Draws(1, 1, 0));
    }

    static TrialBatch trials() {
        var origin = new Point(0, 0);
        return new TrialBatch(
                DT,
                STEPS,
                List.of(
                        new Trial(new Condition(0, "a", 0), origin, new Point(0.03, 0.04), 0, 0, ENDS[0]),
                        new Trial(new Condition(1, "b", 0), origin, new Point(0.01, 0), 0, 0, ENDS[1])));
    }

    static Recording targets() {
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
