// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.TrialBatch;
import betz.loop.ClosedLoop;
import betz.train.Shard.Lesson;

/** Reaches with a body in the loop. */
final class ReachPractice implements Practice {
    private final ClosedLoop loop;
    private final ReachError error;

    ReachPractice(ClosedLoop loop, ReachError error) {
        this.loop = loop;
        this.error = error;
    }

    @Override
    public LossTerms forward(Lesson lesson, int[] chosen, int first, double[] weights, int end) {
        TrialBatch trials = lesson.all().select(chosen);
        loop.forward(
                weights, trials, lesson.starts().select(chosen), lesson.draws().from(first), end);
        return error.apply(new Cost.Part(trials, chosen, lesson::samples));
    }

    @Override
    public void measure(TrialBatch trials, Probe probe, HandSums sums) {
        for (int i = 0; i < trials.size(); i++) {
            sums.add(probe, loop::hand, trials.get(i), i);
        }
    }

    @Override
    public void backward(Piece piece, double[] gradient) {
        loop.clearGradientsOutside(piece.first(), piece.end());
        loop.backward(piece.from(), piece.end(), gradient);
    }
}
