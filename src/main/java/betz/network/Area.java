// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import java.util.List;

/**
 * One area of a network.
 *
 * @param name as in charts and projections
 * @param units number of its units
 * @param inputs what its units sense
 * @param output whether the outputs are read from its units
 */
public record Area(
        @About("Its name, for projections and charts.") String name,
        @About("Number of its units.") int units,
        @About("What its units sense.") List<Sense> inputs,

        @About("Whether the outputs are read from its units.")
        boolean output) {
    /** A hundred units that sense all and are read. */
    public static final Area DEFAULT = new Area("area", 100, List.of(Sense.values()), true);

    public Area {
        Require.count("units", units, 1, Cell.MOST_UNITS);
        Require.that(!name.isBlank(), "name", "empty", "a name");
        inputs = List.copyOf(inputs);
    }
}
