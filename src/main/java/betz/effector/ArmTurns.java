// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import java.util.Arrays;

/**
 * Cosines and sines of q0, q1 and q0 + q1 of a batch of arms, which all muscles share; worked out again only where a joint has
 * moved.
 */
final class ArmTurns {
    private static final int ANGLES = 3;

    /** [angle][trial]. */
    final double[][] cos;

    final double[][] sin;
    private final double[] q0;
    private final double[] q1;

    ArmTurns(int batch) {
        cos = new double[ANGLES][batch];
        sin = new double[ANGLES][batch];
        q0 = new double[batch];
        q1 = new double[batch];
        Arrays.fill(q0, Double.NaN);
    }

    /** Takes the angles of one trial. */
    void take(int trial, double shoulder, double elbow) {
        if (Double.compare(shoulder, q0[trial]) != 0 || Double.compare(elbow, q1[trial]) != 0) {
            q0[trial] = shoulder;
            q1[trial] = elbow;
            turn(trial, 0, shoulder);
            turn(trial, 1, elbow);
            turn(trial, 2, shoulder + elbow);
        }
    }

    private void turn(int trial, int angle, double value) {
        cos[angle][trial] = StrictMath.cos(value);
        sin[angle][trial] = StrictMath.sin(value);
    }
}
