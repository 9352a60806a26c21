// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

/** The whole body's equation of motion {@code ds/dt = f(s, u)}: positions, velocities and activations; and back. */
final class Rates {
    private final Mechanics mechanics;
    private final Activation activation;
    private final int muscles;
    private final double[] acceleration = new double[2];

    Rates(Mechanics mechanics, Activation activation) {
        this.mechanics = mechanics;
        this.activation = activation;
        this.muscles = mechanics.muscles();
    }

    /** Returns the number of components. */
    int size() {
        return ACTIVATION + muscles;
    }

    /** Writes the rates, [4 + muscles]. */
    void at(double[] state, double[] command, double[] load, double[] rate) {
        mechanics.accelerate(state, load, acceleration);
        rate[0] = state[2];
        rate[1] = state[3];
        rate[2] = acceleration[0];
        rate[3] = acceleration[1];
        for (int m = 0; m < muscles; m++) {
            rate[ACTIVATION + m] = activation.rate(state[ACTIVATION + m], command[m]);
        }
    }

    /** Adds to the gradients of state and command; called right after {@link #at} with the same arguments. */
    void vjp(
            double[] state,
            double[] command,
            double[] load,
            double[] rateGradient,
            double[] stateGradient,
            double[] commandGradient) {
        stateGradient[2] += rateGradient[0];
        stateGradient[3] += rateGradient[1];
        acceleration[0] = rateGradient[2];
        acceleration[1] = rateGradient[3];
        mechanics.accelerateVjp(state, load, acceleration, stateGradient);
        for (int m = 0; m < muscles; m++) {
            double a = state[ACTIVATION + m];
            double g = rateGradient[ACTIVATION + m];
            stateGradient[ACTIVATION + m] += g * activation.byActivation(a, command[m]);
            commandGradient[m] += g * activation.byExcitation(a, command[m]);
        }
    }
}
