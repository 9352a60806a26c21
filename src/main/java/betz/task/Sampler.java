// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.BadSetting;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Workspace;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Makes the trials of a task. Immutable; all randomness comes from the stream handed in. */
public interface Sampler {

    /** Returns the number of kinds of trials, such as targets or rows of a table: what held-out trials cycle through. */
    int kinds();

    /** Returns the longest time that a trial can take, s. */
    double longest();

    /** Returns how far from the body's home a trial may start, m; 0 where all trials start there. */
    default double startsWithin() {
        return 0;
    }

    /** Tells whether targets move and the hand is to follow them. */
    default boolean follows() {
        return false;
    }

    /** Tells whether trials start in more than one place. */
    default boolean startsDiffer() {
        return startsWithin() > 0;
    }

    /** Returns the number of steps of a batch: those of the longest possible trial and the state before it. */
    int steps(double dt);

    /** Returns the settings by which a body cannot do what is asked, each with what was found and what is expected. */
    List<BadSetting> misfits(Workspace body);

    /**
     * Makes one trial.
     *
     * @param kind from 0 to {@code kinds() - 1}
     * @param dt step, s
     * @param body whose home, reach or postures places are drawn from
     * @param random where its places and times are drawn from
     */
    Trial trial(int kind, double dt, Workspace body, RandomGenerator random);

    /**
     * Draws trials whose kinds are independent and equally likely, for training.
     *
     * @param trials number of trials, at least 1
     * @param dt step, s
     * @param body whose home, reach or postures places are drawn from
     * @param random where kinds, places and times are drawn from, trial by trial
     */
    default TrialBatch sample(int trials, double dt, Workspace body, RandomGenerator random) {
        return batch(trials, dt, body, random, trial -> random.nextInt(kinds()), 0);
    }

    /**
     * Draws trials that cycle through the kinds in order, for held-out trials: the numbers of trials per kind differ by one
     * at most. The go cue comes in the first of each kind, so that there is a movement of each to judge.
     *
     * @param trials number of trials, at least 1
     * @param dt step, s
     * @param body whose home, reach or postures places are drawn from
     * @param random where places and times are drawn from, trial by trial
     */
    default TrialBatch balanced(int trials, double dt, Workspace body, RandomGenerator random) {
        return batch(trials, dt, body, random, trial -> trial % kinds(), kinds());
    }

    private TrialBatch batch(
            int trials, double dt, Workspace body, RandomGenerator random, IntUnaryOperator kind, int going) {
        var drawn = IntStream.range(0, trials)
                .mapToObj(trial -> {
                    int drawnKind = kind.applyAsInt(trial);
                    return trial < going ? going(drawnKind, dt, body, random) : trial(drawnKind, dt, body, random);
                })
                .toList();
        return new TrialBatch(dt, steps(dt), drawn);
    }

    /** Draws until the go cue comes, which it does in one of two trials at least. */
    private Trial going(int kind, double dt, Workspace body, RandomGenerator random) {
        return Stream.generate(() -> trial(kind, dt, body, random))
                .filter(Trial::goes)
                .findFirst()
                .orElseThrow();
    }
}
