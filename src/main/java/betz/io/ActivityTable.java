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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table of activity: labels of condition and trial, times, then a column for each unit; a row per sample.
 *
 * <p>Rows with the same condition and trial are a trial, whatever their order; time 0, or {@code go}, becomes its go cue. Without
 * times every row is a trial of one step.
 */
final class ActivityTable {
    /** More steps before or after the go cue are a mistake. */
    private static final double FARTHEST = 1e8;

    /** Where no length of a step is known, s. */
    private static final double ONE = 1;

    private final Table table;
    private final DataLayout layout;
    private final ActivityColumns columns;
    private final Map<String, ActivityTrial> byKey = new LinkedHashMap<>();
    private final double[] times; // of rows, s
    private final double[][] values; // [row][unit]
    private double dt = ONE;

    ActivityTable(Table table, DataLayout layout) {
        this.table = table;
        this.layout = layout;
        columns = new ActivityColumns(table, layout, false);
        table.checkHeader();
        if (table.size() == 0) {
            table.problem(1, "no row follows the header, expected one for each sample");
        }
        times = new double[table.size()];
        values = new double[table.size()][];
    }

    Recording recording() {
        for (int row = 0; row < table.size() && !table.isHopeless(); row++) {
            times[row] = time(row);
            values[row] = values(row);
            trial(row).add(row);
        }
        List<ActivityTrial> trials = List.copyOf(byKey.values());
        boolean timed = Arrays.stream(times).noneMatch(Double::isNaN);
        if (timed && table.broken().isEmpty() && !trials.isEmpty()) {
            trials.forEach(trial -> trial.order(times));
            findStep(trials);
        }
        table.check();
        return build(trials);
    }

    private double time(int row) {
        if (columns.has("time")) {
            return columns.number(row, "time");
        }
        return columns.has("sample") ? columns.number(row, "sample") * layout.dt() : 0;
    }

    private double[] values(int row) {
        double[] read = new double[columns.units().size()];
        for (int unit = 0; unit < read.length; unit++) {
            read[unit] = table.present(row, columns.units().get(unit));
        }
        return read;
    }

    /** Returns the trial that a row belongs to. */
    private ActivityTrial trial(int row) {
        double direction = columns.number(row, "direction");
        var target = new Point(columns.number(row, "target_x"), columns.number(row, "target_y"));
        double go = columns.has("go") ? columns.number(row, "go") : 0;
        String condition = columns.text(row, "condition", Directions.label(direction, target));
        boolean single = !columns.has("time") && !columns.has("sample") && !columns.has("trial");
        String name = single ? Integer.toString(row) : columns.text(row, "trial", "");
        String label = columns.has("trial") ? "trial " + Excerpt.of(name) : "condition " + Excerpt.of(condition);
        var begun = new ActivityTrial(condition, label, direction, target, go);
        boolean named = columns.has("trial") && !columns.has("condition");
        ActivityTrial trial = byKey.computeIfAbsent(named ? name : condition + "\n" + name, key -> begun);
        boolean same = Double.compare(trial.direction(), direction) == 0
                && trial.target().equals(target);
        if (!same || trial.go() != go) {
            table.problem(
                    table.line(row),
                    "direction, target or go differ from those of line " + table.line(trial.row(0))
                            + ", expected the same throughout " + label);
        }
        return trial;
    }

    private void findStep(List<ActivityTrial> trials) {
        if (columns.has("time") || columns.has("sample")) {
            String name = columns.has("time") ? "time" : "sample";
            int column = columns.find(name).orElseThrow();
            double scale =
                    columns.has("time") ? Heading.of(table.header().get(column)).scale() : layout.dt();
            dt = new EvenSteps(table, column, scale, trials, times).step();
            trials.forEach(this::checkTimes);
            return;
        }
        dt = layout.hasDt() ? layout.dt() : ONE;
        trials.stream().filter(trial -> trial.size() > 1).forEach(trial -> {
            String told = trial.label() + " is also on line " + table.line(trial.row(0));
            table.problem(table.line(trial.row(1)), told + ", expected one row, or a column time_s");
        });
    }

    private void checkTimes(ActivityTrial trial) {
        double first = Math.abs(times[trial.row(0)] - trial.go()) / dt;
        if (!(first < FARTHEST)) {
            table.problem(
                    table.line(trial.row(0)),
                    "the time is " + SignalCsv.number(first)
                            + " steps away from 0, expected times in s or ms from the go cue");
        }
    }

    private Recording build(List<ActivityTrial> rows) {
        int steps = rows.stream().mapToInt(ActivityTrial::size).max().orElseThrow();
        Padded.check(table, rows.size(), steps, columns.units().size());
        List<Signal> signals = new ArrayList<>();
        if (!columns.units().isEmpty()) {
            String unit = columns.symbol(layout.unit());
            Signal activity = Signal.zeros(layout.signal(), unit, rows.size(), steps, columns.names());
            Padded.fill(activity, rows, values);
            signals.add(activity);
        }
        var hand = new HandColumns(table, columns, rows, dt);
        signals.addAll(hand.signals(steps));
        table.check();
        List<Condition> conditions = Directions.conditions(table, rows, hand);
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            trials.add(trial(rows.get(i), conditions.get(i), hand.start(i), hand.target(i)));
        }
        table.check();
        return new Recording(new TrialBatch(dt, steps, trials), signals);
    }

    private Trial trial(ActivityTrial rows, Condition condition, Point start, Point target) {
        int goCue = (int) Math.round((rows.go() - times[rows.row(0)]) / dt);
        boolean known = Double.isFinite(target.x() + target.y());
        // a direction without a distance: the target is at a metre
        double x = start.x() + StrictMath.cos(condition.direction());
        double y = start.y() + StrictMath.sin(condition.direction());
        return new Trial(condition, start, known ? target : new Point(x, y), 0, goCue, rows.size());
    }
}
