// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;
import static betz.effector.Mechanics.HAND;

import betz.common.Require;
import java.util.Arrays;

/**
 * The kernel of every effector: for each trial it advances the body, applies the bounds, and remembers the joints of the
 * step before where the convention asks for it.
 *
 * <p>Trials never mix, so the result does not depend on the batch. Nothing is allocated in a step.
 */
final class BodyKernel implements EffectorKernel {
    private final int batch;
    private final Mechanics mechanics;
    private final Stepper stepper;
    private final Bounds bounds;
    private final int core; // rows that the equation of motion covers
    private final int memory; // rows after them: positions and velocities of the step before, or none
    private final double[] s;
    private final double[] next;
    private final double[] u;
    private final double[] load = new double[2];
    private final double[] stateGradient;
    private final double[] nextGradient;
    private final double[] commandGradient;
    private final double[] sense;
    private final double[] muscle;

    BodyKernel(int batch, Mechanics mechanics, Stepper stepper, Bounds bounds, boolean remembers) {
        Require.count("batch", batch, 1, Integer.MAX_VALUE);
        this.batch = batch;
        this.mechanics = mechanics;
        mechanics.layOut(batch);
        this.stepper = stepper;
        this.bounds = bounds;
        this.core = ACTIVATION + mechanics.muscles();
        this.memory = remembers ? ACTIVATION : 0;
        this.s = new double[core + memory];
        this.next = new double[core + memory];
        this.u = new double[mechanics.muscles()];
        this.stateGradient = new double[core + memory];
        this.nextGradient = new double[core + memory];
        this.commandGradient = new double[mechanics.muscles()];
        this.sense = new double[HAND + 2 * mechanics.muscles()];
        this.muscle = new double[3 * mechanics.muscles()];
    }

    @Override
    public void reset(double[][] joint, double[][] activation, double[][] state) {
        Require.length("activation", activation.length, core - ACTIVATION);
        for (int trial = 0; trial < batch; trial++) {
            Arrays.fill(s, 0);
            s[0] = joint[0][trial];
            s[1] = joint[1][trial];
            for (int muscle = 0; muscle < activation.length; muscle++) {
                s[ACTIVATION + muscle] = activation[muscle][trial];
            }
            bounds.apply(s, core);
            System.arraycopy(s, 0, s, core, memory);
            write(s, state, trial);
        }
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        for (int trial = 0; trial < batch; trial++) {
            mechanics.turnTo(trial);
            read(state, command, load, trial);
            stepper.step(s, u, this.load, this.next);
            bounds.apply(this.next, core);
            System.arraycopy(s, 0, this.next, core, memory);
            write(this.next, next, trial);
        }
    }

    @Override
    public void stepVjp(
            double[][] state,
            double[][] command,
            double[][] load,
            double[][] nextGradient,
            double[][] stateGradient,
            double[][] commandGradient) {
        for (int trial = 0; trial < batch; trial++) {
            mechanics.turnTo(trial);
            read(state, command, load, trial);
            read(nextGradient, trial, this.nextGradient);
            Arrays.fill(this.stateGradient, 0);
            Arrays.fill(this.commandGradient, 0);

            // what was clipped passes nothing on, so the step is taken again
            stepper.step(s, u, this.load, next);
            bounds.vjp(next, this.nextGradient, core);
            stepper.vjp(s, u, this.load, this.nextGradient, this.stateGradient, this.commandGradient);
            for (int i = 0; i < memory; i++) {
                this.stateGradient[i] += this.nextGradient[core + i];
            }
            add(this.stateGradient, stateGradient, trial);
            add(this.commandGradient, commandGradient, trial);
        }
    }

    @Override
    public void sense(double[][] state, double[][] sense) {
        for (int trial = 0; trial < batch; trial++) {
            mechanics.turnTo(trial);
            read(state, trial, s);
            mechanics.sense(s, this.sense);
            write(this.sense, sense, trial);
        }
    }

    @Override
    public void senseVjp(double[][] state, double[][] senseGradient, double[][] stateGradient) {
        for (int trial = 0; trial < batch; trial++) {
            mechanics.turnTo(trial);
            read(state, trial, s);
            read(senseGradient, trial, sense);
            Arrays.fill(this.stateGradient, 0);
            mechanics.senseVjp(s, sense, this.stateGradient);
            add(this.stateGradient, stateGradient, trial);
        }
    }

    @Override
    public void muscles(double[][] state, double[][] muscle) {
        for (int trial = 0; trial < batch; trial++) {
            mechanics.turnTo(trial);
            read(state, trial, s);
            mechanics.muscles(s, this.muscle);
            write(this.muscle, muscle, trial);
        }
    }

    private void read(double[][] state, double[][] command, double[][] load, int trial) {
        read(state, trial, s);
        read(command, trial, u);
        read(load, trial, this.load);
    }

    private static void read(double[][] batch, int trial, double[] one) {
        for (int i = 0; i < one.length; i++) {
            one[i] = batch[i][trial];
        }
    }

    private static void write(double[] one, double[][] batch, int trial) {
        for (int i = 0; i < one.length; i++) {
            batch[i][trial] = one[i];
        }
    }

    private static void add(double[] one, double[][] batch, int trial) {
        for (int i = 0; i < one.length; i++) {
            batch[i][trial] += one[i];
        }
    }
}
