// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;

/**
 * What two spaces that are orthogonal to each other hold: {@code f(Q) = tr(Q₁' A₁ Q₁) + tr(Q₂' A₂ Q₂)} with Q = [Q₁
 * Q₂], of orthonormal
 * columns; the matrices are covariances over what the best space of as many dimensions holds alone, so f is at most
 * 2.
 */
final class SpacePair {
    private final double[][] a1;
    private final double[][] a2;
    private final int d1;
    private final int d2;

    /**
     * Makes the function.
     *
     * @param c1 symmetric, [unit][unit]. Not modified.
     * @param c2 symmetric, [unit][unit]. Not modified.
     * @param d1 dimensions of the first space
     * @param d2 dimensions of the second space
     */
    SpacePair(double[][] c1, double[][] c2, int d1, int d2) {
        a1 = scaled(c1, d1);
        a2 = scaled(c2, d2);
        this.d1 = d1;
        this.d2 = d2;
    }

    private static double[][] scaled(double[][] c, int dimensions) {
        double top = Covariance.wrap(c).top(dimensions);
        double[][] a = Matrices.copy(c);
        for (double[] row : a) {
            for (int i = 0; i < row.length; i++) {
                row[i] /= top;
            }
        }
        return a;
    }

    /** Returns the number of units. */
    int units() {
        return a1.length;
    }

    /** Returns the dimensions of both spaces together. */
    int dimensions() {
        return d1 + d2;
    }

    /** Returns [A₁Q₁ A₂Q₂], half of f's derivative by the entries of Q, [unit][axis]. */
    double[][] half(double[][] q) {
        double[][] first = Matrices.product(a1, Matrices.columns(q, d1));
        double[][] second = Matrices.product(a2, last(q));
        for (int i = 0; i < first.length; i++) {
            first[i] = Arrays.copyOf(first[i], dimensions());
            System.arraycopy(second[i], 0, first[i], d1, d2);
        }
        return first;
    }

    /** Returns f from {@link #half}. */
    static double value(double[][] q, double[][] half) {
        return inner(q, half);
    }

    /** Returns f's gradient along the orthonormal matrices: G less Q times the symmetric part of Q'G. */
    static double[][] gradient(double[][] q, double[][] half) {
        return tangent(q, half, 2);
    }

    /** Returns the part of a direction that is tangent to the orthonormal matrices at Q, times a factor. */
    static double[][] tangent(double[][] q, double[][] direction, double factor) {
        double[][] inner = Matrices.product(Matrices.transposed(q), direction);
        double[][] even = new double[inner.length][inner.length];
        for (int i = 0; i < even.length; i++) {
            for (int j = 0; j < even.length; j++) {
                even[i][j] = (inner[i][j] + inner[j][i]) / 2;
            }
        }
        double[][] tangent = Matrices.sum(direction, -1, Matrices.product(q, even));
        for (double[] row : tangent) {
            for (int i = 0; i < row.length; i++) {
                row[i] *= factor;
            }
        }
        return tangent;
    }

    /** Returns the sum of the products of all entries. */
    static double inner(double[][] a, double[][] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Orthonormal.dot(a[i], b[i]);
        }
        return sum;
    }

    /**
     * Returns the best first space, and with it the best second space that is orthogonal to it; what one would do
     * naively.
     */
    double[][] firstThenSecond() {
        double[][] first = Matrices.columns(Eigen.symmetric(a1).vectors(), d1);
        return joined(first, beside(first, a2, d2));
    }

    /** Returns the best second space, and with it the best first space that is orthogonal to it. */
    double[][] secondThenFirst() {
        double[][] second = Matrices.columns(Eigen.symmetric(a2).vectors(), d2);
        return joined(beside(second, a1, d1), second);
    }

    /** Returns the axes that hold most of a covariance in the complement of a space. */
    private static double[][] beside(double[][] space, double[][] a, int dimensions) {
        int units = space.length;
        double[][] out =
                Matrices.sum(Matrices.identity(units), -1, Matrices.product(space, Matrices.transposed(space)));
        // what lies in the space itself gets eigenvalues below all others
        double[][] left = Matrices.sum(
                Matrices.product(out, Matrices.product(a, out)), -1, Matrices.sum(Matrices.identity(units), -1, out));
        return Matrices.columns(Eigen.symmetric(left).vectors(), dimensions);
    }

    private static double[][] joined(double[][] first, double[][] second) {
        double[][] both = new double[first.length][];
        for (int i = 0; i < both.length; i++) {
            both[i] = Arrays.copyOf(first[i], first[i].length + second[i].length);
            System.arraycopy(second[i], 0, both[i], first[i].length, second[i].length);
        }
        return Orthonormal.of(both);
    }

    /** Returns the first space's axes, the one of largest variance first, [unit][axis]. */
    double[][] first(double[][] q) {
        return byVariance(Matrices.columns(q, d1), a1);
    }

    /** Returns the second space's axes, the one of largest variance first, [unit][axis]. */
    double[][] second(double[][] q) {
        return byVariance(last(q), a2);
    }

    private double[][] last(double[][] q) {
        return Arrays.stream(q).map(row -> Arrays.copyOfRange(row, d1, d1 + d2)).toArray(double[][]::new);
    }

    private static double[][] byVariance(double[][] space, double[][] a) {
        double[][] within = Matrices.product(Matrices.transposed(space), Matrices.product(a, space));
        return Matrices.product(space, Eigen.symmetric(within).vectors());
    }
}
