// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;

/**
 * An angle that grows at a constant rate, into which it is eased and out of which it is eased.
 *
 * <p>The rate rises over the first {@code ramp} seconds as {@code 10 s³ − 15 s⁴ + 6 s⁵} of the share {@code s} of them, and falls
 * in the same way at the end; so it has two continuous derivatives, and the angle three.
 *
 * @param angle whole angle, rad; negative clockwise
 * @param duration of the whole, s
 * @param ramp time of easing at either end, s; at most half the duration
 */
public record Turn(double angle, double duration, double ramp) {

    public Turn {
        Require.finite("angle", angle, "rad");
        Require.positive("duration", duration, "s");
        Require.within("ramp", ramp, 0, duration / 2, "s");
    }

    /** Returns the rate between the ramps, rad/s. */
    public double cruise() {
        return angle / (duration - ramp);
    }

    /** Returns the angle turned at a time from the beginning, rad. */
    public double at(double time) {
        double t = Math.max(0, Math.min(duration, time));
        return t <= duration / 2 ? eased(t) : angle - eased(duration - t);
    }

    private double eased(double time) {
        if (time >= ramp) {
            return cruise() * (time - ramp / 2);
        }
        double s = time / ramp;
        return cruise() * ramp * s * s * s * s * (2.5 - 3 * s + s * s); // ∫ (10 s³ − 15 s⁴ + 6 s⁵) ds
    }

    /** Returns the rate at a time from the beginning, rad/s. */
    public double rate(double time) {
        double left = Math.min(time, duration - time);
        if (left < 0) {
            return 0;
        }
        double s = left >= ramp ? 1 : left / ramp;
        return cruise() * s * s * s * (10 - 15 * s + 6 * s * s);
    }
}
