// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Interval;
import java.util.function.Function;

/**
 * Intervals of figures of a population by leaving out one condition after the other.
 *
 * <p>With n conditions and figures θᵢ without the i-th, the variance is {@code (n − 1)/n Σ (θᵢ − mean)²}; the interval is the figure of
 * all and 1.96 standard errors to either side.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
 */
public final class Jackknife {
    /** Standard errors from the middle of a normal distribution to the ends of its 95 %. */
    private static final double NORMAL_95 = 1.959963984540054;

    private static final int FEWEST = 3;

    private Jackknife() {}

    /**
     * Returns several figures with their intervals, which are NaN where there are fewer than three conditions.
     *
     * @param figures of some activity, the same number of them each time
     */
    public static Interval[] of(Activity activity, Function<Activity, double[]> figures) {
        double[] all = figures.apply(activity);
        int n = activity.conditions().size();
        double[][] without = new double[n < FEWEST ? 0 : n][];
        for (int i = 0; i < without.length; i++) {
            without[i] = figures.apply(activity.without(i));
        }
        Interval[] intervals = new Interval[all.length];
        for (int k = 0; k < all.length; k++) {
            double half = without.length == 0 ? Double.NaN : NORMAL_95 * standardError(without, k);
            intervals[k] = new Interval(all[k], all[k] - half, all[k] + half);
        }
        return intervals;
    }

    private static double standardError(double[][] without, int k) {
        int n = without.length;
        double mean = 0;
        for (double[] one : without) {
            mean += one[k] / n;
        }
        double squares = 0;
        for (double[] one : without) {
            squares += (one[k] - mean) * (one[k] - mean);
        }
        return Math.sqrt(squares * (n - 1) / n);
    }

    /** Returns this method in words. */
    public static String text() {
        return "Intervals of populations: jackknife over conditions, 1.96 standard errors.";
    }
}
