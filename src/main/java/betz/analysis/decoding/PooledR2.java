// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import java.util.ArrayList;
import java.util.List;

/**
 * Explained share of a target's variance, {@code R² = 1 − Σ(y − ŷ)²/Σ(y − mean)²}: both sums run over all axes, trials and samples;
 * the mean is per axis.
 */
final class PooledR2 {
    private final List<Sums> trials = new ArrayList<>();

    private static final class Sums {
        private final double[] first;
        private double second;
        private double error;
        private int samples;

        Sums(int axes) {
            first = new double[axes];
        }
    }

    /** Adds a trial, [sample][axis]. */
    void add(double[][] target, double[][] predicted) {
        var sums = new Sums(target[0].length);
        for (int t = 0; t < target.length; t++) {
            for (int axis = 0; axis < target[t].length; axis++) {
                double missed = target[t][axis] - predicted[t][axis];
                sums.error += missed * missed;
                sums.first[axis] += target[t][axis];
                sums.second += target[t][axis] * target[t][axis];
            }
            sums.samples++;
        }
        trials.add(sums);
    }

    int size() {
        return trials.size();
    }

    /** Returns R² over some trials, which may repeat; NaN where their target does not change. */
    double over(int... chosen) {
        double[] first = new double[trials.get(0).first.length];
        double spread = 0;
        double error = 0;
        double samples = 0;
        for (int trial : chosen) {
            Sums sums = trials.get(trial);
            samples += sums.samples;
            spread += sums.second;
            error += sums.error;
            for (int axis = 0; axis < first.length; axis++) {
                first[axis] += sums.first[axis];
            }
        }
        for (double sum : first) {
            spread -= sum * sum / samples;
        }
        return spread > 0 ? 1 - error / spread : Double.NaN;
    }
}
