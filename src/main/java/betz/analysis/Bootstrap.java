// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Confidence intervals by drawing trials with replacement: the percentiles of the figure over the draws.
 *
 * @param resamples number of draws
 * @param level share of the draws inside the interval
 * @see <a href="https://doi.org/10.1214/aos/1176344552">Efron (1979)</a>
 */
public record Bootstrap(
        @About("How often trials are drawn anew.") int resamples,
        @About("Share of the draws inside the interval.") double level) {
    /** 95 % of 1,000 draws. */
    public static final Bootstrap DEFAULT = new Bootstrap(1000, 0.95);

    public Bootstrap {
        Require.count("resamples", resamples, 1, 1_000_000);
        Require.within("level", level, 0, 1, "");
    }

    /**
     * Returns a figure with its interval.
     *
     * @param trials number of trials
     * @param seed with {@code purpose}, fixes the draws
     * @param purpose name of the figure
     * @param figure computed from drawn trials, whose numbers may repeat; must not modify them
     */
    public Interval interval(int trials, long seed, String purpose, ToDoubleFunction<int[]> figure) {
        Require.count("trials", trials, 1, Integer.MAX_VALUE);
        var random = RandomStream.of(seed, "bootstrap " + purpose);
        int[] drawn = new int[trials];
        double[] figures = new double[resamples];
        for (int draw = 0; draw < resamples; draw++) {
            for (int i = 0; i < trials; i++) {
                drawn[i] = random.nextInt(trials);
            }
            figures[draw] = figure.applyAsDouble(drawn);
        }
        double all = figure.applyAsDouble(IntStream.range(0, trials).toArray());
        return new Interval(
                all, Samples.quantile(figures, (1 - level) / 2), Samples.quantile(figures, (1 + level) / 2));
    }

    /**
     * Returns the middle of one value per trial with its interval, such as a median.
     *
     * @param name of the figure, which with the seed fixes the draws
     * @param unit of the values
     * @param values [trial]. Not modified.
     * @param middle computed from drawn values
     * @param seed with the name, fixes the draws
     */
    public Measure measure(String name, String unit, double[] values, ToDoubleFunction<double[]> middle, long seed) {
        ToDoubleFunction<int[]> drawn = trials -> middle.applyAsDouble(
                Arrays.stream(trials).mapToDouble(i -> values[i]).toArray());
        return new Measure(name, unit, interval(values.length, seed, name, drawn));
    }

    /** Returns this method in words. */
    public String text() {
        return "Intervals: percentile bootstrap over trials, " + resamples + " resamples, level " + level + ", seeded.";
    }
}
