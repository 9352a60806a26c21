// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.Require;

/**
 * Corticospinal read-out: {@code u = clip(u_rest + D (f - b), 0, 1)} from smoothed rates f and baselines b.
 *
 * <p>There is no free intercept: a population at its baselines commands exactly the excitations of rest.
 */
public final class Readout {
    private final double[] rest;
    private final double[] baseline;
    private final double[] weights;

    /**
     * Wraps a fitted read-out.
     *
     * @param rest excitations at rest, [muscle], 1. Kept, not copied.
     * @param baseline rates at rest, [unit], spikes/s. Kept, not copied.
     * @param weights D, [muscle][unit] row-major, 1 per spike/s. Kept, not copied.
     */
    public Readout(double[] rest, double[] baseline, double[] weights) {
        Require.length("weights of the read-out", weights.length, rest.length * baseline.length);
        this.rest = rest;
        this.baseline = baseline;
        this.weights = weights;
    }

    /** Returns the number of muscles. */
    public int muscles() {
        return rest.length;
    }

    /** Returns the number of units that are read. */
    public int units() {
        return baseline.length;
    }

    /** Returns the excitations at rest, [muscle]; a copy. */
    public double[] rest() {
        return rest.clone();
    }

    /** Returns the baselines, [unit], spikes/s; a copy. */
    public double[] baselines() {
        return baseline.clone();
    }

    /** Returns D, [muscle][unit], row-major; a copy. */
    public double[] weights() {
        return weights.clone();
    }

    /**
     * Writes the excitations.
     *
     * @param smooth smoothed rates, [unit][trial], spikes/s. Not modified.
     * @param excitation [muscle][trial], 0 to 1. Modified.
     */
    public void excite(double[][] smooth, double[][] excitation) {
        for (int muscle = 0; muscle < rest.length; muscle++) {
            double[] u = excitation[muscle];
            java.util.Arrays.fill(u, rest[muscle]);
            for (int unit = 0; unit < baseline.length; unit++) {
                add(weights[muscle * baseline.length + unit], smooth[unit], baseline[unit], u);
            }
            for (int trial = 0; trial < u.length; trial++) {
                u[trial] = Math.max(0, Math.min(1, u[trial]));
            }
        }
    }

    private static void add(double weight, double[] f, double b, double[] u) {
        for (int trial = 0; trial < u.length; trial++) {
            u[trial] += weight * (f[trial] - b);
        }
    }
}
