// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Samples;
import betz.common.About;
import betz.common.Require;
import java.util.List;

/** How unlike two patterns of activity are. */
public enum Dissimilarity {
    @About("1 less Pearson's correlation.")
    CORRELATION,

    @About("The root of the sum of squared differences.")
    EUCLIDEAN,

    @About("1 less the cosine of the angle between both.")
    COSINE;

    private static final double ROUNDING = 1e-12;

    /**
     * Returns all pairs' dissimilarity, [pattern][pattern], symmetric with zeros on the diagonal.
     *
     * @param patterns [pattern][place]. Not modified.
     * @param names of the patterns
     * @throws betz.common.BadSetting if a pattern has no direction, or does not vary, where the dissimilarity needs it
     */
    double[][] matrix(double[][] patterns, List<String> names) {
        double[][] matrix = new double[patterns.length][patterns.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < i; j++) {
                matrix[i][j] = between(patterns[i], patterns[j]);
                boolean told = Double.isFinite(matrix[i][j]);
                Require.that(
                        told,
                        "pattern",
                        told
                                ? ""
                                : "without " + (this == COSINE ? "activity" : "variation") + " in " + names.get(i)
                                        + " or " + names.get(j),
                        "activity that differs, or dissimilarity euclidean");
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private double between(double[] a, double[] b) {
        return switch (this) {
            case CORRELATION -> varies(a) && varies(b) ? 1 - Samples.correlation(a, b) : Double.NaN;
            case EUCLIDEAN -> distance(a, b);
            case COSINE -> 1 - dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
        };
    }

    /** Tells whether numbers differ by more than the rounding of their mean. */
    private static boolean varies(double[] pattern) {
        double mean = Samples.mean(pattern);
        double largest = 0;
        double farthest = 0;
        for (double value : pattern) {
            largest = Math.max(largest, Math.abs(value));
            farthest = Math.max(farthest, Math.abs(value - mean));
        }
        return farthest > ROUNDING * largest;
    }

    private static double distance(double[] a, double[] b) {
        double squares = 0;
        for (int i = 0; i < a.length; i++) {
            squares += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(squares);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
