// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** Finds the excitations that make a body's hand follow a path, starting at rest. */
interface HandInverse {
    /** Returns the excitations that hold the body at the start, [muscle]. */
    double[] rest();

    /**
     * Returns the excitations of each step but the last few, for which the path does not say enough.
     *
     * @param path hand position, [step][axis], m; begins at rest
     * @return [step][muscle]
     */
    double[][] follow(double[][] path);
}
