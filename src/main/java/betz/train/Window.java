// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Trial;

/** The part of a trial in which a term of the loss counts, by the trial's own events: whole steps, from 0. */
public enum Window {
    /** From step 0 up to the trial's end. */
    TRIAL,
    /** From step 0 up to the go cue. */
    BEFORE_GO,
    /** From the appearance of the target up to the go cue. */
    DELAY,
    /** From the go cue up to the trial's end. */
    AFTER_GO,
    /** From the go cue on, the steps before {@link #HOLD}. */
    MOVEMENT,
    /** The last third of the steps from the go cue to the trial's end, rounded up: the movement should be over. */
    HOLD;

    /** Part of the steps after the go cue that is left for holding still. */
    private static final int HOLD_PART = 3;

    /** Returns the first step inside. */
    int from(Trial trial) {
        return switch (this) {
            case TRIAL, BEFORE_GO -> 0;
            case DELAY -> Math.min(trial.targetOn(), until(trial));
            case AFTER_GO, MOVEMENT -> Math.min(trial.goCue(), trial.end());
            case HOLD -> hold(trial);
        };
    }

    /** Returns the first step after it, not before {@link #from}. */
    int until(Trial trial) {
        return switch (this) {
            case BEFORE_GO, DELAY -> Math.min(trial.goCue(), trial.end());
            case MOVEMENT -> hold(trial);
            case TRIAL, AFTER_GO, HOLD -> trial.end();
        };
    }

    private static int hold(Trial trial) {
        int after = Math.max(0, trial.end() - trial.goCue());
        return trial.end() - (after + HOLD_PART - 1) / HOLD_PART;
    }
}
