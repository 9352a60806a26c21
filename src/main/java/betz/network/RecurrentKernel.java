// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** What the fast kernels of recurrent cells share: rows of gates that are fed by input and state. */
abstract class RecurrentKernel extends FloatKernel {
    /** Offsets of weight_hh, bias_ih and bias_hh; weight_ih lies at 0. */
    final int hh;

    final int biasIh;
    final int biasHh;

    RecurrentKernel(Cell cell, Shape shape, int fed, int unfed) {
        super(cell, shape, fed, unfed);
        WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
        hh = layout.block("weight_hh").offset();
        biasIh = layout.block("bias_ih").offset();
        biasHh = layout.block("bias_hh").offset();
    }

    /** Writes {@code [bias_ih + bias_hh | weight_ih | weight_hh]} of one row of weights. */
    final void unpackRow(double[] weights, int row, float[] to) {
        int inputs = shape.inputs();
        to[0] = (float) (weights[biasIh + row] + weights[biasHh + row]);
        copy(weights, row * inputs, to, 1, inputs);
        copy(weights, hh + row * shape.units(), to, hidden, shape.units());
    }

    /** Adds the gradient of one row: what comes with the input from one row of gradients, what with the state from another. */
    final void packRow(float[] fromInput, float[] fromState, int row, double[] gradient) {
        add(fromInput, 0, gradient, biasIh + row, 1);
        add(fromInput, 1, gradient, row * shape.inputs(), shape.inputs());
        add(fromState, 0, gradient, biasHh + row, 1);
        add(fromState, hidden, gradient, hh + row * shape.units(), shape.units());
    }
}
