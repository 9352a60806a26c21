// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.math.Matrices;

/** A side of the array [condition][time][unit], and how things vary together along it. */
public enum Margin {
    /** Conditions: how alike they are over all times and units. */
    CONDITION,
    /** Times: how smooth courses are. */
    TIME,
    /** Units: which of them do the same. */
    UNIT;

    /** Returns the array as a matrix with a row for each place along this side; a copy. */
    double[][] unfolded(double[][][] x) {
        int[] size = {x.length, x[0].length, x[0][0].length};
        double[][] rows = new double[size[ordinal()]][size[0] * size[1] * size[2] / size[ordinal()]];
        for (int c = 0; c < size[0]; c++) {
            for (int t = 0; t < size[1]; t++) {
                for (int n = 0; n < size[2]; n++) {
                    rows[row(c, t, n)][column(c, t, n, size)] = x[c][t][n];
                }
            }
        }
        return rows;
    }

    /** Returns the array with q times each of its columns along this side, which is then as long as q has rows. */
    double[][][] turned(double[][][] x, double[][] q) {
        double[][] rows = Matrices.product(q, unfolded(x));
        int[] size = {x.length, x[0].length, x[0][0].length};
        size[ordinal()] = q.length;
        double[][][] turned = new double[size[0]][size[1]][size[2]];
        for (int c = 0; c < size[0]; c++) {
            for (int t = 0; t < size[1]; t++) {
                for (int n = 0; n < size[2]; n++) {
                    turned[c][t][n] = rows[row(c, t, n)][column(c, t, n, size)];
                }
            }
        }
        return turned;
    }

    /** Returns Σ x xᵀ over the array's columns along this side: a covariance that is not divided by anything. */
    double[][] covariance(double[][][] x) {
        double[][] rows = unfolded(x);
        return Matrices.product(rows, Matrices.transposed(rows));
    }

    private int row(int c, int t, int n) {
        return switch (this) {
            case CONDITION -> c;
            case TIME -> t;
            case UNIT -> n;
        };
    }

    private int column(int c, int t, int n, int... size) {
        return switch (this) {
            case CONDITION -> t * size[2] + n;
            case TIME -> c * size[2] + n;
            case UNIT -> c * size[1] + t;
        };
    }
}
