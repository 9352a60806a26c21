// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;

/**
 * One muscle of a two-joint arm: its strength, and its length as a polynomial of the joint angles.
 *
 * <p>With {@code p = (shoulder - 90 degrees, elbow)} the musculotendon length is {@code length + sum_d (arm_d + slope_d
 * p_d) p_d}, the moment arm {@code arm_d + 2 slope_d p_d} is its derivative, and the torque is minus force times moment
 * arm.
 *
 * @param name of the muscle
 * @param maximumForce isometric, N
 * @param tendon slack length of the tendon, m
 * @param fibre optimal length of the fibres, m
 * @param length of muscle and tendon at p = 0, m
 * @param shoulder moment arm about the shoulder at p = 0, m; constant
 * @param elbow moment arm about the elbow at p = 0, m
 * @param elbowSlope half the change of the elbow's moment arm, m/rad
 */
public record MusclePath(
        String name,
        double maximumForce,
        double tendon,
        double fibre,
        double length,
        double shoulder,
        double elbow,
        double elbowSlope) {
    /** No fibre shortens faster, optimal lengths per second; Kistemaker et al. (2010), doi:10.1152/jn.00483.2010. */
    static final double FASTEST = 10;

    public MusclePath {
        Require.positive("maximumForce", maximumForce, "N");
        Require.notNegative("tendon", tendon, "m");
        Require.positive("fibre", fibre, "m");
        Require.positive("length", length, "m");
    }

    /** Returns the length of muscle and tendon, m. */
    public double length(double q0, double q1) {
        return length + shoulder * (q0 - Math.PI / 2) + (elbow + elbowSlope * q1) * q1;
    }

    /** Returns the moment arm about the elbow, m. */
    public double elbow(double q1) {
        return elbow + 2 * elbowSlope * q1;
    }

    /** Returns the rate of lengthening, m/s. */
    public double velocity(double q1, double qd0, double qd1) {
        return qd0 * shoulder + qd1 * elbow(q1);
    }
}
