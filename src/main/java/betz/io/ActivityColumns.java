// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the columns of a table of activity are: labels, times, the hand, and what is left is a unit each. */
final class ActivityColumns {
    private static final List<String> LENGTHS = Table.LENGTHS;
    private static final List<String> SPEEDS = List.of("m/s", "cm/s", "mm/s");

    /** Columns with another meaning than a unit's activity, and the units that they may have. */
    private static final Map<String, List<String>> KNOWN = Map.ofEntries(
            Map.entry("condition", List.of()),
            Map.entry("trial", List.of()),
            Map.entry("unit", List.of()),
            Map.entry("time", Table.TIMES),
            Map.entry("sample", List.of()),
            Map.entry("go", Table.TIMES),
            Map.entry("direction", List.of("deg", "rad")),
            Map.entry("target_x", LENGTHS),
            Map.entry("target_y", LENGTHS),
            Map.entry("hand_x", LENGTHS),
            Map.entry("hand_y", LENGTHS),
            Map.entry("hand_vx", SPEEDS),
            Map.entry("hand_vy", SPEEDS));

    /** Columns that are the hand's if their unit says so. */
    private static final Map<String, String> HAND =
            Map.of("x", "hand_x", "y", "hand_y", "vx", "hand_vx", "vy", "hand_vy");

    /** Names that rates' unit may also have. */
    private static final Set<String> HERTZ = Set.of("Hz", "1/s", "spikes/s", "sp/s");

    private final Table table;
    private final Map<String, Integer> known = new TreeMap<>();
    private final List<Integer> units = new ArrayList<>();
    private final Set<String> symbols = new HashSet<>();
    private final boolean isSpikes;

    /** Reads the header of a table, of spikes or of activity; what is wrong with it is noted there. */
    ActivityColumns(Table table, DataLayout layout, boolean isSpikes) {
        this.table = table;
        this.isSpikes = isSpikes;
        var seen = new HashSet<String>();
        for (int column = 0; column < table.header().size(); column++) {
            String header = table.header().get(column);
            if (header.isEmpty()) {
                table.problem(1, "column " + (column + 1) + " has no name, expected one (index=False in pandas)");
            } else if (!seen.add(header)) {
                table.problem(1, "the column " + Excerpt.of(header) + " is there twice, expected once");
            }
            place(header, column);
        }
        checkUnits();
        checkTogether(layout);
    }

    private void place(String header, int column) {
        Heading heading = Heading.of(header);
        String name = HAND.getOrDefault(heading.name(), heading.name());
        boolean isHand = !name.equals(heading.name());
        List<String> expected = KNOWN.getOrDefault(name, List.of());
        if (isKnown(name) && (!isHand || expected.contains(heading.unit()))) {
            if (known.putIfAbsent(name, column) != null) {
                table.problem(1, "the column " + Excerpt.of(header) + " says again what " + name + " is, expected one");
            }
            boolean bare = heading.unit().isEmpty() && name.equals("time");
            if (!bare && !expected.isEmpty() && !expected.contains(heading.unit())) {
                String shown = header + " has " + (heading.unit().isEmpty() ? "no unit" : "the unit " + heading.unit());
                table.problem(1, "the column " + shown + ", expected one of " + expected + " in brackets");
            }
        } else {
            units.add(column);
            symbols.add(unitOf(header));
        }
    }

    private boolean isKnown(String name) {
        return KNOWN.containsKey(name) && (isSpikes || !name.equals("unit"));
    }

    private static String unitOf(String header) {
        return header.endsWith("]") ? Heading.of(header).unit() : "";
    }

    private void checkUnits() {
        Set<String> all = symbols.stream()
                .map(one -> HERTZ.contains(one) ? "spikes/s" : one)
                .collect(Collectors.toSet());
        if (all.size() > 1) {
            table.problem(1, "the columns of units have the units " + symbols + ", expected the same in all");
        }
        if (units.isEmpty() && !isSpikes && !has("hand_x") && !has("hand_vx")) {
            table.problem(
                    1, "no column is a unit's, expected one for each unit after " + String.join(", ", known.keySet()));
        }
    }

    private void checkTogether(DataLayout layout) {
        for (String x : List.of("target_x", "hand_x", "hand_vx")) {
            String y = x.replace('x', 'y');
            if (has(x) != has(y)) {
                String there = has(x) ? x : y;
                table.problem(1, "the column " + there + " stands alone, expected also " + (has(x) ? y : x));
            }
        }
        boolean labelled = has("condition") || has("trial") || has("direction");
        if (!labelled && !has("time") && !has("sample")) {
            table.problem(
                    1,
                    "the columns are " + Excerpt.of(String.join(", ", table.header()))
                            + ", expected also condition or trial, and time_s unless each row is a trial");
        }
        if (!has("time") && has("sample") && !layout.hasDt()) {
            table.problem(1, "the column sample counts samples, expected also dt, the time from one count to the next");
        }
    }

    boolean has(String name) {
        return known.containsKey(name);
    }

    /** Returns the place of a column that has a meaning of its own. */
    OptionalInt find(String name) {
        Integer column = known.get(name);
        return column == null ? OptionalInt.empty() : OptionalInt.of(column);
    }

    /** Returns what a row says in such a column, or another text where there is none. */
    String text(int row, String name, String otherwise) {
        OptionalInt column = find(name);
        return column.isEmpty() ? otherwise : table.text(row, column.getAsInt());
    }

    /** Returns a row's number in SI, which must be there if the column is; NaN without the column. */
    double number(int row, String name) {
        OptionalInt column = find(name);
        if (column.isEmpty()) {
            return Double.NaN;
        }
        String header = table.header().get(column.getAsInt());
        return table.present(row, column.getAsInt()) * Heading.of(header).scale();
    }

    /** Returns the columns of units. */
    List<Integer> units() {
        return units;
    }

    /** Returns the names of units. */
    List<String> names() {
        return units.stream()
                .map(table.header()::get)
                .map(header -> header.endsWith("]") ? Heading.of(header).name() : header)
                .toList();
    }

    /** Returns the unit that the header gives them, or another where it gives none. */
    String symbol(String otherwise) {
        String symbol = symbols.stream().findFirst().orElse("");
        if (symbol.isEmpty()) {
            return otherwise;
        }
        return HERTZ.contains(symbol) ? "spikes/s" : symbol;
    }
}
