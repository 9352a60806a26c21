// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/**
 * One trial of a network without noise, written down again from the equations in PyTorch's documentation of Linear, RNN, GRU and
 * LSTM, with weights looked up by name; for tests.
 */
final class PlainNetwork {
    private final Layer cell;
    private final double[] weights;
    private final WeightLayout layout;
    private final double dt;
    private final double[] inner; // potentials, or memory
    private double[] h;

    /** Begins in the state of a condition, where states are learned. */
    PlainNetwork(Layer cell, double[] weights, int inputs, int outputs, double dt, int condition) {
        this.cell = cell;
        this.weights = weights;
        this.layout = cell.layout(inputs, outputs);
        this.dt = dt;
        h = new double[cell.units()];
        inner = new double[cell.units()];
        layout.find("initial_state").ifPresent(block -> {
            int at = block.offset() + Math.min(condition, block.rows() - 1) * block.columns();
            System.arraycopy(weights, at, h, 0, h.length);
            if (cell instanceof Lstm) {
                System.arraycopy(weights, at + h.length, inner, 0, h.length);
            }
        });
        if (cell instanceof Leaky leaky && leaky.form() == Leaky.Form.POTENTIAL) {
            System.arraycopy(h, 0, inner, 0, h.length);
            Arrays.setAll(h, i -> squash(leaky.activation(), inner[i]));
        }
    }

    /** Returns the rates after a step. */
    double[] next(double[] x) {
        if (cell instanceof FeedForward layer) {
            h = affine("hidden.weight", "hidden.bias", x);
            Arrays.setAll(h, i -> squash(layer.activation(), h[i]));
            return h;
        }
        double[] fromInput = affine("weight_ih", "bias_ih", x);
        double[] fromState = recurrent();
        double[] before = h.clone();
        double[] after = new double[h.length];
        for (int i = 0; i < h.length; i++) {
            double drive = fromInput[i] + fromState[i];
            after[i] = after(before, fromInput, fromState, drive, i);
        }
        h = after;
        return h;
    }

    private double after(double[] before, double[] fromInput, double[] fromState, double drive, int i) {
        if (cell instanceof Vanilla vanilla) {
            return squash(vanilla.activation(), drive);
        }
        if (cell instanceof Leaky leaky) {
            return leak(leaky, before[i], drive, i);
        }
        return cell instanceof Lstm ? remember(fromInput, fromState, i) : gate(before, fromInput, fromState, i);
    }

    private double leak(Leaky leaky, double before, double drive, int i) {
        // units at the fractions of the golden section on the logarithmic scale
        double place = i * 0.6180339887498949;
        double share = place - Math.floor(place);
        double ratio = leaky.tau().high() / leaky.tau().low();
        double alpha = dt / (leaky.tau().low() * Math.exp(share * Math.log(ratio)));
        if (leaky.form() == Leaky.Form.RATE) {
            return before + alpha * (squash(leaky.activation(), drive) - before);
        }
        inner[i] += alpha * (drive - inner[i]);
        return squash(leaky.activation(), inner[i]);
    }

    private static double squash(Activation activation, double drive) {
        return switch (activation) {
            case TANH -> Math.tanh(drive);
            case RELU -> drive > 0 ? drive : 0;
            case SIGMOID -> sigmoid(drive);
            case SOFTPLUS -> Math.log(1 + Math.exp(drive));
            case RECTIFIED_TANH -> drive > 0 ? Math.tanh(drive) : 0;
            case IDENTITY -> drive;
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

    /** Rows of the gates: all i, then all f, then all g, then all o. */
    private double remember(double[] fromInput, double[] fromState, int unit) {
        int units = h.length;
        double i = sigmoid(fromInput[unit] + fromState[unit]);
        double f = sigmoid(fromInput[units + unit] + fromState[units + unit]);
        double g = Math.tanh(fromInput[2 * units + unit] + fromState[2 * units + unit]);
        double o = sigmoid(fromInput[3 * units + unit] + fromState[3 * units + unit]);
        inner[unit] = f * inner[unit] + i * g;
        return o * Math.tanh(inner[unit]);
    }

    private double[] recurrent() {
        if (layout.find("weight_hh").isPresent()) {
            return affine("weight_hh", "bias_hh", h);
        }
        WeightLayout.Block spread = layout.block("weight_hh.spread");
        WeightLayout.Block sums = layout.block("weight_hh.sums");
        WeightLayout.Block bias = layout.block("bias_hh");
        double[] kappa = product(sums, h);
        double[] drive = new double[spread.rows()];
        for (int row = 0; row < drive.length; row++) {
            drive[row] = weights[bias.offset() + row];
            int gate = row / h.length;
            for (int k = 0; k < spread.columns(); k++) {
                double m = weights[spread.offset() + row * spread.columns() + k];
                drive[row] += m * kappa[gate * spread.columns() + k] / h.length;
            }
        }
        return drive;
    }

    double[] read(double[] h) {
        double[] y = affine("readout.weight", "readout.bias", h);
        if (cell.readout() == Readout.SIGMOID) {
            Arrays.setAll(y, o -> sigmoid(y[o]));
        }
        return y;
    }

    private double[] affine(String matrix, String vector, double[] x) {
        WeightLayout.Block b = layout.block(vector);
        double[] sums = product(layout.block(matrix), x);
        Arrays.setAll(sums, row -> sums[row] + weights[b.offset() + row]);
        return sums;
    }

    private double[] product(WeightLayout.Block w, double[] x) {
        double[] sums = new double[w.rows()];
        for (int row = 0; row < sums.length; row++) {
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
