// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * A factor whose rows are separate arrays, which the compiler turns into vector instructions by itself.
 *
 * <p>Each pass takes 4 rows of the result and 2 terms of the sum. The loops are over separate arrays and begin at 0, or the
 * compiler would not see that they do not overlap; so rows of the result are copied in and out.
 */
final class PlainFactor implements Factor {
    /** Makes them. */
    static final Products PRODUCTS = new Products() {
        @Override
        public String name() {
            return "plain";
        }

        @Override
        public Factor factor(int rows, int columns) {
            return new PlainFactor(rows, columns);
        }
    };

    private static final int TILE = 4;

    private final float[][] b;
    private final float[][] c;

    private PlainFactor(int rows, int columns) {
        b = new float[rows][columns];
        c = new float[TILE][columns];
    }

    @Override
    public void setRow(int k, int n, float[] from, int at, int count) {
        System.arraycopy(from, at, b[k], n, count);
    }

    @Override
    public void setColumn(int n, int k, float[] from, int at, int count) {
        for (int i = 0; i < count; i++) {
            b[k + i][n] = from[at + i];
        }
    }

    @Override
    public void multiply(Rows a, int rows, int first, int inner, float[] result, int stride) {
        int columns = c[0].length;
        for (int m = 0; m < rows; m += TILE) {
            int some = Math.min(TILE, rows - m);
            for (int i = 0; i < some; i++) {
                System.arraycopy(result, (m + i) * stride, c[i], 0, columns);
            }
            if (some == TILE) {
                four(
                        a.a,
                        a.place(m, first),
                        a.place(m + 1, first),
                        a.place(m + 2, first),
                        a.place(m + 3, first),
                        inner);
            } else {
                for (int i = 0; i < some; i++) {
                    one(a.a, a.place(m + i, first), c[i], inner);
                }
            }
            for (int i = 0; i < some; i++) {
                System.arraycopy(c[i], 0, result, (m + i) * stride, columns);
            }
        }
    }

    /** Adds to four rows; their elements of a begin at a0 to a3. */
    private void four(float[] a, int a0, int a1, int a2, int a3, int inner) {
        int k = 0;
        int at = 0;
        for (; k + 2 <= inner; k += 2, at += 2 * Rows.TILE) {
            int next = at + Rows.TILE;
            four(
                    c[0],
                    c[1],
                    c[2],
                    c[3],
                    b[k],
                    b[k + 1],
                    a[a0 + at],
                    a[a1 + at],
                    a[a2 + at],
                    a[a3 + at],
                    a[a0 + next],
                    a[a1 + next],
                    a[a2 + next],
                    a[a3 + next]);
        }
        if (k < inner) {
            add(c[0], b[k], a[a0 + at]);
            add(c[1], b[k], a[a1 + at]);
            add(c[2], b[k], a[a2 + at]);
            add(c[3], b[k], a[a3 + at]);
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
        for (int n = 0; n < b.length; n++) {
            float x = b[n];
            float y = d[n];
            c0[n] = Math.fma(q0, y, Math.fma(p0, x, c0[n]));
            c1[n] = Math.fma(q1, y, Math.fma(p1, x, c1[n]));
            c2[n] = Math.fma(q2, y, Math.fma(p2, x, c2[n]));
            c3[n] = Math.fma(q3, y, Math.fma(p3, x, c3[n]));
        }
    }

    private void one(float[] a, int at, float[] c, int inner) {
        for (int k = 0; k < inner; k++) {
            add(c, b[k], a[at + k * Rows.TILE]);
        }
    }

    private static void add(float[] c, float[] b, float p) {
        for (int n = 0; n < b.length; n++) {
            c[n] = Math.fma(p, b[n], c[n]);
        }
    }
}
