// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.loop.Imitated;

/** What is in the loop while the network learns. */
@About("What is in the loop while it learns.")
public sealed interface Mode permits Mode.ClosedLoop, Mode.Imitation {

    /** The body: the network feels and moves it, and errors are carried back through it. */
    @About("The network feels and moves the body; errors are carried back through it.")
    record ClosedLoop() implements Mode {
        /** Has no settings. */
        public static final ClosedLoop DEFAULT = new ClosedLoop();
    }

    /**
     * No body: the network sees the task alone.
     *
     * @param of what it reproduces
     */
    @About("The network sees the task alone and reproduces what the reference did; there is no body in the loop.")
    record Imitation(
            @About("What it reproduces: the hand's position and velocity, joint angles, or muscle excitations.")
            Imitated of)
            implements Mode {
        /** The hand. */
        public static final Imitation DEFAULT = new Imitation(Imitated.HAND);
    }
}
