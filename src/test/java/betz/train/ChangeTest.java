// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.loop.Trace;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Sizes and differences of quantities that are known at every step, in a trial of 8 steps whose go cue is at step 5. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ChangeTest {
    private static final double DT = 0.5;
    private static final int STEPS = 10;
    private static final int END = 8;
    private static final int GO = 5;

    @Test
    void order_0_is_the_mean_size() {
        // 1 + 4 + 9 + ... + 49 over 8 steps
        assertThat(apply(Term.squares(3), 0, 1, trace(step -> step))).isCloseTo(3 * 140 / 8.0, within(1e-12));
    }

    @Test
    void order_1_is_the_slope_and_does_not_count_at_the_first_step() {
        // steps of 2 in half a second: 4/s, twice the unit of 2/s, at 7 of the 8 steps
        assertThat(apply(Term.squares(3), 1, 2, trace(step -> 2 * step))).isCloseTo(3 * 7 * 4 / 8.0, within(1e-12));
    }

    @Test
    void order_3_of_a_cube_of_time_is_6_from_the_fourth_step_on() {
        Trace cube = trace(step -> Math.pow(DT * step, 3));

        // 6/10 at 5 of the 8 steps
        assertThat(apply(Term.squares(2), 3, 10, cube)).isCloseTo(2 * 5 * 0.36 / 8, within(1e-12));
        assertThat(apply(new Term(2, Norm.ABSOLUTE, 1, Window.TRIAL), 3, 10, cube))
                .isCloseTo(2 * 5 * 0.6 / 8, within(1e-12));
    }

    @Test
    void order_3_of_a_parabola_is_nothing() {
        // rounding of values up to 20, over dt^3 = 1/8, squared
        assertThat(apply(Term.squares(1), 3, 1, trace(step -> DT * step * DT * step)))
                .isCloseTo(0, within(1e-24));
    }

    @Test
    void a_difference_counts_in_the_window_of_its_last_step() {
        Trace jump = trace(step -> step < GO ? 0 : 1); // 2/s at step 5 alone

        assertThat(apply(in(Window.BEFORE_GO), 1, 1, jump)).isZero();
        assertThat(apply(in(Window.AFTER_GO), 1, 1, jump)).isCloseTo(4 / 3.0, within(1e-12));
        assertThat(apply(in(Window.HOLD), 1, 1, jump)).isZero();
    }

    @Test
    void gradients_go_to_all_steps_of_a_difference_and_to_no_step_of_a_third_after_it() {
        Trace jump = trace(step -> step < GO ? 0 : 1);

        apply(in(Window.AFTER_GO), 1, 1, jump);

        // the mean of three squares of (x5 - x4) / 0.5 = 2: 2 * 2 / 0.5 / 3
        for (int step = 0; step < STEPS; step++) {
            double expected = step == GO ? 8 / 3.0 : step == GO - 1 ? -8 / 3.0 : 0;
            assertThat(jump.gradient()[step][0][0]).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void what_has_no_value_at_the_first_step_counts_one_step_later() {
        Trace later =
                new Trace(1, trace(step -> 2 * step).value(), trace(step -> 0).value());

        assertThat(apply(Term.squares(3), 1, 2, later)).isCloseTo(3 * 6 * 4 / 8.0, within(1e-12));
    }

    private static Term in(Window window) {
        return new Term(1, Norm.SQUARED, 1, window);
    }

    private static double apply(Term term, int order, double unit, Trace trace) {
        var trial = new Trial(new Condition(0, "east", 0), new Point(0, 0), new Point(0.1, 0), 2, GO, END);
        var trials = new TrialBatch(DT, STEPS, List.of(trial));
        long samples = (long) term.during().until(trial) - term.during().from(trial);
        return new Change(term, order, unit, trace, 1, DT)
                .apply(new Cost.Part(trials, new int[] {0}, window -> samples));
    }

    private static Trace trace(IntToDoubleFunction value) {
        double[][][] values = new double[STEPS][1][1];
        for (int step = 0; step < STEPS; step++) {
            values[step][0][0] = value.applyAsDouble(step);
        }
        return new Trace(0, values, new double[STEPS][1][1]);
    }
}
