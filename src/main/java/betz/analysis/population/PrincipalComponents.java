// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;

/**
 * Principal components of rows of samples, by the singular value decomposition of the centred rows.
 *
 * <p>Variances have n − 1 below them. Signs of components are arbitrary.
 */
public final class PrincipalComponents {
    private final double[] mean;
    private final double[][] axes;
    private final double[] singular;
    private final int samples;

    private PrincipalComponents(double[] mean, double[][] axes, double[] singular, int samples) {
        this.mean = mean;
        this.axes = axes;
        this.singular = singular;
        this.samples = samples;
    }

    /** Finds the components of some rows, [sample][unit]. Not modified. */
    public static PrincipalComponents of(double[][] rows) {
        Require.count("samples", rows.length, 2, Integer.MAX_VALUE);
        double[] mean = Matrices.means(rows);
        Svd svd = Svd.of(Matrices.centred(rows, mean));
        return new PrincipalComponents(mean, svd.v(), svd.s(), rows.length);
    }

    /** Returns the mean of each unit; not a copy. */
    public double[] mean() {
        return mean;
    }

    /** Returns the components as columns, the largest variance first, [unit][component]; not a copy. */
    public double[][] axes() {
        return axes;
    }

    /** Returns the first components as columns, [unit][component]. */
    public double[][] axes(int count) {
        Require.count("components", count, 1, singular.length);
        return Matrices.columns(axes, count);
    }

    /** Returns the singular values of the centred rows; not a copy. */
    public double[] singular() {
        return singular;
    }

    /** Returns the variance along each component. */
    public double[] variances() {
        return Arrays.stream(singular).map(s -> s * s / (samples - 1)).toArray();
    }

    /** Returns each component's share of all variance. */
    public double[] shares() {
        double[] variances = variances();
        double all = Arrays.stream(variances).sum();
        return Arrays.stream(variances).map(v -> v / all).toArray();
    }

    /** Returns (Σλ)²/Σλ², between 1 and the number of components. */
    public double participationRatio() {
        double[] variances = variances();
        double all = Arrays.stream(variances).sum();
        return all * all / Arrays.stream(variances).map(v -> v * v).sum();
    }

    /** Returns how many components hold a share of all variance. */
    public int dimensions(double share) {
        double[] shares = shares();
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            sum += shares[i];
            if (sum >= share) {
                return i + 1;
            }
        }
        return shares.length;
    }

    /** Returns rows, less the mean, along the first components, [sample][component]. */
    public double[][] scores(double[][] rows, int count) {
        return Matrices.product(Matrices.centred(rows, mean), axes(count));
    }
}
