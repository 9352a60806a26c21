// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.RandomStream;

/**
 * A sampled population of planning units (layers 2/3): {@code r = [b + k |V|/0.1 m cos(theta_V - theta)]+}.
 *
 * <p>They are tuned from the moment the target appears, and drive no muscle.
 */
public final class PlanningUnits {
    private final double[] baseline;
    private final double[] weightX;
    private final double[] weightY;
    private final double[] preferred;

    private PlanningUnits(int units) {
        baseline = new double[units];
        weightX = new double[units];
        weightY = new double[units];
        preferred = new double[units];
    }

    /** Draws a population; the same seed gives the same units. */
    public static PlanningUnits sample(Tuning tuning, int units, long seed) {
        var sampled = new PlanningUnits(units);
        for (int unit = 0; unit < units; unit++) {
            var random = RandomStream.of(seed, "tuned planning unit", unit);
            double theta = PreferredDirection.draw(tuning, random);
            sampled.preferred[unit] = theta;
            sampled.baseline[unit] = tuning.baseline().draw(random);
            double gain = tuning.gain().draw(random) / MotorFeatures.LENGTH;
            sampled.weightX[unit] = gain * StrictMath.cos(theta);
            sampled.weightY[unit] = gain * StrictMath.sin(theta);
        }
        return sampled;
    }

    /** Returns the number of units. */
    public int size() {
        return baseline.length;
    }

    /** Returns the direction that a unit prefers, rad. */
    double preferred(int unit) {
        return preferred[unit];
    }

    /**
     * Writes the rates for a difference vector.
     *
     * @param difference V, [axis][trial], m. Not modified.
     * @param touch what is done to the units, which it knows by their rows
     * @param rate [row][trial], spikes/s. Modified from row {@code first} on.
     */
    void rates(double[][] difference, TouchedRates touch, double[][] rate, int first) {
        for (int unit = 0; unit < baseline.length; unit++) {
            double[] row = rate[first + unit];
            for (int trial = 0; trial < row.length; trial++) {
                double drive = weightX[unit] * difference[0][trial] + weightY[unit] * difference[1][trial];
                row[trial] = baseline[unit] + drive;
            }
            touch.drive(first + unit, row);
            for (int trial = 0; trial < row.length; trial++) {
                row[trial] = Math.max(0, row[trial]);
            }
            touch.hear(first + unit, row);
        }
    }
}
