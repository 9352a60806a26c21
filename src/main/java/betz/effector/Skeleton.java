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
 * @param armature inertia of a motor at each joint, which turns with the joint's angle, kg·m²
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
        double damping,

        @Unit("kg*m^2") @About("Inertia of a motor at each joint, which turns with the joint's angle.")
        double armature) {
    /** The human arm of MotorNet's arm26: limits 0 to 135 and 0 to 155 degrees, no damping. */
    public static final Skeleton DEFAULT = new Skeleton(
            Segment.UPPER_ARM,
            Segment.FOREARM,
            new Range(0, Math.toRadians(135)),
            new Range(0, Math.toRadians(155)),
            0,
            0);

    /** The arm of MotorNet that has no muscles of its own, doi:10.7554/eLife.88591: limits 0 to 140 and 0 to 160 degrees. */
    public static final Skeleton TWO_DOF_ARM = new Skeleton(
            new Segment(0.309, 1.864572, 0.180496, 0.013193),
            new Segment(0.26, 1.534315, 0.181479, 0.020062),
            new Range(0, Math.toRadians(140)),
            new Range(0, Math.toRadians(160)),
            0,
            0);

    /**
     * The arm of Gymnasium's Reacher (Todorov, Erez &amp; Tassa 2012, doi:10.1109/IROS.2012.6386109): capsules of 10 cm, 1 cm thick
     * either way and of water's density, a ball of the same thickness at the hand, damping and armature of 1. There the elbow bends
     * by 3 rad either way, here one way.
     */
    public static final Skeleton REACHER = new Skeleton(
            new Segment(0.1, 0.035604717, 0.05, 3.9175660e-5),
            new Segment(0.11, 0.039793507, 0.056315789, 5.2835526e-5),
            new Range(-Math.PI, Math.PI),
            new Range(0, 3),
            1,
            1);

    public Skeleton {
        Require.within("elbow.low", elbow.low(), 0, Math.PI, "rad"); // so that inverse kinematics has one solution
        Require.within("elbow.high", elbow.high(), 0, Math.PI, "rad");
        Require.notNegative("damping", damping, "N*m*s/rad");
        Require.notNegative("armature", armature, "kg*m^2");
    }

    /** Makes bones and joints without motors. */
    Skeleton(Segment upperArm, Segment forearm, Range shoulder, Range elbow, double damping) {
        this(upperArm, forearm, shoulder, elbow, damping, 0);
    }

    /** Returns where the hand is, m. */
    public Point hand(double q0, double q1) {
        double both = q0 + q1;
        return new Point(
                upperArm.length() * StrictMath.cos(q0) + forearm.length() * StrictMath.cos(both),
                upperArm.length() * StrictMath.sin(q0) + forearm.length() * StrictMath.sin(both));
    }
}
