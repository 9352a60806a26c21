// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a CSV text in order, without an object for each: most are numbers, which are read where they stand. White space
 * around a cell does not count; double quotes may enclose one.
 */
final class Cells {
    private final byte[] text;
    private final Map<Integer, String> unlike = new HashMap<>(); // cells that the text has in another form
    private final Decimal decimal = new Decimal();
    private int[] from = new int[1 << 10];
    private int[] to = new int[1 << 10];
    private int size;
    private int next; // where the next line begins

    /**
     * Begins before the first line of a text, without any cells yet.
     *
     * @param text in UTF-8. Kept, not copied.
     * @param start where the first line begins
     */
    Cells(byte[] text, int start) {
        this.text = text;
        next = start;
    }

    /** Returns how many cells there are. */
    int size() {
        return size;
    }

    /** Takes away the last cells. */
    void shrink(int newSize) {
        for (int cell = newSize; cell < size && !unlike.isEmpty(); cell++) {
            unlike.remove(cell);
        }
        size = newSize;
    }

    /** Tells whether another line follows. */
    boolean hasLine() {
        return next < text.length;
    }

    /** Adds the cells of the next line. */
    void addLine() {
        int first = next;
        int i = next;
        for (; i < text.length && !isBreak(text[i]); i++) {
            if (text[i] == '"') {
                int end = lineEnd(i);
                addQuoted(text(first, end));
                next = behindBreak(end);
                return;
            }
            if (text[i] == ',') {
                add(first, i);
                first = i + 1;
            }
        }
        add(first, i);
        next = behindBreak(i);
    }

    private static boolean isBreak(byte c) {
        return c == '\n' || c == '\r';
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length && !isBreak(text[end])) {
            end++;
        }
        return end;
    }

    /** Returns where the line after a line break begins, which may be two characters. */
    private int behindBreak(int place) {
        boolean two = place + 1 < text.length && text[place] == '\r' && text[place + 1] == '\n';
        return place + (two ? 2 : 1);
    }

    private void add(int start, int end) {
        int first = start;
        int last = end;
        while (first < last && isSpace(text[first])) {
            first++;
        }
        while (first < last && isSpace(text[last - 1])) {
            last--;
        }
        boolean ascii = first == last || (text[first] >= 0 && text[last - 1] >= 0);
        String said = ascii ? "" : text(first, last).strip(); // of the white space beyond ASCII
        if (said.isEmpty()) {
            place(first, ascii ? last : first);
        } else {
            addUnlike(said);
        }
    }

    private static boolean isSpace(byte c) {
        return c >= 0 && Character.isWhitespace(c);
    }

    private void place(int first, int last) {
        if (size == from.length) {
            from = Arrays.copyOf(from, 2 * size);
            to = Arrays.copyOf(to, 2 * size);
        }
        from[size] = first;
        to[size] = last;
        size++;
    }

    private void addUnlike(String said) {
        unlike.put(size, said);
        place(0, 0);
    }

    private void addQuoted(String rest) {
        for (String cell : split(rest)) {
            addUnlike(cell.strip());
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

    private String text(int start, int end) {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    private @Nullable String unlike(int cell) {
        return unlike.isEmpty() ? null : unlike.get(cell);
    }

    /** Returns what a cell says. */
    String text(int cell) {
        String said = unlike(cell);
        return said == null ? text(from[cell], to[cell]) : said;
    }

    /** Tells whether there is nothing but white space, not even quotes. */
    boolean isBlank(int cell) {
        return from[cell] == to[cell] && unlike(cell) == null;
    }

    /** Tells whether a cell says nothing, or that its number is missing. */
    boolean isMissing(int cell) {
        String said = text(cell);
        return said.isEmpty() || said.equalsIgnoreCase("nan");
    }

    /** Returns the decimal number that a cell says: NaN if it says none, infinite if no double is as large. */
    double number(int cell) {
        String said = unlike(cell);
        if (said == null) {
            return decimal.read(text, from[cell], to[cell]);
        }
        byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
        return decimal.read(bytes, 0, bytes.length);
    }
}
