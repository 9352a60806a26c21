// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

import betz.common.Require;
import java.util.Arrays;

/**
 * The kernel of every effector: it advances the bodies in mini-steps, applies the bounds after each, and remembers the joints
 * before the last one where the convention asks for it.
 *
 * <p>Every loop runs over the trials of one row. Trials never mix, so the result does not depend on the batch. Nothing is
 * allocated in a step.
 */
final class BodyKernel implements EffectorKernel {
    private final Mechanics mechanics;
    private final Stepper stepper;
    private final Bounds bounds;
    private final int core; // rows that the equation of motion covers
    private final int carried; // rows after them: the muscles' own
    private final int memory; // rows after those: positions and velocities of the step before, or none
    private final double[][] next;
    private final double[][] gradient;
    private final double[][][] between; // states before all mini-steps but the first, [mini-step - 1][row][trial]
    private final double[][] before; // gradient of one of them
    private final double[][] clipped; // [row][trial], where muscles have rows of their own

    BodyKernel(int batch, Mechanics mechanics, Stepper stepper, Bounds bounds, boolean remembers, int miniSteps) {
        Require.count("batch", batch, 1, Integer.MAX_VALUE);
        this.mechanics = mechanics;
        this.stepper = stepper;
        this.bounds = bounds;
        this.core = ACTIVATION + mechanics.muscles();
        this.carried = mechanics.carried();
        this.memory = remembers ? ACTIVATION : 0;
        int rows = core + carried + memory;
        this.next = new double[rows][batch];
        this.gradient = new double[rows][batch];
        this.between = new double[miniSteps - 1][rows][batch];
        this.before = new double[rows][batch];
        this.clipped = new double[carried > 0 ? core + carried : 0][batch];
    }

    @Override
    public void reset(double[][] joint, double[][] velocity, double[][] activation, double[][] state) {
        Require.length("activation", activation.length, core - ACTIVATION);
        for (int axis = 0; axis < 2; axis++) {
            copy(joint[axis], state[axis]);
        }
        for (int muscle = 0; muscle < activation.length; muscle++) {
            copy(activation[muscle], state[ACTIVATION + muscle]);
        }
        bounds.apply(state, core);
        for (int axis = 0; axis < 2; axis++) {
            copy(velocity[axis], state[axis + 2]); // as given, also out of a limit, which only a step takes away
        }
        mechanics.rest(state);
        remember(state, state);
    }

    @Override
    public void step(double[][] state, double[][] command, double[][] load, double[][] next) {
        advance(between.length, approach(state, command, load), command, load, next);
    }

    /** Returns the state before the last mini-step. */
    private double[][] approach(double[][] state, double[][] command, double[][] load) {
        double[][] from = state;
        for (int part = 0; part < between.length; part++) {
            advance(part, from, command, load, between[part]);
            from = between[part];
        }
        return from;
    }

    private void advance(int part, double[][] from, double[][] command, double[][] load, double[][] to) {
        stepper.step(from, command, load, to);
        bounds.apply(to, core);
        mechanics.carry(part, from, to);
        remember(from, to);
    }

    private void remember(double[][] state, double[][] next) {
        for (int row = 0; row < memory; row++) {
            copy(state[row], next[core + carried + row]);
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
        double[][] from = approach(state, command, load);
        take(nextGradient);
        for (int part = between.length; part > 0; part--) {
            for (double[] row : before) {
                Arrays.fill(row, 0);
            }
            advanceVjp(part, from, command, load, before, commandGradient);
            take(before);
            from = part == 1 ? state : between[part - 2];
        }
        advanceVjp(0, from, command, load, stateGradient, commandGradient);
    }

    private void take(double[][] nextGradient) {
        for (int row = 0; row < gradient.length; row++) {
            copy(nextGradient[row], gradient[row]);
        }
    }

    /** Carries the gradient that was taken back through one mini-step. */
    private void advanceVjp(
            int part,
            double[][] from,
            double[][] command,
            double[][] load,
            double[][] fromGradient,
            double[][] commandGradient) {
        // what was clipped passes nothing on, so the step is taken again
        stepper.step(from, command, load, next);
        if (carried > 0) {
            carryVjp(part, from, fromGradient);
        }
        bounds.vjp(next, gradient, core);
        stepper.vjp(from, command, load, gradient, fromGradient, commandGradient);
        for (int row = 0; row < memory; row++) {
            add(gradient[core + carried + row], fromGradient[row]);
        }
    }

    private void carryVjp(int part, double[][] from, double[][] fromGradient) {
        for (int row = 0; row < core; row++) {
            copy(next[row], clipped[row]);
        }
        bounds.apply(clipped, core);
        if (part == between.length) {
            mechanics.carry(part, from, clipped); // the other parts were on the approach
        }
        mechanics.carryVjp(part, from, clipped, gradient, fromGradient);
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
