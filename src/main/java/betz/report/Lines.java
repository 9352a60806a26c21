// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/**
 * Curves over a common axis, with bands: speed, activation, loss, a tuning curve through its dots.
 *
 * @param marks moments marked by vertical lines
 */
public record Lines(Caption caption, Axis x, Axis y, List<Series> series, List<Mark> marks) implements Figure {
    public Lines {
        series = List.copyOf(series);
        marks = List.copyOf(marks);
    }

    /** Curves without marked moments. */
    public Lines(Caption caption, Axis x, Axis y, List<Series> series) {
        this(caption, x, y, series, List.of());
    }
}
