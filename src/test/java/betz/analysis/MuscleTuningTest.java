// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import betz.data.Signal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MuscleTuningTest {
    @Test
    void a_muscle_is_tuned_by_what_it_does_in_the_last_50_ms_of_trials() {
        Recording reaches = Reaches.minimumJerk(16);
        int steps = reaches.trials().steps();
        var activation = Signal.zeros("muscle.activation", "1", 16, steps, List.of("biceps", "triceps"));
        for (int trial = 0; trial < 16; trial++) {
            double angle = reaches.trials().get(trial).condition().direction();
            int end = reaches.trials().get(trial).end();
            for (int step = 0; step < steps; step++) {
                boolean held = step >= end - 10 && step < end; // steps of 5 ms
                activation.set(trial, step, 0, held ? 0.3 + 0.2 * Math.cos(angle - 1) : 0.9);
                activation.set(trial, step, 1, held ? 0.1 : 0.9 * Math.cos(angle));
            }
        }

        List<MuscleTuning> tuning = MuscleTuning.of(reaches.with(activation));

        assertThat(tuning).hasSize(2);
        CosineTuning biceps = tuning.get(0).cosine();
        assertThat(biceps.preferredDirection()).isCloseTo(1, within(1e-12)); // rounding
        assertThat(biceps.gain()).isCloseTo(0.2, within(1e-12));
        assertThat(biceps.baseline()).isCloseTo(0.3, within(1e-12));
        assertThat(tuning.get(0).means()).hasSize(8);
        assertThat(tuning.get(0).means().get(2)).isCloseTo(0.3 + 0.2 * Math.sin(1), within(1e-12));
        assertThat(tuning.get(1).cosine().gain()).isCloseTo(0, within(1e-12));
    }
}
