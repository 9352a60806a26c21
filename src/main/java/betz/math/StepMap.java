// SPDX-License-Identifier: Apache-2.0
package betz.math;

/** One step of a dynamical system under an input that stays the same: x → F(x), with its derivative. */
public interface StepMap {
    /** Returns the number of states. */
    int size();

    /** Returns the step, s; 1 where time is counted in steps. */
    double dt();

    /**
     * Computes the state after one step.
     *
     * @param x [state]. Not modified.
     * @param next [state]. Modified.
     */
    void step(double[] x, double[] next);

    /** Returns ∂F/∂x at a state, [state after][state before]. */
    double[][] jacobian(double[] x);
}
