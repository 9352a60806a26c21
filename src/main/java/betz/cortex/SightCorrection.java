// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.data.TrialBatch;

/**
 * Compares the seen hand with what the plan was when it was due: {@code A* = A + Kp (P(t-d-L) - x(t-d)) + Kv (M(t-d-L) -
 * v(t-d))}.
 *
 * <p>The afferents at step k carry the hand of step k - d, so the plan is taken d + L steps back; before time 0 it was 0.
 */
final class SightCorrection {
    private final Correction gains;
    private final double[][] start; // [axis][trial], m
    private final double[][][] position; // P of the last d + L + 1 steps, [slot][axis][trial]
    private final double[][][] velocity; // M likewise
    private final double[][] corrected; // A*, [axis][trial]
    private int newest;

    SightCorrection(TunedCortex settings, TrialBatch trials) {
        gains = settings.correction();
        int delay = (int) Math.round(settings.feedback().vision().delay() / trials.dt());
        int lead = (int) Math.round(gains.lead() / trials.dt());
        position = new double[delay + lead + 1][2][trials.size()];
        velocity = new double[delay + lead + 1][2][trials.size()];
        corrected = new double[2][trials.size()];
        start = new double[2][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            start[0][trial] = trials.get(trial).start().x();
            start[1][trial] = trials.get(trial).start().y();
        }
    }

    /** Returns A* of this step, [axis][trial], m/s²; overwritten by the next call. */
    double[][] acceleration(ViteRun plan, double[][] afferent) {
        newest = (newest + 1) % position.length;
        int due = (newest + 1) % position.length; // the oldest slot: d + L steps back
        for (int axis = 0; axis < 2; axis++) {
            System.arraycopy(plan.position[axis], 0, position[newest][axis], 0, corrected[axis].length);
            System.arraycopy(plan.velocity[axis], 0, velocity[newest][axis], 0, corrected[axis].length);
            for (int trial = 0; trial < corrected[axis].length; trial++) {
                double off = position[due][axis][trial] - (afferent[axis][trial] - start[axis][trial]);
                double slip = velocity[due][axis][trial] - afferent[2 + axis][trial];
                corrected[axis][trial] =
                        plan.acceleration[axis][trial] + gains.position() * off + gains.velocity() * slip;
            }
        }
        return corrected;
    }
}
