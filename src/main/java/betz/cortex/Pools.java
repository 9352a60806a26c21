// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.TrialBatch;
import betz.math.Poisson;
import java.util.Arrays;

/**
 * Pools of Poisson cells, one behind each output unit: what arrives is {@code count / (cells dt)}, whose mean is the unit's
 * rate r.
 *
 * <p>In a step the recorded cell fires Poisson(r dt) times and all others together Poisson((cells - 1) r dt) times, so that
 * the pool's count is Poisson(cells r dt).
 */
final class Pools implements Firing {
    private final int cells;
    private final double dt;
    private final RandomStream[] random;
    private final double[] arriving;
    private final double[][] recorded;

    Pools(int cells, int units, TrialBatch trials, Draws draws) {
        this.cells = cells;
        this.dt = trials.dt();
        random = new RandomStream[trials.size()];
        Arrays.setAll(random, trial -> draws.stream("pool spikes", trial));
        arriving = new double[trials.size()];
        recorded = new double[units][trials.size()];
    }

    @Override
    public double[] fire(int unit, double[] rate) {
        double[] one = recorded[unit];
        for (int trial = 0; trial < one.length; trial++) {
            double mean = rate[trial] * dt;
            one[trial] = Poisson.draw(mean, random[trial]);
            int others = cells == 1 ? 0 : Poisson.draw((cells - 1) * mean, random[trial]);
            arriving[trial] = (one[trial] + others) / (cells * dt);
        }
        return arriving;
    }

    /** Returns how often the recorded cell of each pool fired in the last step, [unit][trial]; not a copy. */
    double[][] recorded() {
        return recorded;
    }
}
