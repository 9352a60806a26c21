// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** Which state a force belongs to. */
public enum Convention {
    /** Force and acceleration belong to the state they are computed from; all parts of the state advance together. */
    BETZ,
    /**
     * As MotorNet updates (doi:10.7554/eLife.88591): the force of a step has its activation, but the length and velocity of
     * the step before. For moving models over; Euler only.
     */
    MOTORNET
}
