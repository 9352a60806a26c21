// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;

/**
 * Smooths rates with a Gaussian that is cut at four standard deviations; ends are mirrored, so a constant stays constant.
 *
 * <p>Samples mirror as {@code b a | a b c}. 20 to 30 ms are usual for reaches.
 */
public final class GaussianSmoother {
    /** Where the kernel is cut, standard deviations. */
    private static final double CUT = 4;

    private final double[] kernel;

    /**
     * Makes the kernel.
     *
     * @param sd standard deviation, s
     * @param dt step, s
     */
    public GaussianSmoother(double sd, double dt) {
        Require.positive("sd", sd, "s");
        Require.positive("dt", dt, "s");
        double steps = sd / dt;
        int radius = (int) (CUT * steps + 0.5);
        kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int i = -radius; i <= radius; i++) {
            kernel[i + radius] = StrictMath.exp(-0.5 * i * i / (steps * steps));
            sum += kernel[i + radius];
        }
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] /= sum;
        }
    }

    /** Returns the smoothed samples; at least one. */
    public double[] smooth(double[] samples) {
        int radius = kernel.length / 2;
        double[] smooth = new double[samples.length];
        for (int t = 0; t < samples.length; t++) {
            double sum = 0;
            for (int i = -radius; i <= radius; i++) {
                sum += kernel[i + radius] * samples[mirrored(t + i, samples.length)];
            }
            smooth[t] = sum;
        }
        return smooth;
    }

    private static int mirrored(int index, int length) {
        int place = Math.floorMod(index, 2 * length);
        return place < length ? place : 2 * length - 1 - place;
    }
}
