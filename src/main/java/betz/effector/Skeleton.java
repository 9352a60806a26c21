// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;

/**
 * The bones and joints of a planar two-joint arm; the shoulder is the origin.
 *
 * @param upperArm from shoulder to elbow
 * @param forearm from elbow to hand
 * @param shoulder range of the shoulder's angle, rad
 * @param elbow range of the elbow's angle, rad
 * @param damping of both joints by themselves, N·m·s/rad; a body may have more
 */
@About("The bones and joints of a planar two-joint arm.")
public record Skeleton(
        @About(value = "From shoulder to elbow.", source = "doi:10.1007/978-1-4612-2104-3_29")
        Segment upperArm,

        @About(value = "From elbow to hand.", source = "doi:10.1007/978-1-4612-2104-3_29")
        Segment forearm,

        @Unit("rad") @About(value = "Range of the shoulder's angle.", source = "doi:10.7554/eLife.88591")
        Range shoulder,

        @Unit("rad") @About(value = "Range of the elbow's angle.", source = "doi:10.7554/eLife.88591")
        Range elbow,

        @Unit("N*m*s/rad") @About("Viscous damping of both joints by themselves; effector.damping is added to it.")
        double damping) {
    /** The human arm of MotorNet's arm26: limits 0 to 135 and 0 to 155 degrees, no damping. */
    public static final Skeleton DEFAULT = new Skeleton(
            Segment.UPPER_ARM,
            Segment.FOREARM,
            new Range(0, Math.toRadians(135)),
            new Range(0, Math.toRadians(155)),
            0);

    public Skeleton {
        Require.within("elbow.low", elbow.low(), 0, Math.PI, "rad"); // so that inverse kinematics has one solution
        Require.within("elbow.high", elbow.high(), 0, Math.PI, "rad");
        Require.notNegative("damping", damping, "N*m*s/rad");
    }

    /** Returns where the hand is, m. */
    public Point hand(double q0, double q1) {
        double both = q0 + q1;
        return new Point(
                upperArm.length() * StrictMath.cos(q0) + forearm.length() * StrictMath.cos(both),
                upperArm.length() * StrictMath.sin(q0) + forearm.length() * StrictMath.sin(both));
    }
}
