// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.TrialBatch;
import betz.train.Shard.Lesson;

/** What one part of a batch does with its trials: forward to the loss, and back to the weights. */
interface Practice {

    /**
     * Runs the part's trials up to a step and keeps what the way back needs; the loss is that of whole trials, which were run before
     * if the step is not their last.
     *
     * @param chosen each trial's place among all trials of the lesson, [trial]
     * @param first the first trial's place in the batch
     * @param weights Not modified.
     * @param end step to run to
     */
    LossTerms forward(Lesson lesson, int[] chosen, int first, double[] weights, int end);

    /** Adds to some sums where the hands went in the trials that were run last, [trial]; nothing where there is no hand. */
    default void measure(TrialBatch trials, Probe probe, HandSums sums) {}

    /** Goes back from the end of a piece, up to which trials were run last, and adds the piece's part of the gradient of the weights. */
    void backward(Piece piece, double[] gradient);
}
