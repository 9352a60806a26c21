// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Require;

/**
 * A path whose length is a polynomial of the joint angles.
 *
 * <p>With {@code p = (shoulder - 90 degrees, elbow)} the musculotendon length is {@code length + sum_d (arm_d + slope_d
 * p_d) p_d}, and the moment arm {@code arm_d + 2 slope_d p_d} is its derivative.
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
public record PolynomialPath(
        String name,
        double maximumForce,
        double tendon,
        double fibre,
        double length,
        double shoulder,
        double elbow,
        double elbowSlope)
        implements MusclePath {
    public PolynomialPath {
        Require.positive("maximumForce", maximumForce, "N");
        Require.notNegative("tendon", tendon, "m");
        Require.positive("fibre", fibre, "m");
        Require.positive("length", length, "m");
    }

    @Override
    public double length(double q0, double q1) {
        return length + shoulder * (q0 - Math.PI / 2) + (elbow + elbowSlope * q1) * q1;
    }

    @Override
    public double shoulder(double q0, double q1) {
        return shoulder;
    }

    @Override
    public double elbow(double q0, double q1) {
        return elbow(q1);
    }

    /** Returns the moment arm about the elbow, which the shoulder does not change, m. */
    double elbow(double q1) {
        return elbow + 2 * elbowSlope * q1;
    }
}
