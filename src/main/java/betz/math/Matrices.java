// SPDX-License-Identifier: Apache-2.0
package betz.math;

import betz.common.Require;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/** Small dense matrices, [row][column], in double precision: clear rather than fast. No argument is modified. */
public final class Matrices {
    private Matrices() {}

    /** Returns a b. */
    public static double[][] product(double[][] a, double[][] b) {
        Require.length("rows of the second factor", b.length, a[0].length);
        double[][] product = new double[a.length][b[0].length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                double factor = a[i][k];
                for (int j = 0; j < product[i].length; j++) {
                    product[i][j] += factor * b[k][j];
                }
            }
        }
        return product;
    }

    /** Returns aᵀ. */
    public static double[][] transposed(double[][] a) {
        double[][] turned = new double[a[0].length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < turned.length; j++) {
                turned[j][i] = a[i][j];
            }
        }
        return turned;
    }

    /** Returns a + factor b. */
    public static double[][] sum(double[][] a, double factor, double[][] b) {
        double[][] sum = copy(a);
        for (int i = 0; i < sum.length; i++) {
            for (int j = 0; j < sum[i].length; j++) {
                sum[i][j] += factor * b[i][j];
            }
        }
        return sum;
    }

    /** Returns the identity. */
    public static double[][] identity(int size) {
        double[][] identity = new double[size][size];
        for (int i = 0; i < size; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }

    /** Returns a deep copy. */
    public static double[][] copy(double[][] a) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return copy;
    }

    /** Returns the first columns. */
    public static double[][] columns(double[][] a, int count) {
        double[][] first = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            first[i] = java.util.Arrays.copyOf(a[i], count);
        }
        return first;
    }

    /** Returns one column. */
    public static double[] column(double[][] a, int column) {
        double[] values = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            values[i] = a[i][column];
        }
        return values;
    }

    /** Returns the mean of each column. */
    public static double[] means(double[][] a) {
        double[] means = new double[a[0].length];
        for (double[] row : a) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / a.length;
            }
        }
        return means;
    }

    /** Returns a with a row of means taken from each row. */
    public static double[][] centred(double[][] a, double[] means) {
        double[][] centred = copy(a);
        for (double[] row : centred) {
            for (int j = 0; j < row.length; j++) {
                row[j] -= means[j];
            }
        }
        return centred;
    }

    /** Returns the sum of all squares. */
    public static double squares(double[][] a) {
        double squares = 0;
        for (double[] row : a) {
            for (double value : row) {
                squares += value * value;
            }
        }
        return squares;
    }

    /** Returns the sum of the diagonal. */
    public static double trace(double[][] a) {
        double trace = 0;
        for (int i = 0; i < Math.min(a.length, a[0].length); i++) {
            trace += a[i][i];
        }
        return trace;
    }

    static RealMatrix wrap(double[][] a) {
        return new Array2DRowRealMatrix(a, true);
    }
}
