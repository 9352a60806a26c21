// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.RandomStream;
import java.util.random.RandomGenerator;

/**
 * A sampled population of output units (layer 5): rectified sums of {@link MotorFeatures}, as {@link Tuning} states.
 *
 * <p>Unit i is drawn from its own stream, so a greater population begins with the units of a smaller one.
 */
public final class OutputUnits {
    private static final double LAG_STEP = 0.010; // s, grid of the lags
    final double[] baseline;
    final double[] gain;
    final double[] lag;
    final double[] preferred;
    final double[] weights;

    private OutputUnits(int units) {
        baseline = new double[units];
        gain = new double[units];
        lag = new double[units];
        preferred = new double[units];
        weights = new double[units * MotorFeatures.COUNT];
    }

    /** Draws a population; the same seed gives the same units. */
    public static OutputUnits sample(Tuning tuning, int units, long seed) {
        var sampled = new OutputUnits(units);
        for (int unit = 0; unit < units; unit++) {
            sampled.draw(unit, tuning, RandomStream.of(seed, "tuned output unit", unit));
        }
        return sampled;
    }

    /** Returns the number of units. */
    public int size() {
        return baseline.length;
    }

    /** Returns the rates at rest, [unit], spikes/s; a copy. */
    public double[] baselines() {
        return baseline.clone();
    }

    /** Returns the preferred directions for velocity, [unit], rad; a copy. */
    public double[] preferredDirections() {
        return preferred.clone();
    }

    /** Returns a worker at rest for a batch of trials; rates are smoothed with time constant {@code smoothing}, s. */
    public OutputKernel kernel(int batch, double dt, double smoothing) {
        return kernel(batch, dt, smoothing, Firing.OF_RATES, TouchedRates.none());
    }

    /** Returns the same where the kernel follows what the units' cells fire, and where units are touched. */
    OutputKernel kernel(int batch, double dt, double smoothing, Firing firing, TouchedRates touch) {
        return new OutputKernel(this, batch, dt, smoothing, firing, touch);
    }

    private void draw(int unit, Tuning tuning, RandomGenerator random) {
        double theta = PreferredDirection.draw(tuning, random);
        preferred[unit] = theta;
        baseline[unit] = tuning.baseline().draw(random);
        gain[unit] = tuning.gain().draw(random);
        int row = unit * MotorFeatures.COUNT;
        vector(row + 2, Math.abs(1 + 0.4 * random.nextGaussian()), theta);
        if (tuning.features() == Features.FULL) {
            drawRest(unit, row, theta, tuning, random);
        }
    }

    private void drawRest(int unit, int row, double theta, Tuning tuning, RandomGenerator random) {
        vector(row, share(tuning.position(), random), theta + tuning.spread() * random.nextGaussian());
        vector(row + 4, share(tuning.acceleration(), random), theta + tuning.spread() * random.nextGaussian());
        weights[row + 6] = tuning.speed() * (1 + random.nextGaussian());
        vector(row + 7, tuning.harmonic() * Math.abs(random.nextGaussian()), 2 * Math.PI * random.nextDouble());
        weights[row + 9] = tuning.preparation() * random.nextGaussian();
        weights[row + 10] = tuning.preparation() * random.nextGaussian();
        int lags = (int) Math.round(tuning.lag() / LAG_STEP) + 1;
        lag[unit] = LAG_STEP * (int) (lags * random.nextDouble());
    }

    private static double share(double scale, RandomGenerator random) {
        return scale * (1 + 0.6 * random.nextGaussian());
    }

    private void vector(int place, double length, double angle) {
        weights[place] = length * StrictMath.cos(angle);
        weights[place + 1] = length * StrictMath.sin(angle);
    }
}
