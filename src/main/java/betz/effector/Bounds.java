// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

import betz.common.Range;

/**
 * What no state may leave: limits of both coordinates, of velocity and of activation.
 *
 * <p>A velocity is clipped, then set to zero where it points out of a limit that the unclipped position touches or
 * violates; then the position is clipped. A clip passes the gradient inside and at equality.
 *
 * @param first of coordinate 0, rad or m
 * @param second of coordinate 1, rad or m
 * @param activation of the muscles
 */
record Bounds(Range first, Range second, Activation activation) {
    /** Fastest joint or hand, rad/s or m/s, as in MotorNet (doi:10.7554/eLife.88591). */
    private static final double FASTEST = 1000;

    /** Clips a state in place; rows from {@code size} on are left alone. */
    void apply(double[] s, int size) {
        for (int axis = 0; axis < 2; axis++) {
            Range limit = axis == 0 ? first : second;
            double v = Math.max(-FASTEST, Math.min(FASTEST, s[axis + 2]));
            s[axis + 2] = blocked(limit, s[axis], v) ? 0 : v;
            s[axis] = Math.max(limit.low(), Math.min(limit.high(), s[axis]));
        }
        for (int i = ACTIVATION; i < size; i++) {
            s[i] = activation.clamp(s[i]);
        }
    }

    /** Multiplies the gradient of a clipped state by what the clipping of {@code s} passes. */
    void vjp(double[] s, double[] gradient, int size) {
        for (int axis = 0; axis < 2; axis++) {
            Range limit = axis == 0 ? first : second;
            double v = s[axis + 2];
            if (Math.abs(v) > FASTEST || blocked(limit, s[axis], v)) {
                gradient[axis + 2] = 0;
            }
            if (s[axis] < limit.low() || s[axis] > limit.high()) {
                gradient[axis] = 0;
            }
        }
        for (int i = ACTIVATION; i < size; i++) {
            if (!activation.passes(s[i])) {
                gradient[i] = 0;
            }
        }
    }

    private static boolean blocked(Range limit, double q, double v) {
        return (q <= limit.low() && v < 0) || (q >= limit.high() && v > 0);
    }
}
