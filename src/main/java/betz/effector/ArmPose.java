// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/** Where the hands of a batch of arms are, and the turn of their elbows; worked out again only where a joint has moved. */
final class ArmPose {
    private final Skeleton skeleton;
    private final double[] q0;
    private final double[] q1;
    /** Cosine and sine of the elbow's angle, [trial]. */
    final double[] cos;

    final double[] sin;
    /** Hand from shoulder, [trial], m. */
    final double[] x;

    final double[] y;
    /** Hand from elbow, [trial], m. */
    final double[] ex;

    final double[] ey;

    ArmPose(Skeleton skeleton, int batch) {
        this.skeleton = skeleton;
        q0 = new double[batch];
        q1 = new double[batch];
        cos = new double[batch];
        sin = new double[batch];
        x = new double[batch];
        y = new double[batch];
        ex = new double[batch];
        ey = new double[batch];
        Arrays.fill(q0, Double.NaN);
    }

    /** Takes the postures of a state's first two rows. */
    void take(double[][] s) {
        for (int trial = 0; trial < q0.length; trial++) {
            if (Double.compare(s[0][trial], q0[trial]) != 0 || Double.compare(s[1][trial], q1[trial]) != 0) {
                turn(trial, s[0][trial], s[1][trial]);
            }
        }
    }

    private void turn(int trial, double shoulder, double elbow) {
        q0[trial] = shoulder;
        q1[trial] = elbow;
        double both = shoulder + elbow;
        cos[trial] = StrictMath.cos(elbow);
        sin[trial] = StrictMath.sin(elbow);
        ex[trial] = skeleton.forearm().length() * StrictMath.cos(both);
        ey[trial] = skeleton.forearm().length() * StrictMath.sin(both);
        x[trial] = skeleton.upperArm().length() * StrictMath.cos(shoulder) + ex[trial];
        y[trial] = skeleton.upperArm().length() * StrictMath.sin(shoulder) + ey[trial];
    }
}
