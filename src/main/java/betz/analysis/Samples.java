// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import java.util.Arrays;

/** Summaries of samples; NaN stands for a figure that could not be computed and is passed over. */
public final class Samples {
    private Samples() {}

    /** Returns the mean of the numbers, NaN if there is none. */
    public static double mean(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).average().orElse(Double.NaN);
    }

    /** Returns the median of the numbers, NaN if there is none. */
    public static double median(double[] values) {
        return quantile(values, 0.5);
    }

    /** Returns a quantile by linear interpolation between order statistics, Hyndman &amp; Fan's type 7. */
    public static double quantile(double[] values, double share) {
        double[] sorted =
                Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        double part = place - below;
        return part == 0 ? sorted[below] : sorted[below] + part * (sorted[above] - sorted[below]);
    }

    /** Returns Pearson's correlation; NaN if either does not vary. */
    public static double correlation(double[] a, double[] b) {
        double meanA = Arrays.stream(a).average().orElse(Double.NaN);
        double meanB = Arrays.stream(b).average().orElse(Double.NaN);
        double ab = 0;
        double aa = 0;
        double bb = 0;
        for (int i = 0; i < a.length; i++) {
            ab += (a[i] - meanA) * (b[i] - meanB);
            aa += (a[i] - meanA) * (a[i] - meanA);
            bb += (b[i] - meanB) * (b[i] - meanB);
        }
        return ab / Math.sqrt(aa * bb);
    }
}
