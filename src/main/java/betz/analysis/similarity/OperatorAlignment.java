// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;
import betz.math.Svd;

/**
 * The rotation of coordinates, with or without reflection, in which one linear operator comes closest to another: min
 * |A − C B Cᵀ| over orthogonal C.
 *
 * <p>There are several minima, so it is sought from several starts. One is exact where B is A in other coordinates:
 * eigenvectors of the symmetric parts, with signs from the antisymmetric ones. Each start goes down by {@link
 * TurnStep}.
 */
final class OperatorAlignment {
    private static final int MOST_STEPS = 500;

    /** Gains below this share of what is left end the way from one of several starts. */
    private static final double NEAR = 1e-6;

    /** And this the way from where the best of them ended. */
    private static final double THERE = 1e-15;

    /** Steps that the damping makes shorter than this lead nowhere. */
    private static final double MOST_DAMPING = 1e12;

    private final double[][] a;
    private final double[][] b;
    private double[][] rotation;
    private double least = Double.POSITIVE_INFINITY;

    private OperatorAlignment(double[][] a, double[][] b) {
        this.a = a;
        this.b = b;
        rotation = Matrices.identity(a.length);
    }

    /**
     * Finds the rotation.
     *
     * @param a [coordinate][coordinate]. Not modified.
     * @param b of the same size. Not modified.
     * @param starts random ones, beside that from eigenvectors
     * @param guesses orthogonal matrices to start from as well. Not modified.
     */
    static OperatorAlignment of(double[][] a, double[][] b, int starts, RandomStream random, double[][]... guesses) {
        var alignment = new OperatorAlignment(a, b);
        alignment.descend(alignment.fromEigenvectors(), NEAR);
        for (double[][] guess : guesses) {
            alignment.descend(guess, NEAR);
        }
        for (int start = 0; start < starts; start++) {
            alignment.descend(SubspaceAngles.random(random, a.length, a.length), NEAR);
        }
        alignment.descend(alignment.rotation, THERE);
        return alignment;
    }

    /** Returns C, [coordinate of a][coordinate of b]; not a copy. */
    double[][] rotation() {
        return rotation;
    }

    /** Returns |A − C B Cᵀ|, the root of the sum of squares. */
    double distance() {
        return Math.sqrt(least);
    }

    /** Returns the angle between A and C B Cᵀ as vectors of all their numbers, rad. */
    double angle() {
        double sizeA = Math.sqrt(Matrices.squares(a));
        double sizeB = Math.sqrt(Matrices.squares(b));
        double[][] unit = Matrices.sum(a, 1 / sizeA - 1, a);
        double chord = Math.sqrt(Matrices.squares(Matrices.sum(unit, -1 / sizeB, turned(rotation))));
        return 2 * StrictMath.asin(Math.min(1, chord / 2)); // exact for small angles, which acos is not
    }

    private double[][] turned(double[][] c) {
        return Matrices.product(Matrices.product(c, b), Matrices.transposed(c));
    }

    private double left(double[][] c) {
        return Matrices.squares(Matrices.sum(a, -1, turned(c)));
    }

    /** Goes down from a start, and keeps where it ends if that is the lowest so far. */
    private void descend(double[][] start, double still) {
        double[][] c = start;
        double left = left(c);
        double damping = 1e-3;
        var step = new TurnStep(a, turned(c));
        for (int i = 0; i < MOST_STEPS && damping < MOST_DAMPING; i++) {
            double[][] next = closest(Matrices.product(step.turn(damping), c));
            double reached = left(next);
            if (!(reached < left)) {
                damping *= 8;
                continue;
            }
            boolean end = left - reached <= still * left;
            c = next;
            left = reached;
            if (end) {
                break;
            }
            damping /= 8;
            step = new TurnStep(a, turned(c));
        }
        if (left <= least) {
            least = left;
            rotation = c;
        }
    }

    /** Returns the orthogonal matrix that is closest to one. */
    static double[][] closest(double[][] matrix) {
        Svd svd = Svd.of(matrix);
        return Matrices.product(svd.u(), Matrices.transposed(svd.v()));
    }

    /**
     * Matches eigenvectors of the symmetric parts in order; the antisymmetric parts tell the sign of each, relative to
     * the others.
     */
    private double[][] fromEigenvectors() {
        double[][] ours = Eigen.symmetric(part(a, 1)).vectors();
        double[][] theirs = Eigen.symmetric(part(b, 1)).vectors();
        double[][] agreements = inside(ours, part(a, -1));
        double[][] other = inside(theirs, part(b, -1));
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                agreements[i][j] *= other[i][j];
            }
        }
        double[] signs = Matrices.column(Eigen.symmetric(agreements).vectors(), 0);
        for (double[] row : ours) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= signs[j] < 0 ? -1 : 1;
            }
        }
        return Matrices.product(ours, Matrices.transposed(theirs));
    }

    private static double[][] part(double[][] matrix, int sign) {
        return Matrices.sum(matrix, sign, Matrices.transposed(matrix));
    }

    private static double[][] inside(double[][] axes, double[][] matrix) {
        return Matrices.product(Matrices.product(Matrices.transposed(axes), matrix), axes);
    }
}
