// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** What the definitions of recurrent cells share: the two sums of each gate, {@code W·h + b_hh} and {@code U·x + b_ih}. */
abstract class RecurrentDefinition extends Definition {
    /** Offsets of weight_hh, bias_ih and bias_hh; weight_ih lies at 0. */
    private final int hh;

    private final int biasIh;
    private final int biasHh;

    RecurrentDefinition(Cell cell, Shape shape) {
        super(cell, shape);
        WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
        hh = layout.block("weight_hh").offset();
        biasIh = layout.block("bias_ih").offset();
        biasHh = layout.block("bias_hh").offset();
    }

    /** Returns what the state before a step adds to one row of the gates. */
    final double recurrent(int row, int step, int trial) {
        return dot(hh + row * shape.units(), h[step][trial]) + w[biasHh + row];
    }

    /** Returns what the input of a step adds to one row of the gates. */
    final double input(int row, int step, int trial) {
        return dot(row * shape.inputs(), x[step][trial]) + w[biasIh + row];
    }

    /** The way back of both sums of one row, given their gradients. */
    final void rowBack(
            int row, int step, int trial, double recurrent, double input, double[] earlier, double[] inputGradient) {
        dotBack(hh + row * shape.units(), h[step][trial], recurrent, earlier);
        dw[biasHh + row] += recurrent;
        dotBack(row * shape.inputs(), x[step][trial], input, inputGradient);
        dw[biasIh + row] += input;
    }
}
