// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import java.util.Arrays;

/**
 * Rates of the output units in a batch of trials, and the same smoothed by an exponential kernel:
 * {@code f <- f + (1 - exp(-dt/tau)) (r - f)}, starting at the baselines; r is what {@link Firing} makes of the rate.
 */
public final class OutputKernel {
    private static final double GREATEST_RATE = 100; // spikes/s
    private final OutputUnits units;
    private final MotorFeatures features;
    private final Firing firing;
    private final TouchedRates touch;
    private final int[] lag;
    private final double smoothing;
    private final double[][] rate;
    private final double[][] smooth;

    OutputKernel(OutputUnits units, int batch, double dt, double tau, Firing firing, TouchedRates touch) {
        this.units = units;
        this.firing = firing;
        this.touch = touch;
        lag = Arrays.stream(units.lag).mapToInt(s -> (int) Math.round(s / dt)).toArray();
        features = new MotorFeatures(Arrays.stream(lag).max().orElse(0), batch);
        smoothing = 1 - StrictMath.exp(-dt / tau);
        rate = new double[units.size()][batch];
        smooth = new double[units.size()][batch];
        for (int unit = 0; unit < units.size(); unit++) {
            Arrays.fill(rate[unit], units.baseline[unit]);
            Arrays.fill(smooth[unit], units.baseline[unit]);
            touch.hearStart(unit, smooth[unit]);
        }
    }

    /** Advances one step with P (m), M (m/s), A* (m/s²) and V (m), each [axis][trial]. Not modified. */
    public void step(double[][] position, double[][] velocity, double[][] acceleration, double[][] difference) {
        features.add(position, velocity, acceleration, difference);
        for (int unit = 0; unit < lag.length; unit++) {
            sum(unit, features.ago(lag[unit]), rate[unit]);
            scale(units.baseline[unit], units.gain[unit], rate[unit]);
            touch.drive(unit, rate[unit]);
            rectify(rate[unit]);
            touch.hear(unit, rate[unit]);
            follow(firing.fire(unit, rate[unit]), smooth[unit]);
        }
    }

    /** Returns the rates after the last step, [unit][trial], spikes/s; not a copy. */
    public double[][] rates() {
        return rate;
    }

    /** Returns the smoothed rates after the last step, [unit][trial], spikes/s; not a copy. */
    public double[][] smooth() {
        return smooth;
    }

    private void sum(int unit, double[][] feature, double[] sum) {
        Arrays.fill(sum, 0);
        for (int i = 0; i < MotorFeatures.COUNT; i++) {
            double weight = units.weights[unit * MotorFeatures.COUNT + i];
            if (weight != 0) {
                double[] row = feature[i];
                for (int trial = 0; trial < sum.length; trial++) {
                    sum[trial] += weight * row[trial];
                }
            }
        }
    }

    private static void scale(double baseline, double gain, double[] r) {
        for (int trial = 0; trial < r.length; trial++) {
            r[trial] = baseline + gain * r[trial];
        }
    }

    private static void rectify(double[] r) {
        for (int trial = 0; trial < r.length; trial++) {
            r[trial] = Math.max(0, Math.min(GREATEST_RATE, r[trial]));
        }
    }

    private void follow(double[] r, double[] f) {
        for (int trial = 0; trial < r.length; trial++) {
            f[trial] += smoothing * (r[trial] - f[trial]);
        }
    }
}
