// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/**
 * One step of a network, written down again from the equations in PyTorch's documentation of Linear, RNN and GRU, with weights
 * looked up by name; for tests.
 */
final class PlainNetwork {
    private final Cell cell;
    private final double[] weights;
    private final WeightLayout layout;
    private final double dt;

    PlainNetwork(Cell cell, double[] weights, int inputs, int outputs, double dt) {
        this.cell = cell;
        this.weights = weights;
        this.layout = cell.layout(inputs, outputs);
        this.dt = dt;
    }

    double[] next(double[] h, double[] x) {
        if (cell instanceof FeedForward layer) {
            double[] drive = affine("hidden.weight", "hidden.bias", x);
            return Arrays.stream(drive).map(a -> squash(layer.activation(), a)).toArray();
        }
        double[] fromInput = affine("weight_ih", "bias_ih", x);
        double[] fromState = affine("weight_hh", "bias_hh", h);
        double[] next = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            double drive = fromInput[i] + fromState[i];
            if (cell instanceof Vanilla vanilla) {
                next[i] = squash(vanilla.activation(), drive);
            } else {
                next[i] = cell instanceof Leaky leaky ? leak(leaky, h[i], drive) : gate(h, fromInput, fromState, i);
            }
        }
        return next;
    }

    private double leak(Leaky leaky, double h, double drive) {
        return h + dt / leaky.tau() * (squash(leaky.activation(), drive) - h);
    }

    private static double squash(Activation activation, double drive) {
        return switch (activation) {
            case TANH -> Math.tanh(drive);
            case RELU -> drive > 0 ? drive : 0;
            case SIGMOID -> sigmoid(drive);
        };
    }

    /** Rows of the gates: all r, then all z, then all n. */
    private static double gate(double[] h, double[] fromInput, double[] fromState, int i) {
        int units = h.length;
        double r = sigmoid(fromInput[i] + fromState[i]);
        double z = sigmoid(fromInput[units + i] + fromState[units + i]);
        double n = Math.tanh(fromInput[2 * units + i] + r * fromState[2 * units + i]);
        return (1 - z) * n + z * h[i];
    }

    double[] read(double[] h) {
        double[] y = affine("readout.weight", "readout.bias", h);
        if (cell.readout() == Readout.SIGMOID) {
            Arrays.setAll(y, o -> sigmoid(y[o]));
        }
        return y;
    }

    private double[] affine(String matrix, String vector, double[] x) {
        WeightLayout.Block w = layout.block(matrix);
        WeightLayout.Block b = layout.block(vector);
        double[] sums = new double[w.rows()];
        for (int row = 0; row < sums.length; row++) {
            sums[row] = weights[b.offset() + row];
            for (int column = 0; column < x.length; column++) {
                sums[row] += weights[w.offset() + row * w.columns() + column] * x[column];
            }
        }
        return sums;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
