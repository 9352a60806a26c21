// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The force of one muscle as a function of activation, length and velocity, with its derivatives, for a batch of bodies; one
 * thread at a time.
 */
public abstract class Force {
    /** Forces where {@link #differentiate} was last called, [trial], N, not below zero. */
    protected final double[] force;

    /** Their derivatives by the activation, [trial], N. */
    protected final double[] byActivation;

    /** Their derivatives by the musculotendon length, [trial], N/m. */
    protected final double[] byLength;

    /** Their derivatives by the musculotendon velocity, [trial], N·s/m. */
    protected final double[] byVelocity;

    private final double[] oneActivation = new double[1];
    private final double[] oneLength = new double[1];
    private final double[] oneVelocity = new double[1];

    /** Made by {@link Muscle#force}. */
    protected Force(int batch) {
        force = new double[batch];
        byActivation = new double[batch];
        byLength = new double[batch];
        byVelocity = new double[batch];
    }

    /**
     * Computes all forces and derivatives.
     *
     * @param activation between the muscle's smallest and 1, [trial]. Not modified.
     * @param length of muscle and tendon, [trial], m. Not modified.
     * @param velocity of muscle and tendon, lengthening, [trial], m/s. Not modified.
     */
    public abstract void differentiate(double[] activation, double[] length, double[] velocity);

    /** Makes the next forces those at the end of a step, s, from fibres that were kept; of muscles whose fibres have a state. */
    void over(double step) {
        // rigid tendons know no step
    }

    /** Keeps the fibres of the last call for the next step to begin with. */
    void keep() {
        // fibres on rigid tendons follow from the joints
    }

    /** Returns the force of the only body of a batch of one, N, and computes its derivatives. */
    public final double at(double activation, double length, double velocity) {
        oneActivation[0] = activation;
        oneLength[0] = length;
        oneVelocity[0] = velocity;
        differentiate(oneActivation, oneLength, oneVelocity);
        return force[0];
    }

    /** Returns the derivative of the first body by the activation, N. */
    public final double byActivation() {
        return byActivation[0];
    }

    /** Returns the derivative of the first body by the length, N/m. */
    public final double byLength() {
        return byLength[0];
    }

    /** Returns the derivative of the first body by the velocity, N·s/m. */
    public final double byVelocity() {
        return byVelocity[0];
    }
}
