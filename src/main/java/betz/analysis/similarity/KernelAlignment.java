// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.common.Require;
import betz.math.Matrices;

/**
 * Linear centred kernel alignment, from the columns rather than from all pairs of samples.
 *
 * <p>{@code |XᵀY|² / (|XᵀX| |YᵀY|)} with X and Y less their means. Each square estimates a dependence that is larger
 * the more columns there are; the debiased form takes out of each what independent columns would give (Song et al.
 * 2012; from columns {@code |XᵀY|² − n/(n−2) Σᵢ |xᵢ|²|yᵢ|² + |X|²|Y|²/((n−1)(n−2))}).
 */
final class KernelAlignment {
    private KernelAlignment() {}

    /**
     * Returns the alignment, from 0 to 1; debiased, it may be a little below 0.
     *
     * @param x [sample][column]. Not modified.
     * @param y [sample][column], of as many samples. Not modified.
     * @throws betz.common.BadSetting if either does not vary, or not enough for its bias to be taken out
     */
    static double of(double[][] x, double[][] y, boolean debiased) {
        Require.length("samples of the other", y.length, x.length);
        Require.count("samples", x.length, debiased ? 4 : 2, Integer.MAX_VALUE);
        double[][] ours = Leading.centred(x);
        double[][] theirs = Leading.centred(y);
        double own = dependence(ours, ours, debiased);
        double others = dependence(theirs, theirs, debiased);
        Require.that(
                own > 0 && others > 0,
                "debiased",
                "true of activity that varies no more between samples than within",
                "false, or more samples");
        return dependence(ours, theirs, debiased) / Math.sqrt(own * others);
    }

    private static double dependence(double[][] x, double[][] y, boolean debiased) {
        double square = Matrices.squares(Matrices.product(Matrices.transposed(x), y));
        if (!debiased) {
            return square;
        }
        double n = x.length;
        double same = 0;
        for (int i = 0; i < x.length; i++) {
            same += size(x[i]) * size(y[i]);
        }
        return square - n / (n - 2) * same + Matrices.squares(x) * Matrices.squares(y) / ((n - 1) * (n - 2));
    }

    private static double size(double[] row) {
        double size = 0;
        for (double value : row) {
            size += value * value;
        }
        return size;
    }
}
