// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

/** Angles, rad. */
public final class Angles {
    private Angles() {}

    /** Returns the angle in [−π, π]. */
    public static double wrapped(double angle) {
        return StrictMath.IEEEremainder(angle, 2 * Math.PI);
    }

    /** Returns the angle in [0, 2π). */
    public static double positive(double angle) {
        double wrapped = wrapped(angle);
        return wrapped < 0 ? wrapped + 2 * Math.PI : wrapped;
    }
}
