// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.Samples;
import betz.common.RandomStream;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Spearman's correlation of the entries of two symmetric matrices, with chance told by reordering one of them (Mantel
 * 1967).
 */
final class RankCorrelation {
    private RankCorrelation() {}

    /** Returns the entries above the diagonal, row after row. */
    static double[] entries(double[][] matrix) {
        double[] entries = new double[matrix.length * (matrix.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = i + 1; j < matrix.length; j++) {
                entries[next++] = matrix[i][j];
            }
        }
        return entries;
    }

    /** Returns the place of each value among all, from 1; equal values share the mean of their places. */
    static double[] ranks(double[] values) {
        int[] order = IntStream.range(0, values.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] ranks = new double[values.length];
        int first = 0;
        while (first < order.length) {
            int end = first + 1;
            while (end < order.length && values[order[end]] == values[order[first]]) {
                end++;
            }
            for (int i = first; i < end; i++) {
                ranks[order[i]] = (first + 1 + end) / 2.0;
            }
            first = end;
        }
        return ranks;
    }

    /** Returns Spearman's correlation; NaN if all values of either are equal. */
    static double spearman(double[] a, double[] b) {
        return Samples.correlation(ranks(a), ranks(b));
    }

    /**
     * Returns how likely entries correlate at least so well when the order of one matrix's rows and columns is by
     * chance: (1 + count) / (1 + permutations).
     *
     * @param a symmetric, [item][item]. Not modified.
     * @param b symmetric, [item][item]. Not modified.
     */
    static double chance(double[][] a, double[][] b, int permutations, RandomStream random) {
        double[] fixed = ranks(entries(a));
        double[][] ranked = symmetric(ranks(entries(b)), b.length);
        double found = Samples.correlation(fixed, entries(ranked));
        int[] order = IntStream.range(0, b.length).toArray();
        int count = 0;
        for (int i = 0; i < permutations; i++) {
            shuffle(order, random);
            // equal but for the order of sums where the order happens to leave all as it is
            count += Samples.correlation(fixed, entries(reordered(ranked, order))) >= found - 1e-12 ? 1 : 0;
        }
        return (1.0 + count) / (1.0 + permutations);
    }

    private static double[][] symmetric(double[] entries, int size) {
        double[][] matrix = new double[size][size];
        int next = 0;
        for (int i = 0; i < size; i++) {
            for (int j = i + 1; j < size; j++) {
                matrix[i][j] = entries[next];
                matrix[j][i] = entries[next++];
            }
        }
        return matrix;
    }

    private static double[][] reordered(double[][] matrix, int[] order) {
        double[][] other = new double[order.length][order.length];
        for (int i = 0; i < order.length; i++) {
            for (int j = 0; j < order.length; j++) {
                other[i][j] = matrix[order[i]][order[j]];
            }
        }
        return other;
    }

    private static void shuffle(int[] order, RandomStream random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
