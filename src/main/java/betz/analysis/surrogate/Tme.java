// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.population.Activity;
import betz.common.RandomStream;
import betz.common.Require;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * Activity of greatest entropy under the mean and the covariances of the recorded one: normal, and no more structured than how
 * times, units and conditions each vary together make it.
 *
 * <p>The mean is the sum of what time, unit and condition add alone, {@code x̄_c + x̄_t + x̄_n − 2 x̄}; covariances are of
 * what is left, {@code Σ x xᵀ} over the other two sides, not divided. In the basis of their eigenvectors all cells are
 * independent, with variance {@code 1/(l_c + l_t + l_n)} and the {@link Multipliers} l, so that the covariances are those of
 * the recording in expectation. A margin that is not to be kept has equal eigenvalues. Directions in which nothing varies
 * stay without variance.
 *
 * @see <a href="https://doi.org/10.1038/nn.4617">Elsayed &amp; Cunningham (2017)</a>
 */
public final class Tme implements Surrogates {
    /** An eigenvalue below this share of all variance counts as 0, as nothing of it could be seen. */
    private static final double NOTHING = 1e-10;

    private final Activity activity;
    private final double[][][] mean;
    private final Map<Margin, double[][]> axes = new EnumMap<>(Margin.class);
    private final double[][] multipliers;
    private final String kept;

    /**
     * Fits the distribution.
     *
     * @param activity with more than what time, unit and condition add alone
     * @param margins whose covariances are kept, at least one
     */
    public Tme(Activity activity, Collection<Margin> margins) {
        Require.that(!margins.isEmpty(), "margins", "none", "at least one");
        this.activity = activity.needConditions(2).need(2, 2);
        this.mean = mean(activity.values());
        this.kept = margins.stream()
                .map(margin -> margin.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        double[][][] rest = rest();
        double total = Arrays.stream(rest).mapToDouble(Matrices::squares).sum();
        double all =
                Arrays.stream(activity.values()).mapToDouble(Matrices::squares).sum();
        Require.that(
                total > 1e-24 * all,
                "activity",
                "a sum of what time, unit and condition add alone",
                "units that differ in how conditions move them");
        double[][] eigenvalues = new double[3][];
        for (Margin margin : Margin.values()) {
            eigenvalues[margin.ordinal()] = values(margin, rest, total, margins.contains(margin));
        }
        this.multipliers = Multipliers.of(eigenvalues);
    }

    /** Keeps the axes that vary, and returns their variances, which add up to the total. */
    private double[] values(Margin margin, double[][][] rest, double total, boolean keep) {
        double[][] covariance = margin.covariance(rest);
        if (!keep) {
            axes.put(margin, Matrices.identity(covariance.length));
            double[] equal = new double[covariance.length];
            Arrays.fill(equal, 1);
            return equal(equal, total);
        }
        Eigen eigen = Eigen.symmetric(covariance);
        double[] values =
                Arrays.stream(eigen.real()).filter(v -> v > NOTHING * total).toArray();
        axes.put(margin, Matrices.columns(eigen.vectors(), values.length));
        return equal(values, total);
    }

    /** Scales values so that all margins have the same sum in spite of what was cut off. */
    private static double[] equal(double[] values, double total) {
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(v -> v * total / sum).toArray();
    }

    /** Returns the sum of what each side adds alone, [condition][time][unit]. */
    static double[][][] mean(double[][][] x) {
        double[][] sides = new double[3][];
        for (Margin margin : Margin.values()) {
            sides[margin.ordinal()] = Arrays.stream(margin.unfolded(x))
                    .mapToDouble(row -> Arrays.stream(row).average().orElseThrow())
                    .toArray();
        }
        double grand = Arrays.stream(sides[0]).average().orElseThrow();
        double[][][] mean = new double[x.length][x[0].length][x[0][0].length];
        for (int c = 0; c < mean.length; c++) {
            for (int t = 0; t < mean[c].length; t++) {
                for (int n = 0; n < mean[c][t].length; n++) {
                    mean[c][t][n] = sides[0][c] + sides[1][t] + sides[2][n] - 2 * grand;
                }
            }
        }
        return mean;
    }

    private double[][][] rest() {
        double[][][] rest = new double[mean.length][][];
        for (int c = 0; c < rest.length; c++) {
            rest[c] = Matrices.sum(activity.condition(c), -1, mean[c]);
        }
        return rest;
    }

    /** Returns the covariance of a margin under the distribution, Σ x xᵀ over the other two in expectation. */
    double[][] covariance(Margin margin) {
        double[] variances = new double[multipliers[margin.ordinal()].length];
        for (int c = 0; c < multipliers[0].length; c++) {
            for (int t = 0; t < multipliers[1].length; t++) {
                for (int n = 0; n < multipliers[2].length; n++) {
                    int[] place = {c, t, n};
                    variances[place[margin.ordinal()]] += variance(c, t, n);
                }
            }
        }
        double[][] along = Matrices.copy(axes(margin));
        for (double[] row : along) {
            Arrays.setAll(row, i -> row[i] * variances[i]);
        }
        return Matrices.product(along, Matrices.transposed(axes(margin)));
    }

    /** Returns the axes of a margin as columns, which the constructor has put there for each. */
    private double[][] axes(Margin margin) {
        return Objects.requireNonNull(axes.get(margin));
    }

    private double variance(int c, int t, int n) {
        return 1 / (multipliers[0][c] + multipliers[1][t] + multipliers[2][n]);
    }

    @Override
    public Activity draw(RandomStream random) {
        double[][][] x = new double[multipliers[0].length][multipliers[1].length][multipliers[2].length];
        for (int c = 0; c < x.length; c++) {
            for (int t = 0; t < x[c].length; t++) {
                for (int n = 0; n < x[c][t].length; n++) {
                    x[c][t][n] = Math.sqrt(variance(c, t, n)) * random.nextGaussian();
                }
            }
        }
        for (Margin margin : Margin.values()) {
            x = margin.turned(x, axes(margin));
        }
        double[][][] drawn = new double[x.length][][];
        for (int c = 0; c < drawn.length; c++) {
            drawn[c] = Matrices.sum(mean[c], 1, x[c]);
        }
        return ConditionShuffle.like(activity, drawn);
    }

    @Override
    public String text() {
        return "TME: normal activity of greatest entropy with the recorded mean (what condition, time and unit add"
                + " alone) and covariances over " + kept + ".";
    }
}
