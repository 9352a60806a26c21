// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.BadSetting;
import betz.common.Range;
import betz.data.Point;
import java.util.Locale;

/** Finds the joint angles that put the hand at a place; the elbow bends one way only, so there is at most one answer. */
public final class InverseKinematics {
    /** Angles this far outside a limit count as rounding, rad: near a straight arm acos turns 1e-16 into 1e-8. */
    private static final double ROUNDING = 1e-7;

    /** A cosine this far above 1 is that of a straight arm. */
    private static final double STRAIGHT = 1e-12;

    private final Skeleton skeleton;

    /** Prepares for one skeleton. */
    public InverseKinematics(Skeleton skeleton) {
        this.skeleton = skeleton;
    }

    /**
     * Returns shoulder and elbow angle, rad.
     *
     * <p>By the law of cosines {@code cos q1 = (r² - l1² - l2²) / (2 l1 l2)}, and {@code q0} is the hand's direction less
     * the angle of the hand in the upper arm's frame.
     *
     * @throws betz.common.BadSetting if the place is out of reach
     */
    public double[] joint(Point hand) {
        double[] joint = anyJoint(hand);
        if (!allowed(joint)) {
            String place = String.format(Locale.ROOT, "(%.4f, %.4f) m", hand.x(), hand.y());
            throw new BadSetting("hand", place, "a place within " + workspace());
        }
        return joint;
    }

    /** Tells whether the hand can be put at a place. */
    public boolean reaches(Point hand) {
        return allowed(anyJoint(hand));
    }

    /** Returns which places can be reached, in words. */
    public String workspace() {
        return String.format(
                Locale.ROOT,
                "%.3f to %.3f m of the shoulder with the shoulder at %.0f to %.0f and the elbow at %.0f to %.0f degrees",
                distance(skeleton.elbow().high()),
                distance(skeleton.elbow().low()),
                Math.toDegrees(skeleton.shoulder().low()),
                Math.toDegrees(skeleton.shoulder().high()),
                Math.toDegrees(skeleton.elbow().low()),
                Math.toDegrees(skeleton.elbow().high()));
    }

    /** Angles that may break the limits; not a number beyond the arm's length. */
    private double[] anyJoint(Point hand) {
        double l1 = skeleton.upperArm().length();
        double l2 = skeleton.forearm().length();
        double squared = hand.x() * hand.x() + hand.y() * hand.y();
        double cosine = (squared - l1 * l1 - l2 * l2) / (2 * l1 * l2);
        double elbow = StrictMath.acos(cosine <= 1 + STRAIGHT ? Math.min(1, cosine) : cosine);
        double within = StrictMath.atan2(l2 * StrictMath.sin(elbow), l1 + l2 * StrictMath.cos(elbow));
        double shoulder = StrictMath.atan2(hand.y(), hand.x()) - within;
        double middle = 0.5 * (skeleton.shoulder().low() + skeleton.shoulder().high());
        double turns = Math.rint((shoulder - middle) / (2 * Math.PI));
        return new double[] {shoulder - 2 * Math.PI * turns, elbow};
    }

    private boolean allowed(double[] joint) {
        return inside(skeleton.shoulder(), joint[0]) && inside(skeleton.elbow(), joint[1]);
    }

    private static boolean inside(Range range, double q) {
        return q >= range.low() - ROUNDING && q <= range.high() + ROUNDING;
    }

    private double distance(double elbow) {
        Point hand = skeleton.hand(0, elbow);
        return StrictMath.hypot(hand.x(), hand.y());
    }
}
