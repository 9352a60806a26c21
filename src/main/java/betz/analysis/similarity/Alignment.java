// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;

/**
 * The rotation, with or without reflection, that brings one set of samples closest to another: orthogonal Procrustes.
 *
 * <p>R = U Vᵀ with U S Vᵀ the decomposition of aᵀb, so that |a R − b| is least; the sum of S tells how well they agree
 * (Schönemann 1966, doi:10.1007/BF02289451). The narrower side gets columns of zeros.
 */
final class Alignment {
    private final double[][] rotation;
    private final double[][] turned;
    private final double nuclear;
    private final double[] singular;
    private final double cosine;
    private final double angle;

    private Alignment(double[][] a, double[][] b, Svd cross) {
        rotation = Matrices.product(cross.u(), Matrices.transposed(cross.v()));
        turned = Matrices.product(b, Matrices.transposed(rotation));
        singular = cross.s();
        double sum = 0;
        for (double s : singular) {
            sum += s;
        }
        nuclear = sum;
        double sizeA = Math.sqrt(Matrices.squares(a));
        double sizeB = Math.sqrt(Matrices.squares(b));
        cosine = Math.min(1, nuclear / (sizeA * sizeB));
        double chord = Math.sqrt(Matrices.squares(Matrices.sum(scaled(a, 1 / sizeA), -1 / sizeB, turned)));
        angle = 2 * StrictMath.asin(Math.min(1, chord / 2)); // exact for small angles, which acos is not
    }

    /**
     * Finds the rotation.
     *
     * @param a [sample][dimension], usually less its mean. Not modified.
     * @param b [sample][dimension], of as many samples. Not modified.
     * @throws betz.common.BadSetting if either is zero
     */
    static Alignment of(double[][] a, double[][] b) {
        Require.length("samples of the other", b.length, a.length);
        Leading.needVariation(Math.min(Matrices.squares(a), Matrices.squares(b)));
        int width = Math.max(a[0].length, b[0].length);
        double[][] wideA = Matrices.columns(a, width);
        double[][] wideB = Matrices.columns(b, width);
        return new Alignment(wideA, wideB, Svd.of(Matrices.product(Matrices.transposed(wideA), wideB)));
    }

    private static double[][] scaled(double[][] a, double factor) {
        return Matrices.sum(a, factor - 1, a);
    }

    /** Returns R, [dimension of a][dimension of b], both as many as the wider side has; not a copy. */
    double[][] rotation() {
        return rotation;
    }

    /** Returns b Rᵀ, which is closest to a, [sample][dimension]; not a copy. */
    double[][] turned() {
        return turned;
    }

    /** Returns the singular values of aᵀb, the largest first; not a copy. */
    double[] singular() {
        return singular;
    }

    /** Returns the sum of the singular values of aᵀb. */
    double nuclear() {
        return nuclear;
    }

    /** Returns that sum over |a| |b|, from 0 to 1. */
    double cosine() {
        return cosine;
    }

    /** Returns the angle between a and b Rᵀ as vectors of all their numbers, rad. */
    double angle() {
        return angle;
    }
}
