// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Condition;
import betz.data.Point;
import betz.data.SpikeTrains;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Reads a table of spikes: {@code trial, time_s}, and {@code unit}, {@code condition} and {@code direction_deg} if there are such;
 * a row per spike, in any order. A row without a time is a trial without spikes.
 */
final class SpikeTable {
    private static final Set<String> COLUMNS = Set.of("trial", "time", "unit", "condition", "direction");

    /** The name of the unit where none is told. */
    private static final String ONLY = "unit";

    private static final Point NOWHERE = new Point(Double.NaN, Double.NaN);

    private final Table table;
    private final ActivityColumns columns;
    private final DataLayout layout;
    private final Map<String, Integer> units = new LinkedHashMap<>();
    private final Map<String, Integer> trials = new LinkedHashMap<>();
    private final List<String> conditionOf = new ArrayList<>(); // of each trial
    private final Map<String, Double> directions = new LinkedHashMap<>();
    private final double[] times;
    private final int[] unitOf;
    private final int[] trialOf;

    SpikeTable(Table table, DataLayout layout) {
        this.table = table;
        this.layout = layout;
        columns = new ActivityColumns(table, layout, true);
        table.checkHeader();
        times = new double[table.size()];
        unitOf = new int[table.size()];
        trialOf = new int[table.size()];
    }

    /** Tells whether a header is one of such a table. */
    static boolean is(List<String> header) {
        List<String> names = header.stream().map(one -> Heading.of(one).name()).toList();
        return names.contains("trial") && names.contains("time") && COLUMNS.containsAll(names);
    }

    SpikeTrains trains() {
        for (int row = 0; row < table.size() && !table.isHopeless(); row++) {
            read(row);
        }
        double from = layout.hasWindow()
                ? layout.from()
                : Arrays.stream(times).filter(Double::isFinite).min().orElse(0);
        double to = layout.hasWindow()
                ? layout.to()
                : Math.nextUp(
                        Arrays.stream(times).filter(Double::isFinite).max().orElse(0));
        if (Arrays.stream(times).noneMatch(time -> time >= from && time < to)) {
            table.problem(1, "no spike lies between " + from + " and " + to + " s, expected at least one");
        }
        table.check();
        List<String> labels = List.copyOf(directions.keySet());
        List<Condition> conditions = conditionOf.stream()
                .map(label -> new Condition(labels.indexOf(label), label, directions.getOrDefault(label, Double.NaN)))
                .toList();
        return new SpikeTrains(conditions, List.copyOf(units.keySet()), from, to, sorted(from, to));
    }

    private void read(int row) {
        int column = columns.find("time").orElseThrow();
        times[row] = table.isMissing(row, column) ? Double.NaN : columns.number(row, "time");
        String unit = columns.text(row, "unit", ONLY);
        boolean silent = unit.isEmpty() && table.isMissing(row, column);
        unitOf[row] = silent ? 0 : Objects.requireNonNull(units.computeIfAbsent(unit, name -> units.size()));
        double direction = columns.number(row, "direction");
        String condition = columns.text(row, "condition", Directions.label(direction, NOWHERE));
        String trial = columns.text(row, "trial", "");
        int index = Objects.requireNonNull(trials.computeIfAbsent(trial, name -> trials.size()));
        trialOf[row] = index;
        if (index == conditionOf.size()) {
            conditionOf.add(condition);
        }
        String before = conditionOf.get(index);
        double told = directions.computeIfAbsent(condition, label -> direction);
        if (!before.equals(condition) || Double.compare(told, direction) != 0) {
            table.problem(
                    table.line(row),
                    "condition or direction differ from those before, expected "
                            + Excerpt.of(before) + " throughout trial " + Excerpt.of(trial)
                            + ", and one direction for each condition");
        }
    }

    /** Returns the spikes in [from, to), [trial][unit][spike]. */
    private double[][][] sorted(double from, double to) {
        int[] within = IntStream.range(0, times.length)
                .filter(row -> times[row] >= from && times[row] < to)
                .toArray();
        int[][] count = new int[trials.size()][units.size()];
        for (int row : within) {
            count[trialOf[row]][unitOf[row]]++;
        }
        double[][][] spikes = new double[count.length][][];
        for (int trial = 0; trial < count.length; trial++) {
            spikes[trial] = Arrays.stream(count[trial]).mapToObj(double[]::new).toArray(double[][]::new);
        }
        for (int row : within) {
            spikes[trialOf[row]][unitOf[row]][--count[trialOf[row]][unitOf[row]]] = times[row];
        }
        Arrays.stream(spikes).flatMap(Arrays::stream).forEach(Arrays::sort);
        return spikes;
    }
}
