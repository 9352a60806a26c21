// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import java.util.Arrays;

/** What the definitions of recurrent cells share: the two sums of each gate, {@code W·h + b_hh} and {@code U·x + b_ih}. */
abstract class RecurrentDefinition extends Definition {
    private final WeightLayout layout;
    private final int gates;
    private final int rank; // 0 where W is a block of its own
    /** Offsets of bias_ih and bias_hh; weight_ih lies at 0. */
    private final int biasIh;

    private final int biasHh;
    /** W and its gradient, [gate·unit][unit]. */
    final double[] hh;

    final double[] dhh;

    RecurrentDefinition(Layer cell, Shape shape) {
        super(cell, shape);
        layout = cell.layout(shape.inputs(), shape.outputs());
        gates = cell.gates();
        rank = cell.structure().connectivity() instanceof Connectivity.LowRank low ? low.rank() : 0;
        biasIh = layout.block("bias_ih").offset();
        biasHh = layout.block("bias_hh").offset();
        hh = new double[gates * shape.units() * shape.units()];
        dhh = new double[hh.length];
    }

    @Override
    double jacobian(int step, int trial) {
        Require.count("drives of a unit, for their Jacobian", gates, 1, 1);
        return 0;
    }

    @Override
    void take() {
        Arrays.fill(dhh, 0);
        if (rank == 0) {
            System.arraycopy(w, layout.block("weight_hh").offset(), hh, 0, hh.length);
        } else {
            Arrays.fill(hh, 0);
            eachProduct((i, spread, sum) -> hh[i] += w[spread] * w[sum] / shape.units());
        }
    }

    @Override
    void give() {
        if (rank == 0) {
            System.arraycopy(dhh, 0, dw, layout.block("weight_hh").offset(), hh.length);
        } else {
            Arrays.fill(dw, layout.block(WeightLayout.SPREAD).offset(), biasIh, 0);
            eachProduct((i, spread, sum) -> {
                dw[spread] += dhh[i] * w[sum] / shape.units();
                dw[sum] += dhh[i] * w[spread] / shape.units();
            });
        }
    }

    /** Takes places: of an element of W, and of two weights whose product is part of it. */
    private interface Product {
        void take(int element, int spread, int sum);
    }

    /** {@code W = M·N/units}, gate by gate, with M [unit][rank] and N [rank][unit]. */
    private void eachProduct(Product product) {
        int units = shape.units();
        int spread = layout.block(WeightLayout.SPREAD).offset();
        int sums = layout.block(WeightLayout.SUMS).offset();
        for (int row = 0; row < gates * units; row++) {
            for (int k = 0; k < rank; k++) {
                for (int column = 0; column < units; column++) {
                    int n = sums + (row / units * rank + k) * units + column;
                    product.take(row * units + column, spread + row * rank + k, n);
                }
            }
        }
    }

    /** Returns what the state before a step adds to one row of the gates. */
    final double recurrent(int row, int step, int trial) {
        return dot(hh, row * shape.units(), hearing.heard[step][trial]) + w[biasHh + row];
    }

    /** Returns what the input of a step adds to one row of the gates. */
    final double input(int row, int step, int trial) {
        double sum = dot(w, row * shape.inputs(), x[step][trial]) + w[biasIh + row];
        int unit = row - drivenGate() * shape.units();
        return unit >= 0 && unit < shape.units() ? sum + hearing.drive(step, trial, unit) : sum;
    }

    /** Returns the gate to whose drive a current is added. */
    int drivenGate() {
        return 0;
    }

    /** The way back of both sums of one row, given their gradients. */
    final void rowBack(int row, int step, int trial, double recurrent, double input, double[] inputGradient) {
        dotBack(hh, dhh, row * shape.units(), hearing.heard[step][trial], recurrent, hearing.earlier(trial));
        dw[biasHh + row] += recurrent;
        dotBack(w, dw, row * shape.inputs(), x[step][trial], input, inputGradient);
        dw[biasIh + row] += input;
    }
}
