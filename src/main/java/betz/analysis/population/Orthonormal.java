// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;

/** Orthonormal columns that span what others span. */
final class Orthonormal {
    private Orthonormal() {}

    /**
     * Returns orthonormal columns of which the first k span what the first k columns span, by Gram and Schmidt's way
     * gone twice.
     *
     * @param columns [row][column], linearly independent. Not modified.
     */
    static double[][] of(double[][] columns) {
        double[][] done = Matrices.transposed(columns);
        for (int i = 0; i < done.length; i++) {
            double[] vector = done[i];
            for (int pass = 0; pass < 2; pass++) { // rounding of the first is large where columns are nearly parallel
                for (int j = 0; j < i; j++) {
                    add(vector, -dot(vector, done[j]), done[j]);
                }
            }
            double length = Math.sqrt(dot(vector, vector));
            for (int k = 0; k < vector.length; k++) {
                vector[k] /= length;
            }
        }
        return Matrices.transposed(done);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double factor, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * vector[i];
        }
    }
}
