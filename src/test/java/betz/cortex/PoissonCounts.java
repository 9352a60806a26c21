// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import java.util.List;
import java.util.stream.IntStream;

/** Spike counts from 100 to 600 ms after the go cue of output units on 8 clean reaches, as recordings are judged. */
final class PoissonCounts {
    private static final int FROM = 80; // go + 100 ms, steps
    private static final int TO = 130;

    private PoissonCounts() {}

    /** Returns expected counts, [unit][target]. */
    static double[][] expected(OutputUnits units) {
        Recording reaches = recording(units);
        Signal rates = reaches.signal("unit.rate");
        double[][] counts = new double[units.size()][8];
        for (int unit = 0; unit < units.size(); unit++) {
            for (int target = 0; target < 8; target++) {
                for (int step = FROM; step < TO; step++) {
                    counts[unit][target] +=
                            rates.get(target, step, unit) * reaches.trials().dt();
                }
            }
        }
        return counts;
    }

    /** Returns the units' rates on the planned path, until the window ends. */
    static Recording recording(OutputUnits units) {
        TrialBatch trials = CentreOut.of(8, 0.10);
        var names = IntStream.range(0, units.size()).mapToObj(Integer::toString).toList();
        Signal rates = Signal.zeros("unit.rate", "spikes/s", 8, trials.steps(), names);
        Plan plan = Vite.DEFAULT.plan(trials);
        OutputKernel kernel = units.kernel(8, trials.dt(), 0.040);
        for (int step = 0; step < TO; step++) {
            kernel.step(plan.position(step), plan.velocity(step), plan.acceleration(step), plan.difference(step));
            for (int unit = 0; unit < units.size(); unit++) {
                for (int target = 0; target < 8; target++) {
                    rates.set(target, step, unit, kernel.rates()[unit][target]);
                }
            }
        }
        return new Recording(trials, List.of(rates));
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
