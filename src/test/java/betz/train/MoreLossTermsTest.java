// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static betz.train.LossTermsTest.BODY;
import static betz.train.LossTermsTest.CELL;
import static betz.train.LossTermsTest.DT;
import static betz.train.LossTermsTest.ENDS;
import static betz.train.LossTermsTest.NETWORK;
import static betz.train.LossTermsTest.SAMPLES;
import static betz.train.LossTermsTest.STEPS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.loop.ClosedLoop;
import betz.loop.Observation;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * Terms that do not count by default, on the mass of {@link LossTermsTest}, which four equal muscles hold in its place.
 *
 * <p>Both units hear the one as much as they are inhibited by the other, so that they go half of the way to tanh(0.6) in each step;
 * all muscles are excited by 0.1 and a fifth of each unit's rate.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MoreLossTermsTest {
    private static final double RECURRENT = 0.7;

    @Test
    void the_end_point_is_the_distance_from_the_target_in_the_last_third_after_the_go_cue() {
        // 1 of 3 steps at 5 cm and 2 of 5 steps at 1 cm; the mean is over the three
        assertThat(term("endPoint", Term.squares(2), window -> 3)).isCloseTo(2 * (25 + 2 * 1) / 3.0, within(1e-12));
        assertThat(term("endPoint", new Term(2, Norm.ABSOLUTE, 1, Window.HOLD), window -> 3))
                .isCloseTo(2 * (7 + 2 * 1) / 3.0, within(1e-12));
    }

    @Test
    void position_may_count_in_part_of_the_trial() {
        Term movement = new Term(2, Norm.SQUARED, 1, Window.MOVEMENT);

        assertThat(term("position", movement, window -> 5)).isCloseTo(2 * (2 * 25 + 3 * 1) / 5.0, within(1e-12));
    }

    @Test
    void force_is_the_mean_square_over_muscles_in_hundreds_of_newtons() {
        assertThat(term("force", Term.squares(3)))
                .isCloseTo(3 * mean(0, step -> square(BODY.maximumForce() * activation(step) / 100)), within(1e-12));
    }

    @Test
    void muscle_rate_is_the_mean_squared_slope_of_activation_per_second() {
        assertThat(term("muscleRate", Term.squares(3)))
                .isCloseTo(3 * mean(1, step -> square((activation(step) - activation(step - 1)) / DT)), within(1e-11));
    }

    @Test
    void excitation_rate_counts_at_the_step_that_a_command_leads_to() {
        // no command leads to step 0, so none has changed at step 1
        assertThat(term("excitationRate", Term.squares(3)))
                .isCloseTo(3 * mean(2, step -> square((command(step - 1) - command(step - 2)) / DT)), within(1e-11));
    }

    @Test
    void excitation_is_the_difference_of_commands_in_tenths_added_up_over_muscles() {
        assertThat(term("excitation", Term.squares(3)))
                .isCloseTo(3 * 4 * mean(1, step -> square((command(step - 1) - 0.5) / 0.1)), within(1e-11));
    }

    @Test
    void activity_rate_is_the_mean_squared_slope_of_the_rates_per_second() {
        assertThat(term("activityRate", Term.squares(3)))
                .isCloseTo(3 * mean(1, step -> square((rate(step) - rate(step - 1)) / DT)), within(1e-11));
    }

    @Test
    void the_jacobian_is_the_mean_over_units_of_the_squared_slope_times_the_squared_weights() {
        double slope = 1 - square(StrictMath.tanh(0.6));

        assertThat(term("jacobian", Term.squares(3)))
                .isCloseTo(3 * mean(0, step -> square(slope) * 2 * square(RECURRENT)), within(1e-12));
        assertThat(term("jacobian", new Term(3, Norm.SQUARED, 1, Window.MOVEMENT), window -> 5))
                .isCloseTo(3 * square(slope) * 2 * square(RECURRENT), within(1e-12));
    }

    @Test
    void activity_may_count_by_its_size() {
        assertThat(term("activity", new Term(3, Norm.ABSOLUTE, 1, Window.TRIAL)))
                .isCloseTo(3 * mean(0, MoreLossTermsTest::rate), within(1e-12));
    }

    @Test
    void joints_count_in_degrees() {
        // the coordinates of a mass stand for joints, 2 and 1 degrees from what is wanted
        assertThat(term("joint", Term.squares(3))).isCloseTo(3 * (4 + 1), within(1e-12));
    }

    @Test
    void a_hand_that_stays_has_no_jerk() {
        assertThat(term("jerk", Term.squares(1))).isZero();
    }

    @Test
    void weights_are_added_up() {
        double[] gradient = {1, 1, 1};
        double[] weights = {2, -5, 1}; // the last of which may not change

        double cost = WeightCost.add(new FixedTerm(3, Norm.ABSOLUTE, 1), weights, i -> i < 2, gradient);

        assertThat(cost).isEqualTo(24);
        assertThat(gradient).containsExactly(4, -2, 1);
        assertThat(WeightCost.add(FixedTerm.squares(3), weights, i -> i < 2, gradient))
                .isEqualTo(3 * 30);
        assertThat(gradient).containsExactly(4 + 12, -2 - 30, 1);
    }

    private static double term(String name, Term term) {
        return term(name, term, window -> SAMPLES);
    }

    private static double term(String name, Term term, Cost.Samples samples) {
        var loop = new ClosedLoop(BODY, Feedback.DEFAULT, NETWORK.factory(), 2, STEPS, DT);
        var error = new ReachError(Losses.only(name, term), targets(), loop, CELL.units());
        LossTermsTest.run(loop, weights());
        LossTerms terms = error.apply(new Cost.Part(LossTermsTest.trials(), new int[] {0, 1}, samples));
        assertThat(terms.total()).isEqualTo(terms.get(name));
        return terms.get(name);
    }

    private static double[] weights() {
        double[] weights = new double[NETWORK.weights()];
        var layout = CELL.layout(Observation.rows(BODY.muscles()), BODY.muscles());
        fill(weights, layout.block("bias_ih").offset(), CELL.units(), 0.6);
        for (int i = 0; i < CELL.units() * CELL.units(); i++) {
            weights[layout.block("weight_hh").offset() + i] = i % CELL.units() == 0 ? RECURRENT : -RECURRENT;
        }
        fill(weights, layout.block("readout.weight").offset(), CELL.units() * BODY.muscles(), 0.2);
        fill(weights, layout.block("readout.bias").offset(), BODY.muscles(), 0.1);
        return weights;
    }

    private static void fill(double[] weights, int offset, int count, double value) {
        Arrays.fill(weights, offset, offset + count, value);
    }

    private static Recording targets() {
        Signal joint = constant("joint.angle", 2, Math.toRadians(2));
        for (int trial = 0; trial < 2; trial++) {
            for (int step = 0; step < STEPS; step++) {
                joint.set(trial, step, 1, Math.toRadians(-1));
            }
        }
        return LossTermsTest.targets().with(joint).with(constant("muscle.excitation", BODY.muscles(), 0.5));
    }

    private static Signal constant(String name, int channels, double value) {
        Signal signal = Signal.zeros(name, "1", 2, STEPS, Collections.nCopies(channels, "channel"));
        Arrays.fill(signal.values(), value);
        return signal;
    }

    /** Returns the mean over both trials' steps, of which those before {@code first} count nothing. */
    private static double mean(int first, IntToDoubleFunction value) {
        double sum = 0;
        for (int end : ENDS) {
            for (int step = first; step < end; step++) {
                sum += value.applyAsDouble(step);
            }
        }
        return sum / SAMPLES;
    }

    private static double rate(int step) {
        return StrictMath.tanh(0.6) * (1 - StrictMath.pow(0.5, step + 1));
    }

    private static double command(int step) {
        return 0.1 + 0.2 * 2 * rate(step);
    }

    /** Euler steps of Thelen's law, up with 15 ms and down with 50 ms. */
    private static double activation(int step) {
        double a = 0;
        for (int i = 0; i < step; i++) {
            double k = 0.5 + 1.5 * a;
            a += DT * (command(i) - a) / (a < command(i) ? 0.015 * k : 0.050 / k);
        }
        return a;
    }

    private static double square(double value) {
        return value * value;
    }
}
