// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Point;
import betz.task.TableRow;
import betz.task.TableTrials;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a table of trials: a CSV file with one row per trial.
 *
 * <p>Columns: condition, target_x, target_y, target_on, go, end; and if need be start_x, start_y, target_off. Lengths and times
 * carry their units in the header. Places are relative to where the hand is in the body's usual posture, x right, y forward.
 */
public final class TrialTable {
    /** Enough for ten thousand trials, bytes. */
    static final long LARGEST = 1 << 20;

    /** The longest trial, s. */
    private static final double LONGEST = 60;

    /** The shortest time to move in, s: a step is not longer. */
    private static final double SHORTEST = 0.1;

    /** A reach that is shorter has no direction to speak of, m. */
    private static final double NEAREST = 0.005;

    /** How far the reaches of a condition may point apart, degrees. */
    private static final double APART = 45;

    private static final double ROUNDING = 1e-9;

    private static final List<String> COLUMNS =
            List.of("condition", "start_x", "start_y", "target_x", "target_y", "target_on", "target_off", "go", "end");

    private final Table table;
    private final Map<String, Quantity> columns = new HashMap<>();
    private final Map<String, TableRow> first = new HashMap<>();

    /** A column of numbers and what one of its unit is in SI. */
    private record Quantity(int column, double scale) {}

    private TrialTable(Table table) {
        this.table = table;
        for (String column : table.header()) {
            if (!COLUMNS.contains(column.replaceFirst(" *\\[.*", ""))) {
                table.problem(
                        1, "the column " + column + " is not known, expected one of " + String.join(", ", COLUMNS));
            }
        }
        table.need("condition", "condition");
        quantity("target_x", "target_x [cm]", Table.LENGTHS);
        quantity("target_y", "target_y [cm]", Table.LENGTHS);
        quantity("target_on", "target_on [ms]", Table.TIMES);
        quantity("go", "go [ms]", Table.TIMES);
        quantity("end", "end [ms]", Table.TIMES);
        quantity("start_x", "", Table.LENGTHS);
        quantity("start_y", "", Table.LENGTHS);
        quantity("target_off", "", Table.TIMES);
        table.checkHeader();
    }

    /** Notes a column of numbers; one without an example may be missing. */
    private void quantity(String name, String example, List<String> units) {
        int column = example.isEmpty() ? table.find(name) : table.need(name, example);
        columns.put(name, new Quantity(column, table.scale(column, units)));
    }

    /**
     * Reads the trials.
     *
     * @param file CSV in UTF-8, at most 1 MiB
     * @throws BadTable with all problems, each with its line
     */
    public static TableTrials read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        long size = Files.size(file);
        if (size > LARGEST) {
            throw new BadTable(List.of(name + ": the file has " + size + " bytes, expected at most " + LARGEST));
        }
        var reader = new TrialTable(Table.read(file));
        List<TableRow> rows = new ArrayList<>();
        for (int row = 0; row < reader.table.size(); row++) {
            rows.add(reader.row(row));
        }
        if (rows.isEmpty()) {
            reader.table.problem(1, "no row follows the header, expected at least one trial");
        }
        reader.table.check();
        return TableTrials.of(name, rows);
    }

    private TableRow row(int row) {
        var read = new TableRow(
                table.line(row),
                table.text(row, table.find("condition")),
                new Point(number(row, "start_x", 0), number(row, "start_y", 0)),
                new Point(number(row, "target_x", Double.NaN), number(row, "target_y", Double.NaN)),
                number(row, "target_on", Double.NaN),
                number(row, "target_off", Double.POSITIVE_INFINITY),
                number(row, "go", Double.NaN),
                number(row, "end", Double.NaN));
        times(row, read);
        places(row, read);
        return read;
    }

    /** Returns a number in SI; one that is missing is a problem, unless there is a usual one. */
    private double number(int row, String name, double usual) {
        Quantity quantity = columns.getOrDefault(name, new Quantity(-1, 1));
        if (quantity.column < 0) {
            return usual;
        }
        boolean missing = table.isMissing(row, quantity.column);
        if (missing && Double.isNaN(usual)) {
            problem(row, name, "expected a number");
        }
        return missing ? usual : table.number(row, quantity.column) * quantity.scale;
    }

    /** Comparisons with what is not a number are false, so that one bad cell is told once. */
    private void times(int row, TableRow read) {
        if (read.targetOn() < 0) {
            problem(row, "target_on", "expected 0 or more");
        }
        if (read.targetOff() <= read.targetOn()) {
            problem(row, "target_off", "expected a later time than target_on");
        }
        if (read.go() < read.targetOn()) {
            problem(row, "go", "expected a time not before target_on");
        }
        if (read.end() < read.go() + SHORTEST - ROUNDING) {
            problem(row, "end", "expected at least " + Math.round(1000 * SHORTEST) + " ms after go");
        }
        if (read.end() > LONGEST) {
            problem(row, "end", "expected at most " + Math.round(LONGEST) + " s");
        }
    }

    private void places(int row, TableRow read) {
        if (read.condition().isEmpty()) {
            table.problem(table.line(row), "condition is empty, expected a label");
        }
        double distance = read.start().distance(read.target());
        if (distance < NEAREST) {
            table.problem(table.line(row), "the target is at the start, expected one at least 5 mm away");
        }
        if (!(distance >= NEAREST)) {
            return; // without a direction
        }
        TableRow before = first.putIfAbsent(read.condition(), read);
        if (before != null && apart(before, read) > APART + ROUNDING) {
            table.problem(
                    table.line(row),
                    "condition is " + read.condition() + ", but the reach points " + Math.round(apart(before, read))
                            + " degrees away from that of line " + before.line() + ", expected at most "
                            + Math.round(APART) + ", or a condition of its own");
        }
    }

    private static double apart(TableRow one, TableRow other) {
        return Math.abs(Math.toDegrees(Math.IEEEremainder(one.direction() - other.direction(), 2 * Math.PI)));
    }

    private void problem(int row, String name, String expected) {
        int column = columns.getOrDefault(name, new Quantity(0, 1)).column;
        String text = table.text(row, column);
        table.problem(
                table.line(row),
                table.header().get(column) + " is " + (text.isEmpty() ? "empty" : text) + ", " + expected);
    }
}
