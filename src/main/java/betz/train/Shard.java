// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Draws;
import betz.data.TrialBatch;
import betz.loop.Starts;
import java.util.Arrays;
import java.util.List;

/** One fixed part of every batch: its trials are run forward and back by one worker. */
final class Shard {
    final double[] gradient;
    LossTerms loss = LossTerms.NONE;
    HandSums hands = new HandSums();

    private final Practice practice;
    private final int first;
    private final int size;
    private final List<Piece> pieces;

    /** Takes over the pieces that trials are cut into, the last first. */
    Shard(Practice practice, int first, int size, int weights, List<Piece> pieces) {
        this.practice = practice;
        this.first = first;
        this.size = size;
        this.pieces = pieces;
        gradient = new double[weights];
    }

    /** Computes the loss of this shard's part of a batch. */
    void look(Lesson lesson, double[] weights) {
        loss = forward(lesson, weights, lesson.all().steps() - 1);
    }

    private LossTerms forward(Lesson lesson, double[] weights, int end) {
        return practice.forward(lesson, chosen(lesson), first, weights, end);
    }

    private int[] chosen(Lesson lesson) {
        return Arrays.copyOfRange(lesson.chosen(), first, first + size);
    }

    /** Computes loss and gradient of this shard's part of a batch. */
    void run(Lesson lesson, double[] weights) {
        Arrays.fill(gradient, 0);
        for (Piece piece : pieces) {
            // every step goes back once per run, and the last piece's run is that of the whole trial
            loss = forward(lesson, weights, piece.end());
            practice.backward(piece, gradient);
        }
    }

    /** Measures where the hands went in this shard's part of a batch, after {@link #run}, which leaves all of whole trials. */
    void measure(Lesson lesson, Probe probe) {
        hands = new HandSums();
        practice.measure(lesson.all().select(chosen(lesson)), probe, hands);
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
