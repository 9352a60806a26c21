// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;

/**
 * How places scatter around their mean: their covariance, and the ellipse that holds 95 % of a normal distribution with it.
 *
 * @param x mean, m
 * @param y mean, m
 * @param xx variance of x, with n - 1, m²
 * @param xy covariance, m²
 * @param yy variance of y, m²
 * @param major longer semi-axis of the ellipse, m
 * @param minor shorter semi-axis, m
 * @param angle of the longer axis, counter-clockwise from the x axis, rad, above -π/2 and at most π/2
 */
public record Spread(double x, double y, double xx, double xy, double yy, double major, double minor, double angle) {
    /** The 95 % quantile of χ² with two degrees of freedom, in closed form: 5.991. */
    private static final double LIMIT = -2 * StrictMath.log(0.05);

    /**
     * Measures places.
     *
     * @param x [place], m. Not modified.
     * @param y [place], m. Not modified.
     */
    public static Spread of(double[] x, double[] y) {
        Require.length("y", y.length, x.length);
        Require.count("places", x.length, 2, Integer.MAX_VALUE);
        double meanX = Samples.mean(x);
        double meanY = Samples.mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX) / (x.length - 1);
            xy += (x[i] - meanX) * (y[i] - meanY) / (x.length - 1);
            yy += (y[i] - meanY) * (y[i] - meanY) / (x.length - 1);
        }
        double half = StrictMath.hypot((xx - yy) / 2, xy); // eigenvalues are (xx + yy)/2 ± half
        double major = Math.sqrt(LIMIT * ((xx + yy) / 2 + half));
        double minor = Math.sqrt(LIMIT * Math.max(0, (xx + yy) / 2 - half));
        return new Spread(meanX, meanY, xx, xy, yy, major, minor, StrictMath.atan2(2 * xy, xx - yy) / 2);
    }

    /** Returns a point of the ellipse, x and y, m; {@code turn} goes from 0, at the longer axis, to 2π. */
    public double[] ellipse(double turn) {
        double along = major * StrictMath.cos(turn);
        double across = minor * StrictMath.sin(turn);
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(angle);
        return new double[] {x + c * along - s * across, y + s * along + c * across};
    }
}
