// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * How data for analyses are to be taken where a file does not say it.
 *
 * @param dt step of data without times: from one count to the next in a column {@code sample}, or from one row of an NPZ array
 *     to the next; also what recorded reaches are resampled to, s. 0 where it is not known; reaches then have 10 ms.
 * @param signal name of the signal that the columns of units become, such as {@code muscle.activation}
 * @param unit of that signal
 * @param from beginning of the time in which spikes were sought, s
 * @param to its end, s. Where both are 0, from the first spike to the last.
 * @param fromOnset whether time 0 is the onset of each trial's movement, for which the place of the hand must be known
 * @param reaches how recorded reaches are laid out in trials
 */
@About("How data are taken where their file does not say it.")
public record DataLayout(
        @Unit("s") @About("Step of data that count samples or have no times; 0 where the data have them.")
        double dt,

        @About("The signal that the columns of units become.")
        String signal,

        @About("Unit of that signal.") String unit,

        @Unit("s") @About("Beginning of the time in which spikes were sought.")
        double from,

        @Unit("s") @About("Its end; where both are 0, from the first spike to the last.")
        double to,

        @About(
                "Whether time 0 is the onset of each trial's movement in place of the go cue; trials without a movement are left out.")
        boolean fromOnset,

        @About("How recorded reaches are laid out in trials.")
        RecordedLayout reaches) {
    /** Rates of units, with times in the file. */
    public static final DataLayout DEFAULT =
            new DataLayout(0, "unit.rate", "spikes/s", 0, 0, false, RecordedLayout.DEFAULT);

    /** What reaches are resampled to unless a step is given, s. */
    private static final double REACHES_DT = 0.01;

    public DataLayout {
        Require.notNegative("dt", dt, "s");
        Require.that(!signal.isBlank(), "signal", "empty", "a name such as unit.rate");
        Require.finite("from", from, "s");
        Require.finite("to", to, "s");
        Require.that(from < to || (from == 0 && to == 0), "to", to + " s", "more than from, " + from + " s");
    }

    /** Returns this layout with another step, s. */
    public DataLayout withDt(double other) {
        return new DataLayout(other, signal, unit, from, to, fromOnset, reaches);
    }

    /** Returns this layout with another signal, and its unit. */
    public DataLayout withSignal(String name, String itsUnit) {
        return new DataLayout(dt, name, itsUnit, from, to, fromOnset, reaches);
    }

    /** Returns this layout with another time in which spikes were sought, s. */
    public DataLayout withSpikes(double begin, double end) {
        return new DataLayout(dt, signal, unit, begin, end, fromOnset, reaches);
    }

    boolean hasDt() {
        return dt > 0;
    }

    boolean hasWindow() {
        return from < to;
    }

    /** Returns the step of a network, s; where none is given, time is counted in steps. */
    double networkDt() {
        return hasDt() ? dt : 1;
    }

    double reachesDt() {
        return hasDt() ? dt : REACHES_DT;
    }
}
