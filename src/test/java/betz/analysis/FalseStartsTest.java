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
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FalseStartsTest {
    private static final int STEPS = 20;
    private static final Point START = new Point(-0.1, 0.4);

    /** Hands that are so far right of their start at the step before the last, trial by trial. */
    private static Recording strayed(double... far) {
        Trial stays = new Trial(new Condition(0, "right", 0), START, START.plus(0.1, 0), 2, STEPS, STEPS);
        var batch = new TrialBatch(
                0.01, STEPS, DoubleStream.of(far).mapToObj(one -> stays).toList());
        Signal hand = Signal.zeros("hand.position", "m", far.length, STEPS, List.of("x", "y"));
        for (int trial = 0; trial < far.length; trial++) {
            for (int step = 0; step < STEPS; step++) {
                hand.set(trial, step, 0, START.x() + (step == STEPS - 2 ? far[trial] : 0));
                hand.set(trial, step, 1, START.y());
            }
        }
        return new Recording(batch, List.of(hand));
    }

    @Test
    void a_hand_that_leaves_its_start_by_a_centimetre_has_started_falsely() {
        Finding found = FalseStarts.of(strayed(0, 0, 0, 0), strayed(0.002, 0.009, 0.011, 0.05), Bootstrap.DEFAULT, 1);

        assertThat(found.value("no_go_trials").value()).isEqualTo(4);
        assertThat(found.value("predicted_false_starts").value()).isEqualTo(0.5);
        assertThat(found.value("target_false_starts").value()).isZero();
        assertThat(found.value("predicted_no_go_drift").value()).isCloseTo(0.010, within(1e-12)); // (9 + 11) / 2 mm
        assertThat(found.value("target_no_go_drift").value()).isZero();
    }

    @Test
    void a_recording_is_parted_into_trials_with_and_without_a_go_cue() {
        Recording staying = strayed(0.01, 0.02);
        Trial stays = staying.trials().get(0);
        Trial goes = new Trial(stays.condition(), stays.start(), stays.target(), 2, 5, STEPS);
        var both = new Recording(new TrialBatch(0.01, STEPS, List.of(goes, stays)), List.copyOf(staying.signals()));

        assertThat(both.going().trials().trials()).containsExactly(goes);
        assertThat(both.going().signal("hand.position").get(0, STEPS - 2, 0)).isEqualTo(START.x() + 0.01);
        Recording parted = both.staying().orElseThrow();
        assertThat(parted.trials().trials()).containsExactly(stays);
        assertThat(parted.signal("hand.position").get(0, STEPS - 2, 0)).isEqualTo(START.x() + 0.02);
        assertThat(both.going().staying()).isEmpty();
        assertThat(staying.going()).isSameAs(staying);
    }
}
