// SPDX-License-Identifier: Apache-2.0
package betz.math;

import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Thin singular value decomposition: a = U diag(s) Vᵀ.
 *
 * <p>Signs of the vectors are arbitrary, but the same on every machine.
 */
public final class Svd {
    /** A singular value below this share of the largest, times the larger side, is rounding. */
    private static final double ROUNDING = Math.ulp(1.0);

    private final double[][] u;
    private final double[] s;
    private final double[][] v;
    private final int rank;

    private Svd(double[][] u, double[] s, double[][] v, int rank) {
        this.u = u;
        this.s = s;
        this.v = v;
        this.rank = rank;
    }

    /** Decomposes a matrix, [row][column]. Not modified. */
    public static Svd of(double[][] a) {
        var found = new SingularValueDecomposition(Matrices.wrap(Overflow.refused(a)));
        double[] s = found.getSingularValues();
        double least = s[0] * ROUNDING * Math.max(a.length, a[0].length);
        int rank = 0;
        while (rank < s.length && s[rank] > least) {
            rank++;
        }
        return new Svd(found.getU().getData(), s, found.getV().getData(), rank);
    }

    /** Returns the left vectors as columns, [row][value]; not a copy. */
    public double[][] u() {
        return u;
    }

    /** Returns the singular values, the largest first; not a copy. */
    public double[] s() {
        return s;
    }

    /** Returns the right vectors as columns, [column][value]; not a copy. */
    public double[][] v() {
        return v;
    }

    /** Returns how many singular values are more than rounding. */
    public int rank() {
        return rank;
    }

    /** Returns the x of least norm that makes |a x − b|² least, [column][column of b]. */
    public double[][] solve(double[][] b) {
        double[][] x = Matrices.product(Matrices.transposed(u), b);
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x[i].length; j++) {
                x[i][j] = i < rank ? x[i][j] / s[i] : 0;
            }
        }
        return Matrices.product(v, x);
    }
}
