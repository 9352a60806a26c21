// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The mechanics of a batch of bodies: what muscles and loads do to the two coordinates of each.
 *
 * <p>All arrays are [component][trial]. The state has positions in rows 0 and 1, velocities in 2 and 3, activations from 4 on.
 * A vector-Jacobian product <em>adds</em> to the gradient of the state. One thread at a time.
 */
interface Mechanics {
    /** Row of the first activation. */
    int ACTIVATION = 4;

    /** Rows of the sense before the muscles': hand position and velocity. */
    int HAND = 4;

    /** Returns the number of muscles. */
    int muscles();

    /** Writes both accelerations, [2][trial], under a load beside the constant ones, see {@link EffectorKernel#step}. */
    void accelerate(double[][] state, double[][] load, double[][] acceleration);

    /** Carries the accelerations' gradient back; called right after {@link #accelerate} with the same arguments. */
    void accelerateVjp(double[][] state, double[][] load, double[][] accelerationGradient, double[][] stateGradient);

    /** Returns the number of rows after the activations that the muscles have of their own; no rate covers them. */
    default int carried() {
        return 0;
    }

    /** Writes the muscles' own rows of a start, whose other rows are known. */
    default void rest(double[][] state) {}

    /** Writes the muscles' own rows of the state after a mini-step, counted from 0, whose other rows are known. */
    default void carry(int part, double[][] state, double[][] next) {}

    /**
     * Carries the gradient of the muscles' own rows back through the last {@link #carry} of a mini-step, with the same states; leaves
     * what {@link #accelerate} left as it is.
     *
     * @param nextGradient of the next state: of the muscles' own rows read, of the others added to. Modified.
     */
    default void carryVjp(
            int part, double[][] state, double[][] next, double[][] nextGradient, double[][] stateGradient) {}

    /** Writes hand position and velocity, relative lengths and relative velocities, [4 + 2 muscles][trial]. */
    void sense(double[][] state, double[][] sense);

    /** Carries the gradient of what is sensed back. */
    void senseVjp(double[][] state, double[][] senseGradient, double[][] stateGradient);

    /** Writes the muscles' lengths (m; without a tendon), velocities (m/s) and forces (N), [3 muscles][trial]. */
    void muscles(double[][] state, double[][] muscle);

    /** Carries the gradient of the muscles' forces, [muscle][trial], back. */
    void forcesVjp(double[][] state, double[][] forceGradient, double[][] stateGradient);
}
