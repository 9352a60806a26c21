// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reaches that wait for a go cue and end at different steps, with joint angles and excitations that vary; for tests. */
final class WaitingReaches {
    private WaitingReaches() {}

    /** Returns so many of so many steps, every other one told and begun a step later than the first. */
    static Recording of(Effector body, int count, int steps, int go) {
        Recording hand = MinimumJerk.reaches(body, count, steps, 1);
        List<Trial> trials = hand.trials().trials().stream()
                .map(trial -> new Trial(
                        trial.condition(),
                        trial.start(),
                        trial.target(),
                        1 + trial.condition().index() % 2,
                        go + trial.condition().index() % 2,
                        trial.end()))
                .toList();
        List<Signal> signals = new ArrayList<>(hand.signals());
        signals.add(waves("joint.angle", "rad", hand, 2));
        signals.add(waves("muscle.excitation", "1", hand, body.muscles()));
        return new Recording(new TrialBatch(MinimumJerk.DT, steps, trials), signals);
    }

    /** Returns a signal that varies with trial, step and channel, for trials like some others. */
    static Signal waves(String name, String unit, Recording like, int channels) {
        int trials = like.trials().size();
        int steps = like.trials().steps();
        Signal signal = Signal.zeros(name, unit, trials, steps, Collections.nCopies(channels, "channel"));
        for (int trial = 0; trial < trials; trial++) {
            for (int step = 0; step < steps; step++) {
                for (int channel = 0; channel < channels; channel++) {
                    signal.set(trial, step, channel, 0.5 + 0.3 * Math.sin(trial + 0.4 * step + channel));
                }
            }
        }
        return signal;
    }
}
