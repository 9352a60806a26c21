// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Subject;
import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;

/** Recorded hands, of which it is made sure that they can be measured. */
final class Hands {
    private static final String POSITION = "hand.position";

    private Hands() {}

    /** Returns the trials of a subject whose go cue came; a sentence says what is missing. */
    static Recording of(Subject subject) {
        return checked(subject.recording()).going();
    }

    /** Returns the same, of reaches from a start to a target alone. */
    static Recording reaching(Subject subject) {
        Recording recording = of(subject);
        Require.that(
                recording.trials().trials().stream().allMatch(Hands::isReach),
                "trials",
                "some that follow a path or stay",
                "reaches from a start to a target");
        return recording;
    }

    private static boolean isReach(Trial trial) {
        return trial.trajectory() == null && !trial.stays();
    }

    /** Returns a recording whose hand is in the plane, in metres, and known at every step of its trials. */
    static Recording checked(Recording recording) {
        Require.that(
                recording.find(POSITION).isPresent(),
                POSITION,
                "missing among "
                        + recording.signals().stream().map(Signal::name).toList(),
                "where the hand is: x and y in m");
        Signal hand = recording.signal(POSITION);
        Require.that(hand.unit().equals("m"), "unit of " + POSITION, hand.unit(), "m");
        Require.that(hand.channels().size() >= 2, "channels of " + POSITION, "" + hand.channels(), "x and y");
        for (int trial = 0; trial < hand.trials(); trial++) {
            int end = Math.min(recording.trials().get(trial).end(), hand.steps());
            for (int step = 0; step < end; step++) {
                if (!Double.isFinite(hand.get(trial, step, 0) + hand.get(trial, step, 1))) {
                    Require.that(
                            false,
                            POSITION,
                            "no number at step " + step + " of trial " + (trial + 1),
                            "a number at every step");
                }
            }
        }
        return recording;
    }
}
