// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Factor;
import betz.math.OuterSum;
import betz.math.Products;
import betz.math.Rows;
import java.util.Arrays;

/**
 * What the state adds to a drive through recurrent weights of low rank, {@code M·(N·h)/units}, in single precision, and its way
 * back: two thin products in place of a square one.
 */
final class LowRankState {
    private final Shape shape;
    private final Place place;
    private final int stride;
    private final Factor sum; // N transposed, by 1/units: [unit][sum]
    private final Factor spread; // M transposed, [sum][unit]
    private final Factor toSums; // M, [unit][sum]
    private final Factor toState; // N by 1/units, [sum][unit]
    private final float[][]
            sums; // κ of the state before a step, [step][trial·stride + sum]; one step more than are taken
    private final float[][] gradients; // of the same
    private final Rows rows; // κ, or its gradient, of a step, [trial][sum]
    private final OuterSum ofSums;
    private final Factor block; // of gradients of κ
    private final float[] spreadGradient; // [sum][unit]
    private final float[] sumGradient; // [unit][sum]

    /**
     * Where the weights begin in the array of all weights.
     *
     * @param spread of M, [unit][sum]
     * @param sum of N, [sum][unit]
     * @param rank number of sums; 0 where W is a block of its own
     */
    record Place(int spread, int sum, int rank) {
        static final Place NONE = new Place(0, 0, 0);

        static Place of(Layer cell, WeightLayout layout, int gate) {
            if (!(cell.structure().connectivity() instanceof Connectivity.LowRank low)) {
                return NONE;
            }
            int first = gate * low.rank() * cell.units();
            return new Place(
                    layout.block(WeightLayout.SPREAD).offset() + first,
                    layout.block(WeightLayout.SUMS).offset() + first,
                    low.rank());
        }
    }

    LowRankState(Products products, Shape shape, Place place) {
        this.shape = shape;
        this.place = place;
        int units = shape.units();
        int rank = place.rank();
        stride = Products.stride(rank);
        sum = products.factor(units, rank);
        spread = products.factor(rank, units);
        toSums = products.factor(units, rank);
        toState = products.factor(rank, units);
        sums = new float[shape.steps() + 1][shape.batch() * stride];
        gradients = new float[shape.steps() + 1][shape.batch() * stride];
        rows = new Rows(shape.batch(), rank);
        ofSums = new OuterSum(rank);
        block = products.factor(OuterSum.BLOCK, rank);
        spreadGradient = new float[rank * shape.stride()];
        sumGradient = new float[units * stride];
    }

    /** Takes over all weights. */
    void begin(float[] weights) {
        int units = shape.units();
        int rank = place.rank();
        float[] row = new float[units];
        for (int i = 0; i < units; i++) {
            toSums.setRow(i, 0, weights, place.spread() + i * rank, rank);
            spread.setColumn(i, 0, weights, place.spread() + i * rank, rank);
        }
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < units; i++) {
                row[i] = weights[place.sum() + k * units + i] / units;
            }
            sum.setColumn(k, 0, row, 0, units);
            toState.setRow(k, 0, row, 0, units);
        }
    }

    /** Adds to a drive, [trial·stride + unit], what rows {@code [h | …]} mean for it. */
    void add(int step, Rows from, float[] drive) {
        Arrays.fill(sums[step], 0);
        sum.multiply(from, shape.batch(), 0, shape.units(), sums[step], stride);
        rows.set(0, sums[step], 0, stride, place.rank());
        spread.multiply(rows, shape.batch(), 0, place.rank(), drive, shape.stride());
    }

    /** Adds to the gradient of the state, [trial·stride + unit], what those of the drive, [trial][unit], mean for it. */
    void back(int step, Rows ofDrive, float[] ofState) {
        Arrays.fill(gradients[step], 0);
        toSums.multiply(ofDrive, shape.batch(), 0, shape.units(), gradients[step], stride);
        rows.set(0, gradients[step], 0, stride, place.rank());
        toState.multiply(rows, shape.batch(), 0, place.rank(), ofState, shape.stride());
    }

    /** Forgets the gradients of weights, and what is in the places of a step that was not taken. */
    void beginGradient(int step) {
        Arrays.fill(sums[step], 0);
        Arrays.fill(gradients[step], 0);
        Arrays.fill(spreadGradient, 0);
        Arrays.fill(sumGradient, 0);
    }

    /** Adds up the gradients of M and N over a block of gradients of the drive, and of states. */
    void addBlock(int row, int end, Factor ofDrive, OuterSum ofStates) {
        ofSums.begin(row, end, sums, shape.batch(), stride);
        ofSums.add(ofDrive, place.rank(), spreadGradient, shape.stride());
        ofStates.take(gradients, shape.batch(), stride, place.rank(), block);
        ofStates.add(block, shape.units(), sumGradient, stride);
    }

    /** Adds the gradients of weights to those of all. */
    void addGradient(double[] gradient) {
        for (int i = 0; i < shape.units(); i++) {
            for (int k = 0; k < place.rank(); k++) {
                gradient[place.spread() + i * place.rank() + k] += spreadGradient[k * shape.stride() + i];
                gradient[place.sum() + k * shape.units() + i] += sumGradient[i * stride + k] / shape.units();
            }
        }
    }
}
