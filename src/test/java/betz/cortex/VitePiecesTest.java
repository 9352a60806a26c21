// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VitePiecesTest {
    private static final double DT = 0.010;

    @Test
    void the_default_gain_is_critical_damping() {
        // s² + s/tau + G/tau = 0 has one root where 4 tau G = 1
        assertThat(4 * Vite.DEFAULT.tau() * Vite.DEFAULT.gain()).isEqualTo(1);
    }

    /** With the go signal fully grown at once the plan is linear, with the double eigenvalue 1 - dt/(2 tau) = 3/4. */
    @Test
    void a_plan_under_a_constant_go_signal_is_the_solution_of_its_difference_equation() {
        var sudden = new Vite(0.020, 10, 1e-6, 12.5);
        Plan plan = sudden.plan(trials(new Point(0.1, 0)));

        for (int k = 0; k < 60; k++) {
            // the cue's own step is at time 0 after it, where the go signal is still 0
            double left = 0.1 * StrictMath.pow(0.75, k) * (1 + k / 6.0);
            assertThat(plan.position(71 + k)[0][0]).isCloseTo(0.1 - left, within(1e-12)); // V was ready to 1e-16
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0.3, 10", "4, 0.4, 12.5", "10, 0.05, 3"})
    void at_half_time_the_go_signal_is_half_grown_and_climbs_by_its_exponent(double n, double half, double gain) {
        var vite = new Vite(0.020, n, half, gain);
        double h = 1e-6 * half;

        assertThat(vite.go(half)).isCloseTo(gain / 2, within(1e-14));
        double climb = (vite.go(half + h) - vite.go(half - h)) / (2 * h);
        assertThat(climb).isCloseTo(n * gain / (4 * half), within(1e-6 * climb));
        assertThat(vite.go(1e6)).isCloseTo(gain, within(1e-5 * gain)); // 1/(1 + (half/t)^n)
    }

    @Test
    void the_difference_vector_fills_by_half_at_each_step_of_half_a_time_constant() {
        Plan plan = Vite.DEFAULT.plan(trials(new Point(0.08, -0.06)));

        for (int k = 0; k < 40; k++) {
            double filled = 1 - StrictMath.pow(0.5, k);
            assertThat(plan.difference(20 + k)[0][0]).isCloseTo(0.08 * filled, within(1e-15));
            assertThat(plan.difference(20 + k)[1][0]).isCloseTo(-0.06 * filled, within(1e-15));
        }
    }

    @Test
    void velocity_and_acceleration_are_the_differences_of_the_plan() {
        Plan plan = Vite.DEFAULT.plan(trials(new Point(0.08, -0.06)));

        for (int step = 1; step < 219; step++) {
            double[] at = {plan.position(step)[1][0], plan.position(step + 1)[1][0]};
            double[] flow = {plan.velocity(step - 1)[1][0], plan.velocity(step)[1][0]};
            assertThat(plan.velocity(step)[1][0]).isCloseTo((at[1] - at[0]) / DT, within(1e-13));
            assertThat(plan.acceleration(step)[1][0]).isCloseTo((flow[1] - flow[0]) / DT, within(1e-12));
        }
    }

    @Test
    void a_plan_is_straight_and_scales_with_the_distance() {
        Plan plan = Vite.DEFAULT.plan(trials(new Point(0.08, -0.06), new Point(0.04, -0.03), new Point(0, 0)));

        for (int step = 0; step < 220; step++) {
            double[][] position = plan.position(step);
            assertThat(position[1][0]).isCloseTo(-0.75 * position[0][0], within(1e-15)); // rounding
            assertThat(position[0][1]).isCloseTo(position[0][0] / 2, within(1e-15));
            assertThat(position[0][2]).isZero();
        }
    }

    @Test
    void settings_of_the_planner_are_refused_with_value_and_range() {
        assertThatThrownBy(() -> new Vite(0, 4, 0.4, 12.5)).hasMessage("tau is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new Vite(0.02, 11, 0.4, 12.5)).hasMessage("exponent is 11.0, expected 1.0 to 10.0");
        assertThatThrownBy(() -> new Correction(30, 8, 0.6)).hasMessage("lead is 0.6 s, expected 0.0 to 0.5 s");
        assertThatThrownBy(() -> new Correction(-1, 8, 0.08))
                .hasMessage("position is -1.0 1/s^2, expected 0.0 to 1000.0 1/s^2");
    }

    private static TrialBatch trials(Point... ways) {
        var start = new Point(0.1, 0.4);
        List<Trial> trials = List.of(ways).stream()
                .map(way -> new Trial(new Condition(0, "way", 0), start, start.plus(way.x(), way.y()), 20, 70, 220))
                .toList();
        return new TrialBatch(DT, 220, trials);
    }
}
