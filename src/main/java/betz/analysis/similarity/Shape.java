// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.math.Matrices;
import betz.math.Svd;

/** The shape of a set of samples: what stays of it when it is moved, scaled and, in part or whole, whitened. */
final class Shape {
    private Shape() {}

    /**
     * Returns X (α I + (1 − α) (XᵀX)^(−1/2)) up to a rotation, where X is centred and of Frobenius norm 1.
     *
     * <p>With X = U S Vᵀ this is U (α S + (1 − α)) Vᵀ, and Vᵀ does not matter.
     *
     * @param rows [sample][dimension]. Not modified.
     * @param alpha 1 keeps the variances of dimensions, 0 makes them equal
     * @return [sample][dimension that varies]
     * @throws betz.common.BadSetting if nothing varies
     */
    static double[][] of(double[][] rows, double alpha) {
        double[][] centred = Leading.centred(rows);
        double size = Math.sqrt(Matrices.squares(centred));
        Svd svd = Svd.of(centred);
        double[][] shape = Matrices.columns(svd.u(), svd.rank());
        for (double[] row : shape) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= alpha * svd.s()[j] / size + 1 - alpha;
            }
        }
        return shape;
    }

    /** Returns the alignment of two shapes, whose {@link Alignment#angle} is the metric. */
    static Alignment between(double[][] a, double[][] b, double alpha) {
        return Alignment.of(of(a, alpha), of(b, alpha));
    }
}
