// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.About;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.StepMap;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RestPointTest {
    private static final double DT = 0.02;

    @Test
    void time_constants_and_frequencies_follow_from_the_eigenvalues() {
        // at the origin the derivative is W: −0.5, a pair of modulus 0.9 and angle 0.4, and 0
        double c = 0.9 * Math.cos(0.4);
        double s = 0.9 * Math.sin(0.4);
        var point = point(new double[][] {{c, -s, 0, 0}, {s, c, 0, 0}, {0, 0, -0.5, 0}, {0, 0, 0, 0}});

        assertThat(point.moduli()).containsExactly(new double[] {0.9, 0.9, 0.5, 0}, within(1e-12));
        assertThat(point.timeConstants())
                .containsExactly(
                        new double[] {-DT / Math.log(0.9), -DT / Math.log(0.9), DT / Math.log(2), 0}, within(1e-12));
        double turn = 0.4 / (2 * Math.PI * DT);
        assertThat(point.frequencies()).containsExactly(new double[] {turn, turn, 0.5 / DT, 0}, within(1e-9));
        assertThat(point.unstable()).isZero();
    }

    @Test
    void a_mode_that_grows_has_a_negative_time_constant_and_one_that_stays_has_none() {
        var point = point(new double[][] {{2, 0}, {0, 1}});

        assertThat(point.timeConstants()[0]).isCloseTo(-DT / Math.log(2), within(1e-15));
        assertThat(point.timeConstants()[1]).isNaN();
        assertThat(point.unstable()).isEqualTo(1);
    }

    @Test
    void a_modulus_above_1_by_rounding_does_not_grow() {
        assertThat(point(new double[][] {{1 + 1e-9}}).unstable()).isZero();
        assertThat(point(new double[][] {{1 + 1e-5}}).unstable()).isEqualTo(1);
    }

    @Test
    void a_leak_has_the_time_constant_of_its_continuous_unit() {
        var network = TanhNetwork.of(new double[][] {{0}}, DT).leaky(1 - Math.exp(-DT / 0.1));

        assertThat(new RestPoint(network, new double[1], 0, true, 1).timeConstants()[0])
                .isCloseTo(0.1, within(1e-12));
    }

    @Test
    void ends_within_the_distance_are_one_point_and_those_beyond_it_two() {
        // fixed at 0 and ±0.2429..., as h = tanh(1.02 h) has roots near ±√(3·0.02)
        var network = TanhNetwork.of(new double[][] {{1.02}}, 1);
        double[][] starts = {{0.5}, {-0.5}, {1e-9}, {0.4}};

        var apart = PointSearch.of(network, starts, 1e-20, 1e-6, 1e-3, 500);
        var coarse = PointSearch.of(network, starts, 1e-20, 1e-6, 0.6, 500);

        assertThat(apart.points()).hasSize(3);
        assertThat(apart.points().stream().mapToInt(RestPoint::starts).sum()).isEqualTo(4);
        assertThat(apart.points().get(2).x()[0]).isCloseTo(0, within(1e-8)); // the unstable one comes last
        assertThat(apart.points().get(0).x()[0]).isCloseTo(-Math.sqrt(0.06), within(0.01));
        assertThat(apart.fixed()).isEqualTo(4);
        assertThat(coarse.points()).hasSize(1);
    }

    @Test
    void every_second_drawn_state_is_carried_on_by_the_network() {
        var network = TanhNetwork.of(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}, 1);

        double[][] states =
                Starts.of(subject(network, null), "unit.rate", 40, 0.5).states();

        for (int i = 0; i < states.length; i++) {
            if (i % 2 == 0) {
                assertThat(Arrays.stream(states[i])).allMatch(value -> value != 0 && value >= -1 && value < 1);
            } else {
                assertThat(states[i]).containsOnly(0);
            }
        }
    }

    @Test
    void a_network_that_goes_astray_is_started_from_where_it_was() {
        var explodes = new Explodes();

        double[][] states =
                Starts.of(subject(explodes, null), "unit.rate", 40, 0.5).states();

        assertThat(Arrays.stream(states)).allMatch(state -> Math.abs(state[0]) < 1e3);
    }

    @Test
    void recorded_states_are_those_of_the_trial_with_noise_of_the_asked_size() {
        var network = TanhNetwork.of(new double[][] {{0}}, 1);
        double[] values = {4, 4, 4, 1000, 1000}; // the trial ends after three steps
        var trial = new Trial(new Condition(0, "right", 0), new Point(0, 0), new Point(1, 0), 0, 0, 3);
        var recording = new Recording(
                new TrialBatch(DT, 5, List.of(trial)), List.of(new Signal("state", "1", 1, 5, List.of("u1"), values)));

        var starts = Starts.of(subject(network, recording), "state", 2000, 0.5);
        var drawn = Starts.of(subject(network, recording), "unit.rate", 10, 0.5);

        assertThat(starts.areRecorded()).isTrue();
        double mean = Arrays.stream(starts.states())
                .mapToDouble(state -> state[0])
                .average()
                .orElseThrow();
        double variance = Arrays.stream(starts.states())
                .mapToDouble(state -> (state[0] - mean) * (state[0] - mean))
                .average()
                .orElseThrow();
        // 2,000 draws: the mean is known to 0.011 and the deviation to 0.008 (one sd)
        assertThat(mean).isCloseTo(4, within(0.045));
        assertThat(Math.sqrt(variance)).isCloseTo(0.5, within(0.032));
        assertThat(drawn.areRecorded()).isFalse(); // the recording does not have that signal
    }

    @Test
    void every_setting_is_explained() {
        assertThat(FixedPoints.class.getAnnotation(About.class).source()).contains("doi:10.1162/NECO_a_00409");
        for (var setting : FixedPoints.class.getRecordComponents()) {
            assertThat(setting.getAnnotation(About.class).value()).endsWith(".");
        }
    }

    /** Linearises a network without input at the origin, where its derivative is its weights. */
    private static RestPoint point(double[][] w) {
        return new RestPoint(TanhNetwork.of(w, DT), new double[w.length], 0, true, 1);
    }

    private static Subject subject(StepMap map, @Nullable Recording states) {
        return new Subject(states, null, null, map, 1);
    }

    /** x → 10 x + 1. */
    private static final class Explodes implements StepMap {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public double dt() {
            return 1;
        }

        @Override
        public void step(double[] x, double[] next) {
            next[0] = 10 * x[0] + 1;
        }

        @Override
        public double[][] jacobian(double[] x) {
            return new double[][] {{10}};
        }
    }
}
