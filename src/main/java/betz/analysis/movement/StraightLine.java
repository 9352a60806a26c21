// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.Samples;
import betz.common.Require;

/**
 * The line {@code y = intercept + slope x} of least squares; all is NaN where x does not vary.
 *
 * @param slope unit of y over that of x
 * @param intercept unit of y
 * @param explained R², share of the variance of y; NaN where y does not vary
 */
public record StraightLine(double slope, double intercept, double explained) {

    /**
     * Fits a line.
     *
     * @param x [point], two or more. Not modified.
     * @param y [point]. Not modified.
     */
    public static StraightLine fit(double[] x, double[] y) {
        Require.length("y", y.length, x.length);
        double meanX = Samples.mean(x);
        double meanY = Samples.mean(y);
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
        if (!(xx > 1e-24 * x.length * meanX * meanX)) { // rounding alone
            return new StraightLine(Double.NaN, Double.NaN, Double.NaN);
        }
        double slope = xy / xx;
        return new StraightLine(slope, meanY - slope * meanX, yy > 0 ? slope * xy / yy : Double.NaN);
    }

    /** Returns the height of the line. */
    public double at(double x) {
        return intercept + slope * x;
    }
}
