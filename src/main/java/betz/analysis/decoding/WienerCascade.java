// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;

/**
 * The static nonlinearity after a linear filter: a polynomial for each output, fitted to the filter's own predictions.
 *
 * <p>Beyond the predictions that it was fitted to it goes on straight, with the slope at their end, since polynomials run away.
 *
 * @see <a href="https://doi.org/10.1088/1741-2560/4/4/003">Pohlmeyer et al. (2007)</a>
 */
public final class WienerCascade {
    private final Polynomial[] outputs;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Polynomial(double centre, double scale, double low, double high, double[][] coefficients) {
        /** Fits by least squares in a variable that runs from −1 to 1, which keeps digits. */
        static Polynomial fit(double[] in, double[] out, int order) {
            double low = Arrays.stream(in).min().orElseThrow();
            double high = Arrays.stream(in).max().orElseThrow();
            double centre = (low + high) / 2;
            double scale = high > low ? (high - low) / 2 : 1;
            double[][] powers = new double[in.length][];
            double[][] y = new double[in.length][];
            for (int i = 0; i < in.length; i++) {
                powers[i] = powers((in[i] - centre) / scale, order);
                y[i] = new double[] {out[i]};
            }
            // the normal equations are small; their conditioning is that of a few powers in [−1, 1]
            double[][] turned = Matrices.transposed(powers);
            double[][] found = Svd.of(Matrices.product(turned, powers)).solve(Matrices.product(turned, y));
            return new Polynomial(centre, scale, low, high, found);
        }

        private static double[] powers(double x, int order) {
            double[] powers = new double[order + 1];
            powers[0] = 1;
            for (int k = 1; k <= order; k++) {
                powers[k] = powers[k - 1] * x;
            }
            return powers;
        }

        double at(double in) {
            double inside = Math.min(high, Math.max(low, in));
            double x = (inside - centre) / scale;
            double value = 0;
            double slope = 0;
            for (int k = coefficients.length - 1; k >= 0; k--) {
                slope = slope * x + value;
                value = value * x + coefficients[k][0];
            }
            return value + slope * (in - inside) / scale;
        }
    }

    private WienerCascade(Polynomial[] outputs) {
        this.outputs = outputs;
    }

    /**
     * Fits the nonlinearity.
     *
     * @param linear what the filter predicts, [sample][output]
     * @param wanted what it should predict, [sample][output]
     * @param order of the polynomials, 1 to 9; 3 is usual
     */
    public static WienerCascade fit(double[][] linear, double[][] wanted, int order) {
        Require.count("order", order, 1, 9);
        Require.length("samples", wanted.length, linear.length);
        Require.count("samples", linear.length, order + 1, Integer.MAX_VALUE);
        var outputs = new Polynomial[linear[0].length];
        for (int output = 0; output < outputs.length; output++) {
            outputs[output] = Polynomial.fit(Matrices.column(linear, output), Matrices.column(wanted, output), order);
        }
        return new WienerCascade(outputs);
    }

    /** Returns what becomes of the filter's predictions, [sample][output]. */
    public double[][] apply(double[][] linear) {
        double[][] bent = Matrices.copy(linear);
        for (double[] row : bent) {
            for (int output = 0; output < row.length; output++) {
                row[output] = outputs[output].at(row[output]);
            }
        }
        return bent;
    }
}
