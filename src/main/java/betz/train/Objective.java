// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** A smooth function of the weights, for optimisers that look at it in several places before they move. */
@FunctionalInterface
interface Objective {

    /**
     * Returns the value at some weights.
     *
     * @param weights Not modified.
     * @param gradient replaced by the slope there. Modified.
     */
    double at(double[] weights, double[] gradient);
}
