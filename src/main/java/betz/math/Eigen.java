// SPDX-License-Identifier: Apache-2.0
package betz.math;

import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Eigenvalues and, as columns, eigenvectors of a square matrix. */
public final class Eigen {
    private final double[] real;
    private final double[] imaginary;
    private final double[][] vectors;

    private Eigen(double[] real, double[] imaginary, double[][] vectors) {
        this.real = real;
        this.imaginary = imaginary;
        this.vectors = vectors;
    }

    /** Decomposes a symmetric matrix, of which the lower half counts; the greatest value comes first, the vectors are orthonormal. */
    public static Eigen symmetric(double[][] a) {
        double[][] even = Matrices.copy(a);
        for (int i = 0; i < even.length; i++) {
            for (int j = 0; j < i; j++) {
                even[j][i] = even[i][j]; // rounding must not make it look unsymmetric
            }
        }
        var found = new EigenDecomposition(Matrices.wrap(Overflow.refused(even)));
        return sorted(found, i -> -found.getRealEigenvalue(i));
    }

    /**
     * Decomposes any square matrix; the value of greatest modulus comes first, and of a conjugate pair the one with the positive
     * imaginary part, next to the other.
     *
     * <p>The two columns of a pair are the real and the imaginary part of the vector of its first value.
     */
    public static Eigen general(double[][] a) {
        var found = new EigenDecomposition(Matrices.wrap(Overflow.refused(a)));
        return sorted(
                found,
                i -> -Math.hypot(
                        found.getRealEigenvalue(i), Math.abs(found.getImagEigenvalue(i)))); // stable: pairs stay
    }

    private static Eigen sorted(EigenDecomposition found, IntToDoubleFunction key) {
        double[][] columns = found.getV().getData();
        int[] order = IntStream.range(0, columns.length)
                .boxed()
                .sorted(Comparator.comparingDouble(key::applyAsDouble))
                .mapToInt(Integer::intValue)
                .toArray();
        double[][] vectors = new double[columns.length][order.length];
        for (int i = 0; i < vectors.length; i++) {
            for (int j = 0; j < order.length; j++) {
                vectors[i][j] = columns[i][order[j]];
            }
        }
        return new Eigen(
                IntStream.of(order).mapToDouble(found::getRealEigenvalue).toArray(),
                IntStream.of(order).mapToDouble(found::getImagEigenvalue).toArray(),
                vectors);
    }

    /** Returns the values' real parts; not a copy. */
    public double[] real() {
        return real;
    }

    /** Returns the values' imaginary parts, 0 for a symmetric matrix; not a copy. */
    public double[] imaginary() {
        return imaginary;
    }

    /** Returns the vectors as columns, [row][value]; not a copy. */
    public double[][] vectors() {
        return vectors;
    }
}
