// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.Require;
import betz.math.Cholesky;
import betz.math.Matrices;

/**
 * Mean and covariance of few samples of many features, drawn towards a diagonal by as much as Ledoit and Wolf's formula finds best.
 *
 * <p>Features are brought to variance 1 first, {@code S = ZᵀZ/n}; then {@code (1 − δ)·S + δ·µ·I} with {@code µ = tr S/p} goes back
 * to their own scales. Where δ is above 0 and no feature is constant, the covariance can be inverted however few samples there are.
 *
 * @see <a href="https://doi.org/10.1016/S0047-259X(03)00096-4">Ledoit &amp; Wolf (2004)</a>
 */
public final class ShrunkCovariance {
    private final int samples;
    private final double[] mean;
    private final double[][] covariance;
    private final double shrinkage;

    private ShrunkCovariance(int samples, double[] mean, double[][] covariance, double shrinkage) {
        this.samples = samples;
        this.mean = mean;
        this.covariance = covariance;
        this.shrinkage = shrinkage;
    }

    /** Estimates from rows, [sample][feature]. Not modified. */
    public static ShrunkCovariance of(double[][] rows) {
        Require.count("samples", rows.length, 1, Integer.MAX_VALUE);
        double[] mean = Matrices.means(rows);
        double[][] z = Matrices.centred(rows, mean);
        double[] scale = scales(z);
        for (double[] row : z) {
            for (int j = 0; j < row.length; j++) {
                row[j] /= scale[j];
            }
        }
        double mu = Matrices.squares(z) / rows.length / scale.length;
        double shrinkage = shrinkage(z, mu);
        double[][] covariance = new double[scale.length][scale.length];
        for (double[] row : z) {
            for (int i = 0; i < row.length; i++) {
                double factor = (1 - shrinkage) * row[i] * scale[i] / rows.length;
                for (int j = 0; j <= i; j++) {
                    covariance[i][j] += factor * row[j] * scale[j];
                }
            }
        }
        for (int i = 0; i < scale.length; i++) {
            covariance[i][i] += shrinkage * mu * scale[i] * scale[i];
            for (int j = 0; j < i; j++) {
                covariance[j][i] = covariance[i][j];
            }
        }
        return new ShrunkCovariance(rows.length, mean, covariance, shrinkage);
    }

    /** Returns the standard deviation of each column, 1 for one that does not vary. */
    private static double[] scales(double[][] centred) {
        double[] scale = new double[centred[0].length];
        for (int j = 0; j < scale.length; j++) {
            double squares = 0;
            for (double[] row : centred) {
                squares += row[j] * row[j];
            }
            scale[j] = squares > 0 ? Math.sqrt(squares / centred.length) : 1;
        }
        return scale;
    }

    /** Returns δ = min(β, d²)/d², β the mean squared error of S and d² its mean squared distance from µ·I. */
    private static double shrinkage(double[][] z, double mu) {
        int n = z.length;
        double features = z[0].length;
        double fourth = 0;
        double square = 0; // |S|², through the products of samples, of which there are fewer
        for (int i = 0; i < n; i++) {
            double own = Cholesky.dot(z[i], z[i], z[i].length);
            fourth += own * own / n;
            for (double[] other : z) {
                double product = Cholesky.dot(z[i], other, other.length) / n;
                square += product * product;
            }
        }
        double distance = (square - features * mu * mu) / features;
        double error = Math.min((fourth - square) / n / features, distance);
        return error > 0 ? error / distance : 0;
    }

    /** Returns the number of samples. */
    public int samples() {
        return samples;
    }

    /** Returns the mean of each feature; not a copy. */
    public double[] mean() {
        return mean;
    }

    /** Returns the covariance, [feature][feature], with n below it; not a copy. */
    public double[][] covariance() {
        return covariance;
    }

    /** Returns δ, from 0, the sample covariance, to 1, a diagonal. */
    public double shrinkage() {
        return shrinkage;
    }
}
