// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * The angles of a two-joint arm.
 *
 * @param shoulder from the x axis, counter-clockwise, rad
 * @param elbow from the upper arm, counter-clockwise, rad
 */
@About("The angles of a two-joint arm.")
public record Posture(
        @Unit("rad") @About("From the x axis, counter-clockwise.")
        double shoulder,

        @Unit("rad") @About("From the upper arm, counter-clockwise.")
        double elbow) {
    /** 45 and 90 degrees: the hand is before the shoulder, in the middle of the workspace. */
    public static final Posture DEFAULT = new Posture(Math.toRadians(45), Math.toRadians(90));

    public Posture {
        Require.finite("shoulder", shoulder, "rad");
        Require.finite("elbow", elbow, "rad");
    }
}
