// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.math.Matrices;

/**
 * One small turn of an operator M towards another, A: the antisymmetric S that makes |A − M − (S M − M S)|² + λ|S|²
 * least, by Levenberg's and Marquardt's damped least squares.
 */
final class TurnStep {
    private final int size;
    private final double[][] normal;
    private final double[] gradient;
    private final double scale;

    /**
     * Prepares a step.
     *
     * @param a [coordinate][coordinate]. Not modified.
     * @param m of the same size. Not modified.
     */
    TurnStep(double[][] a, double[][] m) {
        size = a.length;
        int unknowns = size * (size - 1) / 2;
        double[][] slopes = new double[unknowns][];
        double[] rest = flat(Matrices.sum(a, -1, m));
        normal = new double[unknowns][unknowns];
        gradient = new double[unknowns];
        double trace = 0;
        int next = 0;
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                slopes[next] = slope(m, p, q);
                for (int j = 0; j <= next; j++) {
                    normal[next][j] = dot(slopes[next], p, q, slopes[j]);
                }
                gradient[next] = dot(slopes[next], p, q, rest);
                trace += normal[next][next];
                next++;
            }
        }
        scale = Math.max(trace / Math.max(1, unknowns), Double.MIN_NORMAL);
    }

    /** Returns I + S, whose closest orthogonal matrix is the turn; the damping counts in mean squares of the slopes. */
    double[][] turn(double damping) {
        double[] solved = solve(damping * scale);
        double[][] turn = Matrices.identity(size);
        int next = 0;
        for (int p = 0; p < size; p++) {
            for (int q = p + 1; q < size; q++) {
                turn[p][q] = solved[next];
                turn[q][p] = -solved[next++];
            }
        }
        return turn;
    }

    /** Returns S M − M S for the S that has 1 at (p, q) and −1 at (q, p). */
    private static double[] slope(double[][] m, int p, int q) {
        double[][] slope = new double[m.length][m.length];
        for (int i = 0; i < m.length; i++) {
            slope[p][i] += m[q][i];
            slope[q][i] -= m[p][i];
            slope[i][q] -= m[i][p];
            slope[i][p] += m[i][q];
        }
        return flat(slope);
    }

    /** Solves with the damped normal matrix by Cholesky's factors. */
    private double[] solve(double added) {
        double[][] lower = new double[gradient.length][gradient.length];
        double[] x = gradient.clone();
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = normal[i][j] + (i == j ? added : 0);
                for (int k = 0; k < j; k++) {
                    rest -= lower[i][k] * lower[j][k];
                }
                lower[i][j] = i == j ? Math.sqrt(Math.max(rest, added)) : rest / lower[j][j];
            }
            for (int j = 0; j < i; j++) {
                x[i] -= lower[i][j] * x[j];
            }
            x[i] /= lower[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            for (int j = i + 1; j < x.length; j++) {
                x[i] -= lower[j][i] * x[j];
            }
            x[i] /= lower[i][i];
        }
        return x;
    }

    private static double[] flat(double[][] matrix) {
        double[] flat = new double[matrix.length * matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            System.arraycopy(matrix[i], 0, flat, i * matrix.length, matrix.length);
        }
        return flat;
    }

    /** Returns the product of a slope, which is zero outside the rows and columns p and q, and any other matrix. */
    private double dot(double[] slope, int p, int q, double[] other) {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            int row = i * size;
            if (i == p || i == q) {
                for (int j = row; j < row + size; j++) {
                    sum += slope[j] * other[j];
                }
            } else {
                sum += slope[row + p] * other[row + p] + slope[row + q] * other[row + q];
            }
        }
        return sum;
    }
}
