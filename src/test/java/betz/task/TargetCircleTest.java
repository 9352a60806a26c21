// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetCircleTest {
    private static final Point START = new Point(0, 0.4);
    private static final Workspace BODY = new Plane(START);

    @ParameterizedTest
    @CsvSource({"7, 1, 51.4°", "32, 1, 11.3°", "64, 1, 5.6°", "12, 7, 210°", "1, 0, 0°", "360, 100, 100°"})
    void labels_have_one_decimal_at_most_rounded_half_up(int targets, int target, String label) {
        assertThat(new TargetCircle(targets, 0.1).condition(target).label()).isEqualTo(label);
    }

    @Test
    void drawn_targets_are_even_and_differ_between_seeds() {
        var batch = CentreOut.DEFAULT.sample(8000, 0.01, BODY, RandomStream.of(1, "trials"));

        int[] met = new int[8];
        batch.trials().forEach(trial -> met[trial.condition().index()]++);

        // binomial: 1,000 with a standard deviation of √(8000 · 1/8 · 7/8) = 30
        assertThat(Arrays.stream(met)).allMatch(count -> Math.abs(count - 1000) < 150);
        assertThat(CentreOut.DEFAULT.sample(8000, 0.01, BODY, RandomStream.of(2, "trials")))
                .isNotEqualTo(batch);
    }

    @Test
    void balanced_trials_differ_by_at_most_one_per_target_and_go_round_in_order() {
        var batch = CentreOut.DEFAULT.balanced(11, 0.01, BODY, RandomStream.of(1, "trials"));

        assertThat(batch.trials())
                .extracting(trial -> trial.condition().index())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
    }

    @Test
    void delays_are_drawn_evenly_from_their_range() {
        var task = new DelayedReach(8, 0.1, 0.2, new Range(0.2, 0.6), 1, null);
        var batch = task.sample(4000, 0.001, BODY, RandomStream.of(3, "trials"));

        double[] delay = batch.trials().stream()
                .mapToDouble(trial -> (trial.goCue() - trial.targetOn()) * 0.001)
                .toArray();

        // even draws have a standard deviation of 0.4 / √12 = 0.115, their mean 0.0018
        double mean = Arrays.stream(delay).average().orElseThrow();
        double variance = Arrays.stream(delay).map(d -> (d - mean) * (d - mean)).sum() / delay.length;
        assertThat(mean).isCloseTo(0.4, within(5 * 0.0018));
        assertThat(Math.sqrt(variance)).isCloseTo(0.4 / Math.sqrt(12), within(0.004));
    }

    @Test
    void opposite_targets_lie_opposite() {
        var circle = new TargetCircle(8, 0.1);

        for (int target = 0; target < 4; target++) {
            Point one = circle.target(START, target);
            Point other = circle.target(START, target + 4);
            assertThat(one.distance(other)).isCloseTo(0.2, within(1e-15));
            assertThat(one.distance(START)).isCloseTo(0.1, within(1e-15));
        }
    }

    @Test
    void a_trial_keeps_the_order_of_its_events() {
        Trial trial = DelayedReach.DEFAULT.trial(3, 0.01, BODY, RandomStream.of(1, "trials"));

        assertThat(trial.start()).isEqualTo(START);
        assertThat(trial.targetOn()).isLessThanOrEqualTo(trial.goCue());
        assertThat(trial.goCue()).isLessThan(trial.end());
    }

    @Test
    void targets_and_times_out_of_range_are_told() {
        assertThatThrownBy(() -> CentreOut.DEFAULT.trial(8, 0.01, BODY, RandomStream.of(1, "trials")))
                .hasMessage("target is 8, expected 0 to 7");
        assertThatThrownBy(() -> TargetCircle.steps(1, 0)).hasMessage("dt is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new CentreOut(8, 0.1, 61, 1)).hasMessage("hold is 61.0 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new CentreOut(361, 0.1, 0, 1)).hasMessage("targets is 361, expected 1 to 360");
        assertThatThrownBy(() -> new CentreOut(8, 1.5, 0, 1)).hasMessage("distance is 1.5 m, expected 0.0 to 1.0 m");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8, 16, 37})
    void drawn_targets_pass_a_chi_square_test_of_evenness(int targets) {
        var task = new CentreOut(targets, 0.1, 0, 1);
        int draws = 200 * targets;
        long[] met = new long[targets];
        double[] expected = new double[targets];
        Arrays.fill(expected, 200);

        task.sample(draws, 0.01, BODY, RandomStream.of(targets, "trials"))
                .trials()
                .forEach(trial -> met[trial.condition().index()]++);

        // even draws fall below this one time in ten thousand
        assertThat(new ChiSquareTest().chiSquareTest(expected, met)).isGreaterThan(1e-4);
    }

    @Test
    void targets_and_delays_of_successive_trials_do_not_hang_together() {
        var task = new DelayedReach(8, 0.1, 0.2, new Range(0.2, 0.6), 1, null);
        var trials =
                task.sample(8000, 0.001, BODY, RandomStream.of(9, "trials")).trials();
        long[][] pairs = new long[8][8];
        double together = 0;
        for (int i = 1; i < trials.size(); i++) {
            pairs[trials.get(i - 1).condition().index()][
                    trials.get(i).condition().index()]++;
            together += (delay(trials.get(i - 1)) - 0.4) * (delay(trials.get(i)) - 0.4);
        }

        // independence is refused one time in ten thousand
        assertThat(new ChiSquareTest().chiSquareTest(pairs)).isGreaterThan(1e-4);
        // the product of two even draws has a standard deviation of 0.4^2 / 12
        assertThat(together / 7999).isCloseTo(0, within(4 * 0.4 * 0.4 / 12 / Math.sqrt(7999)));
    }

    @Test
    void delays_fill_their_range_evenly_bin_by_bin() {
        var task = new DelayedReach(8, 0.1, 0.2, new Range(0.2, 0.6), 1, null);
        long[] met = new long[20];
        double[] expected = new double[20];
        Arrays.fill(expected, 250);

        for (Trial trial :
                task.sample(5000, 1e-5, BODY, RandomStream.of(4, "trials")).trials()) {
            int steps = trial.goCue() - trial.targetOn() - 20_000; // of 40,000 in the range
            met[Math.min(19, steps / 2000)]++;
        }

        // even draws fall below this one time in ten thousand
        assertThat(new ChiSquareTest().chiSquareTest(expected, met)).isGreaterThan(1e-4);
    }

    @Test
    void a_range_of_one_delay_gives_every_trial_that_delay() {
        var task = new DelayedReach(8, 0.1, 0.2, new Range(0.35, 0.35), 1, null);

        assertThat(task.sample(30, 0.01, BODY, RandomStream.of(1, "trials")).trials())
                .extracting(trial -> trial.goCue() - trial.targetOn())
                .containsOnly(35);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 8, 360})
    void directions_divide_the_circle_evenly_counter_clockwise_from_the_x_axis(int targets) {
        var circle = new TargetCircle(targets, 0.2);

        double x = 0;
        double y = 0;
        for (int i = 0; i < targets; i++) {
            assertThat(circle.condition(i).index()).isEqualTo(i);
            assertThat(circle.condition(i).direction()).isCloseTo(2 * Math.PI * i / targets, within(1e-14));
            Point target = circle.target(START, i);
            double angle = Math.atan2(target.y() - START.y(), target.x() - START.x());
            assertThat(Math.cos(angle - circle.condition(i).direction())).isCloseTo(1, within(1e-14));
            x += target.x() - START.x();
            y += target.y() - START.y();
        }
        if (targets > 1) {
            assertThat(Math.hypot(x, y)).isCloseTo(0, within(1e-12)); // a balanced circle
        }
    }

    @Test
    void labels_tell_all_targets_apart() {
        for (int targets : new int[] {8, 16, 32, 359, 360}) {
            var circle = new TargetCircle(targets, 0.1);

            assertThat(IntStream.range(0, targets)
                            .mapToObj(i -> circle.condition(i).label()))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_longer_batch_begins_with_the_trials_of_a_shorter_one() {
        var first = DelayedReach.DEFAULT.balanced(5, 0.01, BODY, RandomStream.of(1, "trials"));
        var more = DelayedReach.DEFAULT.balanced(9, 0.01, BODY, RandomStream.of(1, "trials"));

        assertThat(more.trials().subList(0, 5)).isEqualTo(first.trials());
    }

    private static double delay(Trial trial) {
        return (trial.goCue() - trial.targetOn()) * 0.001;
    }
}
