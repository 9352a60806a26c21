// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.RandomStream;
import betz.common.Require;

/**
 * Spikes that an electrode would count in repeated trials, if spiking were a Poisson process of the model's rate.
 *
 * <p>Counts are few, so each is drawn by the times between spikes, a sum that any mean leaves exact; {@link
 * betz.math.Poisson} is faster, but draws other numbers from the same stream, and published tuning would change.
 *
 * @param repeats trials per condition
 * @param seed fixes the counts of every unit, condition and repeat, whichever others are drawn
 */
public record SpikeCounts(int repeats, long seed) {

    public SpikeCounts {
        Require.count("repeats", repeats, 1, 1_000_000);
    }

    /**
     * Returns the rate found by counting spikes.
     *
     * @param rate of the model, spikes/s
     * @param duration over which spikes are counted, s; the rate of no time is NaN
     */
    double rate(double rate, double duration, int unit, int condition, int repeat) {
        if (duration == 0) {
            return Double.NaN;
        }
        Require.notNegative("rate of unit " + unit, rate, "spikes/s");
        return count(rate * duration, RandomStream.of(seed, "spike counts", unit, condition, repeat)) / duration;
    }

    /** Returns how many spikes come before {@code mean}, where the time between spikes has mean 1. */
    private static int count(double mean, RandomStream random) {
        int count = -1;
        for (double time = 0; time <= mean; count++) {
            time -= StrictMath.log(1 - random.nextDouble());
        }
        return count;
    }

    /** Returns this method in words. */
    String text() {
        return "Rates are Poisson counts drawn from the model's rates, " + repeats + " trials per condition, seeded.";
    }
}
