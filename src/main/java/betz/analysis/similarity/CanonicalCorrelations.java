// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;

/**
 * Pairs of directions, one in each of two sets of columns, along which samples correlate most, each pair uncorrelated
 * with those before.
 *
 * <p>Orthonormal bases Qx, Qy of the centred columns; the singular values of QxᵀQy are the correlations (Björck &amp;
 * Golub 1973, doi:10.1090/S0025-5718-1973-0348991-3). The bases are left singular vectors, which span what Q of a QR
 * decomposition does, and tell columns that depend on others.
 */
final class CanonicalCorrelations {
    private final double[] correlations;
    private final double[][] weights;
    private final double[][] otherWeights;
    private final double[][] scores;
    private final double[][] otherScores;

    private CanonicalCorrelations(double[] correlations, double[][][] data, double[][][] other) {
        this.correlations = correlations;
        this.weights = data[0];
        this.scores = data[1];
        this.otherWeights = other[0];
        this.otherScores = other[1];
    }

    /**
     * Finds the pairs.
     *
     * @param x [sample][column]. Not modified.
     * @param y [sample][column], of as many samples. Not modified.
     * @throws betz.common.BadSetting if there are not more samples than columns of both together, so that correlations are 1
     *     whatever the samples are
     */
    static CanonicalCorrelations of(double[][] x, double[][] y) {
        Require.length("samples of the other", y.length, x.length);
        Svd ours = Svd.of(Leading.centred(x));
        Svd theirs = Svd.of(Leading.centred(y));
        int least = ours.rank() + theirs.rank() + 1;
        Require.that(
                x.length >= least,
                "samples",
                Integer.toString(x.length),
                least + " or more, since with fewer some correlations are 1 whatever the data");
        double[][] basis = Matrices.columns(ours.u(), ours.rank());
        double[][] otherBasis = Matrices.columns(theirs.u(), theirs.rank());
        Svd cross = Svd.of(Matrices.product(Matrices.transposed(basis), otherBasis));
        double[] correlations = new double[cross.s().length];
        for (int i = 0; i < correlations.length; i++) {
            correlations[i] = Math.min(1, cross.s()[i]);
        }
        return new CanonicalCorrelations(
                correlations, side(ours, basis, cross.u()), side(theirs, otherBasis, cross.v()));
    }

    /** Returns weights and scores of unit variance (n − 1 below). */
    private static double[][][] side(Svd side, double[][] basis, double[][] turn) {
        double unit = Math.sqrt(basis.length - 1.0);
        double[][] scaled = Matrices.copy(turn);
        for (int i = 0; i < scaled.length; i++) {
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] *= unit / side.s()[i];
            }
        }
        double[][] scores = Matrices.product(basis, turn);
        return new double[][][] {
            Matrices.product(Matrices.columns(side.v(), side.rank()), scaled), Matrices.sum(scores, unit - 1, scores)
        };
    }

    /** Returns the correlations, the largest first; not a copy. */
    double[] correlations() {
        return correlations;
    }

    /** Returns the directions of x as columns, [column][pair]; not a copy. */
    double[][] weights() {
        return weights;
    }

    /** Returns the directions of y as columns, [column][pair]; not a copy. */
    double[][] otherWeights() {
        return otherWeights;
    }

    /** Returns the samples of x along its directions, of variance 1, [sample][pair]; not a copy. */
    double[][] scores() {
        return scores;
    }

    /** Returns the samples of y along its directions, of variance 1, [sample][pair]; not a copy. */
    double[][] otherScores() {
        return otherScores;
    }
}
