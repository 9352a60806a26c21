// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreparationTest {
    /** Two conditions, five times from 0 s in steps of 10 ms; the first unit's range is 9, reached outside of the window. */
    private static final Activity ACTIVITY = ConditionTensors.activity(
            new double[][][] {{{0, 1}, {1, 1}, {2, 3}, {3, 1}, {9, 0}}, {{0, 5}, {3, 5}, {4, 1}, {5, 5}, {0, 0}}},
            0.01);

    @Test
    void ranges_are_those_of_all_times_though_the_window_is_short() {
        Activity prepared = new Preparation(true, 1, false, 0.01, 0.03).of(ACTIVITY);

        assertThat(prepared.times()).containsExactly(new double[] {0.01, 0.02, 0.03}, within(1e-12));
        assertThat(prepared.condition(0)[0]).containsExactly(new double[] {1 / 10.0, 1 / 6.0}, within(1e-12));
        assertThat(prepared.condition(1)[2]).containsExactly(new double[] {5 / 10.0, 5 / 6.0}, within(1e-12));
    }

    @Test
    void the_mean_over_conditions_is_taken_away_after_units_are_normalised() {
        Activity prepared = new Preparation(true, 1, true, 0.01, 0.03).of(ACTIVITY);

        // (1 - 3) / 2 of a range of 9 + 1, and (1 - 5) / 2 of 5 + 1
        assertThat(prepared.condition(0)[0]).containsExactly(new double[] {-0.1, -2 / 6.0}, within(1e-12));
        assertThat(prepared.condition(1)[0]).containsExactly(new double[] {0.1, 2 / 6.0}, within(1e-12));
    }

    @Test
    void without_either_the_activity_stays_as_it_is() {
        Activity prepared = new Preparation(false, 1, false, 0, 0.04).of(ACTIVITY);

        assertThat(prepared.values()).isDeepEqualTo(ACTIVITY.values());
    }

    @Test
    void a_window_can_be_cut_down_to_the_recorded_times() {
        Preparation clipped = new Preparation(false, 1, false, -7, 0.02).clippedTo(ACTIVITY);

        assertThat(clipped).isEqualTo(new Preparation(false, 1, false, 0, 0.02));
        assertThatThrownBy(() -> new Preparation(false, 1, false, 2, 3).clippedTo(ACTIVITY))
                .isInstanceOf(BadSetting.class)
                .hasMessage("window is 2000 ms to 3000 ms, expected two or more of the recorded times, 0 ms to 40 ms");
    }

    @Test
    void dimensions_are_counted_without_those_that_are_rounding() {
        double[][][] line = new double[2][5][3];
        for (int c = 0; c < 2; c++) {
            for (int t = 0; t < 5; t++) {
                line[c][t] = new double[] {0.1 * t, 0.3 * t, 0.7 * c};
            }
        }
        Activity activity = ConditionTensors.activity(line, 0.01);

        assertThat(Preparation.dimensions(PrincipalComponents.of(activity.rows())))
                .isEqualTo(2);
        assertThatThrownBy(() -> Preparation.components(activity, "components", 3))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("at most 2")
                .hasMessageContaining("2 conditions x 5 times of 3 units");
    }

    @Test
    void sentences_tell_what_was_done_with_its_numbers() {
        String done = String.join(" ", new Preparation(true, 5, true, -0.05, 0.15).sentences("unit.rate", ACTIVITY));
        String left = String.join(" ", new Preparation(false, 5, false, 0, 0.1).sentences("emg", ACTIVITY));

        assertThat(done)
                .contains("unit.rate averaged", "2 conditions", "range over all", "plus 5 (median range 7)")
                .contains("taken away", "-50 ms to 150 ms", "dt 10 ms")
                .doesNotContain("hardly");
        assertThat(left).contains("emg averaged", "not normalised", "kept", "0 ms to 100 ms");
        String weak = String.join(" ", new Preparation(true, 36, true, 0, 1).sentences("emg", ACTIVITY));
        assertThat(weak).contains("hardly normalised");
    }
}
