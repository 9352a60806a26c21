// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Require;
import java.util.Arrays;

/**
 * Linear regression without intercept and with a penalty per predictor: minimises
 * {@code sum |y - D x|² + sum_i penalty_i |D_i|²} through its normal equations.
 *
 * <p>Samples are added one by one in four-row blocks and need not be kept; the order of adding fixes every bit.
 */
final class RidgeFit {
    private static final int BLOCK = 4; // samples per pass over the matrix, for the cache's sake
    private final int predictors;
    private final double[][] gram; // lower triangle of X'X
    private final double[][] moment; // Y'X, [outcome][predictor]
    private final double[][] block;
    private int filled;

    RidgeFit(int predictors, int outcomes) {
        this.predictors = predictors;
        gram = new double[predictors][];
        for (int i = 0; i < predictors; i++) {
            gram[i] = new double[i + 1];
        }
        moment = new double[outcomes][predictors];
        block = new double[BLOCK][predictors];
    }

    /** Adds a sample that counts {@code weight} times; {@code x} and {@code y} are not modified. */
    void add(double[] x, double[] y, double weight) {
        double scale = Math.sqrt(weight);
        double[] row = block[filled];
        for (int i = 0; i < predictors; i++) {
            row[i] = scale * x[i];
        }
        for (int k = 0; k < moment.length; k++) {
            double scaled = scale * y[k];
            double[] sum = moment[k];
            for (int i = 0; i < predictors; i++) {
                sum[i] += scaled * row[i];
            }
        }
        filled++;
        if (filled == BLOCK) {
            flush();
        }
    }

    /**
     * Solves for the weights.
     *
     * @param penalty [predictor], above 0. Not modified.
     * @return D, [outcome][predictor], row-major
     */
    double[] solve(double[] penalty) {
        Require.length("penalty", penalty.length, predictors);
        flush();
        double[][] factor = factor(penalty);
        double[] weights = new double[moment.length * predictors];
        for (int k = 0; k < moment.length; k++) {
            double[] solution = moment[k].clone();
            substitute(factor, solution);
            System.arraycopy(solution, 0, weights, k * predictors, predictors);
        }
        return weights;
    }

    private void flush() {
        for (int k = filled; k < BLOCK; k++) {
            Arrays.fill(block[k], 0);
        }
        filled = 0;
        for (int i = 0; i < predictors; i++) {
            add(gram[i], block[0], block[1], block[2], block[3], i);
        }
    }

    private static void add(double[] sum, double[] a, double[] b, double[] c, double[] d, int i) {
        double ai = a[i];
        double bi = b[i];
        double ci = c[i];
        double di = d[i];
        for (int j = 0; j < sum.length; j++) {
            sum[j] += ai * a[j] + bi * b[j] + ci * c[j] + di * d[j];
        }
    }

    /** Returns the lower Cholesky factor L of X'X + penalty. */
    private double[][] factor(double[] penalty) {
        double[][] l = new double[predictors][];
        for (int i = 0; i < predictors; i++) {
            l[i] = gram[i].clone();
            l[i][i] += penalty[i];
            for (int j = 0; j < i; j++) {
                l[i][j] = (l[i][j] - dot(l[i], l[j], j)) / l[j][j];
            }
            double pivot = l[i][i] - dot(l[i], l[i], i);
            Require.positive("pivot of predictor " + i, pivot, "");
            l[i][i] = Math.sqrt(pivot);
        }
        return l;
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int k = 0; k < length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** Replaces x by the solution of L L' z = x. */
    private static void substitute(double[][] l, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = (x[i] - dot(l[i], x, i)) / l[i][i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            x[i] /= l[i][i];
            for (int j = 0; j < i; j++) {
                x[j] -= l[i][j] * x[i];
            }
        }
    }
}
