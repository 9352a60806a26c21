// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** How a body is carried from one step to the next; the excitation is constant within a step. */
public enum Integrator {
    /** Explicit Euler, of order 1. */
    EULER,
    /** Euler that moves positions by the new velocity, of order 1. */
    SEMI_IMPLICIT,
    /** The classical Runge-Kutta method of the whole state, of order 4. */
    RK4;

    /** Makes the worker for a batch of bodies. */
    Stepper stepper(Rates rates, double dt, int batch) {
        return switch (this) {
            case EULER -> new EulerStepper(rates, dt, batch);
            case SEMI_IMPLICIT -> new SemiImplicitStepper(rates, dt, batch);
            case RK4 -> new RungeKuttaStepper(rates, dt, batch);
        };
    }
}
