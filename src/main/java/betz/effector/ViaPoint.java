// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * A point that a muscle runs through.
 *
 * @param on what it is fixed to
 * @param x along the bone, m
 * @param y to the left of the bone, m
 */
@About("A point that a muscle runs through.")
public record ViaPoint(
        @About(
                "What it is fixed to: the trunk, whose origin is the shoulder, or a bone, whose origin is its upper end.")
        Bone on,

        @Unit("m") @About("Along the bone; of the world to the right.")
        double x,

        @Unit("m") @About("To the left of the bone, where joints flex to; of the world to the front.")
        double y) {
    public ViaPoint {
        Require.finite("x", x, "m");
        Require.finite("y", y, "m");
    }
}
