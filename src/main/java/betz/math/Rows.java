// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * Rows that factors are multiplied by, [m][k], copied so that the kernels' innermost loop reads them in order: six rows side by
 * side for every k.
 *
 * <p>Elements that were never set are zero.
 */
public final class Rows {
    /** Rows that lie side by side. */
    static final int TILE = 6;

    /** [tile][k][row in the tile]. */
    final float[] a;

    private final int number;
    private final int inner;

    /** Lays out so many rows of so many elements. */
    public Rows(int number, int inner) {
        this.number = number;
        this.inner = inner;
        a = new float[(number + TILE - 1) / TILE * TILE * inner];
    }

    /** Returns the place of an element; that of the next k is {@link #TILE} further. */
    int place(int m, int k) {
        return (m / TILE * inner + k) * TILE + m % TILE;
    }

    /**
     * Sets {@code count} elements of every row, from k on.
     *
     * @param from those of row m begin at {@code at + m·stride}. Not modified.
     */
    public void set(int k, float[] from, int at, int stride, int count) {
        int m = 0;
        for (; m + TILE <= number; m += TILE) {
            int row = at + m * stride;
            int place = place(m, k);
            for (int i = row; i < row + count; i++, place += TILE) {
                a[place] = from[i];
                a[place + 1] = from[i + stride];
                a[place + 2] = from[i + 2 * stride];
                a[place + 3] = from[i + 3 * stride];
                a[place + 4] = from[i + 4 * stride];
                a[place + 5] = from[i + 5 * stride];
            }
        }
        for (; m < number; m++) {
            int row = at + m * stride;
            int place = place(m, k);
            for (int i = row; i < row + count; i++, place += TILE) {
                a[place] = from[i];
            }
        }
    }

    /** Sets element k of all rows. */
    public void setColumn(int k, float[] from, int at) {
        int m = 0;
        int place = k * TILE;
        for (; m + TILE <= number; m += TILE, place += inner * TILE) {
            int i = at + m;
            a[place] = from[i];
            a[place + 1] = from[i + 1];
            a[place + 2] = from[i + 2];
            a[place + 3] = from[i + 3];
            a[place + 4] = from[i + 4];
            a[place + 5] = from[i + 5];
        }
        for (; m < number; m++, place++) {
            a[place] = from[at + m];
        }
    }

    /** Sets element k of all rows to one value. */
    public void fillColumn(int k, float value) {
        for (int m = 0; m < number; m++) {
            a[place(m, k)] = value;
        }
    }
}
