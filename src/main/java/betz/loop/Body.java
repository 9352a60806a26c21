// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
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
    /** What was commanded, without motor noise, [step][muscle][trial]. */
    final double[][][] command;
    final Disturbance disturbance;
    final Sight sight;
    final Motor motor;

    private final RandomStream[] afferentNoise;
    private final RandomStream[] motorNoise;

    Body(Effector effector, Feedback feedback, MotorNoise noise, int batch, int steps, double dt) {
        kernel = effector.kernel(batch, dt);
        senses = new Senses(feedback, dt, effector.muscles());
        state = new double[steps][effector.states()][batch];
        sensed = new double[steps][senses.rows()][batch];
        command = new double[steps][effector.muscles()][batch];
        disturbance = new Disturbance(batch);
        sight = new Sight(sensed, batch);
        motor = new Motor(noise, command, dt);
        afferentNoise = new RandomStream[batch];
        motorNoise = new RandomStream[batch];
    }

    /** Puts all bodies at the start of their trials. */
    void reset(TrialBatch trials, Starts starts, Draws draws) {
        disturbance.begin(trials);
        sight.begin(trials);
        double[][] joint = new double[2][motorNoise.length];
        double[][] activation = new double[command[0].length][motorNoise.length];
        starts.write(joint, activation);
        for (int trial = 0; trial < motorNoise.length; trial++) {
            afferentNoise[trial] = draws.stream("afferent noise", trial);
            motorNoise[trial] = draws.stream("motor noise", trial);
        }
        motor.reset(activation, motorNoise); // at rest activations are excitations
        kernel.reset(joint, activation, state[0]);
        sense(0);
    }

    private void sense(int step) {
        kernel.sense(state[step], sensed[step]);
        sight.look(step);
    }

    int muscles() {
        return command[0].length;
    }

    /** Writes what is felt at a step. */
    void feel(int step, double[][] afferent) {
        senses.deliver(step, sight.seen(), afferentNoise, afferent);
    }

    /** Moves from a step to the next under the command of that step. */
    void move(int step) {
        double[][] load = disturbance.load(step);
        kernel.step(state[step], motor.send(step, command[step], motorNoise), load, state[step + 1]);
        sense(step + 1);
    }
}
