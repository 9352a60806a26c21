// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;

/**
 * What leads from one area to another, or from an area to itself.
 *
 * @param from name of the area that is heard
 * @param to name of the area that hears
 * @param density probability of each connection
 */
public record Projection(
        @About("The area that is heard.") String from,
        @About("The area that hears.") String to,
        @About("Probability of each connection.") double density) {
    /** One connection in ten, of areas that must be named. */
    public static final Projection DEFAULT = new Projection("", "", 0.1);

    public Projection {
        Require.within("density", density, 0, 1, "");
    }
}
