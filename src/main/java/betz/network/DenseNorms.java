// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/** Squared norms of rows or columns of weights that are a block of their own. */
final class DenseNorms implements SquaredNorms {
    private final int offset; // of W, [row][column]
    private final SlopeSide side;
    private final int units;

    DenseNorms(int offset, SlopeSide side, int units) {
        this.offset = offset;
        this.side = side;
        this.units = units;
    }

    @Override
    public void compute(float[] weights, double[] norm) {
        Arrays.fill(norm, 0);
        for (int row = 0; row < units; row++) {
            for (int column = 0; column < units; column++) {
                double weight = weights[offset + row * units + column];
                norm[side.unit(row, column)] += weight * weight;
            }
        }
    }

    @Override
    public void back(float[] weights, double[] ofNorm, double[] gradient) {
        for (int row = 0; row < units; row++) {
            for (int column = 0; column < units; column++) {
                int at = offset + row * units + column;
                gradient[at] += 2 * ofNorm[side.unit(row, column)] * weights[at];
            }
        }
    }
}
