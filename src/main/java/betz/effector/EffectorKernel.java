// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * Advances a batch of bodies by one step, and carries gradients back through it; one thread at a time.
 *
 * <p>All arrays are [component][trial]. The first four rows of the state are joint angles (rad) or positions (m) and
 * their velocities; the next rows are the muscles' activations; more may follow, such as fibre lengths. A vector-Jacobian
 * product <em>adds</em> to the gradients of what went in.
 */
public interface EffectorKernel {

    /** Writes the state at rest: joints, [2][trial], not moving, and activations, [muscle][trial], as given. */
    default void reset(double[][] joint, double[][] activation, double[][] state) {
        reset(joint, new double[joint.length][joint[0].length], activation, state);
    }

    /** Writes the state of joints, [2][trial], that move at a velocity, [2][trial], and activations, [muscle][trial]. */
    void reset(double[][] joint, double[][] velocity, double[][] activation, double[][] state);

    /**
     * Advances one step.
     *
     * @param state [state][trial]. Not modified.
     * @param command excitations, [muscle][trial]. Not modified.
     * @param load beside the body's constant loads, held during the step: a force at the hand, x and y, [2][trial], N; or a linear
     *     load, whose rows are those of {@link betz.data.LoadRows}, [row][trial], which follows the hand through all parts of the
     *     step and may have a mass in it. Not modified.
     * @param next [state][trial]. Modified.
     */
    void step(double[][] state, double[][] command, double[][] load, double[][] next);

    /** Adds to {@code stateGradient} and {@code commandGradient} what {@code nextGradient} means for them. */
    void stepVjp(
            double[][] state,
            double[][] command,
            double[][] load,
            double[][] nextGradient,
            double[][] stateGradient,
            double[][] commandGradient);

    /**
     * Writes what can be sensed of a state.
     *
     * @param state [state][trial]. Not modified.
     * @param sense [4 + 2 muscles][trial]: hand x, y (m), vx, vy (m/s), relative lengths (1), relative velocities (1).
     *     Modified.
     */
    void sense(double[][] state, double[][] sense);

    /** Adds to {@code stateGradient} what {@code senseGradient} means for it. */
    void senseVjp(double[][] state, double[][] senseGradient, double[][] stateGradient);

    /**
     * Writes the muscles' lengths (m; without the tendon where there is one), velocities (m/s) and forces (N); those of the fibre
     * where the tendon stretches.
     *
     * @param muscle [3 muscles][trial]: all lengths, all velocities, all forces. Modified.
     */
    void muscles(double[][] state, double[][] muscle);

    /** Adds to {@code stateGradient} what the gradient of the muscles' forces, [muscle][trial], means for it. */
    void forcesVjp(double[][] state, double[][] forceGradient, double[][] stateGradient);
}
