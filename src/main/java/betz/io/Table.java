// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A CSV file with a header; collects problems instead of stopping at the first. */
final class Table {
    /** What one of a unit is in SI. */
    private static final Map<String, Double> SI = Map.of("s", 1.0, "ms", 1e-3, "m", 1.0, "cm", 1e-2, "mm", 1e-3);

    /** Decimal numbers; Java would also take 1f and hexadecimal ones. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");

    /** Units of lengths that a column may have. */
    static final List<String> LENGTHS = List.of("m", "cm", "mm");

    /** Units of times that a column may have. */
    static final List<String> TIMES = List.of("s", "ms");

    private final String file;
    private final List<String> header;
    private final List<List<String>> rows = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private Table(String file, List<String> text) {
        this.file = file;
        header = cells(text.get(0)).stream().map(String::strip).toList();
        for (int i = 1; i < text.size(); i++) {
            if (text.get(i).isBlank()) {
                continue;
            }
            List<String> cells = cells(text.get(i));
            if (cells.size() == header.size()) {
                rows.add(cells);
                lines.add(i + 1);
            } else {
                problem(i + 1, "the row has " + cells.size() + " cells, expected " + header.size());
            }
        }
    }

    static Table read(Path file) throws IOException {
        byte[] bytes = Whole.file(file);
        String name = String.valueOf(file.getFileName());
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            List<String> all = (text.startsWith("\uFEFF") ? text.substring(1) : text)
                    .lines()
                    .toList();
            if (all.isEmpty()) {
                throw new BadTable(List.of(name + ":1: the file is empty, expected a header"));
            }
            return new Table(name, all);
        } catch (CharacterCodingException broken) {
            var bad = new BadTable(List.of(name + ": the text is not UTF-8, expected UTF-8"));
            bad.initCause(broken);
            throw bad;
        }
    }

    /** Splits a line at commas; double quotes may enclose a cell. */
    private static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        if (line.indexOf('"') < 0) {
            int start = 0;
            for (int comma = line.indexOf(','); comma >= 0; comma = line.indexOf(',', start)) {
                cells.add(line.substring(start, comma));
                start = comma + 1;
            }
            cells.add(line.substring(start));
            return cells;
        }
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
                if (quoted && i > 0 && line.charAt(i - 1) == '"') {
                    cell.append('"');
                }
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** Returns the columns' names, with their units. */
    List<String> header() {
        return header;
    }

    int size() {
        return rows.size();
    }

    /** Returns the line of a row, from 1. */
    int line(int row) {
        return lines.get(row);
    }

    void problem(int line, String problem) {
        problems.add(file + ":" + line + ": " + problem);
    }

    /** Returns what was found wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** Throws if there were problems. */
    void check() {
        if (!problems.isEmpty()) {
            throw new BadTable(problems);
        }
    }

    /** Throws if the header cannot be understood; rows then mean nothing. */
    void checkHeader() {
        if (problems.stream().anyMatch(problem -> problem.startsWith(file + ":1: "))) {
            throw new BadTable(problems);
        }
    }

    /**
     * Finds a column by the name before its unit.
     *
     * @return its place, or -1
     */
    int find(String name) {
        for (int i = 0; i < header.size(); i++) {
            String found = header.get(i);
            if (found.equals(name) || found.startsWith(name + " [") || found.startsWith(name + "[")) {
                return i;
            }
        }
        return -1;
    }

    /** Finds a column that must be there; otherwise notes a problem and returns -1. */
    int need(String name, String example) {
        int column = find(name);
        if (column < 0) {
            problem(1, "the columns are " + String.join(", ", header) + ", expected also " + example);
        }
        return column;
    }

    /** Returns what one of a column's unit is in SI; the units must be among those given. */
    double scale(int column, List<String> units) {
        if (column < 0) {
            return 1;
        }
        String name = header.get(column);
        int open = name.indexOf('[');
        String unit = open < 0 ? "" : name.substring(open + 1).replace("]", "").strip();
        if (!units.contains(unit)) {
            problem(1, "the column " + name + " has no known unit, expected one of " + units + " in brackets");
            return 1;
        }
        return SI.getOrDefault(unit, 1.0);
    }

    String text(int row, int column) {
        return rows.get(row).get(column).strip();
    }

    /** Tells whether a number is missing. */
    boolean isMissing(int row, int column) {
        String text = text(row, column);
        return text.isEmpty() || text.equalsIgnoreCase("nan");
    }

    /** Returns a number that must be there; NaN after telling that it is not. */
    double present(int row, int column) {
        if (isMissing(row, column)) {
            String text = text(row, column);
            String found = text.isEmpty() ? "empty" : text;
            problem(line(row), header.get(column) + " is " + found + ", expected a number");
        }
        return number(row, column);
    }

    /** Returns a whole number from 0 on; -1 after telling that it is none. */
    long count(int row, int column) {
        double value = present(row, column);
        if (value >= 0 && value == Math.rint(value) && value <= Integer.MAX_VALUE) {
            return Math.round(value);
        }
        if (!Double.isNaN(value)) {
            problem(line(row), header.get(column) + " is " + text(row, column) + ", expected a whole number from 0 on");
        }
        return -1;
    }

    /** Tells whether a text has digits alone, with at most one point in front of the last: most numbers, and quickly. */
    private static boolean isPlain(String text) {
        int points = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return points <= 1 && !text.endsWith(".");
    }

    /** Returns a number, NaN where it is missing; anything else is noted as a problem. */
    double number(int row, int column) {
        if (isMissing(row, column)) {
            return Double.NaN;
        }
        String text = text(row, column);
        boolean number = isPlain(text) || NUMBER.matcher(text).matches();
        double value = number ? Double.parseDouble(text) : Double.NaN;
        if (Double.isFinite(value)) {
            return value;
        }
        problem(line(row), header.get(column) + " is " + text + ", expected a number, or nan where it is missing");
        return Double.NaN;
    }
}
