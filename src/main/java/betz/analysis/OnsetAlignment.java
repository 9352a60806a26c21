// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Recording;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;

/** Recordings whose time 0 is the onset of each trial's movement in place of its go cue. */
public final class OnsetAlignment {
    private OnsetAlignment() {}

    /**
     * Returns the trials that have a movement, each with its onset where the go cue was.
     *
     * @param recording has {@code hand.position}
     * @param rule when a movement begins
     * @throws betz.common.BadSetting if no trial has a movement
     */
    public static Recording of(Recording recording, OnsetRule rule) {
        TrialBatch batch = recording.trials();
        List<Trial> moved = new ArrayList<>();
        List<Integer> chosen = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            ReachKinematics reach = ReachKinematics.of(recording, i, rule);
            if (reach.moved()) {
                moved.add(at(batch.get(i), (int) Math.round(reach.onset() / batch.dt())));
                chosen.add(i);
            }
        }
        Require.that(!moved.isEmpty(), "trials", "without any movement", "a hand that moves, to align to its onset");
        Recording some =
                recording.select(chosen.stream().mapToInt(Integer::intValue).toArray());
        return new Recording(new TrialBatch(batch.dt(), batch.steps(), moved), List.copyOf(some.signals()));
    }

    private static Trial at(Trial trial, int onset) {
        return new Trial(
                trial.condition(),
                trial.start(),
                trial.target(),
                trial.targetOn(),
                trial.targetOff(),
                onset,
                trial.end(),
                trial.trajectory(),
                trial.perturbation(),
                trial.handle());
    }
}
