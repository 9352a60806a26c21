// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Feedback;
import betz.network.Sense;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What afferents tell, in the order of their rows, and how a network sees it: scaled to values near one. */
enum Afferent {
    /** Hand x, y; a network sees it relative to the start, in 10 cm. */
    POSITION(Sense.VISION, 10, 0),
    /** Hand velocity x, y. */
    VELOCITY(Sense.VISION, 1, 0),
    /** Relative muscle lengths, less 1. */
    LENGTH(Sense.PROPRIOCEPTION, 1, 1),
    /** Relative velocities of lengthening. */
    LENGTHENING(Sense.PROPRIOCEPTION, 1, 0),
    /** Spindle rates, in 100 spikes/s. */
    SPINDLE(Sense.SPINDLE, 0.01, 0),
    /** Relative forces. */
    GOLGI(Sense.GOLGI, 1, 0),
    /** Excitations that were commanded. */
    COMMAND(Sense.COMMANDS, 1, 0);

    private static final int PLANE = 2;

    /** The sense that it belongs to. */
    final Sense sense;
    /** Slope of what a network sees over it. */
    final double scale;
    /** What a network counts it from; a position counts from the start instead. */
    final double origin;

    Afferent(Sense sense, double scale, double origin) {
        this.sense = sense;
        this.scale = scale;
        this.origin = origin;
    }

    /** Returns what each row of afferents tells. */
    static List<Afferent> rows(Feedback feedback, int muscles) {
        List<Afferent> rows = new ArrayList<>();
        for (Afferent afferent : values()) {
            rows.addAll(Collections.nCopies(afferent.count(feedback, muscles), afferent));
        }
        return rows;
    }

    /** Returns how many rows it has; of commands all muscles of the last, then of the one before. */
    int count(Feedback feedback, int muscles) {
        return switch (this) {
            case POSITION -> feedback.vision().enabled() ? PLANE : 0;
            case VELOCITY -> feedback.vision().enabled() && feedback.vision().velocity() ? PLANE : 0;
            case COMMAND -> feedback.commands().last() * muscles;
            default -> modality(feedback).enabled() ? muscles : 0;
        };
    }

    /** Returns the settings of its sense. */
    Feedback.Modality modality(Feedback feedback) {
        return switch (sense) {
            case VISION -> feedback.vision();
            case PROPRIOCEPTION -> feedback.proprioception();
            case SPINDLE -> feedback.spindle();
            case GOLGI -> feedback.golgi();
            case COMMANDS -> feedback.commands();
            case TASK -> throw new IllegalStateException("the task is not felt");
        };
    }
}
