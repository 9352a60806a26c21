// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.Optional;

/** Triangular factor of a symmetric positive definite matrix, {@code a = L·Lᵀ}, with which linear systems are solved. */
public final class Cholesky {
    /** A pivot below this share of its diagonal element is rounding. */
    private static final double ROUNDING = 1e-13;

    private final double[][] lower;

    private Cholesky(double[][] lower) {
        this.lower = lower;
    }

    /**
     * Factors a matrix.
     *
     * @param a [row][column], of which the lower half counts. Not modified.
     * @return nothing if the matrix is not positive definite by more than rounding
     */
    public static Optional<Cholesky> of(double[][] a) {
        return of(a, 0);
    }

    /**
     * Factors a matrix with something added to its diagonal.
     *
     * @param a [row][column], of which the lower half counts. Not modified.
     * @param added to each element of the diagonal
     * @return nothing if the sum is not positive definite by more than rounding
     */
    public static Optional<Cholesky> of(double[][] a, double added) {
        double[][] lower = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            lower[i] = new double[i + 1];
            for (int j = 0; j <= i; j++) {
                double rest = a[i][j] + (i == j ? added : 0) - dot(lower[i], lower[j], j);
                if (j < i) {
                    lower[i][j] = rest / lower[j][j];
                } else if (rest > ROUNDING * Math.abs(a[i][i] + added)) {
                    lower[i][i] = Math.sqrt(rest);
                } else {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(new Cholesky(lower));
    }

    /** Returns the x of {@code a·x = b}, [row]. */
    public double[] solve(double[] b) {
        double[] x = forward(b);
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= lower[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= lower[i][j] * x[i];
            }
        }
        return x;
    }

    /** Returns {@code bᵀ·a⁻¹·b}. */
    public double form(double[] b) {
        double[] half = forward(b);
        return dot(half, half, half.length);
    }

    private double[] forward(double[] b) {
        double[] x = new double[b.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (b[i] - dot(lower[i], x, i)) / lower[i][i];
        }
        return x;
    }

    /** Returns the sum of products of the first elements, in four parts that do not wait for each other. */
    public static double dot(double[] a, double[] b, int length) {
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        int k = 0;
        for (; k + 4 <= length; k += 4) {
            sum0 += a[k] * b[k];
            sum1 += a[k + 1] * b[k + 1];
            sum2 += a[k + 2] * b[k + 2];
            sum3 += a[k + 3] * b[k + 3];
        }
        for (; k < length; k++) {
            sum0 += a[k] * b[k];
        }
        return sum0 + sum1 + (sum2 + sum3);
    }
}
