// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** How a body is carried from one step to the next; the excitation is constant within a step. */
public enum Integrator {
    /** Explicit Euler, of order 1. */
    EULER,
    /** The classical Runge-Kutta method of the whole state, of order 4. */
    RK4;

    /** Makes the worker for a batch of bodies. */
    Stepper stepper(Rates rates, double dt, int batch) {
        return this == EULER ? new EulerStepper(rates, dt, batch) : new RungeKuttaStepper(rates, dt, batch);
    }
}
