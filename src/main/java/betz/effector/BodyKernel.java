// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

import betz.common.Require;
import java.util.Arrays;

/**
 * The kernel of every effector: it advances the bodies, applies the bounds, and remembers the joints of the step before where
 * the convention asks for it.
 *
 * <p>Every loop runs over the trials of one row. Trials never mix, so the result does not depend on the batch. Nothing is
 * allocated in a step.
 */
final class BodyKernel implements EffectorKernel {
    private final Mechanics mechanics;
    private final Stepper stepper;
    private final Bounds bounds;
    private final int core; // rows that the equation of motion covers
    private final int memory; // rows after them: positions and velocities of the step before, or none
    private final double[][] next;
    private final double[][] gradient;

    BodyKernel(int batch, Mechanics mechanics, Stepper stepper, Bounds bounds, boolean remembers) {
        Require.count("batch", batch, 1, Integer.MAX_VALUE);
        this.mechanics = mechanics;
        this.stepper = stepper;
        this.bounds = bounds;
        this.core = ACTIVATION + mechanics.muscles();
        this.memory = remembers ? ACTIVATION : 0;
        this.next = new double[core + memory][batch];
        this.gradient = new double[core + memory][batch];
    }

    @Override
    public void reset(double[][] joint, double[][] activation, double[][] state) {
        Require.length("activation", activation.length, core - ACTIVATION);
        for (int axis = 0; axis < 2; axis++) {
            copy(joint[axis], state[axis]);
            Arrays.fill(state[axis + 2], 0);
        }
        for (int muscle = 0; muscle < activation.length; muscle++) {
            copy(activation[muscle], state[ACTIVATION + muscle]);
        }
        bounds.apply(state, core);
        remember(state, state);
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        stepper.step(state, command, load, next);
        bounds.apply(next, core);
        remember(state, next);
    }

    private void remember(double[][] state, double[][] next) {
        for (int row = 0; row < memory; row++) {
            copy(state[row], next[core + row]);
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
        for (int row = 0; row < core; row++) {
            copy(nextGradient[row], gradient[row]);
        }

        // what was clipped passes nothing on, so the step is taken again
        stepper.step(state, command, load, next);
        bounds.vjp(next, gradient, core);
        stepper.vjp(state, command, load, gradient, stateGradient, commandGradient);
        for (int row = 0; row < memory; row++) {
            add(nextGradient[core + row], stateGradient[row]);
        }
    }

    @Override
    public void sense(double[][] state, double[][] sense) {
        mechanics.sense(state, sense);
    }

    @Override
    public void senseVjp(double[][] state, double[][] senseGradient, double[][] stateGradient) {
        for (double[] row : gradient) {
            Arrays.fill(row, 0);
        }
        mechanics.senseVjp(state, senseGradient, gradient);
        for (int row = 0; row < gradient.length; row++) {
            add(gradient[row], stateGradient[row]);
        }
    }

    @Override
    public void muscles(double[][] state, double[][] muscle) {
        mechanics.muscles(state, muscle);
    }

    @Override
    public void forcesVjp(double[][] state, double[][] forceGradient, double[][] stateGradient) {
        mechanics.forcesVjp(state, forceGradient, stateGradient);
    }

    private static void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, from.length);
    }

    private static void add(double[] from, double[] to) {
        for (int i = 0; i < from.length; i++) {
            to[i] += from[i];
        }
    }
}
