// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Draws initial weight matrices. */
final class Initial {
    private Initial() {}

    /** Fills a matrix with even draws from ±√(6/(rows + columns)). */
    static void glorot(double[] weights, int offset, int rows, int columns, RandomGenerator random) {
        double limit = Math.sqrt(6.0 / (rows + columns));
        for (int i = offset; i < offset + rows * columns; i++) {
            weights[i] = limit * (2 * random.nextDouble() - 1);
        }
    }

    /** Fills with Gaussian draws. */
    static void gaussian(double[] weights, int offset, int count, double deviation, RandomGenerator random) {
        for (int i = offset; i < offset + count; i++) {
            weights[i] = deviation * random.nextGaussian();
        }
    }

    /** Multiplies weights by a factor. */
    static void scale(double[] weights, int offset, int count, double factor) {
        for (int i = offset; i < offset + count; i++) {
            weights[i] *= factor;
        }
    }

    /**
     * Fills the recurrent weights of one gate: as the structure says, with only those connections that are there; those of low rank
     * with Gaussian draws of variance one.
     *
     * @param seed that connections are drawn from
     */
    static void recurrent(
            double[] weights, WeightLayout layout, Layer cell, int gate, long seed, RandomGenerator random) {
        int units = cell.units();
        if (cell.structure().connectivity() instanceof Connectivity.LowRank low) {
            int count = low.rank() * units;
            gaussian(weights, layout.block(WeightLayout.SPREAD).offset() + gate * count, count, 1, random);
            gaussian(weights, layout.block(WeightLayout.SUMS).offset() + gate * count, count, 1, random);
            return;
        }
        int offset = layout.block("weight_hh").offset() + gate * units * units;
        cell.structure().initial().fill(weights, offset, units, random);
        if (!(cell.structure().connectivity() instanceof Connectivity.Dense)
                || cell.structure().signs() instanceof Signs.Dale) {
            new Connections(cell.structure(), units, seed).thin(weights, offset);
        }
    }

    /** Fills the read-out: its weights by {@link #glorot}, its biases with one value. */
    static void readout(double[] weights, WeightLayout layout, double bias, RandomGenerator random) {
        WeightLayout.Block matrix = layout.block("readout.weight");
        glorot(weights, matrix.offset(), matrix.rows(), matrix.columns(), random);
        WeightLayout.Block biases = layout.block("readout.bias");
        Arrays.fill(weights, biases.offset(), biases.offset() + biases.size(), bias);
    }

    /** Fills a square matrix with orthonormal rows: Gaussian draws, each freed of the rows before it. */
    static void orthogonal(double[] weights, int offset, int size, RandomGenerator random) {
        for (int i = 0; i < size; i++) {
            int row = offset + i * size;
            for (int j = 0; j < size; j++) {
                weights[row + j] = random.nextGaussian();
            }
            // twice is enough for orthogonality to rounding (Giraud et al. 2005)
            for (int other = 0; other < 2 * i; other++) {
                int before = offset + (other % i) * size;
                add(weights, row, before, size, -dot(weights, row, before, size));
            }
            double scale = 1 / Math.sqrt(dot(weights, row, row, size));
            for (int j = 0; j < size; j++) {
                weights[row + j] *= scale;
            }
        }
    }

    private static void add(double[] x, int to, int from, int size, double factor) {
        for (int j = 0; j < size; j++) {
            x[to + j] += factor * x[from + j];
        }
    }

    private static double dot(double[] x, int a, int b, int size) {
        double sum = 0;
        for (int j = 0; j < size; j++) {
            sum += x[a + j] * x[b + j];
        }
        return sum;
    }
}
