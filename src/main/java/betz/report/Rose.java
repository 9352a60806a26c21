// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.util.List;

/**
 * Histograms around a circle, such as of preferred directions: sectors whose radius is the count.
 *
 * @param radius what the radius measures
 * @param series x: centre of each sector, degrees counter-clockwise from the right, evenly spaced; y: its count
 */
public record Rose(Caption caption, Axis radius, List<Series> series) implements Figure {
    /** Fewest sectors that show a shape, and most that can be told apart. */
    private static final int FEWEST = 4;

    private static final int MOST = 72;

    public Rose {
        series = List.copyOf(series);
        series.forEach(s -> Require.count("sectors of " + s.name(), s.size(), FEWEST, MOST));
    }
}
