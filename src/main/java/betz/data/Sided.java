// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;

/** Directions that are told from the way to the target. */
final class Sided {
    private static final double MOST_FORCE = 1000; // N, more than an arm bears

    private Sided() {}

    static void check(double force, double direction) {
        Require.within("force", force, 0, MOST_FORCE, "N");
        Require.finite("direction", direction, "rad");
    }

    /** Returns a force, N, in a direction counter-clockwise from the way to the target, rad, as rows. */
    static double[] load(Trial trial, double force, double direction) {
        Point along = offset(trial, force, direction);
        return LoadRows.force(along.x(), along.y());
    }

    /** Returns a vector of some length in a direction counter-clockwise from the way to the target, rad. */
    static Point offset(Trial trial, double length, double direction) {
        double angle = trial.direction() + direction;
        return new Point(length * StrictMath.cos(angle), length * StrictMath.sin(angle));
    }
}
