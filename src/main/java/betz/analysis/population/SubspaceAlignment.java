// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.RandomStream;
import betz.math.Matrices;

/**
 * How much of the variance of one epoch lies in the space of another: {@code A = tr(D' C D) / (σ₁ + … + σ_d)}, where
 * D are d axes of
 * the one, C is the covariance of the other and σ its largest eigenvalues, so A is 1 for the other's own axes.
 *
 * @see <a href="https://doi.org/10.1038/ncomms13239">Elsayed et al. (2016)</a>
 */
final class SubspaceAlignment {
    /** A variance below this share of the largest is rounding. */
    private static final double ROUNDING = 1e-12;

    private SubspaceAlignment() {}

    /**
     * Returns the index for the first axis, the first two, and so on.
     *
     * @param axes orthonormal columns, [unit][axis]. Not modified.
     */
    static double[] of(double[][] axes, Covariance covariance) {
        return of(axes, covariance.matrix(), covariance);
    }

    private static double[] of(double[][] axes, double[][] matrix, Covariance covariance) {
        double[][] spread = Matrices.product(matrix, axes);
        double[] index = new double[axes[0].length];
        double held = 0;
        for (int i = 0; i < index.length; i++) {
            held += Orthonormal.dot(Matrices.column(axes, i), Matrices.column(spread, i));
            index[i] = held / covariance.top(i + 1);
        }
        return index;
    }

    /**
     * Returns the index of random spaces that are drawn from where the activity is: D = orth(U √S v), with the
     * eigenvectors U and
     * eigenvalues S of the covariance of all of it, and standard Gaussian v.
     *
     * <p>Lengths of the columns of v do not matter, as only what they span does.
     *
     * @param all covariance from which spaces are drawn
     * @param covariance of which they hold a part
     * @param dimensions of the largest space, at most the rank of {@code all}
     * @return [draw][dimensions less one]
     */
    static double[][] random(Covariance all, Covariance covariance, int dimensions, int draws, RandomStream random) {
        double[] variances = all.variances();
        int rank = rank(all);
        double[][] axes = all.axes(rank);

        // in the coordinates of U, orth(U √S v) is orth(√S v)
        double[][] turned = Matrices.product(Matrices.transposed(axes), Matrices.product(covariance.matrix(), axes));
        double[][] index = new double[draws][];
        for (int draw = 0; draw < draws; draw++) {
            double[][] v = new double[rank][dimensions];
            for (int i = 0; i < rank; i++) {
                for (int j = 0; j < dimensions; j++) {
                    v[i][j] = Math.sqrt(variances[i]) * random.nextGaussian();
                }
            }
            index[draw] = of(Orthonormal.of(v), turned, covariance);
        }
        return index;
    }

    /** Returns how many dimensions have variance. */
    static int rank(Covariance covariance) {
        double[] variances = covariance.variances();
        int rank = 0;
        while (rank < variances.length && variances[rank] > ROUNDING * variances[0]) {
            rank++;
        }
        return rank;
    }
}
