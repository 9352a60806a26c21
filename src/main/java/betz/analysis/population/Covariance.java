// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import betz.math.Eigen;
import betz.math.Matrices;

/**
 * How units vary together over rows of samples, n − 1 below, and where most of it lies.
 *
 * <p>Immutable, as long as nobody writes to what it hands out.
 */
final class Covariance {
    /** Variance below this share of the mean square is rounding. */
    private static final double ROUNDING = 1e-20;

    private final double[][] matrix;
    private final double[] variances;
    private final double[][] axes;

    private Covariance(double[][] matrix) {
        this.matrix = matrix;
        Eigen eigen = Eigen.symmetric(matrix);
        variances = eigen.real();
        axes = eigen.vectors();
    }

    /** Finds the covariance of two or more rows, [sample][unit]. Not modified. */
    static Covariance of(double[][] rows) {
        double[][] centred = Matrices.centred(rows, Matrices.means(rows));
        double[][] sums = Matrices.product(Matrices.transposed(centred), centred);
        for (double[] row : sums) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= rows.length - 1;
            }
        }
        return new Covariance(sums);
    }

    /** Wraps a symmetric matrix without negative eigenvalues, [unit][unit]. Kept, not copied. */
    static Covariance wrap(double[][] matrix) {
        return new Covariance(matrix);
    }

    /** Returns the sum of the variances of all columns of two or more rows, n − 1 below. */
    static double total(double[][] rows) {
        return Matrices.squares(Matrices.centred(rows, Matrices.means(rows))) / (rows.length - 1);
    }

    /** Throws unless a signal varies over its rows by more than rounding. */
    static void needVariance(String signal, double[][] rows) {
        boolean varies = total(rows) * (rows.length - 1) > ROUNDING * Matrices.squares(rows);
        Require.that(varies, signal, "the same in all conditions at all times", "a signal that varies");
    }

    /** Returns the covariance itself; not a copy. */
    double[][] matrix() {
        return matrix;
    }

    /** Returns the axes of largest variance as columns, [unit][axis]. */
    double[][] axes(int count) {
        return Matrices.columns(axes, count);
    }

    /**
     * Returns the variance along each axis, the largest first; rounding may make the last ones negative. Not a copy.
     */
    double[] variances() {
        return variances;
    }

    /** Returns the most variance that so many dimensions can hold. */
    double top(int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += variances[i];
        }
        return sum;
    }

    /** Returns the variance within a space: tr(Q' C Q), with orthonormal columns, [unit][axis]. */
    double within(double[][] space) {
        double[][] spread = Matrices.product(matrix, space);
        double sum = 0;
        for (int i = 0; i < space.length; i++) {
            for (int j = 0; j < space[i].length; j++) {
                sum += space[i][j] * spread[i][j];
            }
        }
        return sum;
    }
}
