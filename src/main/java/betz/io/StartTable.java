// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.Range;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How driven trials begin: {@code trial}, {@code p0}, {@code p1} (rad or m), {@code v0}, {@code v1} (rad/s or m/s). */
final class StartTable {
    private static final List<String> COLUMNS = List.of("trial", "p0", "p1", "v0", "v1");

    /** Written angles are rounded; so far beyond a limit they count as at it, rad or m. */
    private static final double ROUNDING = 1e-9;

    private final Table table;
    private final Effector effector;
    private final Map<Long, Integer> rows = new HashMap<>();

    StartTable(Table table, Effector effector) {
        this.table = table;
        this.effector = effector;
        for (String column : table.header()) {
            if (!COLUMNS.contains(column)) {
                String known = String.join(", ", COLUMNS);
                table.problem(1, "the column " + column + " is not known, expected one of " + known);
            }
        }
        for (String column : COLUMNS) {
            if (table.findOnce(column) < 0) {
                table.need(column, column);
            }
        }
    }

    /** Returns trials with their starts; tells what is wrong, and, if all trials are known, which are missing or too many. */
    List<CommandTrial> begin(List<CommandTrial> trials, boolean known) {
        if (!table.hasHeader()) {
            return trials;
        }
        double[][] start = new double[table.size()][];
        for (int row = 0; row < start.length; row++) {
            start[row] = start(row);
        }
        if (known) {
            compare(trials.stream().map(CommandTrial::trial).collect(Collectors.toSet()));
        }
        List<CommandTrial> begun = new ArrayList<>();
        for (CommandTrial trial : trials) {
            Integer row = rows.get(trial.trial());
            double[] at = row == null ? new double[4] : start[row];
            begun.add(trial.from(new double[] {at[0], at[1]}, new double[] {at[2], at[3]}));
        }
        return begun;
    }

    private double[] start(int row) {
        long trial = table.count(row, table.find("trial"));
        Integer before = rows.putIfAbsent(trial, row);
        if (trial >= 0 && before != null) {
            table.problem(row, table.find("trial"), "each trial once; line " + table.line(before) + " has it too");
        }
        double[] start = new double[4];
        for (int i = 0; i < start.length; i++) {
            int column = table.find(COLUMNS.get(1 + i));
            start[i] = table.present(row, column);
            if (i < 2) {
                within(row, column, start[i], effector.limits().get(i));
            }
        }
        return start;
    }

    private void within(int row, int column, double value, Range limit) {
        if (value < limit.low() - ROUNDING || value > limit.high() + ROUNDING) {
            String range = SignalCsv.number(limit.low()) + " to " + SignalCsv.number(limit.high());
            table.problem(row, column, range + ", the range of that joint or axis");
        }
    }

    private void compare(Set<Long> trials) {
        boolean whole = table.broken().isEmpty() && !rows.containsKey(-1L); // no row that is there seems to be missing
        trials.stream()
                .sorted()
                .filter(trial -> whole && !rows.containsKey(trial))
                .forEach(trial -> table.problem(
                        1, "trial " + trial + " of the commands has no row, expected one for every trial"));
        rows.forEach((trial, row) -> {
            if (trial >= 0 && !trials.contains(trial)) {
                table.problem(row, table.find("trial"), "a trial that has commands");
            }
        });
    }
}
