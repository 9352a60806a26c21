// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.RandomStream;
import betz.data.TrialBatch;

/** Spike counts from 100 to 600 ms after the go cue of output units on 8 clean reaches, as recordings are judged. */
final class PoissonCounts {
    private static final int FROM = 80; // go + 100 ms, steps
    private static final int TO = 130;

    private PoissonCounts() {}

    /** Returns expected counts, [unit][target]. */
    static double[][] expected(OutputUnits units) {
        TrialBatch trials = CentreOut.of(8, 0.10);
        Plan plan = Vite.DEFAULT.plan(trials);
        OutputKernel kernel = units.kernel(8, trials.dt(), 0.040);
        double[][] counts = new double[units.size()][8];
        for (int step = 0; step < TO; step++) {
            kernel.step(plan.position(step), plan.velocity(step), plan.acceleration(step), plan.difference(step));
            for (int unit = 0; step >= FROM && unit < units.size(); unit++) {
                for (int target = 0; target < 8; target++) {
                    counts[unit][target] += kernel.rates()[unit][target] * trials.dt();
                }
            }
        }
        return counts;
    }

    /** Draws counts, [unit][target][trial]. */
    static double[][][] draw(double[][] expected, int trials, long seed) {
        double[][][] counts = new double[expected.length][8][trials];
        for (int unit = 0; unit < expected.length; unit++) {
            var random = RandomStream.of(seed, "poisson counts", unit);
            for (int target = 0; target < 8; target++) {
                for (int trial = 0; trial < trials; trial++) {
                    counts[unit][target][trial] = poisson(expected[unit][target], random);
                }
            }
        }
        return counts;
    }

    private static int poisson(double mean, RandomStream random) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }
}
