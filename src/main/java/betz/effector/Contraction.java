// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static betz.effector.Mechanics.ACTIVATION;

/**
 * What the muscles of a batch of arms make of a state: forces, and what is sensed of them; and back.
 *
 * <p>A muscle may have rows of the state of its own, which follow the activations and which no rate covers: they are stepped
 * once the joints and activations after a step are known. All arrays are [row][trial] or [trial]. A vector-Jacobian product
 * <em>adds</em> to the gradients of what went in. One thread at a time.
 */
interface Contraction {
    /** Makes that of an arm and its muscles, for steps of {@code dt} seconds that the arm divides into its mini-steps. */
    static Contraction of(Arm arm, ArmMuscles muscles, Activation law, int batch, double dt) {
        if (!arm.compliant()) {
            return new RigidContraction(arm, muscles, law, batch);
        }
        return arm.convention().lags()
                ? new LaggingContraction(arm, muscles, law, batch, dt)
                : new CompliantContraction(arm, muscles, law, batch, dt);
    }

    /** Returns the number of rows that the muscles of an arm have of their own. */
    static int rows(Arm arm) {
        if (!arm.compliant()) {
            return 0;
        }
        return arm.muscles() * (arm.convention().lags() ? LaggingContraction.ROWS : 1);
    }

    /** Returns the first row of the muscles' own. */
    static int first(int muscles) {
        return ACTIVATION + muscles;
    }

    /** Prepares for a state, if there is anything to prepare. */
    default void take(double[][] s) {}

    /** Returns one muscle's forces in the state that was taken, [trial], N; not a copy. */
    double[] pull(int m, double[][] s);

    /** Carries the gradient of one muscle's forces back, after {@link #pull} in the same state. */
    void pullVjp(int m, double[][] s, double[] forceGradient, double[][] g);

    /** Writes one muscle's relative lengths and velocities in the state that was taken. */
    void sense(int m, double[][] s, double[] length, double[] velocity);

    /** Carries the gradient of relative lengths and velocities back. */
    void senseVjp(int m, double[][] s, double[] lengthGradient, double[] velocityGradient, double[][] g);

    /** Writes one muscle's lengths, m, as they are told, and velocities, m/s, in the state that was taken. */
    void measure(int m, double[][] s, double[] length, double[] velocity);

    /** Writes the muscles' own rows of a start. */
    default void rest(double[][] s) {}

    /** Writes the muscles' own rows of the state after a mini-step, counted from 0, whose joints and activations are known. */
    default void carry(int part, double[][] s, double[][] next) {}

    /**
     * Carries the gradient of the muscles' own rows back through the last {@link #carry} of a mini-step, with the same states; leaves
     * what was taken as it is.
     *
     * @param nextGradient of the next state: of the muscles' own rows read, of its joints and activations added to. Modified.
     * @param g of the state. Modified.
     */
    default void carryVjp(int part, double[][] s, double[][] next, double[][] nextGradient, double[][] g) {}
}
