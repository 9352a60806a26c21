// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;
import java.util.Arrays;
import java.util.List;

/** When units spiked, trial by trial. */
public final class SpikeTrains {
    private final List<Condition> conditions;
    private final List<String> units;
    private final double from;
    private final double to;
    private final double[][][] times;

    /**
     * Wraps times of spikes.
     *
     * @param conditions of each trial
     * @param units name of each unit
     * @param from beginning of the time in which spikes were sought, the same in all trials, s
     * @param to its end, s
     * @param times [trial][unit][spike], s, in ascending order. Kept, not copied.
     */
    public SpikeTrains(List<Condition> conditions, List<String> units, double from, double to, double[][][] times) {
        Require.length("trials", times.length, conditions.size());
        Require.that(to > from, "to", to + " s", "more than from, " + from + " s");
        for (double[][] trial : times) {
            Require.length("units", trial.length, units.size());
        }
        this.conditions = List.copyOf(conditions);
        this.units = List.copyOf(units);
        this.from = from;
        this.to = to;
        this.times = times;
    }

    /** Returns the number of trials. */
    public int trials() {
        return times.length;
    }

    /** Returns the condition of each trial. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Returns the names of the units. */
    public List<String> units() {
        return units;
    }

    /** Returns the beginning of the time in which spikes were sought, s. */
    public double from() {
        return from;
    }

    /** Returns the end of that time, s. */
    public double to() {
        return to;
    }

    /** Returns the times of one unit's spikes in one trial, s, ascending; not a copy. */
    public double[] times(int trial, int unit) {
        return times[trial][unit];
    }

    /** Returns how many of a unit's spikes in a trial lie in [begin, end), s. */
    public int count(int trial, int unit, double begin, double end) {
        return (int) Arrays.stream(times[trial][unit])
                .filter(t -> t >= begin && t < end)
                .count();
    }
}
