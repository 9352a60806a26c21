// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.TrialBatch;
import betz.effector.EffectorKernel;

/** A batch of bodies over a whole trial: every state and every sense, step by step. */
final class Body {
    final EffectorKernel kernel;
    final Senses senses;
    /** [step][state][trial]. */
    final double[][][] state;
    /** All that is sensed, without delay and noise, [step][column][trial]. */
    final double[][][] sensed;
    /** What was commanded, without reflex and motor noise, [step][muscle][trial]. */
    final double[][][] command;

    final Disturbance disturbance;
    final Sight sight;
    final Receptors receptors;
    final ReflexArc reflex;
    final Motor motor;

    private final RandomStream[] afferentNoise;
    private final RandomStream[] motorNoise;

    Body(Periphery periphery, int batch, int steps, double dt) {
        var effector = periphery.effector();
        var columns = periphery.columns();
        kernel = effector.kernel(batch, dt);
        receptors = new Receptors(effector, kernel, columns, batch);
        senses = new Senses(periphery.feedback(), columns, dt, steps, batch);
        state = new double[steps][effector.states()][batch];
        sensed = new double[steps][columns.count()][batch];
        command = new double[steps][effector.muscles()][batch];
        disturbance = new Disturbance(batch);
        sight = new Sight(sensed, batch);
        reflex = new ReflexArc(periphery.reflex(), columns, command, dt);
        motor = new Motor(periphery.noise(), reflex.excitation, dt);
        afferentNoise = new RandomStream[batch];
        motorNoise = new RandomStream[batch];
    }

    /** Puts all bodies at the start of their trials. */
    void reset(TrialBatch trials, Starts starts, Draws draws) {
        disturbance.begin(trials);
        receptors.begin(trials);
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
        sense(0, activation);
    }

    private void sense(int step, double[][] led) {
        receptors.sense(state[step], led, sensed[step]);
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
        double[][] excitation = reflex.send(step, command[step], sensed);
        double[][] load = disturbance.load(step);
        kernel.step(state[step], motor.send(step, excitation, motorNoise), load, state[step + 1]);
        sense(step + 1, command[step]);
    }

    /**
     * Turns the gradient over what arrived at the muscles at a step into that over the commands, [muscle][trial], and adds what
     * it means for what was sensed, [step][column][trial].
     */
    void sendVjp(int step, double[][] gradient, double[][][] sensedGradient) {
        motor.back(step, gradient);
        reflex.back(step, command[step], sensed, gradient, sensedGradient);
    }
}
