// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.Require;
import betz.data.SpikeTrains;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Intervals between spikes of one unit, trial by trial; none spans trials.
 *
 * <p>With I₁ and I₂ next to each other in a trial: {@code CV = sd I / mean I} over all intervals,
 * {@code CV2 = mean 2|I₂ − I₁| / (I₁ + I₂)}, {@code LV = 3 mean ((I₁ − I₂) / (I₁ + I₂))²},
 * {@code LvR = 3 mean (1 − 4 I₁ I₂ / (I₁ + I₂)²)(1 + 4R / (I₁ + I₂))}.
 *
 * <p>All but LvR, which is a little greater, are expected to be 1 for a Poisson process, and all are 0 for a clock.
 *
 * @see <a href="https://doi.org/10.1152/jn.1996.75.5.1806">Holt et al. (1996)</a> for CV2
 * @see <a href="https://doi.org/10.1162/089976603322518759">Shinomoto et al. (2003)</a> for LV
 * @see <a href="https://doi.org/10.1371/journal.pcbi.1000433">Shinomoto et al. (2009)</a> for LvR
 */
public final class Intervals {
    private final double[] all;
    private final double[] first;
    private final double[] second;

    private Intervals(double[] all, double[] first, double[] second) {
        this.all = all;
        this.first = first;
        this.second = second;
    }

    /**
     * Takes the intervals between spikes.
     *
     * @param times [trial][spike], s, ascending. Not modified.
     * @throws betz.common.BadSetting if a spike is not later than the one before
     */
    public static Intervals of(double[]... times) {
        double[][] trials = Arrays.stream(times).map(Intervals::between).toArray(double[][]::new);
        return new Intervals(
                Arrays.stream(trials).flatMapToDouble(Arrays::stream).toArray(),
                Arrays.stream(trials)
                        .flatMapToDouble(trial -> Arrays.stream(trial, 0, Math.max(0, trial.length - 1)))
                        .toArray(),
                Arrays.stream(trials)
                        .flatMapToDouble(trial -> Arrays.stream(trial).skip(1))
                        .toArray());
    }

    /** Takes the intervals of one unit. */
    static Intervals of(SpikeTrains trains, int unit) {
        return of(IntStream.range(0, trains.trials())
                .mapToObj(trial -> trains.times(trial, unit))
                .toArray(double[][]::new));
    }

    private static double[] between(double... times) {
        double[] intervals = new double[Math.max(0, times.length - 1)];
        for (int i = 0; i < intervals.length; i++) {
            intervals[i] = times[i + 1] - times[i];
            if (!(intervals[i] > 0)) {
                String found = "at " + times[i + 1] + " s after one at " + times[i] + " s";
                Require.that(false, "a spike", found, "one later than the spike before it");
            }
        }
        return intervals;
    }

    /** Returns all intervals, s; not a copy. */
    public double[] all() {
        return all;
    }

    /** Returns how many pairs of intervals lie next to each other. */
    public int pairs() {
        return first.length;
    }

    /** Returns the coefficient of variation, with n below the variance; NaN without an interval. */
    public double cv() {
        double mean = Arrays.stream(all).average().orElse(Double.NaN);
        double variance =
                Arrays.stream(all).map(i -> (i - mean) * (i - mean)).average().orElse(Double.NaN);
        return Math.sqrt(variance) / mean;
    }

    /** Returns CV2; NaN without a pair. */
    public double cv2() {
        return mean(i -> 2 * Math.abs(second[i] - first[i]) / (first[i] + second[i]));
    }

    /** Returns LV; NaN without a pair. */
    public double lv() {
        return lvR(0);
    }

    /**
     * Returns LvR; NaN without a pair.
     *
     * @param refractory the refractoriness constant R, s
     */
    public double lvR(double refractory) {
        return mean(i -> {
            double sum = first[i] + second[i];
            double part = (first[i] - second[i]) / sum; // its square is 1 − 4 I₁ I₂ / (I₁ + I₂)²
            return 3 * part * part * (1 + 4 * refractory / sum);
        });
    }

    private double mean(IntToDoubleFunction term) {
        return IntStream.range(0, first.length).mapToDouble(term).average().orElse(Double.NaN);
    }
}
