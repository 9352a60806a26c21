// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/**
 * Squared norms of rows or columns of weights of low rank, {@code W = M·N/units}.
 *
 * <p>With m a row of M and the thin matrix {@code G = N·Nᵀ/units²}, that of a row of W is {@code m·G·mᵀ}; columns are the rows of the
 * transpose, where N stands for M. W itself is never made.
 */
final class LowRankNorms implements SquaredNorms {
    private final LowRankState.Place place;
    private final SlopeSide side;
    private final int units;
    private final double[] product; // G, or the gradient over half of it, [sum][sum]

    LowRankNorms(LowRankState.Place place, SlopeSide side, int units) {
        this.place = place;
        this.side = side;
        this.units = units;
        product = new double[place.rank() * place.rank()];
    }

    /** Returns the place of an element of M, or of N for columns. */
    private int own(int unit, int sum) {
        return at(unit, sum, side == SlopeSide.ROWS);
    }

    /** Returns the place of an element of N, or of M for columns. */
    private int other(int unit, int sum) {
        return at(unit, sum, side == SlopeSide.COLUMNS);
    }

    private int at(int unit, int sum, boolean spread) {
        return spread ? place.spread() + unit * place.rank() + sum : place.sum() + sum * units + unit;
    }

    @Override
    public void compute(float[] weights, double[] norm) {
        multiply(weights);
        for (int unit = 0; unit < units; unit++) {
            norm[unit] = 0;
            for (int sum = 0; sum < place.rank(); sum++) {
                norm[unit] += weights[own(unit, sum)] * row(weights, unit, sum, true);
            }
        }
    }

    @Override
    public void back(float[] weights, double[] ofNorm, double[] gradient) {
        multiply(weights);
        for (int unit = 0; unit < units; unit++) {
            for (int sum = 0; sum < place.rank(); sum++) {
                gradient[own(unit, sum)] += 2 * ofNorm[unit] * row(weights, unit, sum, true);
            }
        }
        multiplyBack(weights, ofNorm);
        for (int unit = 0; unit < units; unit++) {
            for (int sum = 0; sum < place.rank(); sum++) {
                gradient[other(unit, sum)] += 2 * row(weights, unit, sum, false);
            }
        }
    }

    /** Makes G. */
    private void multiply(float[] weights) {
        Arrays.fill(product, 0);
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < product.length; i++) {
                double left = weights[other(unit, i / place.rank())];
                product[i] += left * weights[other(unit, i % place.rank())] / units / units;
            }
        }
    }

    /** Makes the gradient over G in its place, but for the factor that the square of the other matrix has. */
    private void multiplyBack(float[] weights, double[] ofNorm) {
        Arrays.fill(product, 0);
        for (int unit = 0; unit < units; unit++) {
            for (int i = 0; i < product.length; i++) {
                double left = weights[own(unit, i / place.rank())];
                product[i] += ofNorm[unit] * left * weights[own(unit, i % place.rank())] / units / units;
            }
        }
    }

    /** Returns an element of the product of a unit's own row, or of its other one, with the thin matrix. */
    private double row(float[] weights, int unit, int sum, boolean own) {
        double value = 0;
        for (int i = 0; i < place.rank(); i++) {
            double weight = weights[own ? own(unit, i) : other(unit, i)];
            value += weight * product[i * place.rank() + sum];
        }
        return value;
    }
}
