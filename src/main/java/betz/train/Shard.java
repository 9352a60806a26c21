// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Draws;
import betz.data.TrialBatch;
import betz.loop.Starts;
import java.util.Arrays;

/** One fixed part of every batch: its trials are run forward and back by one worker. */
final class Shard {
    final double[] gradient;
    LossTerms loss = LossTerms.NONE;

    private final Practice practice;
    private final int first;
    private final int size;

    Shard(Practice practice, int first, int size, int weights) {
        this.practice = practice;
        this.first = first;
        this.size = size;
        gradient = new double[weights];
    }

    /** Computes the loss of this shard's part of a batch. */
    void look(Lesson lesson, double[] weights) {
        int[] chosen = Arrays.copyOfRange(lesson.chosen(), first, first + size);
        loss = practice.forward(lesson, chosen, first, weights);
    }

    /** Computes loss and gradient of this shard's part of a batch. */
    void run(Lesson lesson, double[] weights) {
        look(lesson, weights);
        Arrays.fill(gradient, 0);
        practice.backward(gradient);
    }

    /**
     * One batch.
     *
     * @param all trials of the training set
     * @param chosen places of the batch's trials in the training set, [trial]
     * @param starts states of rest of all trials
     * @param draws where noise comes from
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, inside this package, never compared
    record Lesson(TrialBatch all, int[] chosen, Starts starts, Draws draws) {
        /** Returns the number of steps of all trials of the batch in a window. */
        long samples(Window window) {
            long sum = 0;
            for (int place : chosen) {
                sum += window.until(all.get(place)) - window.from(all.get(place));
            }
            return sum;
        }
    }
}
