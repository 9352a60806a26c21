// SPDX-License-Identifier: Apache-2.0
package betz.network;

import org.jspecify.annotations.Nullable;

/**
 * Runs a network through a trial for a fixed batch, and back; one thread at a time; nothing is allocated in a step.
 *
 * <p>What goes in and comes out is [channel][trial], in double precision whatever the kernel computes in.
 */
public interface NetworkKernel {

    /**
     * Takes over the weights and returns to step 0 of trials of the first condition without noise.
     *
     * @param weights all weights as {@link WeightLayout} orders them. Not modified, not kept.
     */
    default void begin(double[] weights) {
        begin(weights, null);
    }

    /**
     * Takes over the weights and returns to step 0 of the trials of an occasion.
     *
     * @param weights all weights as {@link WeightLayout} orders them. Not modified, not kept.
     * @param occasion as many trials as the batch; or null for trials of the first condition without noise
     */
    void begin(double[] weights, @Nullable Occasion occasion);

    /**
     * Advances one step; steps are taken in order from 0.
     *
     * @param input [input][trial]. Not modified.
     * @param output after the read-out's squashing, [output][trial]. Modified.
     */
    void step(int step, double[][] input, double[][] output);

    /** Writes the activity of the units after a step that was taken, [unit][trial]. Modified. */
    void rates(int step, double[][] rate);

    /**
     * Returns the cost of the activity after a step that was taken: {@code activityWeight / 2 * sum of squared rates}, added up over
     * trials.
     *
     * @param activityWeight per trial, [trial]. Not modified.
     */
    double activity(int step, double[] activityWeight);

    /**
     * Returns the cost of the recurrent Jacobian of a step that was taken: {@code jacobianWeight / 2 * ‖J‖² / units}, added up over
     * trials and over layers.
     *
     * <p>J is what the recurrent weights W make of a small change of the state before the step, without the leak and without the
     * inputs: {@code diag(φ'(a))·W} where the state is a rate and a the drive, {@code W·diag(φ'(v))} where it is a potential v.
     * {@code ‖J‖²} is the sum of its squared elements (Frobenius norm). A layer without recurrence has no cost.
     *
     * @param jacobianWeight per trial, [trial]. Not modified.
     * @throws IllegalArgumentException if units have gates and a weight is not zero
     */
    double jacobian(int step, double[] jacobianWeight);

    /**
     * Goes back one step; steps are taken in reverse order, the last first, and gradients of later steps are remembered. Each can
     * go back once, since gradients may take the place of what was kept. The first ones need not go back.
     *
     * @param outputGradient [output][trial]. Not modified.
     * @param activityWeight per trial, [trial]: adds the gradient of {@link #activity}. Not modified.
     * @param jacobianWeight per trial, [trial], or empty where nobody asks: adds the gradient of {@link #jacobian}. Not modified.
     * @param rateGradient adds to the gradient of the {@link #rates} after the step, [unit][trial], or empty where there is none.
     *     Not modified.
     * @param inputGradient [input][trial], or empty where nobody asks. Overwritten.
     */
    void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[] jacobianWeight,
            double[][] rateGradient,
            double[][] inputGradient);

    /**
     * Adds the gradient of all weights over the steps that have gone {@link #back}; the state before them counts as given, unless it
     * is that before step 0.
     *
     * @param gradient in the order of the weights. Modified.
     */
    void addGradient(double[] gradient);
}
