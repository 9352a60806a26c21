// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Makes a recording of arrays from elsewhere: {@code rates} or the only array of three axes, [trial or condition, time, unit].
 *
 * <p>There may be {@code time} (s) or {@code time_ms}, or else {@code dt} (s), with time 0 at the go cue; {@code condition}, a whole
 * number for each trial; {@code direction} (rad) or {@code direction_deg}. Other arrays of the same trials and times whose names
 * are those of signals, such as {@code hand.position} (SI), become signals too.
 */
final class RateArrays {
    private static final double UNEVEN = 1e-3;

    private final NpzArrays arrays;
    private final DataLayout layout;
    private final List<String> notes;

    /**
     * Takes arrays.
     *
     * @param notes what a reader of the results should know. Modified.
     */
    RateArrays(NpzArrays arrays, DataLayout layout, List<String> notes) {
        this.arrays = arrays;
        this.layout = layout;
        this.notes = notes;
    }

    Recording recording() {
        Tensor rates = rates();
        List<Integer> shape = rates.shape();
        if (shape.size() != 3 || shape.contains(0)) {
            arrays.problem(rates.name() + " is of " + shape + ", expected [trial or condition, time, unit], none 0");
            arrays.check();
        }
        arrays.checkFinite(rates);
        int trials = shape.get(0);
        int steps = shape.get(1);
        double[] times = times(steps);
        double dt = dt(times);
        double[] indices = indices(trials);
        double[] directions = directions(trials);
        checkDirections(indices, directions);
        int goCue = goCue(times, dt);
        arrays.check();

        List<Condition> conditions = conditions(indices, directions);
        List<Trial> asked = conditions.stream()
                .map(condition -> trial(condition, goCue, steps))
                .toList();
        var activity =
                new Signal(layout.signal(), layout.unit(), trials, steps, RunArrays.channels(rates), rates.values());
        return others(new Recording(new TrialBatch(dt, steps, asked), List.of(activity)), rates);
    }

    private Tensor rates() {
        List<Tensor> deep =
                arrays.all().stream().filter(one -> one.shape().size() == 3).toList();
        Optional<Tensor> named = arrays.find("rates", layout.signal());
        Optional<Tensor> only = deep.size() == 1 ? Optional.of(deep.get(0)) : Optional.empty();
        return named.or(() -> only)
                .orElseThrow(() -> new BadTable(List.of(arrays.file() + ": the arrays are " + arrays.told()
                        + ", expected rates [trial or condition, time, unit]")));
    }

    /** Returns the times of the steps, s; from 0 on where only their step is told. */
    private double[] times(int steps) {
        Optional<Tensor> seconds = arrays.find("time", "times", "time_s");
        Optional<Tensor> told = seconds.or(() -> arrays.find("time_ms", "times_ms"));
        double scale = seconds.isPresent() ? 1 : 1e-3;
        if (told.isPresent()) {
            return Arrays.stream(arrays.values(told.get(), steps))
                    .map(time -> time * scale)
                    .toArray();
        }
        double dt = arrays.find("dt")
                .map(one -> one.values().length == 1 ? one.values()[0] : Double.NaN)
                .orElse(layout.dt());
        boolean known = dt > 0 && Double.isFinite(dt);
        if (!known && steps > 1) {
            arrays.problem("the arrays are " + arrays.told() + ", expected also time (s) or time_ms, or dt above 0");
        }
        return IntStream.range(0, steps)
                .mapToDouble(step -> step * (known ? dt : 1))
                .toArray();
    }

    private double dt(double... times) {
        if (times.length == 1) {
            return layout.hasDt() ? layout.dt() : 1;
        }
        double dt = (times[times.length - 1] - times[0]) / (times.length - 1);
        for (int step = 1; step < times.length; step++) {
            double passed = times[step] - times[step - 1];
            if (!(Math.abs(passed - dt) <= UNEVEN * Math.abs(dt)) || !(dt > 0)) {
                arrays.problem("time [" + step + "] is " + SignalCsv.number(passed) + " s after the one before,"
                        + " expected even steps, " + SignalCsv.number(dt) + " s, later and later");
                break;
            }
        }
        if (dt > 1) {
            arrays.problem("time steps by " + SignalCsv.number(dt) + " s, expected at most 1 s; milliseconds are"
                    + " called time_ms");
        }
        return Double.isFinite(dt) ? Double.parseDouble(SignalCsv.number(dt)) : 1;
    }

    private int goCue(double[] times, double dt) {
        double steps = -times[0] / dt;
        if (!(Math.abs(steps) < 1e8)) {
            arrays.problem("time begins at " + times[0] + " s, expected times from the go cue");
        }
        return (int) Math.round(steps);
    }

    private double[] indices(int trials) {
        Optional<Tensor> told = arrays.find("condition", "conditions");
        if (told.isEmpty()) {
            notes.add("No array tells conditions: each of the " + trials + " trials counts as one.");
            return IntStream.range(0, trials).asDoubleStream().toArray();
        }
        double[] indices = arrays.values(told.get(), trials);
        arrays.checkWhole(told.get().name(), indices);
        return indices;
    }

    /** Returns directions, rad; NaN where none are told. */
    private double[] directions(int trials) {
        Optional<Tensor> radians = arrays.find("direction", "directions");
        Optional<Tensor> told = radians.or(() -> arrays.find("direction_deg", "directions_deg"));
        double scale = radians.isPresent() ? 1 : Math.PI / 180;
        double[] unknown = new double[trials];
        Arrays.fill(unknown, Double.NaN);
        return told.map(one -> Arrays.stream(arrays.values(one, trials))
                        .map(angle -> angle * scale)
                        .toArray())
                .orElse(unknown);
    }

    private void checkDirections(double[] indices, double... directions) {
        Map<Double, Integer> firsts = new HashMap<>();
        for (int i = 0; i < indices.length; i++) {
            int place = i;
            int first = firsts.computeIfAbsent(indices[i], index -> place);
            if (Double.compare(directions[first], directions[i]) != 0) {
                arrays.problem("direction [" + i + "] differs from [" + first + "], expected one for each condition");
                return;
            }
        }
    }

    /** Returns the condition of each trial, numbered in the order of the numbers told. */
    private static List<Condition> conditions(double[] indices, double... directions) {
        List<Double> distinct =
                List.copyOf(new TreeSet<>(Arrays.stream(indices).boxed().toList()));
        return IntStream.range(0, indices.length)
                .mapToObj(i -> new Condition(
                        distinct.indexOf(indices[i]), Long.toString(Math.round(indices[i])), directions[i]))
                .toList();
    }

    private static Trial trial(Condition condition, int goCue, int steps) {
        // a direction without a distance: the target is at a metre
        var target = new Point(StrictMath.cos(condition.direction()), StrictMath.sin(condition.direction()));
        return new Trial(condition, new Point(0, 0), target, 0, goCue, steps);
    }

    private Recording others(Recording recording, Tensor rates) {
        Recording all = recording;
        List<String> unused = new ArrayList<>();
        for (Tensor array : arrays.all()) {
            boolean same = array.shape().size() == 3
                    && array.shape().subList(0, 2).equals(rates.shape().subList(0, 2));
            if (same && array != rates && array.name().indexOf('.') > 0) {
                List<String> channels = RunArrays.channels(array);
                all = all.with(new Signal(
                        array.name(),
                        RunArrays.unit(array.name()),
                        array.shape().get(0),
                        array.shape().get(1),
                        channels,
                        array.values()));
            } else if (array.shape().size() > 1 && array != rates) {
                unused.add(array.name());
            }
        }
        if (!unused.isEmpty()) {
            notes.add("Arrays that were not used: " + String.join(", ", unused) + ".");
        }
        return all;
    }
}
