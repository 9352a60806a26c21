// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * Sums of outer products of rows, {@code c[m][n] += Σ a[r][m]·b[r][n]} over rows r that lie in many arrays; one thread at a time.
 *
 * <p>Rows are taken in blocks that stay in cache. The columns of a block of a are turned into rows, once for every b that they
 * are multiplied by, whose block becomes a factor. The order of the sum is that of the rows.
 */
public final class OuterSum {
    /** Rows in a block: those that a factor must have. */
    public static final int BLOCK = 128;

    private final Rows turned; // [column][row in the block]
    private int first;
    private int rows;

    /** Lays out sums whose a has so many columns. */
    public OuterSum(int columns) {
        turned = new Rows(columns, BLOCK);
    }

    /**
     * Begins a block of rows of a; as many as there are, at most {@link #BLOCK}.
     *
     * @param first row of the block
     * @param end row after the last of all
     * @param a rows in order, [array][row·stride + column]; all arrays hold equally many rows. Not modified.
     * @param perArray rows in an array
     * @param stride of the rows
     */
    public void begin(int first, int end, float[][] a, int perArray, int stride) {
        this.first = first;
        rows = Math.min(BLOCK, end - first);
        for (int r = 0; r < rows; r++) {
            int row = first + r;
            turned.setColumn(r, a[row / perArray], row % perArray * stride);
        }
    }

    /**
     * Makes a factor of the same block of rows of b, for {@link #add}.
     *
     * @param b as a of {@link #begin}, of as many rows or more. Not modified.
     * @param columns of b
     * @param factor of {@link #BLOCK} rows. Modified.
     */
    public void take(float[][] b, int perArray, int stride, int columns, Factor factor) {
        for (int r = 0; r < rows; r++) {
            int row = first + r;
            factor.setRow(r, 0, b[row / perArray], row % perArray * stride, columns);
        }
    }

    /**
     * Adds the outer products of a block to the first rows of c.
     *
     * @param columns of a that count
     * @param c [m][n], row m begins at {@code m·cStride}. Modified.
     */
    public void add(Factor factor, int columns, float[] c, int cStride) {
        factor.multiply(turned, columns, 0, rows, c, cStride);
    }
}
