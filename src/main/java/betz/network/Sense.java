// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** What an input tells. */
public enum Sense {
    /** Target and go cue. */
    TASK,
    /** The hand as it is seen. */
    VISION,
    /** Lengths and velocities of the muscles. */
    PROPRIOCEPTION,
    /** Rates of the muscles' spindles. */
    SPINDLE,
    /** Forces of the muscles. */
    GOLGI,
    /** Copies of the last commands. */
    COMMANDS
}
