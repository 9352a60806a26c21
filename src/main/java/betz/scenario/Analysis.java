// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

/** What is measured of the reaches beside the comparison's fits. */
public enum Analysis {
    /** Onset, duration, speed, path and errors of every reach. */
    KINEMATICS,
    /** Directional tuning of the units. */
    TUNING,
    /** Spread of end points and paths from trial to trial. */
    VARIABILITY
}
