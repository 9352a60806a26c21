// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * A muscle of a point mass: it pulls towards a place.
 *
 * @param name of the muscle
 * @param x of the place, m
 * @param y of the place, m
 * @param strength over the body's greatest force
 */
@About("A muscle of a point mass, which pulls towards a place.")
public record Anchor(
        @About("Name of the muscle.") String name,

        @Unit("m") @About("Place that it pulls towards, to the right.")
        double x,

        @Unit("m") @About("Place that it pulls towards, to the front.")
        double y,

        @About("Greatest force over the body's maximumForce.")
        double strength) {
    public Anchor {
        Require.that(!name.isBlank(), "name", "blank", "a name");
        Require.finite("x", x, "m");
        Require.finite("y", y, "m");
        Require.positive("strength", strength, "");
    }

    /** Tells whether the mass can never get there. */
    boolean isOutside() {
        return Math.abs(x) > PointMass.LIMIT.high() || Math.abs(y) > PointMass.LIMIT.high();
    }
}
