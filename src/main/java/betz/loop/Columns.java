// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Feedback;
import betz.data.Reflex;

/**
 * Where everything stands that is sensed at a step: first the rows of {@code EffectorKernel.sense}, then what receptors add where
 * somebody wants it, each for all muscles.
 *
 * @param muscles of the body
 * @param spindle whether there are rates of spindles
 * @param golgi whether there are relative forces
 * @param command whether there are the commands that led to the step
 */
record Columns(int muscles, boolean spindle, boolean golgi, boolean command) {
    private static final int HAND = 4;

    /** Returns what senses and reflexes want. */
    static Columns of(Feedback feedback, Reflex reflex, int muscles) {
        return new Columns(
                muscles,
                feedback.spindle().enabled(),
                feedback.golgi().enabled() || reflex.force() > 0,
                feedback.commands().enabled());
    }

    int count() {
        return first(Afferent.COMMAND) + (command ? muscles : 0);
    }

    /** Returns the first column of an afferent. */
    int first(Afferent afferent) {
        return switch (afferent) {
            case POSITION -> 0;
            case VELOCITY -> HAND / 2;
            case LENGTH -> HAND;
            case LENGTHENING -> HAND + muscles;
            case SPINDLE -> bodily();
            case GOLGI -> bodily() + (spindle ? muscles : 0);
            case COMMAND -> first(Afferent.GOLGI) + (golgi ? muscles : 0);
        };
    }

    /** Returns the number of columns that a kernel writes. */
    int bodily() {
        return HAND + 2 * muscles;
    }
}
