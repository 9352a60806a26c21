// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.Require;
import java.util.Arrays;

/**
 * One quantity of a loop over all steps, and where a loss adds what it makes of it; views on the loop's own arrays.
 *
 * @param first step from which it has values; what stands before it means nothing
 * @param value [step][channel][trial]
 * @param gradient of the loss over the values, [step][channel][trial], to be added to
 */
@SuppressWarnings("ArrayRecordComponent") // a view on a history, never compared
public record Trace(int first, double[][][] value, double[][][] gradient) {
    public Trace {
        Require.length("steps of gradients", gradient.length, value.length);
    }

    /** Returns some channels of histories that have more. */
    static Trace of(double[][][] value, double[][][] gradient, int first, int channels) {
        return new Trace(0, rows(value, first, channels), rows(gradient, first, channels));
    }

    /** Returns rows of every step, [step][channel][trial], which are not copied. */
    static double[][][] rows(double[][][] history, int first, int channels) {
        return Arrays.stream(history)
                .map(rows -> Arrays.copyOfRange(rows, first, first + channels))
                .toArray(double[][][]::new);
    }

    /** Returns the number of steps. */
    public int steps() {
        return value.length;
    }

    /** Returns some of the channels, from {@code channel} on. */
    public Trace channels(int channel, int count) {
        return new Trace(first, rows(value, channel, count), rows(gradient, channel, count));
    }

    /** Returns the same where every value stands one step later, at the step that it leads to; there is none at step 0. */
    Trace led() {
        return new Trace(first + 1, later(value), later(gradient));
    }

    /** The last step leads nowhere; its rows stand at step 0, where nobody looks. */
    private static double[][][] later(double[][][] history) {
        double[][][] later = new double[history.length][][];
        for (int step = 0; step < history.length; step++) {
            later[step] = history[(step + history.length - 1) % history.length];
        }
        return later;
    }
}
