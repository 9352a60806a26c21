// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.Require;

/**
 * Slope of a line through the origin by weighted least squares, {@code Σwxy / Σwx²}.
 *
 * @param value the slope; NaN if every x is 0
 * @param error its standard error, from the weighted residuals with n − 1 below them; NaN for fewer than two points
 */
public record OriginSlope(double value, double error) {
    /**
     * Fits the slope.
     *
     * @param x [point]
     * @param y [point]
     * @param weight [point], inverse to the variance of y up to a factor
     */
    public static OriginSlope of(double[] x, double[] y, double[] weight) {
        Require.length("y", y.length, x.length);
        Require.length("weight", weight.length, x.length);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += weight[i] * x[i] * x[i];
            xy += weight[i] * x[i] * y[i];
        }
        double slope = xx > 0 ? xy / xx : Double.NaN;
        double rest = 0;
        for (int i = 0; i < x.length; i++) {
            rest += weight[i] * (y[i] - slope * x[i]) * (y[i] - slope * x[i]);
        }
        return new OriginSlope(slope, x.length > 1 ? Math.sqrt(rest / (x.length - 1) / xx) : Double.NaN);
    }
}
