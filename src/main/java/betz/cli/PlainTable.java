// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of words, aligned; cells of a table that is too wide are broken into lines. */
final class PlainTable {
    private static final String GAP = "  ";

    private final List<List<String>> rows;
    private final int[] widths;

    /**
     * Lays out a table.
     *
     * @param rows of cells, the head first
     * @param width at most, unless words are too long
     */
    PlainTable(List<List<String>> rows, int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        this.rows = rows.stream().map(row -> filled(row, columns)).toList();
        this.widths = IntStream.range(0, columns)
                .map(column -> this.rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        int[] least = IntStream.range(0, columns).map(this::longestWord).toArray();
        int room = width - GAP.length() * (columns - 1);
        while (Arrays.stream(widths).sum() > room && narrowed(least)) {
            // one letter less in each turn
        }
    }

    private static List<String> filled(List<String> row, int columns) {
        var cells = new ArrayList<>(row);
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    private int longestWord(int column) {
        return rows.stream()
                .flatMap(row -> Arrays.stream(row.get(column).split(" ", -1)))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }

    /** Takes a letter from the widest column that can give one; false if none can. */
    private boolean narrowed(int[] least) {
        int widest = -1;
        for (int column = 0; column < widths.length; column++) {
            if (widths[column] > least[column] && (widest < 0 || widths[column] > widths[widest])) {
                widest = column;
            }
        }
        if (widest >= 0) {
            widths[widest]--;
        }
        return widest >= 0;
    }

    /** Returns the head, a rule and the other rows; with an empty line between rows if any takes several lines. */
    List<String> lines() {
        List<List<String>> blocks = rows.stream().map(this::block).toList();
        boolean broken = blocks.stream().skip(1).anyMatch(block -> block.size() > 1);
        List<String> lines = new ArrayList<>();
        if (rows.get(0).stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.addAll(blocks.get(0));
            lines.add(Arrays.stream(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
        }
        for (int row = 1; row < blocks.size(); row++) {
            if (broken && row > 1) {
                lines.add("");
            }
            lines.addAll(blocks.get(row));
        }
        return lines;
    }

    private List<String> block(List<String> row) {
        List<List<String>> cells = IntStream.range(0, widths.length)
                .mapToObj(column -> Wrap.lines(row.get(column), widths[column]))
                .toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, height).mapToObj(i -> line(cells, i)).toList();
    }

    private String line(List<List<String>> cells, int i) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> {
                    List<String> cell = cells.get(column);
                    String text = i < cell.size() ? cell.get(i) : "";
                    return text + " ".repeat(Math.max(0, widths[column] - text.length()));
                })
                .collect(Collectors.joining(GAP))
                .stripTrailing();
    }
}
