// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** What is asked of the arm: makes trials. Immutable; all randomness comes from the stream handed in. */
public sealed interface Task permits CentreOut, DelayedReach {

    /** Returns the number of targets, spaced evenly on a circle around the start. */
    int targets();

    /** Returns the longest time that a trial can take, s. */
    double longest();

    /** Returns the greatest distance of a target from the start, m. */
    double farthest();

    /** Returns the number of steps of a batch: those of the longest possible trial and the state before it. */
    int steps(double dt);

    /**
     * Makes one trial.
     *
     * @param target from 0 to {@code targets() - 1}
     * @param dt step, s
     * @param start hand position at time 0
     * @param random where its times are drawn from
     */
    Trial trial(int target, double dt, Point start, RandomGenerator random);

    /**
     * Draws trials whose targets are independent and equally likely, for training.
     *
     * @param trials number of trials, at least 1
     * @param dt step, s
     * @param start hand position at time 0
     * @param random where targets and times are drawn from, trial by trial
     */
    default TrialBatch sample(int trials, double dt, Point start, RandomGenerator random) {
        return batch(trials, dt, start, random, trial -> random.nextInt(targets()));
    }

    /**
     * Draws trials that cycle through the targets in order, for held-out trials: the numbers of trials per target
     * differ by one at most.
     *
     * @param trials number of trials, at least 1
     * @param dt step, s
     * @param start hand position at time 0
     * @param random where the times are drawn from, trial by trial
     */
    default TrialBatch balanced(int trials, double dt, Point start, RandomGenerator random) {
        return batch(trials, dt, start, random, trial -> trial % targets());
    }

    private TrialBatch batch(int trials, double dt, Point start, RandomGenerator random, IntUnaryOperator target) {
        var drawn = IntStream.range(0, trials)
                .mapToObj(trial -> trial(target.applyAsInt(trial), dt, start, random))
                .toList();
        return new TrialBatch(dt, steps(dt), drawn);
    }
}
