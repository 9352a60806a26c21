// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.analysis.decoding.DecodeVelocity.LeaveOut;
import betz.analysis.decoding.DecodeVelocity.Method;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DecodeVelocityTest {
    private static final double DT = 0.01;
    private static final int STEPS = 120;
    private static final int LAG = 10;

    @Test
    void r2_agrees_with_sums_done_by_hand() {
        var score = new PooledR2();
        score.add(new double[][] {{1, 0}, {3, 0}}, new double[][] {{1, 0}, {2, 1}});
        score.add(new double[][] {{5, 6}, {7, 6}}, new double[][] {{5, 6}, {7, 6}});

        // means 4 and 3: spread 9 + 1 + 1 + 9 and 4·9; error 1 + 1
        assertThat(score.over(0, 1)).isCloseTo(1 - 2 / 56.0, within(1e-12));
        assertThat(score.over(0)).isCloseTo(1 - 2 / 2.0, within(1e-12)); // axis y does not change
    }

    @ParameterizedTest
    @EnumSource
    void rates_that_are_lagged_velocity_are_decoded_whole_and_rates_of_other_trials_are_not(LeaveOut leaveOut) {
        Finding found = settings(0.1, List.of(Method.values()), leaveOut).of(Subject.of(reaches(32, 30, 0), 1));

        assertThat(found.value("ridge_r2").value()).isGreaterThan(0.999); // the penalty's share is the rest
        assertThat(found.value("wiener_r2").value()).isGreaterThan(0.999);
        assertThat(found.value("cascade_r2").value()).isGreaterThan(0.999);
        assertThat(found.value("kalman_r2").value()).isGreaterThan(0.99); // its floor adds noise that is not there
        assertThat(found.value("shuffled_r2").value()).isLessThan(0.15);
        assertThat(found.value("ridge_r2").low())
                .isLessThanOrEqualTo(found.value("ridge_r2").value());
    }

    @Test
    void a_wrong_lag_costs() {
        var recording = reaches(32, 30, 0);

        double right = ridge(recording, 0.1);
        double wrong = ridge(recording, -0.1);

        assertThat(wrong).isLessThan(right - 0.3);
    }

    @Test
    void the_past_helps_against_noise_and_more_units_than_samples_are_no_hindrance() {
        var noisy = reaches(24, 8, 25);
        Finding found = settings(0.1, List.of(Method.values()), LeaveOut.TRIALS).of(Subject.of(noisy, 1));
        assertThat(found.value("kalman_r2").value())
                .isGreaterThan(found.value("ridge_r2").value() + 0.05);

        var wide = reaches(8, 400, 1); // 8 trials of 17 bins
        Finding many = settings(0.1, List.of(Method.RIDGE, Method.KALMAN), LeaveOut.TRIALS)
                .of(Subject.of(wide, 1));
        assertThat(many.value("ridge_r2").value()).isGreaterThan(0.9);
        assertThat(many.value("kalman_r2").value()).isGreaterThan(0.9);
    }

    @Test
    void what_cannot_be_decoded_is_told_in_a_sentence() {
        var wide = reaches(8, 400, 1);
        assertThatThrownBy(() -> new DecodeVelocity(
                                "unit.rate",
                                0.05,
                                0.1,
                                0.3,
                                List.of(Method.RIDGE),
                                List.of(0.0),
                                3,
                                0.01,
                                LeaveOut.TRIALS,
                                4)
                        .of(Subject.of(wide, 1)))
                .hasMessageContaining("alpha is 0.0 with")
                .hasMessageContaining("of 400 features");
        assertThatThrownBy(() ->
                        settings(0.1, List.of(Method.RIDGE), LeaveOut.CONDITION).of(Subject.of(reaches(1, 5, 0), 1)))
                .hasMessageContaining("conditions is 1, expected 2 or more");
        assertThatThrownBy(() ->
                        settings(0.1, List.of(Method.RIDGE), LeaveOut.TRIALS).of(Subject.of(reaches(3, 5, 0), 1)))
                .hasMessageContaining("trials is 3, expected as many as folds, 4");
        var missing = reaches(16, 5, 0);
        missing.signal("unit.rate").set(2, 50, 3, Double.NaN);
        assertThatThrownBy(() -> ridge(missing, 0.1))
                .hasMessageContaining("u3 of unit.rate in trial 3 is not a number");
        assertThatThrownBy(() -> settings(0.1, List.of(), LeaveOut.TRIALS)).hasMessageContaining("methods is empty");
    }

    @Test
    void of_several_penalties_one_is_taken_that_suits_the_noise() {
        var noisy = reaches(16, 60, 40);
        double chosen = penalised(noisy, List.of(1e-3, 10.0, 1000.0, 1e7));

        assertThat(chosen).isGreaterThan(penalised(noisy, List.of(1e-3)) + 0.01);
        assertThat(chosen).isGreaterThan(penalised(noisy, List.of(1e7)) + 0.5);
        assertThatThrownBy(() -> new DecodeVelocity(
                                "unit.rate",
                                0.05,
                                0.1,
                                0.3,
                                List.of(Method.RIDGE),
                                List.of(1.0, 2.0),
                                3,
                                0.01,
                                LeaveOut.TRIALS,
                                2)
                        .of(Subject.of(noisy, 1)))
                .hasMessageContaining("folds is 2, expected 3 or more");
    }

    private static double penalised(Recording recording, List<Double> alphas) {
        Finding found = new DecodeVelocity(
                        "unit.rate", 0.05, 0.1, 0.15, List.of(Method.WIENER), alphas, 3, 0.01, LeaveOut.TRIALS, 4)
                .of(Subject.of(recording, 1));
        assertThat(found.list("wiener_alphas").numbers()).hasSize(4);
        return found.value("wiener_r2").value();
    }

    @Test
    void decoded_paths_end_where_the_hand_ends() {
        Finding found = settings(0.1, List.of(Method.RIDGE), LeaveOut.CONDITION).of(Subject.of(reaches(16, 20, 0), 1));

        Plot paths = found.plots().get(0);
        assertThat(paths.curves()).hasSize(16);
        double[] hand = paths.curves().get(0).x();
        double[] decoded = paths.curves().get(1).x();
        assertThat(hand[hand.length - 1]).isCloseTo(10, within(0.3)); // cm; a bin at the end is cut
        assertThat(decoded[decoded.length - 1]).isCloseTo(10, within(0.5));
        assertThat(found.plots()).extracting(Plot::id).allMatch(id -> id.startsWith("decode-velocity"));
    }

    @Test
    void the_same_seed_gives_the_same_figures() {
        var recording = reaches(16, 10, 3);
        var settings = settings(0.1, List.of(Method.RIDGE), LeaveOut.TRIALS);

        var once = settings.of(Subject.of(recording, 5));
        var again = settings.of(Subject.of(recording, 5));

        assertThat(again.measures()).isEqualTo(once.measures());
        assertThat(settings.of(Subject.of(recording, 6)).measures()).isNotEqualTo(once.measures());
    }

    private static double ridge(Recording recording, double lag) {
        return settings(lag, List.of(Method.RIDGE), LeaveOut.CONDITION)
                .of(Subject.of(recording, 1))
                .value("ridge_r2")
                .value();
    }

    private static DecodeVelocity settings(double lag, List<Method> methods, LeaveOut leaveOut) {
        return new DecodeVelocity("unit.rate", 0.05, lag, 0.15, methods, List.of(0.1), 3, 0.01, leaveOut, 4);
    }

    /** Minimum-jerk reaches of 10 cm in 0.5 s from 0.4 s on; rates are 20 + 50·(velocity 0.1 s later along a direction) and noise. */
    private static Recording reaches(int count, int units, double noise) {
        var random = RandomStream.of(3, "noise");
        List<Trial> trials = new ArrayList<>();
        var position = Signal.zeros("hand.position", "m", count, STEPS, List.of("x", "y"));
        var velocity = Signal.zeros("hand.velocity", "m/s", count, STEPS, List.of("x", "y"));
        List<String> names = IntStream.range(0, units).mapToObj(u -> "u" + u).toList();
        var rates = Signal.zeros("unit.rate", "spikes/s", count, STEPS, names);
        for (int trial = 0; trial < count; trial++) {
            double direction = trial % 8 * Math.PI / 4;
            var target = new Point(0.1 * Math.cos(direction), 0.1 * Math.sin(direction));
            var condition = new Condition(trial % 8, "c" + trial % 8, direction);
            trials.add(new Trial(condition, new Point(0, 0), target, 0, 20, STEPS));
            for (int step = 0; step < STEPS; step++) {
                double share = share(step);
                double gone = 0.1 * share * share * share * (10 - 15 * share + 6 * share * share);
                double[] now = {speed(step) * Math.cos(direction), speed(step) * Math.sin(direction)};
                for (int axis = 0; axis < 2; axis++) {
                    double along = axis == 0 ? Math.cos(direction) : Math.sin(direction);
                    position.set(trial, step, axis, gone * along);
                    velocity.set(trial, step, axis, now[axis]);
                }
                for (int unit = 0; unit < units; unit++) {
                    double drive = 50 * speed(step + LAG) * Math.cos(direction - unit);
                    rates.set(trial, step, unit, 20 + drive + noise * random.nextGaussian());
                }
            }
        }
        return new Recording(new TrialBatch(DT, STEPS, trials), List.of(position, velocity, rates));
    }

    private static double share(int step) {
        return Math.min(1, Math.max(0, (step * DT - 0.4) / 0.5));
    }

    private static double speed(int step) {
        double share = share(step);
        return 0.1 / 0.5 * 30 * share * share * (1 - share) * (1 - share);
    }
}
