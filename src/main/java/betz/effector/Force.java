// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/** The force of one muscle as a function of activation, length and velocity, with its derivatives; one thread at a time. */
public abstract class Force {
    /** Derivative by the activation where {@link #differentiate} was last called, N. */
    protected double byActivation;

    /** Derivative by the musculotendon length where {@link #differentiate} was last called, N/m. */
    protected double byLength;

    /** Derivative by the musculotendon velocity where {@link #differentiate} was last called, N·s/m. */
    protected double byVelocity;

    /** Made by {@link Muscle#force}. */
    protected Force() {}

    /**
     * Returns the force, N, not below zero.
     *
     * @param activation between the muscle's smallest and 1
     * @param length of muscle and tendon, m
     * @param velocity of muscle and tendon, lengthening, m/s
     */
    public abstract double at(double activation, double length, double velocity);

    /** Returns the force, N, and sets the three derivatives. */
    public abstract double differentiate(double activation, double length, double velocity);

    /** Returns the derivative by the activation, N. */
    public final double byActivation() {
        return byActivation;
    }

    /** Returns the derivative by the length, N/m. */
    public final double byLength() {
        return byLength;
    }

    /** Returns the derivative by the velocity, N·s/m. */
    public final double byVelocity() {
        return byVelocity;
    }
}
