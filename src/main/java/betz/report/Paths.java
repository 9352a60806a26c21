// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/** Curves in a plane, such as hand paths: a centimetre is as long across as it is up. */
public record Paths(Caption caption, Axis x, Axis y, List<Series> series) implements Figure {
    public Paths {
        series = List.copyOf(series);
    }
}
