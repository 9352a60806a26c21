// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;

/**
 * Activity taken apart: what all conditions share over time, and what of each condition is its own.
 *
 * <p>With a bar for means over what its index leaves out, {@code x_ct − x̄ = (x̄_t − x̄) + (x_ct − x̄_t)}. The second part holds
 * what a condition changes at all times together with its interaction with time. The parts are orthogonal over the samples of any
 * two units, so their sums of squares add up to that of the whole.
 */
final class Marginals {
    private final double[][] all;
    private final double[][] time;
    private final double[][] condition;

    private Marginals(double[][] all, double[][] time, double[][] condition) {
        this.all = all;
        this.time = time;
        this.condition = condition;
    }

    /** Takes some activity apart. */
    static Marginals of(Activity activity) {
        double[][] rows = activity.rows();
        double[][] all = Matrices.centred(rows, Matrices.means(rows));
        double[][] shared = activity.with(all).acrossConditions();
        double[][] time = new double[all.length][];
        for (int row = 0; row < time.length; row++) {
            time[row] = shared[row % shared.length].clone();
        }
        return new Marginals(all, time, Matrices.sum(all, -1, time));
    }

    /** Returns every sample less the mean of its unit, [condition x time][unit]; not a copy. */
    double[][] all() {
        return all;
    }

    /**
     * Returns the mean over conditions less each unit's mean, for each condition anew, [condition x time][unit]; not a copy.
     */
    double[][] time() {
        return time;
    }

    /** Returns each sample less the mean over conditions at its time, [condition x time][unit]; not a copy. */
    double[][] condition() {
        return condition;
    }
}
