// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Handle;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandleForceTest {
    private static final Handle HANDLE = new Handle(2500, 50, 25); // 10 cm on the screen are 10 N, and 4 mm of the hand
    private static final double ROUNDING = 1e-12;

    private static Recording held(Recording free) {
        TrialBatch trials = free.trials();
        var holding =
                trials.trials().stream().map(trial -> trial.holding(HANDLE)).toList();
        return new Recording(new TrialBatch(trials.dt(), trials.steps(), holding), List.copyOf(free.signals()));
    }

    @Test
    void force_rises_as_minimum_jerk_does_with_a_lead_of_the_damper() {
        Signal force = HandleForce.of(held(Reaches.minimumJerk(1)));

        int middle = (int) Math.round((Reaches.ONSET + Reaches.DURATION / 2) / Reaches.DT);
        // half of 10 N, and 50 N·s/m times 1.875 times the hand's mean speed of 4 mm in 0.5 s
        assertThat(force.get(0, middle, 0)).isCloseTo(5 + 50 * 1.875 * 0.004 / 0.5, within(ROUNDING));
        assertThat(force.get(0, middle, 1)).isCloseTo(0, within(ROUNDING));
        assertThat(force.get(0, 300, 0)).isCloseTo(10, within(ROUNDING));
        assertThat(force.unit()).isEqualTo("N");
    }

    @Test
    void a_force_that_is_a_tenth_short_errs_by_a_newton() {
        Recording target = held(Reaches.minimumJerk(16));
        Recording predicted = held(Reaches.recording(16, 0.9, 0));

        Finding found = HandleForce.compare(target, predicted, new Bootstrap(20, 0.95), 1);

        assertThat(found.value("predicted_force_error").value()).isCloseTo(1, within(ROUNDING));
        assertThat(found.value("predicted_force_error_share").value()).isCloseTo(0.1, within(ROUNDING));
        assertThat(found.value("predicted_worst_force_error_share").value()).isCloseTo(0.1, within(ROUNDING));
        assertThat(found.value("predicted_hand_shift").value()).isCloseTo(0.0036, within(ROUNDING));
        assertThat(found.value("target_force_error").value()).isCloseTo(0, within(ROUNDING));
        assertThat(found.conventions().get(0)).contains("1 N of the handle's spring moves by 1 cm", "25 times less");
    }

    @Test
    void the_worst_direction_is_told_by_the_mean_of_its_trials() {
        Recording target = held(Reaches.minimumJerk(16));
        Signal place = target.signal("hand.position");
        var worse = new Signal(
                place.name(),
                place.unit(),
                place.trials(),
                place.steps(),
                place.channels(),
                place.values().clone());
        for (int step = 0; step < place.steps(); step++) {
            worse.set(3, step, 0, place.get(3, step, 0) + 0.03); // 3 N beside in one of two trials of a direction
        }
        Recording predicted = new Recording(target.trials(), List.of(worse, target.signal("hand.velocity")));

        Finding found = HandleForce.compare(target, predicted, new Bootstrap(20, 0.95), 1);

        assertThat(found.value("predicted_worst_force_error_share").value()).isCloseTo(0.15, within(ROUNDING));
        assertThat(found.value("predicted_force_error").value()).isCloseTo(0, within(ROUNDING));
    }

    @Test
    void the_force_that_is_asked_for_lies_in_the_direction_of_the_target() {
        Recording target = held(Reaches.minimumJerk(3));

        Point asked = HandleForce.asked(target.trials().get(2), Reaches.DT);

        assertThat(asked.x()).isCloseTo(0, within(ROUNDING));
        assertThat(asked.y()).isCloseTo(10, within(ROUNDING));
    }

    @Test
    void a_free_hand_has_no_handle_to_push() {
        assertThatThrownBy(() -> HandleForce.of(Reaches.minimumJerk(1))).hasMessageContaining("without a handle");
    }
}
