// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.Require;

/**
 * Smooths rates with the half of a Gaussian that looks back, cut at four standard deviations, so nothing is seen before it
 * happens.
 *
 * <p>At the beginning, where less of the past is known, the weights of what is known sum to 1.
 */
public final class CausalSmoother {
    private static final double CUT = 4;

    private final double[] kernel;

    /**
     * Makes the kernel.
     *
     * @param sd standard deviation of the whole Gaussian, s
     * @param dt step, s
     */
    public CausalSmoother(double sd, double dt) {
        Require.positive("sd", sd, "s");
        Require.positive("dt", dt, "s");
        double steps = sd / dt;
        kernel = new double[(int) (CUT * steps + 0.5) + 1];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = StrictMath.exp(-0.5 * i * i / (steps * steps));
        }
    }

    /** Returns the smoothed samples. */
    public double[] smooth(double[] samples) {
        double[] smooth = new double[samples.length];
        double weights = 0;
        for (int t = 0; t < samples.length; t++) {
            weights += t < kernel.length ? kernel[t] : 0;
            for (int i = 0; i < kernel.length && i <= t; i++) {
                smooth[t] += kernel[i] * samples[t - i];
            }
            smooth[t] /= weights;
        }
        return smooth;
    }
}
