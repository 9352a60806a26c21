// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.RandomStream;

/**
 * Where the noise of a batch of trials is drawn from: keyed by seed, iteration and the trial's place, so that neither the
 * number of threads nor the way in which trials are cut into batches changes a draw.
 *
 * @param seed of the scenario, or one derived from it
 * @param iteration of the training, or {@link #JUDGED}, {@link #TAUGHT}, {@link #SHOWN}, {@link #CHECKED}
 * @param first place of the batch's first trial among all trials of this iteration
 */
public record Draws(long seed, long iteration, int first) {
    /** Stands for the iteration where a network is judged. */
    public static final long JUDGED = -1;

    /** Stands for the iteration in the training trials of a reference. */
    public static final long TAUGHT = -2;

    /** Stands for the iteration in the held-out trials of a reference, whose noise is not that of the network it judges. */
    public static final long SHOWN = -3;

    /** Stands for the iteration where a training looks at trials that were set aside, with the same noise every time. */
    public static final long CHECKED = -4;

    /** Returns the draws of trials that are run once, all in one batch. */
    public static Draws judged(long seed) {
        return new Draws(seed, JUDGED, 0);
    }

    /** Returns the same for a batch that begins at another trial. */
    public Draws from(int trial) {
        return new Draws(seed, iteration, trial);
    }

    /** Returns the stream of one trial of the batch, for one purpose. */
    public RandomStream stream(String purpose, int trial) {
        return RandomStream.of(seed, purpose, iteration, first + trial);
    }
}
