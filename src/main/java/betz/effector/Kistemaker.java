// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * Constants and curves that both Hill muscles of Kistemaker, Wong &amp; Gribble (2010), doi:10.1152/jn.00483.2010, have: on
 * stiff and on compliant tendons. l is the fibre length over the optimal one, a the activation.
 */
final class Kistemaker {
    /** l where the passive force begins. */
    static final double SLACK = 1.4;

    private static final double WIDTH = 0.66; // of the force-length parabola
    private static final double LEAST = 0.01; // of the force-length curve

    /** Of the passive force {@code PASSIVE (l - SLACK)^2}, which is 1 at the end of the parabola. */
    static final double PASSIVE = 1 / ((1 + WIDTH - SLACK) * (1 + WIDTH - SLACK));

    /** Hill's a over the greatest force. */
    static final double AR = 0.41;

    /** Hill's b, 1/s over the optimal length, unless activation is low; see {@link #br}. */
    static final double BR = 5.2;

    /** Of the lengthening branch at high speed, s. */
    static final double SLOPE = 0.001;

    /** Force of fast lengthening over the isometric. */
    static final double ECCENTRIC = 1.5;

    private static final double LOW = 0.3; // activation below which br falls
    private static final double LOWEST = 0.005; // activation at which br is a hundredth
    private static final double FALL = 0.9;

    private Kistemaker() {}

    /** Returns the force-length curve L. */
    static double curve(double l) {
        return Math.max(parabola(l), LEAST);
    }

    /** Returns dL/dl. */
    static double curveSlope(double l) {
        return parabola(l) >= LEAST ? -2 * (l - 1) / (WIDTH * WIDTH) : 0;
    }

    private static double parabola(double l) {
        return 1 - (l - 1) * (l - 1) / (WIDTH * WIDTH);
    }

    /** Returns br, which falls where activation is low. */
    static double br(double a) {
        double share = share(a);
        return BR * share * share;
    }

    /** Returns the derivative of {@link #br}. */
    static double brSlope(double a) {
        return a < LOW ? -2 * BR * share(a) * FALL / (LOWEST - LOW) : 0;
    }

    private static double share(double a) {
        return a < LOW ? 1 - FALL * (a - LOW) / (LOWEST - LOW) : 1;
    }
}
