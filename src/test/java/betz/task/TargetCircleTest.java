// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Point;
import betz.data.Trial;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TargetCircleTest {
    private static final Point START = new Point(0, 0.4);

    @ParameterizedTest
    @CsvSource({"7, 1, 51.4°", "32, 1, 11.3°", "64, 1, 5.6°", "12, 7, 210°", "1, 0, 0°", "360, 100, 100°"})
    void labels_have_one_decimal_at_most_rounded_half_up(int targets, int target, String label) {
        assertThat(new TargetCircle(targets, 0.1).condition(target).label()).isEqualTo(label);
    }

    @Test
    void drawn_targets_are_even_and_differ_between_seeds() {
        var batch = CentreOut.DEFAULT.sample(8000, 0.01, START, RandomStream.of(1, "trials"));

        int[] met = new int[8];
        batch.trials().forEach(trial -> met[trial.condition().index()]++);

        // binomial: 1,000 with a standard deviation of √(8000 · 1/8 · 7/8) = 30
        assertThat(Arrays.stream(met)).allMatch(count -> Math.abs(count - 1000) < 150);
        assertThat(CentreOut.DEFAULT.sample(8000, 0.01, START, RandomStream.of(2, "trials")))
                .isNotEqualTo(batch);
    }

    @Test
    void balanced_trials_differ_by_at_most_one_per_target_and_go_round_in_order() {
        var batch = CentreOut.DEFAULT.balanced(11, 0.01, START, RandomStream.of(1, "trials"));

        assertThat(batch.trials())
                .extracting(trial -> trial.condition().index())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2);
    }

    @Test
    void delays_are_drawn_evenly_from_their_range() {
        var task = new DelayedReach(8, 0.1, 0.2, new Range(0.2, 0.6), 1);
        var batch = task.sample(4000, 0.001, START, RandomStream.of(3, "trials"));

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
        Trial trial = DelayedReach.DEFAULT.trial(3, 0.01, START, RandomStream.of(1, "trials"));

        assertThat(trial.start()).isEqualTo(START);
        assertThat(trial.targetOn()).isLessThanOrEqualTo(trial.goCue());
        assertThat(trial.goCue()).isLessThan(trial.end());
    }

    @Test
    void targets_and_times_out_of_range_are_told() {
        assertThatThrownBy(() -> CentreOut.DEFAULT.trial(8, 0.01, START, RandomStream.of(1, "trials")))
                .hasMessage("target is 8, expected 0 to 7");
        assertThatThrownBy(() -> TargetCircle.steps(1, 0)).hasMessage("dt is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new CentreOut(8, 0.1, 61, 1)).hasMessage("hold is 61.0 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new CentreOut(361, 0.1, 0, 1)).hasMessage("targets is 361, expected 1 to 360");
        assertThatThrownBy(() -> new CentreOut(8, 1.5, 0, 1)).hasMessage("distance is 1.5 m, expected 0.0 to 1.0 m");
    }
}
