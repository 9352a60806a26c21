// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;

/**
 * What is done during a trial to the body, to the sight of the hand, to the target or to the brain, beside what the task asks for.
 *
 * <p>It belongs to the trial, so that two trials of a batch may have different ones.
 */
@About("What is done during a trial to the body, to the sight of the hand, to the target or to the brain.")
public sealed interface Perturbation permits Perturbation.None, Loading, Cursor, TargetJump, Touch {

    /** Nothing is done. */
    @About("Nothing is done.")
    record None() implements Perturbation {
        /** Has no settings. */
        public static final None DEFAULT = new None();
    }

    /** Tells whether the trial is as the task asks for it. */
    default boolean isNone() {
        return equals(None.DEFAULT);
    }

    /** Returns the part of it that the task asks for, so that a reference has it too: a jump of the target, or nothing. */
    default Perturbation taskPart() {
        return None.DEFAULT;
    }

    /** Returns the first step that it acts in; 0 or less: it acts from the start. */
    default int from(Trial trial, double dt) {
        return 0;
    }

    /** Returns the first step that it no longer acts in. */
    default int until(Trial trial, double dt) {
        return Integer.MAX_VALUE;
    }

    /**
     * Returns where the hand of a trial must be to be seen at a place; NaN where that does not tell, and no hand is more in error than
     * another.
     */
    default Point hand(Trial trial, Point seen) {
        return seen;
    }

    /** Returns where the target of a trial is at a step of {@code dt} seconds. */
    default Point target(Trial trial, int step, double dt) {
        return trial.nominalTarget(step, dt);
    }
}
