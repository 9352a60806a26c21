// SPDX-License-Identifier: Apache-2.0
package betz.report;

import java.util.List;

/** Single values with their intervals; series that share a place stand side by side, as error per direction does. */
public record Dots(Caption caption, Axis x, Axis y, List<Series> series) implements Figure {
    public Dots {
        series = List.copyOf(series);
    }
}
