// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * Updates weights from the gradient of one batch, each weight by itself.
 *
 * <p>No weight's update depends on another weight, so that a caller may put single ones back afterwards.
 */
public sealed interface FirstOrder extends Optimiser permits Sgd, Rmsprop, Adam, Adamw, TwoRate {

    /**
     * Updates the weights at the full rate.
     *
     * @param iteration from 1
     * @param gradient Not modified.
     * @param weights Modified.
     * @param moments what it remembers, [moment][weight], zeros at first. Modified.
     */
    default void update(long iteration, double[] gradient, double[] weights, double[][] moments) {
        update(iteration, 1, gradient, weights, moments);
    }

    /**
     * Updates the weights at a share of the rate, as a {@link Schedule} has it.
     *
     * @param iteration from 1
     * @param share of the rate
     * @param gradient Not modified.
     * @param weights Modified.
     * @param moments what it remembers, [moment][weight], zeros at first. Modified.
     */
    void update(long iteration, double share, double[] gradient, double[] weights, double[][] moments);
}
