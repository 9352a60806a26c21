// SPDX-License-Identifier: Apache-2.0
package betz.task;

/** Which way round a closed path is followed, as seen from above. */
public enum Rotation {
    /** As the hands of a clock. */
    CLOCKWISE,
    /** Against the hands of a clock. */
    COUNTER_CLOCKWISE,
    /** Half of the trials each way. */
    BOTH;

    /** Returns the number of ways. */
    int ways() {
        return this == BOTH ? 2 : 1;
    }

    /** Returns one of the ways. */
    Rotation way(int index) {
        return this == BOTH ? values()[index] : this;
    }

    /** Returns 1 where angles grow, counter-clockwise, and -1 where they fall. */
    int sign() {
        return this == CLOCKWISE ? -1 : 1;
    }

    /** Returns it in words. */
    String label() {
        return this == CLOCKWISE ? "clockwise" : "counter-clockwise";
    }
}
