// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;
import java.util.Locale;

/** Which state a force belongs to. */
public enum Convention {
    /** Force and acceleration belong to the state they are computed from; all parts of the state advance together. */
    BETZ,
    /**
     * As MotorNet updates (doi:10.7554/eLife.88591): the force of a step has its activation, but the length and velocity of
     * the step before, or of the mini-step before. For moving models over; Euler only.
     */
    MOTORNET;

    /** Throws unless an integrator can follow this order of update. */
    void check(Integrator integrator) {
        Require.that(
                this == BETZ || integrator == Integrator.EULER,
                "integrator",
                integrator.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "euler, since the convention is motornet");
    }

    /** Tells whether forces have the lengths and velocities of the step before. */
    boolean lags() {
        return this == MOTORNET;
    }
}
