// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When and how fast plans move, between the samples nearest to the peak at a tenth of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ViteTimesTest {
    private static final double GO = 0.7;

    /** Times of a plan's speed, s. */
    private record Times(double reaction, double movement, double peak, double peakToMean, double peakShare) {}

    @ParameterizedTest
    @CsvSource({"0.4, 12.5", "0.5, 12.5", "0.4, 6"})
    void plans_converge_to_the_differential_equation_solved_to_fourth_order(double half, double gain) {
        double dt = 0.00025;
        var vite = new Vite(0.020, 4, half, gain);
        Plan plan = vite.plan(trial(0.10, dt));
        int go = (int) Math.round(GO / dt);

        // y = (V, T - P): V' = (-V + T - P)/tau, (T - P)' = -G V; V has filled before the go cue
        double[] y = {0.10, 0.10};
        double h = 0.001;
        for (int k = 0; k < 1200; k++) {
            double[] k1 = slope(vite, k * h, y, new double[2], 0);
            double[] k2 = slope(vite, (k + 0.5) * h, y, k1, h / 2);
            double[] k3 = slope(vite, (k + 0.5) * h, y, k2, h / 2);
            double[] k4 = slope(vite, (k + 1) * h, y, k3, h);
            for (int i = 0; i < 2; i++) {
                y[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
            }
            double left = 0.10 - plan.position(go + (k + 1) * 4)[0][0];
            assertThat(left).isCloseTo(y[1], within(5e-5)); // Euler: half a step at 0.35 m/s
        }
        assertThat(y[1]).isLessThan(0.01); // the reach took place
    }

    private static double[] slope(Vite vite, double time, double[] y, double[] before, double h) {
        double v = y[0] + h * before[0];
        double way = y[1] + h * before[1];
        return new double[] {(way - v) / vite.tau(), -vite.go(time) * Math.max(0, v)};
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.06, 0.2})
    void peak_speed_is_in_proportion_to_distance_and_times_do_not_depend_on_it(double distance) {
        Times one = times(speed(Vite.DEFAULT, 0.10, 0.01), 0.01);
        Times other = times(speed(Vite.DEFAULT, distance, 0.01), 0.01);

        assertThat(other.peak()).isCloseTo(one.peak() * distance / 0.10, within(1e-12));
        assertThat(other.movement()).isEqualTo(one.movement());
        assertThat(other.reaction()).isEqualTo(one.reaction());
    }

    @Test
    void a_later_half_time_makes_a_later_slower_reach_and_more_gain_a_faster_one() {
        Times slow = times(speed(new Vite(0.020, 4, 0.6, 12.5), 0.10, 0.01), 0.01);
        Times usual = times(speed(Vite.DEFAULT, 0.10, 0.01), 0.01);
        Times eager = times(speed(new Vite(0.020, 4, 0.4, 25), 0.10, 0.01), 0.01);

        assertThat(slow.reaction()).isGreaterThan(usual.reaction());
        assertThat(slow.peak()).isLessThan(usual.peak());
        assertThat(eager.peak()).isGreaterThan(usual.peak());
        assertThat(eager.reaction()).isLessThan(usual.reaction());
    }

    /** Under a slow go signal V follows T - P at once, so that P' = G (T - P) and the way left is exp(-integral of G). */
    @Test
    void with_a_fast_difference_vector_the_way_left_is_the_exponential_of_the_go_signals_integral() {
        double dt = 1e-4;
        var vite = new Vite(1e-3, 2, 0.5, 3);
        Plan plan = vite.plan(trial(0.10, dt));
        int go = (int) Math.round(GO / dt);

        for (double s : new double[] {0.2, 0.5, 1.0}) {
            // integral of g s²/(b² + s²): g (s - b atan(s/b))
            double integral = 3 * (s - 0.5 * Math.atan(s / 0.5));
            double left = 0.10 - plan.position(go + (int) Math.round(s / dt))[0][0];
            // V lags by 1 ms: the go signal of 3/s acts 0.3 % more strongly
            assertThat(left).isCloseTo(0.10 * Math.exp(-integral), within(0.004 * 0.10));
        }
    }

    @Test
    void halving_the_step_halves_the_error_of_the_plan() {
        double exact = position(0.01 / 64);
        double coarse = position(0.01) - exact;
        double fine = position(0.005) - exact;

        assertThat(coarse / fine).isCloseTo(2, within(0.15)); // Euler, and 1/64 is no limit
    }

    @ParameterizedTest
    @ValueSource(doubles = {12.5, 5})
    void up_to_critical_damping_the_plan_never_passes_its_target(double gain) {
        for (int steep = 1; steep <= 10; steep++) {
            double[] path = path(new Vite(0.020, steep, 0.1, gain));

            assertThat(Arrays.stream(path).max().orElseThrow()).isLessThanOrEqualTo(0.10 + 1e-12);
            for (int step = 1; step < path.length; step++) {
                assertThat(path[step]).isGreaterThanOrEqualTo(path[step - 1]);
            }
        }
    }

    private static double position(double dt) {
        return Vite.DEFAULT.plan(trial(0.10, dt)).position((int) Math.round((GO + 0.4) / dt))[0][0];
    }

    private static double[] path(Vite vite) {
        Plan plan = vite.plan(trial(0.10, 0.01));
        double[] path = new double[plan.trials().steps()];
        Arrays.setAll(path, step -> plan.position(step)[0][0]);
        return path;
    }

    private static double[] speed(Vite vite, double distance, double dt) {
        Plan plan = vite.plan(trial(distance, dt));
        double[] speed = new double[plan.trials().steps()];
        Arrays.setAll(speed, step -> plan.velocity(step)[0][0]);
        return speed;
    }

    private static Times times(double[] speed, double dt) {
        int peak = 0;
        for (int step = 0; step < speed.length; step++) {
            peak = speed[step] > speed[peak] ? step : peak;
        }
        int from = peak;
        int to = peak;
        while (speed[from] > 0.1 * speed[peak]) {
            from--;
        }
        while (speed[to] > 0.1 * speed[peak]) {
            to++;
        }
        double mean = Arrays.stream(speed, from, to + 1).average().orElseThrow();
        return new Times(
                from * dt - GO,
                (to - from) * dt,
                speed[peak],
                speed[peak] / mean,
                (peak - from) / (double) (to - from));
    }

    private static TrialBatch trial(double distance, double dt) {
        int steps = (int) Math.round(2.5 / dt);
        var trial = new Trial(
                new Condition(0, "right", 0),
                new Point(0, 0),
                new Point(distance, 0),
                (int) Math.round(0.2 / dt),
                (int) Math.round(GO / dt),
                steps);
        return new TrialBatch(dt, steps, List.of(trial));
    }
}
