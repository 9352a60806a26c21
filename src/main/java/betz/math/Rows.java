// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * Products of matrices whose rows are separate arrays: 4 rows of the result times 2 terms of the sum in each pass.
 *
 * <p>Every element of the result is summed in the order of k by fused multiply-add, whatever its place. Rows of one
 * matrix have one length; where those of {@code b} and {@code c} differ, the columns that both have are computed.
 */
public final class Rows {
    /** Rows of b that stay in cache while all rows of c pass by. */
    private static final int BLOCK = 128;

    private Rows() {}

    /**
     * Adds {@code a·b} to {@code c}: c[m][n] += Σ a[m][k + shift]·b[k][n] over all rows k of b.
     *
     * @param a [row][k + shift]. Not modified.
     * @param shift first column of {@code a} that is used
     * @param b [k][column]. Not modified.
     * @param c [row][column]. Modified.
     */
    public static void multiply(float[][] a, int shift, float[][] b, float[][] c) {
        int m = 0;
        for (; m + 4 <= a.length; m += 4) {
            multiplyFour(a, m, shift, b, c);
        }
        for (; m < a.length; m++) {
            for (int k = 0; k < b.length; k++) {
                one(c[m], b[k], a[m][k + shift]);
            }
        }
    }

    private static void multiplyFour(float[][] a, int m, int shift, float[][] b, float[][] c) {
        float[] a0 = a[m];
        float[] a1 = a[m + 1];
        float[] a2 = a[m + 2];
        float[] a3 = a[m + 3];
        int k = 0;
        for (int i = shift; k + 2 <= b.length; k += 2, i += 2) {
            float[] b0 = b[k];
            float[] b1 = b[k + 1];
            four(
                    c[m], c[m + 1], c[m + 2], c[m + 3], b0, b1, a0[i], a1[i], a2[i], a3[i], a0[i + 1], a1[i + 1],
                    a2[i + 1], a3[i + 1]);
        }
        for (; k < b.length; k++) {
            one(c[m], b[k], a0[k + shift]);
            one(c[m + 1], b[k], a1[k + shift]);
            one(c[m + 2], b[k], a2[k + shift]);
            one(c[m + 3], b[k], a3[k + shift]);
        }
    }

    /**
     * Adds {@code aᵀ·b} to {@code c}: c[m][n] += Σ a[k][m + shift]·b[k][n] over all rows k, in blocks.
     *
     * @param a [k][row + shift]. Not modified.
     * @param shift first column of {@code a} that is used
     * @param b [k][column]. Not modified.
     * @param c [row][column]. Modified.
     */
    public static void multiplyTransposed(float[][] a, int shift, float[][] b, float[][] c) {
        for (int from = 0; from < b.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, b.length);
            int m = 0;
            for (; m + 4 <= c.length; m += 4) {
                transposedFour(a, m + shift, b, from, to, c[m], c[m + 1], c[m + 2], c[m + 3]);
            }
            for (; m < c.length; m++) {
                for (int k = from; k < to; k++) {
                    one(c[m], b[k], a[k][m + shift]);
                }
            }
        }
    }

    private static void transposedFour(
            float[][] a, int i, float[][] b, int from, int to, float[] c0, float[] c1, float[] c2, float[] c3) {
        int k = from;
        for (; k + 2 <= to; k += 2) {
            float[] p = a[k];
            float[] q = a[k + 1];
            four(
                    c0, c1, c2, c3, b[k], b[k + 1], p[i], p[i + 1], p[i + 2], p[i + 3], q[i], q[i + 1], q[i + 2],
                    q[i + 3]);
        }
        for (; k < to; k++) {
            one(c0, b[k], a[k][i]);
            one(c1, b[k], a[k][i + 1]);
            one(c2, b[k], a[k][i + 2]);
            one(c3, b[k], a[k][i + 3]);
        }
    }

    /** Adds {@code p_i·b + q_i·d} to row i of four. */
    private static void four(
            float[] c0,
            float[] c1,
            float[] c2,
            float[] c3,
            float[] b,
            float[] d,
            float p0,
            float p1,
            float p2,
            float p3,
            float q0,
            float q1,
            float q2,
            float q3) {
        int columns = Math.min(b.length, c0.length);
        for (int n = 0; n < columns; n++) {
            float x = b[n];
            float y = d[n];
            c0[n] = Math.fma(q0, y, Math.fma(p0, x, c0[n]));
            c1[n] = Math.fma(q1, y, Math.fma(p1, x, c1[n]));
            c2[n] = Math.fma(q2, y, Math.fma(p2, x, c2[n]));
            c3[n] = Math.fma(q3, y, Math.fma(p3, x, c3[n]));
        }
    }

    private static void one(float[] c, float[] b, float p) {
        int columns = Math.min(b.length, c.length);
        for (int n = 0; n < columns; n++) {
            c[n] = Math.fma(p, b[n], c[n]);
        }
    }
}
