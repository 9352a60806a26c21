// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivityTest {
    private static final double ROUNDING = 1e-12;

    /** Three trials of two conditions; unit u of trial i has i + 10 t + 100 u. */
    private static final Recording THREE =
            Planted.recording(new int[] {0, 1, 0}, 2, 6, 2, (trial, time, unit) -> trial + 10 * time + 100 * unit);

    @Test
    void trials_of_a_condition_are_averaged_around_the_go_cue() {
        var activity = Activity.of(THREE, "unit.rate");

        assertThat(activity.times())
                .containsExactly(new double[] {-0.02, -0.01, 0, 0.01, 0.02, 0.03}, within(ROUNDING));
        assertThat(activity.condition(0)[2]).containsExactly(new double[] {1, 101}, within(ROUNDING)); // trials 0 and 2
        assertThat(activity.condition(1)[5]).containsExactly(new double[] {1.3, 101.3}, within(ROUNDING));
        assertThat(activity.units()).containsExactly("n0", "n1");
    }

    @Test
    void only_times_that_all_trials_have_are_kept() {
        List<Trial> trials = new ArrayList<>();
        for (Trial trial : THREE.trials().trials()) {
            trials.add(trial);
        }
        Trial late = trials.get(1);
        trials.set(1, new Trial(late.condition(), new Point(0, 0), late.target(), 0, 1, 4)); // one step before, 2 after
        var ragged = new Recording(new TrialBatch(0.01, 6, trials), List.copyOf(THREE.signals()));

        assertThat(Activity.of(ragged, "unit.rate").times())
                .containsExactly(new double[] {-0.01, 0, 0.01, 0.02}, within(ROUNDING));
    }

    @Test
    void a_window_has_both_its_ends() {
        var activity = Activity.of(THREE, "unit.rate").window(-0.01, 0.02);

        assertThat(activity.times()).hasSize(4);
        assertThat(activity.rows()).hasDimensions(8, 2);
        assertThatThrownBy(() -> activity.window(-0.01, 0.05))
                .isInstanceOf(BadSetting.class)
                .hasMessage("window is -10 ms to 50 ms, expected a part of the recorded times, -10 ms to 20 ms");
    }

    @Test
    void units_are_divided_by_their_range_and_a_constant() {
        var activity = Activity.of(THREE, "unit.rate");

        double[][] normalised = activity.normalised(5).rows();

        double range = 0.5; // over 50 ms; both conditions have a mean trial number of 1
        assertThat(activity.ranges()).containsExactly(new double[] {range, range}, within(1e-11));
        assertThat(normalised[0][1]).isCloseTo(activity.rows()[0][1] / (range + 5), within(ROUNDING));
    }

    @Test
    void what_conditions_share_and_what_is_their_own_is_all_there_is() {
        var activity = Activity.of(
                Planted.recording(new int[] {0, 1, 2}, 1, 4, 2, (i, t, u) -> Math.sin(3 * i + 100 * t + u)),
                "unit.rate");

        double[][] shared = activity.acrossConditions();
        var own = activity.lessAcrossConditions();

        for (int t = 0; t < 4; t++) {
            double sum = 0;
            for (int c = 0; c < 3; c++) {
                sum += own.condition(c)[t][0];
                assertThat(own.condition(c)[t][0] + shared[t][0])
                        .isCloseTo(activity.condition(c)[t][0], within(ROUNDING));
            }
            assertThat(sum).isCloseTo(0, within(ROUNDING));
        }
    }

    @Test
    void a_number_that_is_missing_is_told_with_its_place() {
        var gap = Planted.recording(new int[] {0, 1}, 1, 3, 2, (i, t, u) -> i == 1 && u == 1 && t > 0 ? Double.NaN : 1);

        assertThatThrownBy(() -> Activity.of(gap, "unit.rate"))
                .isInstanceOf(BadSetting.class)
                .hasMessage(
                        "n1 is not a number 10 ms after the go cue of condition c1, expected a number in every row");
    }

    @Test
    void a_unit_that_never_changes_is_told_by_its_name() {
        var still = Activity.of(Planted.recording(new int[] {0, 1}, 1, 3, 2, (i, t, u) -> u * (i + t)), "unit.rate");

        assertThatThrownBy(() -> still.normalised(0))
                .hasMessage(
                        "unit n0 is the same in all conditions at all times, expected activity that varies, or soften"
                                + " above 0");
        assertThat(still.normalised(5).rows()[0][0]).isZero();
        assertThatThrownBy(() -> still.needConditions(3)).hasMessageContaining("conditions is 2, expected 3 or more");
        assertThatThrownBy(() -> still.need(4, 1)).hasMessageContaining("samples in time is 3, expected 4 or more");
        assertThatThrownBy(() -> still.need(1, 3)).hasMessageContaining("units is 2, expected 3 or more");
    }
}
