// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** Finds the excitations that make a body's hand follow a path, starting at rest. */
interface HandInverse {
    /** Returns the excitations that hold the body at the start, [muscle]. */
    double[] rest();

    /**
     * Returns the excitations of each step; none for a path that the muscles cannot follow.
     *
     * @param path hand position, [step][axis], m; begins at rest
     * @return [step][muscle]
     */
    double[][] follow(double[][] path);
}
