// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.Arrays;
import java.util.function.Supplier;

/** Remembers the last loss and gradient that were computed, so that nobody computes them twice in the same place. */
final class Remembered {
    private final double[] place;
    private final double[] slope;
    private LossTerms loss = LossTerms.NONE;
    private boolean isEmpty = true;

    Remembered(int weights) {
        place = new double[weights];
        slope = new double[weights];
    }

    /**
     * Returns the loss at some weights.
     *
     * @param weights Not modified.
     * @param gradient replaced by that of the loss. Modified.
     * @param compute computes both
     */
    LossTerms at(double[] weights, double[] gradient, Supplier<LossTerms> compute) {
        if (isEmpty || !Arrays.equals(place, weights)) {
            loss = compute.get();
            System.arraycopy(gradient, 0, slope, 0, slope.length);
            System.arraycopy(weights, 0, place, 0, place.length);
            isEmpty = false;
        } else {
            System.arraycopy(slope, 0, gradient, 0, slope.length);
        }
        return loss;
    }
}
