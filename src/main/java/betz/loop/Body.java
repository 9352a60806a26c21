// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.TrialBatch;
import betz.effector.Effector;
import betz.effector.EffectorKernel;

/** A batch of bodies over a whole trial: every state and every sense, step by step. */
final class Body {
    final EffectorKernel kernel;
    final Senses senses;
    /** [step][state][trial]. */
    final double[][][] state;
    /** [step][sense][trial], without delay and noise. */
    final double[][][] sensed;
    /** [step][muscle][trial]. */
    final double[][][] command;
    /** Force at the hand, [2][trial], N. */
    final double[][] load;

    private final Effector effector;
    private final RandomStream[] random;

    Body(Effector effector, Feedback feedback, int batch, int steps, double dt) {
        this.effector = effector;
        kernel = effector.kernel(batch, dt);
        senses = new Senses(feedback, dt, effector.muscles());
        state = new double[steps][effector.states()][batch];
        sensed = new double[steps][senses.rows()][batch];
        command = new double[steps][effector.muscles()][batch];
        load = new double[2][batch];
        random = new RandomStream[batch];
    }

    /** Puts all bodies at the start of their trials; noise is keyed by the seed, the iteration and the trial's place. */
    void reset(TrialBatch trials, double[] rest, long seed, long iteration, int firstTrial) {
        double[][] joint = new double[2][trials.size()];
        for (int trial = 0; trial < trials.size(); trial++) {
            double[] posture = effector.posture(trials.get(trial).start());
            joint[0][trial] = posture[0];
            joint[1][trial] = posture[1];
            random[trial] = RandomStream.of(seed, "afferent noise", iteration, firstTrial + trial);
        }
        kernel.reset(joint, rest, state[0]);
        kernel.sense(state[0], sensed[0]);
    }

    /** Writes what is felt at a step. */
    void feel(int step, double[][] afferent) {
        senses.deliver(step, sensed, random, afferent);
    }

    /** Moves from a step to the next under the command of that step. */
    void move(int step) {
        kernel.step(state[step], command[step], load, state[step + 1]);
        kernel.sense(state[step + 1], sensed[step + 1]);
    }
}
