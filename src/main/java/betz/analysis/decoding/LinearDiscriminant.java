// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import betz.common.Require;
import betz.math.Cholesky;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Linear discriminant analysis: the class of greatest {@code mᵀC⁻¹x − mᵀC⁻¹m/2 + ln p}, with m the class's mean, p its share of the
 * samples and C the classes' {@link ShrunkCovariance covariances} averaged by these shares.
 *
 * <p>Where C cannot be inverted, since samples of a class do not differ, a trifle is added to its diagonal, and the nearest mean
 * decides.
 *
 * @see <a href="https://doi.org/10.1111/j.1469-1809.1936.tb02137.x">Fisher (1936)</a>
 */
public final class LinearDiscriminant {
    /** What is added to the diagonal, as a share of a feature's mean variance within and between classes. */
    private static final double TRIFLE = 1e-6;

    private final double[][] weights;
    private final double[] offsets;

    private LinearDiscriminant(double[][] weights, double[] offsets) {
        this.weights = weights;
        this.offsets = offsets;
    }

    /** Makes the discriminant of classes from what is known of each, [class]. */
    public static LinearDiscriminant of(List<ShrunkCovariance> classes) {
        Require.count("classes", classes.size(), 2, Integer.MAX_VALUE);
        int features = classes.get(0).mean().length;
        double samples = classes.stream().mapToInt(ShrunkCovariance::samples).sum();
        double[][] pooled = new double[features][features];
        for (ShrunkCovariance one : classes) {
            pooled = Matrices.sum(pooled, one.samples() / samples, one.covariance());
        }
        Cholesky factor = factor(pooled, classes);
        double[][] weights = new double[classes.size()][];
        double[] offsets = new double[weights.length];
        for (int c = 0; c < weights.length; c++) {
            double[] mean = classes.get(c).mean();
            weights[c] = factor.solve(mean);
            offsets[c] =
                    StrictMath.log(classes.get(c).samples() / samples) - Cholesky.dot(weights[c], mean, features) / 2;
        }
        return new LinearDiscriminant(weights, offsets);
    }

    private static Cholesky factor(double[][] pooled, List<ShrunkCovariance> classes) {
        return Cholesky.of(pooled).orElseGet(() -> {
            double[][] means = classes.stream().map(ShrunkCovariance::mean).toArray(double[][]::new);
            double between = Matrices.squares(Matrices.centred(means, Matrices.means(means))) / means.length;
            double variance = (Matrices.trace(pooled) + between) / pooled.length;
            double trifle = variance > 0 ? TRIFLE * variance : 1;
            return Cholesky.of(Matrices.sum(pooled, trifle, Matrices.identity(pooled.length)))
                    .orElseThrow();
        });
    }

    /** Returns the class of a sample, [feature]. */
    public int classify(double[] sample) {
        int best = 0;
        double greatest = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < offsets.length; c++) {
            double score = offsets[c] + Cholesky.dot(weights[c], sample, sample.length);
            if (score > greatest) {
                greatest = score;
                best = c;
            }
        }
        return best;
    }

    /**
     * Returns the class of each sample by a discriminant of all others.
     *
     * @param rows [sample][feature]. Not modified.
     * @param labels from 0, [sample]; each at least twice
     */
    public static int[] leaveOneOut(double[][] rows, int[] labels) {
        Require.length("labels", labels.length, rows.length);
        int count = Arrays.stream(labels).max().orElse(0) + 1;
        List<ShrunkCovariance> all = new ArrayList<>();
        for (int c = 0; c < count; c++) {
            all.add(ShrunkCovariance.of(members(rows, labels, c, -1)));
        }
        int[] decoded = new int[rows.length];
        for (int out = 0; out < rows.length; out++) {
            var others = new ArrayList<>(all);
            others.set(labels[out], ShrunkCovariance.of(members(rows, labels, labels[out], out)));
            decoded[out] = of(others).classify(rows[out]);
        }
        return decoded;
    }

    private static double[][] members(double[][] rows, int[] labels, int label, int without) {
        return IntStream.range(0, rows.length)
                .filter(i -> labels[i] == label && i != without)
                .mapToObj(i -> rows[i])
                .toArray(double[][]::new);
    }
}
