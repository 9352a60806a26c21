// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * How long a piece of work takes.
 *
 * @param min fastest of the measured times, ms
 * @param median ms
 * @param max slowest, ms
 * @param iterations how often it was measured
 */
public record Timing(double min, double median, double max, int iterations) {
    private static final double NANO = 1e-9;
    private static final double MILLI = 1e-6; // of a nanosecond in ms

    /** Fewest measured times. */
    private static final int LEAST = 5;

    /** Warms up for half as long as it then measures, s. */
    static Timing of(double seconds, Runnable work) {
        return each(seconds, List.of(work)).get(0);
    }

    /** Times several pieces of work in turn, all of them warm, so that none has a better moment than another; all together for so long, s. */
    static List<Timing> each(double seconds, List<Runnable> works) {
        repeat(seconds / 2, works);
        return repeat(seconds, works).stream().map(Timing::of).toList();
    }

    private static Timing of(double[] times) {
        Arrays.sort(times);
        return new Timing(times[0], times[times.length / 2], times[times.length - 1], times.length);
    }

    /** Returns how long each took, [work][round], ms. */
    private static List<double[]> repeat(double seconds, List<Runnable> works) {
        List<DoubleStream.Builder> times =
                works.stream().map(work -> DoubleStream.builder()).toList();
        long begin = System.nanoTime();
        for (int done = 0; done < LEAST || (System.nanoTime() - begin) * NANO < seconds; done++) {
            for (int i = 0; i < works.size(); i++) {
                long before = System.nanoTime();
                works.get(i).run();
                times.get(i).add((System.nanoTime() - before) * MILLI);
            }
        }
        return times.stream().map(builder -> builder.build().toArray()).toList();
    }

    /** Returns operations per nanosecond at the median time. */
    double giga(double operations) {
        return operations / (median / MILLI);
    }

    Map<String, Double> milliseconds() {
        Map<String, Double> told = new LinkedHashMap<>();
        told.put("min", min);
        told.put("median", median);
        told.put("max", max);
        return told;
    }
}
