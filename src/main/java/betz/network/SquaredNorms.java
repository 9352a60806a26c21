// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** The squared norms of all rows or all columns of a square matrix of weights, and their way back. */
interface SquaredNorms {
    /** Returns the norms of what the sources of a drive have from the state. */
    static SquaredNorms of(Drive.Sources sources, SlopeSide side, int units) {
        return sources.low().rank() == 0
                ? new DenseNorms(sources.state(), side, units)
                : new LowRankNorms(sources.low(), side, units);
    }

    /**
     * Computes all norms.
     *
     * @param weights all weights in the order of the layout. Not modified.
     * @param norm squared, [unit]. Overwritten.
     */
    void compute(float[] weights, double[] norm);

    /**
     * Adds the gradient of the weights that were last computed with.
     *
     * @param ofNorm gradient over the squared norms, [unit]. Not modified.
     * @param gradient of all weights. Modified.
     */
    void back(float[] weights, double[] ofNorm, double[] gradient);
}
