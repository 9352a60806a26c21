// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import betz.math.Matrices;
import java.util.Arrays;

/**
 * Principal components read as a model: Gaussian along the first components, and noise of the same variance along all others.
 *
 * @see <a href="https://doi.org/10.1111/1467-9868.00196">Tipping &amp; Bishop (1999)</a>
 */
public final class ProbabilisticComponents {
    private final PrincipalComponents components;
    private final int count;
    private final double noise;

    /**
     * Reads the first components.
     *
     * @param components of at least one more than {@code count} dimensions, in the last of which there is noise
     * @param count number of components that are no noise
     */
    public ProbabilisticComponents(PrincipalComponents components, int count) {
        double[] variances = components.variances();
        Require.count("components", count, 1, variances.length - 1);
        this.components = components;
        this.count = count;
        noise = Arrays.stream(variances, count, variances.length).average().orElse(0);
        Require.that(noise > 0, "noise", "0", "variance beyond the first " + count + " components");
    }

    /** Returns the mean variance along the components left out, with n − 1 below it. */
    public double noiseVariance() {
        return noise;
    }

    /** Returns rows along the first components, each scaled to the variance 1, [sample][component]. */
    public double[][] whitened(double[][] rows) {
        double[][] scores = components.scores(rows, count);
        double[] variances = components.variances();
        for (double[] row : scores) {
            for (int i = 0; i < count; i++) {
                row[i] /= Math.sqrt(variances[i]);
            }
        }
        return scores;
    }

    /** Returns the mean over rows of their log-likelihood, [sample][unit]. */
    public double logLikelihood(double[][] rows) {
        double[] variances = components.variances();
        double[][] centred = Matrices.centred(rows, components.mean());
        int units = components.mean().length;
        // along a component its variance, everywhere else the noise
        double fit = Matrices.squares(centred) / noise;
        for (double[] row : components.scores(rows, count)) {
            for (int i = 0; i < count; i++) {
                fit += row[i] * row[i] * (1 / variances[i] - 1 / noise);
            }
        }
        double volume = units * StrictMath.log(2 * Math.PI) + (units - count) * StrictMath.log(noise);
        for (int i = 0; i < count; i++) {
            volume += StrictMath.log(variances[i]);
        }
        return -(volume + fit / rows.length) / 2;
    }
}
