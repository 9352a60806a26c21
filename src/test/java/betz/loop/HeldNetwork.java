// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.network.Leaky;
import betz.network.NetworkKernel;
import betz.network.Occasion;
import betz.network.WeightLayout;
import org.jspecify.annotations.Nullable;

/**
 * Leaky tanh units with a logistic read-out that obey given weights up to a step, and those that they are told from there on: what
 * changes with the latter is what a gradient that ends at that step should tell. For tests; nothing goes back.
 */
final class HeldNetwork implements NetworkKernel {
    private final WeightLayout layout;
    private final double alpha;
    private final double[] before;
    private final int from;
    private final double[][][] h; // [step][trial][unit]
    private final double[][][] slope; // of tanh, [step][trial][unit]
    private double[] after = {};

    HeldNetwork(Leaky cell, int inputs, int outputs, int batch, int steps, double dt, double[] before, int from) {
        layout = cell.layout(inputs, outputs);
        alpha = dt / cell.tau().low();
        this.before = before;
        this.from = from;
        h = new double[steps + 1][batch][cell.units()];
        slope = new double[steps][batch][cell.units()];
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        after = weights.clone();
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        double[] w = step < from ? before : after;
        for (int trial = 0; trial < h[step].length; trial++) {
            double[] x = new double[input.length];
            for (int i = 0; i < x.length; i++) {
                x[i] = input[i][trial];
            }
            double[] old = h[step][trial];
            double[] next = h[step + 1][trial];
            for (int i = 0; i < next.length; i++) {
                double drive = row(w, "weight_ih", "bias_ih", i, x) + row(w, "weight_hh", "bias_hh", i, old);
                double rate = StrictMath.tanh(drive);
                next[i] = (1 - alpha) * old[i] + alpha * rate;
                slope[step][trial][i] = 1 - rate * rate;
            }
            for (int o = 0; o < output.length; o++) {
                output[o][trial] = 1 / (1 + StrictMath.exp(-row(w, "readout.weight", "readout.bias", o, next)));
            }
        }
    }

    private double row(double[] w, String matrix, String vector, int row, double[] x) {
        double sum = w[layout.block(vector).offset() + row];
        for (int column = 0; column < x.length; column++) {
            sum += w[layout.block(matrix).offset() + row * x.length + column] * x[column];
        }
        return sum;
    }

    @Override
    public void rates(int step, double[][] rate) {
        for (int unit = 0; unit < rate.length; unit++) {
            for (int trial = 0; trial < rate[unit].length; trial++) {
                rate[unit][trial] = h[step + 1][trial][unit];
            }
        }
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int trial = 0; trial < activityWeight.length; trial++) {
            for (double rate : h[step + 1][trial]) {
                sum += activityWeight[trial] / 2 * rate * rate;
            }
        }
        return sum;
    }

    @Override
    public double jacobian(int step, double[] jacobianWeight) {
        double[] w = step < from ? before : after;
        WeightLayout.Block hh = layout.block("weight_hh");
        double sum = 0;
        for (int trial = 0; trial < jacobianWeight.length; trial++) {
            for (int i = 0; i < hh.size(); i++) {
                double element = slope[step][trial][i / hh.columns()] * w[hh.offset() + i];
                sum += jacobianWeight[trial] / 2 * element * element / hh.rows();
            }
        }
        return sum;
    }

    @Override
    public void back(
            int step,
            double[][] outputGradient,
            double[] activityWeight,
            double[] jacobianWeight,
            double[][] rateGradient,
            double[][] inputGradient) {
        throw new UnsupportedOperationException("step " + step + " of a network that only goes forward");
    }

    @Override
    public void addGradient(double[] gradient) {
        throw new UnsupportedOperationException(gradient.length + " weights of a network that only goes forward");
    }
}
