// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.SpikeTrains;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Spike trains of processes of which the statistics are known. */
final class Trains {
    private Trains() {}

    /** Returns times from 0 on until an end, with intervals as drawn. */
    static double[] renewal(double end, DoubleSupplier interval) {
        return DoubleStream.iterate(interval.getAsDouble(), t -> t < end, t -> t + interval.getAsDouble())
                .toArray();
    }

    /** Returns the sum of so many exponential times, of a given mean altogether. */
    static double gamma(RandomStream random, int shape, double mean) {
        return IntStream.range(0, shape)
                .mapToDouble(i -> -StrictMath.log(1 - random.nextDouble()) * mean / shape)
                .sum();
    }

    /**
     * Returns trains of gamma processes.
     *
     * @param rates [unit], spikes/s; condition c multiplies them by c + 1
     */
    static SpikeTrains of(long seed, int conditions, int trials, double end, int shape, double... rates) {
        double[][][] times = new double[conditions * trials][rates.length][];
        Condition[] kinds = new Condition[times.length];
        for (int trial = 0; trial < times.length; trial++) {
            int c = trial % conditions;
            kinds[trial] = new Condition(c, "c" + c, 0);
            for (int unit = 0; unit < rates.length; unit++) {
                var random = RandomStream.of(seed, "train", trial, unit);
                double mean = 1 / (rates[unit] * (c + 1));
                times[trial][unit] = renewal(end, () -> gamma(random, shape, mean));
            }
        }
        return new SpikeTrains(Arrays.asList(kinds), names(rates.length), 0, end, times);
    }

    /** Returns trains of one condition. */
    static SpikeTrains of(double from, double to, double[][]... times) {
        Condition[] kinds = new Condition[times.length];
        Arrays.fill(kinds, new Condition(0, "right", 0));
        return new SpikeTrains(Arrays.asList(kinds), names(times[0].length), from, to, times);
    }

    static List<String> names(int units) {
        return IntStream.rangeClosed(1, units).mapToObj(i -> "u" + i).toList();
    }

    static Subject subject(SpikeTrains trains) {
        return new Subject(null, null, trains, null, 1);
    }
}
