// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How much of a target signal's variance a prediction explains: {@code R² = 1 − Σ(y − ŷ)² / Σ(y − mean)²}.
 *
 * @param pooled both sums run over both axes, all trials and all samples; the mean is per axis. With its interval
 * @param axes the same for each axis alone, [axis]
 */
public record Fit(Interval pooled, List<Double> axes) {

    public Fit {
        axes = List.copyOf(axes);
    }

    /**
     * Computes the fit from the sums of each trial.
     *
     * @param sums [trial]
     */
    static Fit of(List<AxisSums> sums, Bootstrap bootstrap, long seed, String purpose) {
        int[] all = IntStream.range(0, sums.size()).toArray();
        Interval pooled = bootstrap.interval(sums.size(), seed, purpose, drawn -> explained(sums, drawn, 0, 1));
        var axes =
                IntStream.of(0, 1).mapToObj(axis -> explained(sums, all, axis)).toList();
        return new Fit(pooled, axes);
    }

    /** Returns R²; NaN where the target does not change. */
    private static double explained(List<AxisSums> sums, int[] trials, int... axes) {
        double spread = spread(sums, trials, axes);
        return spread > 0 ? 1 - error(sums, trials, axes) / spread : Double.NaN;
    }

    private static double error(List<AxisSums> sums, int[] trials, int... axes) {
        return Arrays.stream(axes)
                .mapToDouble(axis -> Arrays.stream(trials)
                        .mapToDouble(t -> sums.get(t).error[axis])
                        .sum())
                .sum();
    }

    private static double spread(List<AxisSums> sums, int[] trials, int... axes) {
        double spread = 0;
        for (int axis : axes) {
            double n = 0;
            double first = 0;
            double second = 0;
            for (int trial : trials) {
                n += sums.get(trial).samples;
                first += sums.get(trial).first[axis];
                second += sums.get(trial).second[axis];
            }
            spread += second - first * first / n;
        }
        return spread;
    }

    /** Sums over the samples of one trial, [axis]; the target is taken relative to a fixed origin near its mean. */
    static final class AxisSums {
        private final double[] error = new double[2];
        private final double[] first = new double[2];
        private final double[] second = new double[2];
        private int samples;

        /** Adds one sample of both axes. */
        void add(double[] target, double[] predicted, double[] origin) {
            for (int axis = 0; axis < 2; axis++) {
                double missed = target[axis] - predicted[axis];
                double centred = target[axis] - origin[axis];
                error[axis] += missed * missed;
                first[axis] += centred;
                second[axis] += centred * centred;
            }
            samples++;
        }

        int samples() {
            return samples;
        }

        /** Returns the sum of squared distances. */
        double squares() {
            return error[0] + error[1];
        }
    }
}
