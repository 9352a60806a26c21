// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

/** Directions as charts show them. */
final class Compass {
    static final double CIRCLE = 360;
    /** Directions closer than this are the same, degrees: it is rounding that tells them apart. */
    private static final double SAME = 1e-9;

    private Compass() {}

    /** Returns an angle in rad as degrees from 0, inclusive, to 360, exclusive. */
    static double degrees(double radians) {
        double degrees = (Math.toDegrees(radians) % CIRCLE + CIRCLE) % CIRCLE;
        return CIRCLE - degrees < SAME ? 0 : degrees;
    }
}
