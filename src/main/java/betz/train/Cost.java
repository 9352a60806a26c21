// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.TrialBatch;

/** One term of the loss, tied to a loop: what it comes to in a batch, and its gradients there. */
interface Cost {

    /** Adds the gradients of this term to those of the loop, and returns what it comes to, with its weight. */
    double apply(Part part);

    /**
     * A part of a batch that has gone through the loop.
     *
     * @param trials of the part
     * @param chosen each trial's place in the target recording, [trial]
     * @param samples of the whole batch
     */
    @SuppressWarnings("ArrayRecordComponent") // short-lived, inside this package, never compared
    record Part(TrialBatch trials, int[] chosen, Samples samples) {
        /** Returns the first step in a window of every trial, [trial]. */
        int[] from(Window window) {
            return trials.trials().stream().mapToInt(window::from).toArray();
        }

        /** Returns the first step after a window of every trial, [trial]. */
        int[] until(Window window) {
            return trials.trials().stream().mapToInt(window::until).toArray();
        }
    }

    /** Counts the steps that a mean is taken over. */
    interface Samples {
        /** Returns the number of steps of all trials of the whole batch in a window. */
        long in(Window window);
    }
}
