// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** Where the hand of one arm is, and the turn of its elbow; worked out again only when a joint has moved. */
final class ArmPose {
    private double q0 = Double.NaN;
    private double q1 = Double.NaN;
    /** Cosine and sine of the elbow's angle. */
    double cos;

    double sin;
    /** Hand from shoulder, m. */
    double x;

    double y;
    /** Hand from elbow, m. */
    double ex;

    double ey;

    /** Takes the posture of a state's first two rows. */
    void take(Skeleton skeleton, double[] s) {
        if (Double.compare(s[0], q0) == 0 && Double.compare(s[1], q1) == 0) {
            return;
        }
        q0 = s[0];
        q1 = s[1];
        double both = q0 + q1;
        cos = StrictMath.cos(q1);
        sin = StrictMath.sin(q1);
        ex = skeleton.forearm().length() * StrictMath.cos(both);
        ey = skeleton.forearm().length() * StrictMath.sin(both);
        x = skeleton.upperArm().length() * StrictMath.cos(q0) + ex;
        y = skeleton.upperArm().length() * StrictMath.sin(q0) + ey;
    }
}
