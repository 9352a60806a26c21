// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.BadSetting;
import betz.math.Cholesky;
import betz.math.Matrices;
import java.util.Arrays;

/**
 * The optimal linear estimator of direction: of all sums {@code Σ (r − r̄)·D} of vectors D the one nearest to the direction's unit
 * vector on average, if units err independently of each other.
 *
 * <p>{@code Q·D = L}: L is the mean over directions of a unit's tuning curve times the unit vector, {@code Q = mean(f·fᵀ) + diag σ²}
 * with the tuning curves f, less their means r̄, and the variance σ² of rates within a direction. Q is as large as there are units,
 * and σ² lets it be inverted though there be fewer trials.
 *
 * @see <a href="https://doi.org/10.1007/BF00962720">Salinas &amp; Abbott (1994)</a>
 */
public final class OptimalLinearEstimator {
    /** What is added to the diagonal of Q, as a share of it, so that units without noise do not stop the solution. */
    private static final double TRIFLE = 1e-9;

    private final double[] mean;
    private final double[][] vectors;

    private OptimalLinearEstimator(double[] mean, double[][] vectors) {
        this.mean = mean;
        this.vectors = vectors;
    }

    /**
     * Fits the vectors.
     *
     * @param rates [trial][unit]. Not modified.
     * @param labels direction of each trial, [trial], from 0
     * @param directions rad, [label]; each has a trial
     * @throws BadSetting if no unit's rate varies
     */
    public static OptimalLinearEstimator fit(double[][] rates, int[] labels, double[] directions) {
        double[][] curves = curves(rates, labels, directions.length);
        double[] mean = Matrices.means(curves);
        double[][] tuned = Matrices.centred(curves, mean);
        double[][] q = Matrices.product(Matrices.transposed(tuned), tuned);
        double[] noise = noise(rates, labels, curves);
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < q.length; j++) {
                q[i][j] /= directions.length;
            }
            q[i][i] += noise[i];
            q[i][i] += q[i][i] > 0 ? TRIFLE * q[i][i] : 1; // a silent unit has no say
        }
        Cholesky factor = Cholesky.of(q)
                .orElseThrow(() -> new BadSetting("rates", "the same in all trials", "rates that depend on direction"));
        double[][] vectors = new double[2][];
        for (int axis = 0; axis < 2; axis++) {
            double shift = axis == 0 ? 0 : Math.PI / 2;
            double[] aim = Arrays.stream(directions)
                    .map(d -> StrictMath.cos(d - shift) / directions.length)
                    .toArray();
            vectors[axis] = factor.solve(Matrices.product(new double[][] {aim}, tuned)[0]);
        }
        return new OptimalLinearEstimator(mean, vectors);
    }

    private static double[][] curves(double[][] rates, int[] labels, int count) {
        double[][] curves = new double[count][rates[0].length];
        int[] trials = new int[count];
        for (int label : labels) {
            trials[label]++;
        }
        for (int i = 0; i < rates.length; i++) {
            for (int unit = 0; unit < rates[i].length; unit++) {
                curves[labels[i]][unit] += rates[i][unit] / trials[labels[i]];
            }
        }
        return curves;
    }

    /** Returns the variance of each unit's rate about its curve, with the degrees of freedom below it. */
    private static double[] noise(double[][] rates, int[] labels, double[][] curves) {
        double[] noise = new double[rates[0].length];
        double free = Math.max(1, rates.length - curves.length);
        for (int i = 0; i < rates.length; i++) {
            for (int unit = 0; unit < noise.length; unit++) {
                double off = rates[i][unit] - curves[labels[i]][unit];
                noise[unit] += off * off / free;
            }
        }
        return noise;
    }

    /** Returns the vectors D, [axis][unit]; a copy. */
    public double[][] vectors() {
        return Matrices.copy(vectors);
    }

    /** Returns the direction for the rates of a trial, [unit], rad. */
    public double direction(double[] rates) {
        double[] deviation = Matrices.centred(new double[][] {rates}, mean)[0];
        return StrictMath.atan2(
                Cholesky.dot(vectors[1], deviation, deviation.length),
                Cholesky.dot(vectors[0], deviation, deviation.length));
    }
}
