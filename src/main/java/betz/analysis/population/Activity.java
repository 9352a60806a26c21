// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Activity of many units averaged over the trials of each condition, [condition][time][unit], with time 0 at the go cue.
 *
 * <p>Immutable. Every number is finite.
 */
public final class Activity {
    /** Times are compared with this share of a step to spare. */
    private static final double SPARE = 1e-3;

    private final double dt;
    private final double[] times;
    private final List<Condition> conditions;
    private final List<String> units;
    private final double[][][] values;

    /**
     * Wraps averages.
     *
     * @param dt step, s
     * @param times of the samples, s after the go cue. Kept, not copied.
     * @param values [condition][time][unit]. Kept, not copied.
     */
    public Activity(double dt, double[] times, List<Condition> conditions, List<String> units, double[][][] values) {
        Require.length("conditions", values.length, conditions.size());
        this.dt = dt;
        this.times = times;
        this.conditions = List.copyOf(conditions);
        this.units = List.copyOf(units);
        this.values = values;
    }

    /**
     * Averages a signal over the trials of each condition, as far as all trials go.
     *
     * @throws betz.common.BadSetting if trials have no time in common, or a sample is not finite
     */
    public static Activity of(Recording recording, String name) {
        Signal signal = recording.signal(name);
        TrialBatch batch = recording.trials();
        int first = -batch.trials().stream().mapToInt(Trial::goCue).min().orElseThrow();
        int end = batch.trials().stream()
                .mapToInt(trial -> Math.min(trial.end(), signal.steps()) - trial.goCue())
                .min()
                .orElseThrow();
        Require.that(end > first, "trials", "without a common time around the go cue", "trials that overlap in time");
        double[] times = IntStream.range(first, end)
                .mapToDouble(step -> step * batch.dt())
                .toArray();
        List<Condition> conditions = batch.conditions();
        double[][][] means =
                new double[conditions.size()][times.length][signal.channels().size()];
        int[] count = new int[means.length];
        for (int trial = 0; trial < batch.size(); trial++) {
            int condition = conditions.indexOf(batch.get(trial).condition());
            count[condition]++;
            add(signal, trial, batch.get(trial).goCue() + first, means[condition]);
        }
        for (int c = 0; c < means.length; c++) {
            for (int t = 0; t < times.length; t++) {
                for (int unit = 0; unit < means[c][t].length; unit++) {
                    means[c][t][unit] /= count[c];
                    boolean finite = Double.isFinite(means[c][t][unit]);
                    Require.that(
                            finite,
                            signal.channels().get(unit),
                            finite
                                    ? ""
                                    : "not a number " + milliseconds(times[t]) + " after the go cue of condition "
                                            + conditions.get(c).label(),
                            "a number in every row");
                }
            }
        }
        return new Activity(batch.dt(), times, conditions, signal.channels(), means);
    }

    private static void add(Signal signal, int trial, int begin, double[][] sum) {
        for (int t = 0; t < sum.length; t++) {
            for (int unit = 0; unit < sum[t].length; unit++) {
                sum[t][unit] += signal.get(trial, begin + t, unit);
            }
        }
    }

    private static String milliseconds(double seconds) {
        return Math.round(1000 * seconds) + " ms";
    }

    /** Returns the step, s. */
    public double dt() {
        return dt;
    }

    /** Returns the times of the samples, s after the go cue; not a copy. */
    public double[] times() {
        return times;
    }

    /** Returns the conditions. */
    public List<Condition> conditions() {
        return conditions;
    }

    /** Returns the names of the units. */
    public List<String> units() {
        return units;
    }

    /** Returns the averages, [condition][time][unit]; not a copy. */
    public double[][][] values() {
        return values;
    }

    /** Returns one condition's course, [time][unit]; not a copy. */
    public double[][] condition(int condition) {
        return values[condition];
    }

    /** Throws unless there are at least so many conditions. */
    public Activity needConditions(int least) {
        Require.that(
                conditions.size() >= least,
                "conditions",
                Integer.toString(conditions.size()),
                least + " or more, since the analysis compares them");
        return this;
    }

    /** Throws unless there are at least so many samples and units. */
    public Activity need(int leastTimes, int leastUnits) {
        Require.that(times.length >= leastTimes, "samples in time", "" + times.length, leastTimes + " or more");
        Require.that(units.size() >= leastUnits, "units", "" + units.size(), leastUnits + " or more");
        return this;
    }

    /**
     * Returns the samples of a window, both ends included.
     *
     * @throws betz.common.BadSetting if the window lies outside the recorded times, in part or whole
     */
    public Activity window(double from, double to) {
        int[] chosen = IntStream.range(0, times.length)
                .filter(t -> times[t] >= from - SPARE * dt && times[t] <= to + SPARE * dt)
                .toArray();
        boolean covered = times[0] <= from + SPARE * dt && times[times.length - 1] >= to - SPARE * dt;
        Require.that(
                chosen.length > 0 && covered,
                "window",
                milliseconds(from) + " to " + milliseconds(to),
                "a part of the recorded times, " + milliseconds(times[0]) + " to "
                        + milliseconds(times[times.length - 1]));
        double[][][] part = new double[values.length][][];
        for (int c = 0; c < part.length; c++) {
            part[c] = Arrays.copyOfRange(values[c], chosen[0], chosen[chosen.length - 1] + 1);
        }
        return new Activity(
                dt, Arrays.copyOfRange(times, chosen[0], chosen[chosen.length - 1] + 1), conditions, units, part);
    }

    /** Returns all conditions but one. */
    public Activity without(int condition) {
        List<Condition> others = new ArrayList<>(conditions);
        List<double[][]> courses = new ArrayList<>(Arrays.asList(values));
        others.remove(condition);
        courses.remove(condition);
        return new Activity(dt, times, others, units, courses.toArray(double[][][]::new));
    }

    /** Returns every sample as a row, condition after condition, [condition x time][unit]; copies. */
    public double[][] rows() {
        List<double[]> rows = new ArrayList<>();
        for (double[][] condition : values) {
            for (double[] row : condition) {
                rows.add(row.clone());
            }
        }
        return rows.toArray(double[][]::new);
    }

    /** Returns this activity with other rows in the place of {@link #rows}, of as many units as a row is long. */
    public Activity with(double[][] rows) {
        Require.length("rows", rows.length, conditions.size() * times.length);
        double[][][] other = new double[values.length][][];
        for (int c = 0; c < other.length; c++) {
            other[c] = Arrays.copyOfRange(rows, c * times.length, (c + 1) * times.length);
        }
        List<String> names = rows[0].length == units.size()
                ? units
                : IntStream.rangeClosed(1, rows[0].length)
                        .mapToObj(i -> "d" + i)
                        .toList();
        return new Activity(dt, times, conditions, names, other);
    }

    /** Returns the range of each unit, largest less smallest over all conditions and times, [unit]. */
    public double[] ranges() {
        double[] ranges = new double[units.size()];
        for (int unit = 0; unit < ranges.length; unit++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double[][] condition : values) {
                for (double[] row : condition) {
                    low = Math.min(low, row[unit]);
                    high = Math.max(high, row[unit]);
                }
            }
            ranges[unit] = high - low;
        }
        return ranges;
    }

    /**
     * Returns every unit divided by its range plus a constant.
     *
     * @param soften the constant, in the unit of the activity; 5 spikes/s is usual for rates
     * @throws betz.common.BadSetting if a unit does not vary and nothing is added to its range
     */
    public Activity normalised(double soften) {
        double[] ranges = ranges();
        for (int unit = 0; unit < ranges.length; unit++) {
            Require.that(
                    ranges[unit] + soften > 0,
                    "unit " + units.get(unit),
                    "the same in all conditions at all times",
                    "activity that varies, or soften above 0");
        }
        double[][] rows = rows();
        for (double[] row : rows) {
            for (int unit = 0; unit < row.length; unit++) {
                row[unit] /= ranges[unit] + soften;
            }
        }
        return with(rows);
    }

    /** Returns the mean over conditions, [time][unit]. */
    public double[][] acrossConditions() {
        double[][] mean = new double[times.length][units.size()];
        for (double[][] condition : values) {
            mean = Matrices.sum(mean, 1.0 / values.length, condition);
        }
        return mean;
    }

    /** Returns what of each condition is its own: its course less the mean over conditions. */
    public Activity lessAcrossConditions() {
        double[][] mean = acrossConditions();
        double[][][] own = new double[values.length][][];
        for (int c = 0; c < own.length; c++) {
            own[c] = Matrices.sum(values[c], -1, mean);
        }
        return new Activity(dt, times, conditions, units, own);
    }

    /** Returns the courses in a space, each row times the axes; the axes are columns, [unit][axis]. */
    public Activity onto(double[][] axes) {
        return with(Matrices.product(rows(), axes));
    }
}
