// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.analysis.Samples;
import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;

/**
 * How many components have more variance than units would give that have nothing to do with each other: the samples of each unit
 * are put in another order, independently of the other units.
 *
 * @see <a href="https://doi.org/10.1007/BF02289447">Horn (1965)</a>; orders in the place of normal deviates:
 *     <a href="https://doi.org/10.1207/s15327906mbr2704_2">Buja &amp; Eyuboglu (1992)</a>
 */
final class ParallelAnalysis {
    private final double[] thresholds;
    private final int dimensions;

    private ParallelAnalysis(double[] thresholds, int dimensions) {
        this.thresholds = thresholds;
        this.dimensions = dimensions;
    }

    /**
     * Compares variances with those of permuted samples.
     *
     * @param rows [sample][unit]. Not modified.
     * @param variances of their components, the largest first
     * @param permutations how often samples are permuted
     * @param level share of the permutations that a component must exceed
     */
    static ParallelAnalysis of(double[][] rows, double[] variances, int permutations, double level, long seed) {
        double[][] columns = Matrices.transposed(Matrices.centred(rows, Matrices.means(rows)));
        double[][] chance = new double[variances.length][permutations];
        for (int draw = 0; draw < permutations; draw++) {
            var random = RandomStream.of(seed, "parallel analysis", draw);
            for (double[] column : columns) {
                shuffle(column, random);
            }
            double[] drawn = variances(columns);
            for (int i = 0; i < variances.length; i++) {
                chance[i][draw] = drawn[i];
            }
        }
        double[] thresholds = new double[variances.length];
        java.util.Arrays.setAll(thresholds, i -> Samples.quantile(chance[i], level));
        int dimensions = 0;
        while (dimensions < variances.length && variances[dimensions] > thresholds[dimensions]) {
            dimensions++;
        }
        return new ParallelAnalysis(thresholds, dimensions);
    }

    private static void shuffle(double[] column, RandomStream random) {
        for (int i = column.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            double swapped = column[i];
            column[i] = column[other];
            column[other] = swapped;
        }
    }

    /** Returns the variances along the components of centred columns, [unit][sample], from the smaller Gram matrix. */
    private static double[] variances(double[][] columns) {
        int samples = columns[0].length;
        double[][] rows = samples < columns.length ? Matrices.transposed(columns) : columns;
        double[][] gram = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j <= i; j++) { // the lower half is what counts
                gram[i][j] = dot(rows[i], rows[j]);
            }
        }
        return java.util.Arrays.stream(Eigen.symmetric(gram).real())
                .map(value -> value / (samples - 1))
                .toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Returns the variance that each component must exceed, [component]; not a copy. */
    double[] thresholds() {
        return thresholds;
    }

    /** Returns how many of the first components exceed theirs. */
    int dimensions() {
        return dimensions;
    }
}
