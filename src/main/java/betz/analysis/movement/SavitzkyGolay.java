// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * Smooths samples, or takes their derivative, by the polynomial that fits best the samples around each one.
 *
 * <p>The first and the last half window have no samples on one side; there the polynomial of the first and of the last whole
 * window is taken, as SciPy's {@code savgol_filter} does with {@code mode='interp'}. A polynomial of the same degree passes
 * unchanged.
 *
 * @see <a href="https://doi.org/10.1021/ac60214a047">Savitzky &amp; Golay (1964)</a>
 */
public final class SavitzkyGolay {
    private final int half;
    private final double[][][] weights; // [derivative][place in the window][sample of the window]

    /**
     * Designs a filter.
     *
     * @param window number of samples, odd
     * @param degree of the polynomial, less than the window
     */
    public SavitzkyGolay(int window, int degree) {
        Require.that(window % 2 == 1 && window >= 1, "window", window + " samples", "an odd number");
        Require.count("degree", degree, 0, window - 1L);
        half = window / 2;
        double[][] fit = fit(window, degree);
        weights = new double[degree + 1][][];
        for (int derivative = 0; derivative <= degree; derivative++) {
            weights[derivative] = weights(fit, derivative);
        }
    }

    /** Returns what gives the coefficients of the polynomial in units of samples from the middle, [power][sample]. */
    private static double[][] fit(int window, int degree) {
        int middle = window / 2;
        double scale = Math.max(1, middle); // powers of -1 to 1 keep the digits
        double[][] powers = new double[window][degree + 1];
        for (int i = 0; i < window; i++) {
            powers[i][0] = 1;
            for (int j = 1; j <= degree; j++) {
                powers[i][j] = powers[i][j - 1] * (i - middle) / scale;
            }
        }
        RealMatrix inverse = new QRDecomposition(new Array2DRowRealMatrix(powers))
                .getSolver()
                .solve(new Array2DRowRealMatrix(betz.math.Matrices.identity(window)));
        double[][] fit = inverse.getData();
        double unit = 1;
        for (double[] power : fit) {
            for (int i = 0; i < window; i++) {
                power[i] /= unit;
            }
            unit *= scale;
        }
        return fit;
    }

    /** Returns the weights of the samples in the derivative of the polynomial at each place of the window. */
    private static double[][] weights(double[][] fit, int derivative) {
        int window = fit[0].length;
        double[][] all = new double[window][window];
        for (int place = 0; place < window; place++) {
            for (int power = derivative; power < fit.length; power++) {
                double factor = StrictMath.pow(place - window / 2, power - derivative);
                for (int k = 0; k < derivative; k++) {
                    factor *= power - k;
                }
                for (int i = 0; i < window; i++) {
                    all[place][i] += factor * fit[power][i];
                }
            }
        }
        return all;
    }

    /** Returns the smoothed samples; not fewer than the window has. The argument is not modified. */
    public double[] smooth(double[] samples) {
        return derivative(samples, 0, 1);
    }

    /**
     * Returns a derivative of the samples, [step].
     *
     * @param samples at least as many as the window has. Not modified.
     * @param order of the derivative: 0 is the smoothed signal itself; at most the degree
     * @param dt step, s
     */
    public double[] derivative(double[] samples, int order, double dt) {
        int window = 2 * half + 1;
        Require.count("order of the derivative", order, 0, weights.length - 1L);
        Require.positive("dt", dt, "s");
        Require.that(samples.length >= window, "samples", "" + samples.length, window + " or more, as the window has");
        double unit = StrictMath.pow(dt, order);
        double[] found = new double[samples.length];
        Arrays.setAll(found, step -> {
            int first = Math.max(0, Math.min(samples.length - window, step - half));
            return sum(weights[order][step - first], samples, first) / unit;
        });
        return found;
    }

    private static double sum(double[] weights, double[] samples, int first) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * samples[first + i];
        }
        return sum;
    }
}
