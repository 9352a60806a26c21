// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Signal;
import java.util.List;

/** Trials of different lengths in one array: what lies beyond a trial's end is NaN. */
final class Padded {
    /** Two gigabytes of numbers. */
    private static final long MOST = 1L << 28;

    private Padded() {}

    /** Throws if the trials of a table, padded to the longest, would not fit in memory. */
    static void check(Table table, int trials, int steps, int channels) {
        long numbers = (long) trials * steps * Math.max(2, channels);
        if (numbers > MOST) {
            table.problem(
                    1,
                    trials + " trials padded to the longest, " + steps + " rows, are " + numbers
                            + " numbers, expected at most " + MOST);
            table.check();
        }
    }

    /** Fills a signal with the rows of trials, [row][channel]. */
    static void fill(Signal signal, List<ActivityTrial> trials, double[][] values) {
        for (int trial = 0; trial < trials.size(); trial++) {
            ActivityTrial rows = trials.get(trial);
            for (int step = 0; step < signal.steps(); step++) {
                for (int channel = 0; channel < signal.channels().size(); channel++) {
                    double value = step < rows.size() ? values[rows.row(step)][channel] : Double.NaN;
                    signal.set(trial, step, channel, value);
                }
            }
        }
    }
}
