// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Draws;
import betz.data.TrialBatch;
import betz.loop.ClosedLoop;
import betz.loop.Starts;
import java.util.Arrays;

/** One fixed part of every batch: its trials are run forward and back by one worker. */
final class Shard {
    final double[] gradient;
    LossTerms loss = LossTerms.NONE;

    private final ClosedLoop loop;
    private final double[][] rate;
    private final int first;
    private final int size;

    Shard(ClosedLoop loop, int first, int size, int units, int weights) {
        this.loop = loop;
        this.first = first;
        this.size = size;
        rate = new double[units][size];
        gradient = new double[weights];
    }

    /** Computes loss and gradient of this shard's part of a batch. */
    void run(Lesson lesson, ReachError error, double[] weights) {
        int[] chosen = Arrays.copyOfRange(lesson.chosen(), first, first + size);
        TrialBatch trials = lesson.all().select(chosen);
        loop.forward(
                weights, trials, lesson.starts().select(chosen), lesson.draws().from(first));
        loss = error.apply(loop, trials, chosen, lesson.samples(), rate);
        Arrays.fill(gradient, 0);
        loop.backward(gradient);
    }

    /**
     * One batch.
     *
     * @param all trials of the training set
     * @param chosen places of the batch's trials in the training set, [trial]
     * @param starts states of rest of all trials
     * @param samples steps of all trials of the batch
     * @param draws where noise comes from
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, inside this package, never compared
    record Lesson(TrialBatch all, int[] chosen, Starts starts, long samples, Draws draws) {}
}
