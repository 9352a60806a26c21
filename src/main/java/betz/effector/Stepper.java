// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** One step of a batch of bodies, before joint limits and bounds of activation; and back. Arrays are [component][trial]. */
interface Stepper {

    /** Writes the states after one step; rows that the rates do not cover are left alone. */
    void step(double[][] state, double[][] command, double[][] load, double[][] next);

    /** Adds to the gradients of state and command; called right after {@link #step} with the same arguments. */
    void vjp(
            double[][] state,
            double[][] command,
            double[][] load,
            double[][] nextGradient,
            double[][] stateGradient,
            double[][] commandGradient);
}
