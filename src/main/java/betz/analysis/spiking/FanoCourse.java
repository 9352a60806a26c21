// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Samples;
import betz.common.RandomStream;
import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Fano factors over windows: the slope of variance against mean over pairs of a unit and a condition. */
final class FanoCourse {
    /** Half an interval of about 95 %, standard errors. */
    private static final double HALF = 2;

    private final double[] value;
    private final double[] low;
    private final double[] high;
    private final double[] mean;

    private final int[] draws;

    private FanoCourse(int windows) {
        value = new double[windows];
        low = new double[windows];
        high = new double[windows];
        mean = new double[windows];
        draws = new int[windows];
    }

    /**
     * Fits every window to all pairs.
     *
     * @param soften what is added to a mean before weights are made of it, spikes; NaN weighs all pairs alike
     */
    static FanoCourse all(WindowCounts counts, double soften) {
        int[] all = IntStream.range(0, counts.trials().length).toArray();
        var course = new FanoCourse(counts.begins().length);
        course.add(counts, soften, window -> all);
        return course.averaged();
    }

    /** Fits every window to pairs of the same means in all windows, and averages over repeated draws. */
    static FanoCourse matched(WindowCounts counts, double soften, MeanMatching matching, int repeats, long seed) {
        var course = new FanoCourse(counts.begins().length);
        for (int i = 0; i < repeats; i++) {
            long repeat = i;
            course.add(
                    counts,
                    soften,
                    window -> matching.draw(window, RandomStream.of(seed, "mean matching", repeat, window)));
        }
        return course.averaged();
    }

    private FanoCourse averaged() {
        for (int window = 0; window < value.length; window++) {
            double share = 1.0 / draws[window]; // without any: 0 times infinity, not a number
            value[window] *= share;
            low[window] *= share;
            high[window] *= share;
            mean[window] *= share;
        }
        return this;
    }

    /** Adds a draw's share; one that keeps only pairs without a spike tells nothing and leaves the others theirs. */
    private void add(WindowCounts counts, double soften, IntFunction<int[]> chosen) {
        for (int window = 0; window < value.length; window++) {
            int[] pairs = chosen.apply(window);
            double[] x = pick(counts.means()[window], pairs);
            double[] y = pick(counts.variances()[window], pairs);
            var slope = OriginSlope.of(x, y, weights(x, pairs, counts.trials(), soften));
            if (Double.isFinite(slope.value())) {
                value[window] += slope.value();
                low[window] += slope.value() - HALF * slope.error();
                high[window] += slope.value() + HALF * slope.error();
                mean[window] += Samples.mean(x);
                draws[window]++;
            }
        }
    }

    /** The variance of a variance grows as the mean squared and falls as the number of trials. */
    static double[] weights(double[] means, int[] pairs, int[] trials, double soften) {
        double[] weights = new double[means.length];
        Arrays.setAll(
                weights,
                i -> Double.isNaN(soften) ? 1 : trials[pairs[i]] / ((means[i] + soften) * (means[i] + soften)));
        return weights;
    }

    private static double[] pick(double[] values, int[] pairs) {
        return IntStream.of(pairs).mapToDouble(pair -> values[pair]).toArray();
    }

    /** Returns the Fano factor of each window, NaN where nothing spiked; not a copy. */
    double[] value() {
        return value;
    }

    /** Returns the lower ends of their intervals; not a copy. */
    double[] low() {
        return low;
    }

    /** Returns the upper ends; not a copy. */
    double[] high() {
        return high;
    }

    /** Returns the mean count of the pairs in each window, spikes; not a copy. */
    double[] mean() {
        return mean;
    }
}
