// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.util.List;

/**
 * Small charts in a grid with one legend: six muscles, a dozen units.
 *
 * @param columns charts side by side
 * @param shared whether all have one vertical range, so that heights can be compared
 * @param parts single charts, row by row; the title of each stands above it
 */
public record Panels(Caption caption, int columns, boolean shared, List<Figure> parts) implements Figure {
    /** More charts side by side than this cannot be read on paper. */
    private static final int MOST_COLUMNS = 6;

    public Panels {
        parts = List.copyOf(parts);
        Require.count("columns", columns, 1, MOST_COLUMNS);
        Require.that(!parts.isEmpty(), "parts", "none", "at least one chart");
        Require.that(parts.stream().noneMatch(Panels.class::isInstance), "parts", "panels", "single charts");
    }

    /** Returns how many of so many charts stand side by side where three are best: two if there are four. */
    public static int columns(int charts) {
        return charts == 4 ? 2 : Math.min(3, charts);
    }

    @Override
    public List<Series> series() {
        return List.of();
    }

    /** Returns the number of charts one above the other. */
    public int rows() {
        return (parts.size() + columns - 1) / columns;
    }
}
