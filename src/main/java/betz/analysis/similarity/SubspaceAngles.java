// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.common.RandomStream;
import betz.math.Matrices;
import betz.math.Svd;

/**
 * Angles between two subspaces: the least angle between a direction of each, then the least among directions orthogonal
 * to those, and so on.
 *
 * <p>Small angles come from sines, large ones from cosines, so that all are exact (Björck &amp; Golub 1973,
 * doi:10.1090/S0025-5718-1973-0348991-3).
 */
final class SubspaceAngles {
    private SubspaceAngles() {}

    /**
     * Returns the angles, rad, the smallest first, as many as the smaller subspace has dimensions.
     *
     * @param a orthonormal columns, [place][dimension]. Not modified.
     * @param b orthonormal columns, [place][dimension], of as many places. Not modified.
     */
    static double[] between(double[][] a, double[][] b) {
        if (a[0].length < b[0].length) {
            return between(b, a);
        }
        double[][] cross = Matrices.product(Matrices.transposed(a), b);
        double[] cosines = Svd.of(cross).s();
        double[] sines = Svd.of(Matrices.sum(b, -1, Matrices.product(a, cross))).s();
        double[] angles = new double[cosines.length];
        for (int i = 0; i < angles.length; i++) {
            double sine = Math.min(1, sines[angles.length - 1 - i]);
            angles[i] = cosines[i] * cosines[i] >= 0.5 ? StrictMath.asin(sine) : StrictMath.acos(cosines[i]);
        }
        return angles;
    }

    /** Returns the leading directions of rows, or of their columns, as orthonormal columns; all where there are fewer. */
    static double[][] basis(double[][] rows, boolean ofColumns, int most) {
        Svd svd = Svd.of(rows);
        Leading.needVariation(svd.s()[0]);
        return Matrices.columns(ofColumns ? svd.u() : svd.v(), Math.min(most, svd.rank()));
    }

    /** Returns orthonormal columns that span a subspace of which any is as likely, [place][dimension]. */
    static double[][] random(RandomStream random, int places, int dimensions) {
        double[][] columns = new double[dimensions][places]; // turned, so that columns are contiguous
        for (int i = 0; i < dimensions; i++) {
            for (int place = 0; place < places; place++) {
                columns[i][place] = random.nextGaussian();
            }
            for (int before = 0; before < i; before++) {
                add(columns[i], -dot(columns[i], columns[before]), columns[before]);
            }
            add(columns[i], 1 / Math.sqrt(dot(columns[i], columns[i])) - 1, columns[i]);
        }
        return Matrices.transposed(columns);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] sum, double factor, double[] term) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * term[i];
        }
    }
}
