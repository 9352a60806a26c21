// SPDX-License-Identifier: Apache-2.0
package betz.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

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
        repeat(seconds / 2, work);
        double[] times = repeat(seconds, work);
        Arrays.sort(times);
        return new Timing(times[0], times[times.length / 2], times[times.length - 1], times.length);
    }

    private static double[] repeat(double seconds, Runnable work) {
        double[] times = new double[LEAST];
        int done = 0;
        long begin = System.nanoTime();
        while (done < LEAST || (System.nanoTime() - begin) * NANO < seconds) {
            long before = System.nanoTime();
            work.run();
            double took = (System.nanoTime() - before) * MILLI;
            times = done < times.length ? times : Arrays.copyOf(times, 2 * done);
            times[done++] = took;
        }
        return Arrays.copyOf(times, done);
    }

    /** Returns operations per nanosecond at the median time. */
    double giga(double operations) {
        return operations / (median / MILLI);
    }

    Map<String, Double> milliseconds() {
        return new TreeMap<>(Map.of("min", min, "median", median, "max", max));
    }
}
