// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import java.math.BigDecimal;
import java.math.MathContext;

/**
 * A stretch of time, both ends included.
 *
 * @param from s after the go cue
 * @param to s after the go cue
 */
record Epoch(double from, double to) {
    /** Throws, naming the settings, unless an epoch begins before it ends. */
    static void check(String fromName, double from, String toName, double to) {
        Require.finite(fromName, from, "s");
        Require.finite(toName, to, "s");
        Require.that(to > from, toName, number(to) + " s", "more than " + fromName + ", " + number(from) + " s");
    }

    /** Returns this part of the activity, all of which must be there and hold at least two samples. */
    Activity of(Activity activity) {
        return activity.window(from, to).need(2, 1);
    }

    /** Returns this part of the activity as far as it was recorded. */
    Activity within(Activity activity) {
        double[] times = activity.times();
        double last = times[times.length - 1];
        Require.that(
                from <= last && to >= times[0],
                "window",
                text(),
                "one that meets the recorded times, " + new Epoch(times[0], last).text());
        return activity.window(Math.max(from, times[0]), Math.min(to, last));
    }

    /** Returns the epoch in words, ms. */
    String text() {
        return number(1000 * from) + " to " + number(1000 * to) + " ms";
    }

    /** Returns a number as a person would write it. */
    static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
