// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.train.Shard.Lesson;

/** What one part of a batch does with its trials: forward to the loss, and back to the weights. */
interface Practice {

    /**
     * Runs the part's trials and keeps what the way back needs.
     *
     * @param chosen each trial's place among all trials of the lesson, [trial]
     * @param first the first trial's place in the batch
     * @param weights Not modified.
     */
    LossTerms forward(Lesson lesson, int[] chosen, int first, double[] weights);

    /** Goes back, and adds the gradient of the weights. */
    void backward(double[] gradient);
}
