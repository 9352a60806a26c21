// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** The hand stands at (1 mm per step, 0) from the start at (0.2, 0.3) m; the target is 10 cm to the right. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class HandPlaceTest {
    private static final double DT = 0.01;
    private static final int GO = 20;
    private static final int END = 90;
    private static final int STEPS = 120;
    private static final double ROUNDING = 1e-15;

    private static HandPlace place() {
        var start = new Point(0.2, 0.3);
        var trial = new Trial(new Condition(0, "0°", 0), start, start.plus(0.1, 0), 10, GO, END);
        Signal hand = Signal.zeros("hand.position", "m", 1, STEPS, List.of("x", "y"));
        for (int step = 0; step < STEPS; step++) {
            hand.set(0, step, 0, 0.2 + 0.001 * step);
            hand.set(0, step, 1, 0.3);
        }
        return new HandPlace(new Recording(new TrialBatch(DT, STEPS, List.of(trial)), List.of(hand)), 0);
    }

    @Test
    void drift_counts_up_to_the_go_cue_and_not_beyond() {
        assertThat(place().holdDrift()).isCloseTo(0.001 * GO, within(ROUNDING));
    }

    @Test
    void the_error_at_a_step_is_the_distance_from_the_target() {
        assertThat(place().errorAt(40)).isCloseTo(0.060, within(ROUNDING));
    }

    @Test
    void an_arrival_beyond_the_trial_counts_at_its_last_step() {
        assertThat(place().errorAt(END + 10)).isCloseTo(0.1 - 0.089, within(ROUNDING));
    }

    @Test
    void the_end_error_is_the_mean_over_the_window_before_the_trials_end() {
        // steps 85 to 89: 15, 14, 13, 12, 11 mm
        assertThat(place().endError(0.05)).isCloseTo(0.013, within(ROUNDING));
    }

    @Test
    void a_window_longer_than_the_trial_covers_the_whole_trial() {
        assertThat(place().endError(10)).isCloseTo(0.1 - 0.001 * 44.5, within(ROUNDING));
    }
}
