// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.BadSetting;
import betz.common.Require;
import betz.math.Cholesky;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Kalman filter of the hand's state from rates: {@code x(t+1) = A·x(t) + w}, {@code z(t) = H·x(t) + q}, with the covariances W of w
 * and Q of q.
 *
 * <p>States and rates are taken about their means. The filter knows of the first state what its mean and covariance over trials
 * say, and corrects it by the first rates.
 *
 * @see <a href="https://doi.org/10.1162/089976606774841585">Wu, Gao, Bienenstock, Donoghue &amp; Black (2006)</a>
 */
public final class KalmanDecoder {
    private final double[][] a;
    private final double[][] w;
    private final double[][] h;
    private final double[][] q;
    private final double[] first;
    private final double[][] firstCovariance;
    private final double[] stateMean;
    private final double[] rateMean;
    /** {@code Hᵀ·Q⁻¹}, [state][unit]. */
    private final double[][] weights;
    /** {@code Hᵀ·Q⁻¹·H}, [state][state]. */
    private final double[][] information;

    private KalmanDecoder(
            double[][][] matrices,
            double[] first,
            double[][] firstCovariance,
            double[] stateMean,
            double[] rateMean,
            Cholesky noise) {
        a = matrices[0];
        w = matrices[1];
        h = matrices[2];
        q = matrices[3];
        this.first = first;
        this.firstCovariance = firstCovariance;
        this.stateMean = stateMean;
        this.rateMean = rateMean;
        weights = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            weights[i] = noise.solve(Matrices.column(h, i));
        }
        information = Matrices.product(weights, h);
    }

    /**
     * Makes a filter of a known system about 0.
     *
     * @param a [state][state]
     * @param w [state][state]
     * @param h [unit][state]
     * @param q [unit][unit]
     * @param first mean of the first state
     * @param firstCovariance [state][state]
     */
    public static KalmanDecoder of(
            double[][] a, double[][] w, double[][] h, double[][] q, double[] first, double[][] firstCovariance) {
        double[][][] matrices = {a, w, h, q};
        return new KalmanDecoder(
                matrices, first, firstCovariance, new double[a.length], new double[h.length], noise(q, 0));
    }

    /**
     * Fits all matrices by least squares; W and Q are the mean products of residuals.
     *
     * @param states [trial][time][state]
     * @param rates [trial][time][unit]
     * @param floor what is added to Q's diagonal, as a share of its mean; above 0 there may be fewer samples than units
     */
    public static KalmanDecoder fit(List<double[][]> states, List<double[][]> rates, double floor) {
        Require.length("trials of rates", rates.size(), states.size());
        Require.notNegative("floor", floor, "");
        double[][] x = joined(states, 0, 0);
        double[][] z = joined(rates, 0, 0);
        double[] stateMean = Matrices.means(x);
        double[] rateMean = Matrices.means(z);
        x = Matrices.centred(x, stateMean);
        z = Matrices.centred(z, rateMean);
        double[][] before = Matrices.centred(joined(states, 0, 1), stateMean);
        double[][] after = Matrices.centred(joined(states, 1, 0), stateMean);
        double[][] firsts = states.stream()
                .map(trial -> Matrices.centred(trial, stateMean)[0])
                .toArray(double[][]::new);
        double[] first = Matrices.means(firsts);
        double[][] a = regression(before, after);
        double[][] h = regression(x, z);
        double[][] q = residual(x, z, h);
        double lift = floor * Matrices.trace(q) / q.length;
        double[][] lifted = Matrices.sum(q, lift, Matrices.identity(q.length));
        double[][][] matrices = {a, residual(before, after, a), h, lifted};
        return new KalmanDecoder(
                matrices,
                first,
                products(Matrices.centred(firsts, first)),
                stateMean,
                rateMean,
                noise(lifted, x.length));
    }

    private static Cholesky noise(double[][] q, int samples) {
        return Cholesky.of(q)
                .orElseThrow(() -> new BadSetting(
                        "covariance of the rates' noise",
                        "not invertible with " + samples + " samples of " + q.length + " units",
                        "more samples than units, none of which follows from the others, or a floor above 0"));
    }

    /** Returns all samples of all trials but some at their beginnings and ends. */
    private static double[][] joined(List<double[][]> trials, int begin, int end) {
        List<double[]> rows = new ArrayList<>();
        for (double[][] trial : trials) {
            rows.addAll(Arrays.asList(trial).subList(Math.min(begin, trial.length), Math.max(0, trial.length - end)));
        }
        Require.that(rows.size() > 1, "samples in time", "" + rows.size(), "2 or more");
        return rows.toArray(double[][]::new);
    }

    /** Returns the B of least {@code Σ|y − B·x|²}, [output][input]. */
    private static double[][] regression(double[][] x, double[][] y) {
        double[][] turned = Matrices.transposed(x);
        Cholesky factor = Cholesky.of(Matrices.product(turned, x))
                .orElseThrow(() -> new BadSetting(
                        "states of the hand", "such that one follows from others", "states that vary independently"));
        double[][] cross = Matrices.transposed(Matrices.product(turned, y));
        return Arrays.stream(cross).map(factor::solve).toArray(double[][]::new);
    }

    private static double[][] residual(double[][] x, double[][] y, double[][] b) {
        return products(Matrices.sum(y, -1, Matrices.product(x, Matrices.transposed(b))));
    }

    /** Returns the mean product of columns. */
    private static double[][] products(double[][] rows) {
        double[][] products = Matrices.product(Matrices.transposed(rows), rows);
        return Matrices.sum(new double[products.length][products.length], 1.0 / rows.length, products);
    }

    /** Returns A, how the state goes on, [state][state]; a copy. */
    public double[][] transition() {
        return Matrices.copy(a);
    }

    /** Returns W, [state][state]; a copy. */
    public double[][] transitionNoise() {
        return Matrices.copy(w);
    }

    /** Returns H, how rates follow the state, [unit][state]; a copy. */
    public double[][] observation() {
        return Matrices.copy(h);
    }

    /** Returns Q, [unit][unit]; a copy. */
    public double[][] observationNoise() {
        return Matrices.copy(q);
    }

    /**
     * Returns the mean state at each time given all rates up to it, [time][state].
     *
     * @param rates [time][unit]. Not modified.
     */
    public double[][] filter(double[][] rates) {
        double[][] states = new double[rates.length][];
        double[][] centred = Matrices.centred(rates, rateMean);
        double[] x = first.clone();
        double[][] p = firstCovariance;
        for (int t = 0; t < rates.length; t++) {
            if (t > 0) {
                x = times(a, x);
                p = Matrices.sum(Matrices.product(Matrices.product(a, p), Matrices.transposed(a)), 1, w);
            }
            p = posterior(p);

            // x ← x + P·HᵀQ⁻¹·(z − H·x), with P after the rates; equal to Kalman's gain
            double[] expected = times(h, x);
            double[] surprise = Matrices.centred(new double[][] {centred[t]}, expected)[0];
            double[] change = times(p, times(weights, surprise));
            states[t] = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                x[i] += change[i];
                states[t][i] = x[i] + stateMean[i];
            }
        }
        return states;
    }

    /** Returns {@code (I + P·HᵀQ⁻¹H)⁻¹·P}, which is as small as the state however many units there are. */
    private double[][] posterior(double[][] p) {
        double[][] sum = Matrices.sum(Matrices.identity(p.length), 1, Matrices.product(p, information));
        return Svd.of(sum).solve(p);
    }

    private static double[] times(double[][] matrix, double[] vector) {
        return Arrays.stream(matrix)
                .mapToDouble(row -> Cholesky.dot(row, vector, vector.length))
                .toArray();
    }
}
