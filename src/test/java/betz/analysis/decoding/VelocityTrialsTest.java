// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Trials of 40 steps of 10 ms in which the hand rests, so that all begin 100 ms before the go cue at 200 ms, at step 10. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VelocityTrialsTest {
    private static final int STEPS = 40;

    @Test
    void velocity_is_averaged_in_bins_from_100_ms_before_the_onset_to_the_end() {
        var trials = new VelocityTrials(recording(2, 3), "unit.rate", 5, 0, 1);

        assertThat(trials.velocity(0)).hasNumberOfRows(6); // 30 steps
        // steps 10 to 14: mean of 0.001·(step + 1), or twice that in the second trial
        assertThat(trials.velocity(0)[0][0]).isCloseTo(0.013, within(1e-15));
        assertThat(trials.velocity(1)[5][0]).isCloseTo(0.076, within(1e-15));
        assertThat(trials.samples()).isEqualTo(12);
    }

    @Test
    void rates_come_before_the_velocity_by_the_lag_and_the_history() {
        double[][] plain = new VelocityTrials(recording(2, 3), "unit.rate", 5, 0, 1).present(0);
        var late = new VelocityTrials(recording(2, 3), "unit.rate", 5, 5, 2);

        // rates rise in a straight line; the standard scales differ, but one bin before is one bin before
        double[][] past = late.past(0);
        assertThat(plain).hasNumberOfRows(6);
        assertThat(past).hasDimensions(6, 6);
        assertThat(past[1][3]).isEqualTo(past[0][0]); // the bin before
        assertThat(late.present(0)[2]).isEqualTo(Arrays.copyOf(past[2], 3));
    }

    @Test
    void before_the_recordings_begin_its_first_step_counts() {
        var far = new VelocityTrials(recording(1, 1), "unit.rate", 5, 10, 4);

        double[][] past = far.past(0);

        // 150 ms before step 0: all three bins back hold the first rate
        assertThat(past[0][1]).isEqualTo(past[0][2]).isEqualTo(past[0][3]);
        assertThat(past[0][0]).isGreaterThan(past[0][1]);
    }

    @Test
    void rates_have_mean_0_and_standard_deviation_1_and_a_silent_unit_stays_0() {
        var recording = recording(3, 2);
        Signal rates = recording.signal("unit.rate");
        for (int trial = 0; trial < 3; trial++) {
            for (int step = 0; step < STEPS; step++) {
                rates.set(trial, step, 1, 4);
            }
        }
        var trials = new VelocityTrials(recording, "unit.rate", 5, 0, 1);

        double[] all = IntStream.range(0, 3)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(Matrices.column(trials.present(i), 0)))
                .toArray();
        assertThat(Arrays.stream(all).sum()).isCloseTo(0, within(1e-12));
        assertThat(Arrays.stream(all).map(v -> v * v).average().orElseThrow()).isCloseTo(1, within(1e-12));
        assertThat(Matrices.column(trials.present(0), 1)).containsOnly(0);
    }

    @Test
    void states_are_position_from_the_start_and_velocity() {
        var trials = new VelocityTrials(recording(1, 1), "unit.rate", 5, 0, 1);

        assertThat(trials.states(0)[0]).hasSize(4);
        assertThat(trials.states(0)[0][0]).isCloseTo(0, within(1e-12)); // the hand stays at its start
        assertThat(trials.states(0)[3][2]).isEqualTo(trials.velocity(0)[3][0]);
    }

    @Test
    void trials_shorter_than_two_bins_are_told() {
        assertThatThrownBy(() -> new VelocityTrials(recording(1, 1), "unit.rate", 20, 0, 1))
                .hasMessageContaining("bins of trial 1 is 1 from the movement's onset on");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 5})
    void what_is_predicted_in_a_trial_does_not_depend_on_its_own_velocity(int trial) {
        var recording = noisy(8, 4);
        var changed = noisy(8, 4);
        for (int step = 0; step < STEPS; step++) {
            changed.signal("hand.velocity").set(trial, step, 0, 100 * step);
        }

        for (boolean kalman : new boolean[] {true, false}) {
            double[][][] before = predicted(recording, kalman);
            double[][][] after = predicted(changed, kalman);
            for (int bin = 0; bin < before[trial].length; bin++) {
                // sums are taken apart, which costs digits
                assertThat(after[trial][bin]).containsExactly(before[trial][bin], within(1e-6));
            }
            int other = (trial + 1) % 8;
            assertThat(Math.abs(after[other][2][0] - before[other][2][0])).isGreaterThan(1e-3);
        }
    }

    @Test
    void a_fold_is_predicted_by_a_regression_on_all_other_trials() {
        var trials = new VelocityTrials(noisy(8, 4), "unit.rate", 5, 0, 2);
        double[][][] found = predicted(noisy(8, 4), false);
        List<double[]> x = new ArrayList<>();
        List<double[]> y = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            if (i % 4 != 1) {
                x.addAll(Arrays.asList(trials.past(i)));
                y.addAll(Arrays.asList(trials.velocity(i)));
            }
        }

        var direct = RidgeRegression.fit(x.toArray(double[][]::new), y.toArray(double[][]::new), 2);

        for (int i : new int[] {1, 5}) {
            double[][] expected = direct.predict(trials.past(i));
            for (int bin = 0; bin < expected.length; bin++) {
                assertThat(found[i][bin]).containsExactly(expected[bin], within(1e-9));
            }
        }
    }

    private static double[][][] predicted(Recording recording, boolean kalman) {
        var trials = new VelocityTrials(recording, "unit.rate", 5, 0, 2);
        int[] parts = IntStream.range(0, trials.size()).map(i -> i % 4).toArray();
        var folds = new VelocityFolds(trials, parts);
        return kalman ? folds.kalman(0.01) : folds.linear(trials::past, folds.fit(trials::past, 2));
    }

    /** Like {@link #recording}, with other numbers in velocity and rates, while the hand's position says that it rests. */
    private static Recording noisy(int count, int units) {
        var recording = recording(count, units);
        double[][] v = RidgeRegressionTest.normal(1, count * STEPS, 2);
        double[][] r = RidgeRegressionTest.normal(2, count * STEPS, units);
        double[][] p = RidgeRegressionTest.normal(3, count * STEPS, 2);
        for (int i = 0; i < count * STEPS; i++) {
            for (int axis = 0; axis < 2; axis++) {
                recording.signal("hand.velocity").set(i / STEPS, i % STEPS, axis, v[i][axis]);
                recording
                        .signal("hand.position")
                        .set(i / STEPS, i % STEPS, axis, 1e-6 * p[i][axis]); // slower than a move
            }
            for (int unit = 0; unit < units; unit++) {
                recording.signal("unit.rate").set(i / STEPS, i % STEPS, unit, r[i][unit] + v[i][0]);
            }
        }
        return recording;
    }

    private static Recording recording(int count, int units) {
        List<Trial> trials = new ArrayList<>();
        var position = Signal.zeros("hand.position", "m", count, STEPS, List.of("x", "y"));
        var velocity = Signal.zeros("hand.velocity", "m/s", count, STEPS, List.of("x", "y"));
        List<String> names = IntStream.range(0, units).mapToObj(u -> "u" + u).toList();
        var rates = Signal.zeros("unit.rate", "spikes/s", count, STEPS, names);
        for (int trial = 0; trial < count; trial++) {
            var condition = new Condition(trial % 4, "c" + trial % 4, trial % 4 * Math.PI / 2);
            trials.add(new Trial(condition, new Point(0, 0), new Point(0.1, 0), 0, 20, STEPS));
            for (int step = 0; step < STEPS; step++) {
                velocity.set(trial, step, 0, 0.001 * (trial + 1) * (step + 1));
                for (int unit = 0; unit < units; unit++) {
                    rates.set(trial, step, unit, 10 + unit + step);
                }
            }
        }
        return new Recording(new TrialBatch(0.01, STEPS, trials), List.of(position, velocity, rates));
    }
}
