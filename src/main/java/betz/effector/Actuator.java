// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** What commands drive in a body: muscles, whose force is in N, or motors at joints, whose torque is in N·m. */
public enum Actuator {
    /** Pulls along its path. */
    MUSCLE("muscle", "N"),
    /** Turns a joint, by a lever of 1 m, so that its force in N is its torque in N·m. */
    MOTOR("motor", "N*m");

    private final String word;
    private final String forceUnit;

    Actuator(String word, String forceUnit) {
        this.word = word;
        this.forceUnit = forceUnit;
    }

    /** Returns what one of them is called. */
    public String one() {
        return word;
    }

    /** Returns what several of them are called. */
    public String many() {
        return word + "s";
    }

    /** Returns the SI unit of what they do to the body. */
    public String forceUnit() {
        return forceUnit;
    }
}
