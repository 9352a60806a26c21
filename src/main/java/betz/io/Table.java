// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A CSV file with a header; collects problems instead of stopping at the first. */
final class Table {
    /** What one of a unit is in SI. */
    private static final Map<String, Double> SI = Map.of("s", 1.0, "ms", 1e-3, "m", 1.0, "cm", 1e-2, "mm", 1e-3);

    private static final Pattern INFINITE = Pattern.compile("(?i)[-+]?inf(inity)?");

    /** What some programs begin a text in UTF-8 with. */
    private static final byte[] MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

    /** So many problems are told as if there were no more. */
    private static final int HOPELESS = 1000;

    /** Units of lengths that a column may have. */
    static final List<String> LENGTHS = List.of("m", "cm", "mm");

    /** Units of times that a column may have. */
    static final List<String> TIMES = List.of("s", "ms");

    private final String file;
    private final Cells cells;
    private final List<String> header;
    private final List<Integer> broken = new ArrayList<>(); // lines that are no rows
    private final List<Problem> problems = new ArrayList<>();
    private int[] lines = new int[1 << 10]; // of rows
    private int size; // rows

    private record Problem(int line, String text) {}

    private Table(String file, Cells cells) {
        this.file = file;
        this.cells = cells;
        cells.addLine();
        header = IntStream.range(0, cells.size()).mapToObj(cells::text).toList();
        for (int line = 2; cells.hasLine(); line++) {
            row(line);
        }
    }

    private void row(int line) {
        int before = cells.size();
        cells.addLine();
        int found = cells.size() - before;
        boolean blank = found == 1 && cells.isBlank(before);
        if (found == header.size() && !blank) {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, 2 * size);
            }
            lines[size++] = line;
            return;
        }
        cells.shrink(before);
        if (!blank) {
            broken.add(line);
            problem(line, "the row has " + found + " cells, expected " + header.size());
        }
    }

    static Table read(Path file) throws IOException {
        return parse(String.valueOf(file.getFileName()), Whole.file(file));
    }

    /** Reads the bytes of a file of that name. */
    static Table parse(String name, byte[] bytes) {
        try {
            check(bytes);
        } catch (CharacterCodingException broken) {
            var bad = new BadTable(List.of(name + ": the text is not UTF-8, expected UTF-8"));
            bad.initCause(broken);
            throw bad;
        }
        int start =
                Arrays.equals(bytes, 0, Math.min(MARK.length, bytes.length), MARK, 0, MARK.length) ? MARK.length : 0;
        if (start == bytes.length) {
            throw new BadTable(List.of(name + ":1: the file is empty, expected a header"));
        }
        return new Table(name, new Cells(bytes, start));
    }

    /** Throws if a text is not UTF-8, as every text in ASCII is. */
    private static void check(byte[] text) throws CharacterCodingException {
        for (byte one : text) {
            if (one < 0) {
                var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
                return;
            }
        }
    }

    /** Returns the file's name. */
    String name() {
        return file;
    }

    /** Returns the columns' names, with their units. */
    List<String> header() {
        return header;
    }

    int size() {
        return size;
    }

    /** Returns the line of a row, from 1. */
    int line(int row) {
        return lines[row];
    }

    /** Returns the lines that are left out, since they have too few or too many cells. */
    List<Integer> broken() {
        return broken;
    }

    void problem(int line, String problem) {
        problems.add(new Problem(line, file + ":" + line + ": " + problem));
    }

    /** Notes what is wrong with a cell. */
    void problem(int row, int column, String expected) {
        String text = text(row, column);
        String found = text.isEmpty() ? "empty" : Excerpt.of(text);
        problem(line(row), header.get(column) + " is " + found + ", expected " + expected);
    }

    /** Tells whether so much is wrong that nobody reads on. */
    boolean isHopeless() {
        return problems.size() >= HOPELESS;
    }

    /** Returns what was found wrong so far, in the order of lines. */
    List<String> problems() {
        return problems.stream()
                .sorted(Comparator.comparingInt(Problem::line))
                .map(Problem::text)
                .toList();
    }

    /** Throws if there were problems. */
    void check() {
        if (!problems.isEmpty()) {
            throw new BadTable(problems());
        }
    }

    /** Tells whether the header can be understood; rows mean nothing otherwise. */
    boolean hasHeader() {
        return problems.stream().noneMatch(problem -> problem.line() == 1);
    }

    /** Throws if the header cannot be understood. */
    void checkHeader() {
        if (!hasHeader()) {
            throw new BadTable(problems());
        }
    }

    /**
     * Finds a column by the name before its unit.
     *
     * @return its place, or -1
     */
    int find(String name) {
        List<Integer> found = findAll(name);
        return found.isEmpty() ? -1 : found.get(0);
    }

    /** Finds all columns of a name, whatever their units. */
    private List<Integer> findAll(String name) {
        return IntStream.range(0, header.size())
                .filter(i -> header.get(i).equals(name)
                        || header.get(i).startsWith(name + " [")
                        || header.get(i).startsWith(name + "["))
                .boxed()
                .toList();
    }

    /** Finds a column that may be there, but once only; otherwise notes a problem. */
    int findOnce(String name) {
        List<Integer> found = findAll(name);
        if (found.size() > 1) {
            problem(1, "the column " + name + " is there " + found.size() + " times, expected once");
        }
        return found.isEmpty() ? -1 : found.get(0);
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

    private int cell(int row, int column) {
        return (1 + row) * header.size() + column;
    }

    String text(int row, int column) {
        return cells.text(cell(row, column));
    }

    /** Tells whether a number is missing. */
    boolean isMissing(int row, int column) {
        return cells.isMissing(cell(row, column));
    }

    /** Returns a number that must be there; NaN after telling that it is not. */
    double present(int row, int column) {
        double value = cells.number(cell(row, column));
        if (Double.isFinite(value)) {
            return value;
        }
        problem(row, column, isInfinite(row, column) ? "a finite number" : "a number");
        return Double.NaN;
    }

    private boolean isInfinite(int row, int column) {
        return INFINITE.matcher(text(row, column)).matches() || Double.isInfinite(cells.number(cell(row, column)));
    }

    /** Returns a whole number from 0 on; -1 after telling that it is none. */
    long count(int row, int column) {
        double value = cells.number(cell(row, column));
        if (value >= 0 && value == Math.rint(value) && value <= Integer.MAX_VALUE) {
            return Math.round(value);
        }
        boolean large = value > Integer.MAX_VALUE;
        problem(row, column, "a whole number " + (large ? "up to " + Integer.MAX_VALUE : "from 0 on"));
        return -1;
    }

    /** Returns a number, NaN where it is missing; anything else is noted as a problem. */
    double number(int row, int column) {
        double value = cells.number(cell(row, column));
        if (Double.isFinite(value)) {
            return value;
        }
        if (!isMissing(row, column)) {
            problem(row, column, "a number, or nan where it is missing");
        }
        return Double.NaN;
    }
}
