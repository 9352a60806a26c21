// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.RandomStream;

/** Which trials every update learns from, and where their noise is drawn from. */
final class Batches {
    private final Training training;
    private final int[] places;
    private final long seed;

    /**
     * Prepares the batches of a training.
     *
     * @param places of the trials to choose from, among all trials; kept
     */
    Batches(Training training, int[] places, long seed) {
        this.training = training;
        this.places = places;
        this.seed = seed;
    }

    /** Returns the number of trials in every batch. */
    int size() {
        return isWhole() ? places.length : training.batch();
    }

    /** Returns the places of a batch's trials: drawn with replacement, or all in order where the optimiser needs them. */
    int[] choose(int iteration) {
        int[] chosen = new int[size()];
        for (int i = 0; i < chosen.length; i++) {
            chosen[i] = places[
                    isWhole() ? i : RandomStream.of(seed, "batch", iteration, i).nextInt(places.length)];
        }
        return chosen;
    }

    /** Returns the key of the noise of a batch: one noise throughout where the loss must be a function of the weights alone. */
    long noise(int iteration) {
        return isWhole() ? 0 : iteration;
    }

    private boolean isWhole() {
        return training.rule() instanceof Bptt bptt && bptt.needsAllTrials();
    }
}
