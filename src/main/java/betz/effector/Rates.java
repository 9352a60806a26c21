// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

/**
 * The whole equation of motion {@code ds/dt = f(s, u)} of a batch of bodies: positions, velocities and activations; and back.
 *
 * <p>All arrays are [component][trial].
 */
final class Rates {
    private final Mechanics mechanics;
    private final Activation activation;
    private final int muscles;
    private final double[][] acceleration;

    Rates(Mechanics mechanics, Activation activation, int batch) {
        this.mechanics = mechanics;
        this.activation = activation;
        this.muscles = mechanics.muscles();
        this.acceleration = new double[2][batch];
    }

    /** Returns the number of components. */
    int size() {
        return ACTIVATION + muscles;
    }

    /** Writes the rates, [4 + muscles][trial]. */
    void at(double[][] state, double[][] command, double[][] load, double[][] rate) {
        mechanics.accelerate(state, load, acceleration);
        for (int axis = 0; axis < 2; axis++) {
            System.arraycopy(state[2 + axis], 0, rate[axis], 0, rate[axis].length);
            System.arraycopy(acceleration[axis], 0, rate[2 + axis], 0, rate[axis].length);
        }
        for (int m = 0; m < muscles; m++) {
            double[] a = state[ACTIVATION + m];
            double[] u = command[m];
            double[] result = rate[ACTIVATION + m];
            for (int i = 0; i < result.length; i++) {
                result[i] = activation.rate(a[i], u[i]);
            }
        }
    }

    /** Adds to the gradients of state and command; called right after {@link #at} with the same arguments. */
    void vjp(
            double[][] state,
            double[][] command,
            double[][] load,
            double[][] rateGradient,
            double[][] stateGradient,
            double[][] commandGradient) {
        for (int axis = 0; axis < 2; axis++) {
            for (int i = 0; i < acceleration[axis].length; i++) {
                stateGradient[2 + axis][i] += rateGradient[axis][i];
                acceleration[axis][i] = rateGradient[2 + axis][i];
            }
        }
        mechanics.accelerateVjp(state, load, acceleration, stateGradient);
        for (int m = 0; m < muscles; m++) {
            double[] a = state[ACTIVATION + m];
            double[] u = command[m];
            double[] g = rateGradient[ACTIVATION + m];
            double[] byActivation = stateGradient[ACTIVATION + m];
            double[] byExcitation = commandGradient[m];
            for (int i = 0; i < g.length; i++) {
                byActivation[i] += g[i] * activation.byActivation(a[i], u[i]);
                byExcitation[i] += g[i] * activation.byExcitation(a[i], u[i]);
            }
        }
    }
}
