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

    /** Clips states, [row][trial], in place; rows from {@code size} on are left alone. */
    void apply(double[][] s, int size) {
        for (int axis = 0; axis < 2; axis++) {
            Range limit = axis == 0 ? first : second;
            double[] q = s[axis];
            double[] qd = s[axis + 2];
            for (int i = 0; i < q.length; i++) {
                double v = Math.max(-FASTEST, Math.min(FASTEST, qd[i]));
                qd[i] = blocked(limit, q[i], v) ? 0 : v;
                q[i] = Math.max(limit.low(), Math.min(limit.high(), q[i]));
            }
        }
        for (int row = ACTIVATION; row < size; row++) {
            activation.clamp(s[row], s[row]);
        }
    }

    /** Multiplies the gradients of clipped states by what the clipping of {@code s} passes; both [row][trial]. */
    void vjp(double[][] s, double[][] gradient, int size) {
        for (int axis = 0; axis < 2; axis++) {
            Range limit = axis == 0 ? first : second;
            double[] q = s[axis];
            double[] qd = s[axis + 2];
            for (int i = 0; i < q.length; i++) {
                if (Math.abs(qd[i]) > FASTEST || blocked(limit, q[i], qd[i])) {
                    gradient[axis + 2][i] = 0;
                }
                if (q[i] < limit.low() || q[i] > limit.high()) {
                    gradient[axis][i] = 0;
                }
            }
        }
        for (int row = ACTIVATION; row < size; row++) {
            for (int i = 0; i < s[row].length; i++) {
                if (!activation.passes(s[row][i])) {
                    gradient[row][i] = 0;
                }
            }
        }
    }

    private static boolean blocked(Range limit, double q, double v) {
        return (q <= limit.low() && v < 0) || (q >= limit.high() && v > 0);
    }
}
