// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * Sums up R² = 1 - sum (y - yhat)² / sum (y - mean)² per channel.
 *
 * <p>Targets are counted from their first value, so that a constant one has no spread at all.
 */
final class FitQuality {
    private final double[] error;
    private final double[] origin;
    private final double[] sum;
    private final double[] square;
    private int samples;

    FitQuality(int channels) {
        error = new double[channels];
        origin = new double[channels];
        sum = new double[channels];
        square = new double[channels];
    }

    /** Adds one sample: what should be, [channel], and what is, [channel][trial]. Not modified. */
    void add(double[] target, double[][] found, int trial) {
        if (samples == 0) {
            System.arraycopy(target, 0, origin, 0, origin.length);
        }
        samples++;
        for (int i = 0; i < error.length; i++) {
            double off = found[i][trial] - target[i];
            error[i] += off * off;
            double above = target[i] - origin[i];
            sum[i] += above;
            square[i] += above * above;
        }
    }

    /** Returns R², [channel]; 0 where the target is constant. */
    double[] rSquared() {
        double[] fit = new double[error.length];
        for (int i = 0; i < fit.length; i++) {
            double spread = square[i] - sum[i] * sum[i] / samples;
            fit[i] = spread > 0 ? 1 - error[i] / spread : 0;
        }
        return fit;
    }
}
