// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.Require;
import betz.data.Condition;
import betz.data.SpikeTrains;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mean and variance over trials of the spikes in each window, for every pair of a unit and a condition.
 *
 * <p>Pairs are counted condition after condition: {@code condition × units + unit}. Variances have n − 1 below them.
 */
final class WindowCounts {
    /** A spike this much before a window's beginning is in it, so that rounded times fall where they were meant to, s. */
    private static final double SPARE = 1e-9;

    private final double[] begins;
    private final double[][] means;
    private final double[][] variances;
    private final int[] trials;

    private WindowCounts(double[] begins, int pairs) {
        this.begins = begins;
        this.means = new double[begins.length][pairs];
        this.variances = new double[begins.length][pairs];
        this.trials = new int[pairs];
    }

    /**
     * Counts spikes in windows from the beginning of the trials on, as far as whole windows go.
     *
     * @param window width, s
     * @param step from window to window, s
     * @throws betz.common.BadSetting if no window fits, or a condition has one trial
     */
    static WindowCounts of(SpikeTrains trains, double window, double step) {
        double length = trains.to() - trains.from();
        Require.that(
                window <= length + SPARE,
                "window",
                Milliseconds.of(window),
                "no more than the trials' " + Milliseconds.of(length));
        int windows = 1 + (int) ((length - window + SPARE) / step);
        double[] begins = IntStream.range(0, windows)
                .mapToDouble(i -> trains.from() + i * step)
                .toArray();
        List<Condition> conditions = trains.conditions().stream().distinct().toList();
        int units = trains.units().size();
        var counts = new WindowCounts(begins, conditions.size() * units);
        for (int c = 0; c < conditions.size(); c++) {
            int[] own = trialsOf(trains, conditions.get(c));
            for (int unit = 0; unit < units; unit++) {
                counts.trials[c * units + unit] = own.length;
                counts.fill(trains, own, unit, c * units + unit, window);
            }
        }
        return counts;
    }

    private static int[] trialsOf(SpikeTrains trains, Condition condition) {
        int[] own = IntStream.range(0, trains.trials())
                .filter(trial -> trains.conditions().get(trial).equals(condition))
                .toArray();
        Require.that(
                own.length > 1,
                "trials of condition " + condition.label(),
                Integer.toString(own.length),
                "2 or more, since a variance over trials is sought");
        return own;
    }

    private void fill(SpikeTrains trains, int[] own, int unit, int pair, double window) {
        for (int w = 0; w < begins.length; w++) {
            double begin = begins[w] - SPARE;
            int[] count = IntStream.of(own)
                    .map(trial -> trains.count(trial, unit, begin, begin + window))
                    .toArray();
            double mean = IntStream.of(count).average().orElse(Double.NaN);
            double squares = IntStream.of(count)
                    .mapToDouble(n -> (n - mean) * (n - mean))
                    .sum();
            means[w][pair] = mean;
            variances[w][pair] = squares / (count.length - 1);
        }
    }

    /** Returns where each window begins, s; not a copy. */
    double[] begins() {
        return begins;
    }

    /** Returns the mean counts, [window][pair]; not a copy. */
    double[][] means() {
        return means;
    }

    /** Returns the variances of counts, [window][pair]; not a copy. */
    double[][] variances() {
        return variances;
    }

    /** Returns how many trials each pair has; not a copy. */
    int[] trials() {
        return trials;
    }
}
