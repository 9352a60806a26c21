// SPDX-License-Identifier: Apache-2.0
package betz.math;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * A factor in panels of two vectors' width, over which tiles of 6 rows of the result are summed in registers.
 *
 * <p>Twelve sums at a time keep both multiply-add units busy (each takes 4 cycles, two begin in every cycle), and leave room
 * in 16 registers for the two vectors of b and one broadcast element of a. What six rows leave over goes by four, by two, and
 * alone. The loop is over the place in b, and the place in a runs beside it, since compilers otherwise unroll it and run out of
 * registers, which halves its speed. Must only be touched where the module jdk.incubator.vector is there.
 */
final class VectorFactor implements Factor {
    /** The widest that the machine prefers, but two at a time within {@link Products#ALIGNMENT}. */
    private static final VectorSpecies<Float> SPECIES = 2 * FloatVector.SPECIES_PREFERRED.length() <= Products.ALIGNMENT
            ? FloatVector.SPECIES_PREFERRED
            : FloatVector.SPECIES_512;

    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;

    /** Makes them. */
    static final Products PRODUCTS = new Products() {
        @Override
        public String name() {
            return "vector " + SPECIES.vectorBitSize() + " bit";
        }

        @Override
        public Factor factor(int rows, int columns) {
            return new VectorFactor(rows, columns);
        }

        @Override
        public double exhaust(int rounds) {
            return VectorPeak.run(rounds) == 0 ? 0 : (double) rounds * VectorPeak.OPERATIONS;
        }
    };

    private final int rows;
    private final int panels;
    /** [panel][k][column in the panel]. */
    private final float[] b;

    private VectorFactor(int rows, int columns) {
        this.rows = rows;
        panels = (columns + WIDTH - 1) / WIDTH;
        b = new float[panels * rows * WIDTH];
    }

    @Override
    public void setRow(int k, int n, float[] from, int at, int count) {
        int done = 0;
        while (done < count) {
            int column = (n + done) % WIDTH;
            int some = Math.min(WIDTH - column, count - done);
            System.arraycopy(from, at + done, b, place(k, n + done), some);
            done += some;
        }
    }

    @Override
    public void setColumn(int n, int k, float[] from, int at, int count) {
        int place = place(k, n);
        for (int i = 0; i < count; i++) {
            b[place + i * WIDTH] = from[at + i];
        }
    }

    private int place(int k, int n) {
        return (n / WIDTH * rows + k) * WIDTH + n % WIDTH;
    }

    @Override
    public void multiply(Rows a, int rows, int first, int inner, float[] c, int cStride) {
        for (int panel = 0; panel < panels; panel++) {
            int from = panel * this.rows * WIDTH;
            int to = panel * WIDTH;
            int m = 0;
            for (; m + Rows.TILE <= rows; m += Rows.TILE) {
                six(from, inner, a.a, a.place(m, first), c, to + m * cStride, cStride);
            }
            int left = rows - m;
            if (left >= 4) {
                four(from, inner, a.a, a.place(m, first), c, to + m * cStride, cStride);
                m += 4;
                left -= 4;
            }
            if (left >= 2) {
                two(from, inner, a.a, a.place(m, first), c, to + m * cStride, cStride);
                m += 2;
                left -= 2;
            }
            if (left > 0) {
                one(from, inner, a.a, a.place(m, first), c, to + m * cStride);
            }
        }
    }

    /** Adds to 6 rows of c, whose places are c0 to c5; x is the first and y the second vector of each. */
    private void six(int from, int inner, float[] a, int a0, float[] c, int c0, int cStride) {
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int c4 = c3 + cStride;
        int c5 = c4 + cStride;
        FloatVector x0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector x1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector y2 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector y3 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        FloatVector x4 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector y4 = FloatVector.fromArray(SPECIES, c, c4 + LANES);
        FloatVector x5 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector y5 = FloatVector.fromArray(SPECIES, c, c5 + LANES);
        int i = a0;
        for (int at = from; at < from + inner * WIDTH; at += WIDTH, i += Rows.TILE) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector s = FloatVector.broadcast(SPECIES, a[i]);
            x0 = s.fma(u, x0);
            y0 = s.fma(v, y0);
            s = FloatVector.broadcast(SPECIES, a[i + 1]);
            x1 = s.fma(u, x1);
            y1 = s.fma(v, y1);
            s = FloatVector.broadcast(SPECIES, a[i + 2]);
            x2 = s.fma(u, x2);
            y2 = s.fma(v, y2);
            s = FloatVector.broadcast(SPECIES, a[i + 3]);
            x3 = s.fma(u, x3);
            y3 = s.fma(v, y3);
            s = FloatVector.broadcast(SPECIES, a[i + 4]);
            x4 = s.fma(u, x4);
            y4 = s.fma(v, y4);
            s = FloatVector.broadcast(SPECIES, a[i + 5]);
            x5 = s.fma(u, x5);
            y5 = s.fma(v, y5);
        }
        x0.intoArray(c, c0);
        y0.intoArray(c, c0 + LANES);
        x1.intoArray(c, c1);
        y1.intoArray(c, c1 + LANES);
        x2.intoArray(c, c2);
        y2.intoArray(c, c2 + LANES);
        x3.intoArray(c, c3);
        y3.intoArray(c, c3 + LANES);
        x4.intoArray(c, c4);
        y4.intoArray(c, c4 + LANES);
        x5.intoArray(c, c5);
        y5.intoArray(c, c5 + LANES);
    }

    private void four(int from, int inner, float[] a, int a0, float[] c, int c0, int cStride) {
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        FloatVector x0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector x1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector x2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector y2 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector x3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector y3 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        int i = a0;
        for (int at = from; at < from + inner * WIDTH; at += WIDTH, i += Rows.TILE) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector s = FloatVector.broadcast(SPECIES, a[i]);
            x0 = s.fma(u, x0);
            y0 = s.fma(v, y0);
            s = FloatVector.broadcast(SPECIES, a[i + 1]);
            x1 = s.fma(u, x1);
            y1 = s.fma(v, y1);
            s = FloatVector.broadcast(SPECIES, a[i + 2]);
            x2 = s.fma(u, x2);
            y2 = s.fma(v, y2);
            s = FloatVector.broadcast(SPECIES, a[i + 3]);
            x3 = s.fma(u, x3);
            y3 = s.fma(v, y3);
        }
        x0.intoArray(c, c0);
        y0.intoArray(c, c0 + LANES);
        x1.intoArray(c, c1);
        y1.intoArray(c, c1 + LANES);
        x2.intoArray(c, c2);
        y2.intoArray(c, c2 + LANES);
        x3.intoArray(c, c3);
        y3.intoArray(c, c3 + LANES);
    }

    private void two(int from, int inner, float[] a, int a0, float[] c, int c0, int cStride) {
        int c1 = c0 + cStride;
        FloatVector x0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector x1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector y1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        int i = a0;
        for (int at = from; at < from + inner * WIDTH; at += WIDTH, i += Rows.TILE) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector s = FloatVector.broadcast(SPECIES, a[i]);
            x0 = s.fma(u, x0);
            y0 = s.fma(v, y0);
            s = FloatVector.broadcast(SPECIES, a[i + 1]);
            x1 = s.fma(u, x1);
            y1 = s.fma(v, y1);
        }
        x0.intoArray(c, c0);
        y0.intoArray(c, c0 + LANES);
        x1.intoArray(c, c1);
        y1.intoArray(c, c1 + LANES);
    }

    private void one(int from, int inner, float[] a, int a0, float[] c, int c0) {
        FloatVector x0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector y0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        int i = a0;
        for (int at = from; at < from + inner * WIDTH; at += WIDTH, i += Rows.TILE) {
            FloatVector u = FloatVector.fromArray(SPECIES, b, at);
            FloatVector v = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector s = FloatVector.broadcast(SPECIES, a[i]);
            x0 = s.fma(u, x0);
            y0 = s.fma(v, y0);
        }
        x0.intoArray(c, c0);
        y0.intoArray(c, c0 + LANES);
    }
}
