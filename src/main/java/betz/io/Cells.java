// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The cells of a CSV text in order, without an object for each: most are numbers, which are read where they stand. White space
 * around a cell does not count; double quotes may enclose one.
 */
final class Cells {
    /** Decimal numbers; Java would also take 1f and hexadecimal ones. */
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\d+\\.?\\d*|\\.\\d+)([eE][-+]?\\d{1,9})?");

    /** Powers of ten. Up to the last, whole numbers are exact, so that one division rounds as it should. */
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private final String text;
    private final Map<Integer, String> quoted = new HashMap<>(); // cells that the text has in another form
    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int size;

    Cells(String text) {
        this.text = text;
    }

    /** Returns how many cells there are. */
    int size() {
        return size;
    }

    /** Takes away the last cells. */
    void shrink(int newSize) {
        quoted.keySet().removeIf(cell -> cell >= newSize);
        size = newSize;
    }

    /** Adds the cells of a line of the text. */
    void add(int start, int end) {
        int cell = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                addQuoted(text.substring(cell, end));
                return;
            }
            if (c == ',') {
                addCell(cell, i);
                cell = i + 1;
            }
        }
        addCell(cell, end);
    }

    private void addCell(int start, int end) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        int first = start;
        int last = end;
        while (first < last && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        while (first < last && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        from[size] = first;
        to[size] = last;
        size++;
    }

    private void addQuoted(String rest) {
        for (String cell : split(rest)) {
            quoted.put(size, cell.strip());
            addCell(0, 0);
        }
    }

    private static List<String> split(String line) {
        List<String> cells = new ArrayList<>();
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

    /** Returns what a cell says. */
    String text(int cell) {
        String other = quoted.isEmpty() ? null : quoted.get(cell);
        return other == null ? text.substring(from[cell], to[cell]) : other;
    }

    /** Tells whether a cell says nothing, or that its number is missing. */
    boolean isMissing(int cell) {
        if (!quoted.isEmpty() && quoted.containsKey(cell)) {
            String other = text(cell);
            return other.isEmpty() || other.equalsIgnoreCase("nan");
        }
        int length = to[cell] - from[cell];
        return length == 0 || (length == 3 && text.regionMatches(true, from[cell], "nan", 0, 3));
    }

    /** Returns the decimal number that a cell says: NaN if it says none, infinite if no double is as large. */
    double number(int cell) {
        boolean negative = from[cell] < to[cell] && text.charAt(from[cell]) == '-';
        long digits = 0;
        int count = 0;
        int behind = -1; // the point, where there is one
        for (int i = from[cell] + (negative ? 1 : 0); i < to[cell]; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = 10 * digits + (c - '0');
                count++;
                behind += behind >= 0 ? 1 : 0;
            } else if (c == '.' && behind < 0) {
                behind = 0;
            } else {
                return written(cell);
            }
        }
        if (count == 0 || count >= TENS.length) {
            return written(cell);
        }
        double value = digits / TENS[Math.max(0, behind)];
        return negative ? -value : value;
    }

    private double written(int cell) {
        String number = text(cell);
        return NUMBER.matcher(number).matches() ? Double.parseDouble(number) : Double.NaN;
    }
}
