// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;

/** Turns gradients into new weights. */
@About("Turns gradients into new weights.")
public sealed interface Optimiser permits Adam {

    /** Returns the number of values per weight that it remembers. */
    int moments();

    /**
     * Updates the weights.
     *
     * @param iteration from 1
     * @param gradient Not modified.
     * @param weights Modified.
     * @param moments what it remembers, [moment][weight], zeros at first. Modified.
     */
    void update(long iteration, double[] gradient, double[] weights, double[][] moments);
}
