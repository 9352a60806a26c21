// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * Correction of the planned acceleration by the delayed sight of the hand:
 * {@code A* = A + Kp (P(t-d-L) - x(t-d)) + Kv (M(t-d-L) - v(t-d))}, with the delay d of vision and the lead L.
 *
 * @param position Kp, 1/s²
 * @param velocity Kv, 1/s
 * @param lead L, by which the plan is ahead of the hand, s
 */
@About("How the delayed sight of the hand corrects the plan.")
public record Correction(
        @Unit("1/s^2")
        @About("Acceleration per deviation of the seen hand; 15 with velocity 5 is safe up to 100 ms delay.")
        double position,

        @Unit("1/s") @About("Acceleration per deviation of the seen velocity.")
        double velocity,

        @Unit("s") @About("Time by which the plan is ahead of the hand.")
        double lead) {

    /** Stable for delays of vision up to 70 ms with a margin. */
    public static final Correction DEFAULT = new Correction(30, 8, 0.080);

    public Correction {
        Require.within("position", position, 0, 1000, "1/s^2");
        Require.within("velocity", velocity, 0, 100, "1/s");
        Require.within("lead", lead, 0, 0.5, "s");
    }
}
