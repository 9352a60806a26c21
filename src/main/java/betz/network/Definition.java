// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;

/** What the definitions of all cells share: states over time, the read-out {@code y = s(V·h' + d)}, and its way back. */
abstract class Definition implements NetworkKernel {
    final Shape shape;
    private final int readoutWeight;
    private final int readoutBias;
    private final Readout readout;

    /** All weights, and their gradient. */
    final double[] w;

    final double[] dw;
    /** Input x and state h before each step, [step][trial][component]; the state has one step more. */
    final double[][][] x;

    final double[][][] h;
    private final double[][][] y;
    /** Gradient of the state after the step in hand, [trial][unit]. */
    private double[][] later;

    private double[][] earlier;
    private final double[] inputSum;

    Definition(Cell cell, Shape shape) {
        this.shape = shape;
        readout = cell.readout();
        WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
        readoutWeight = layout.block("readout.weight").offset();
        readoutBias = layout.block("readout.bias").offset();
        w = new double[layout.size()];
        dw = new double[layout.size()];
        x = new double[shape.steps()][shape.batch()][shape.inputs()];
        h = new double[shape.steps() + 1][shape.batch()][shape.units()];
        y = new double[shape.steps()][shape.batch()][shape.outputs()];
        later = new double[shape.batch()][shape.units()];
        earlier = new double[shape.batch()][shape.units()];
        inputSum = new double[shape.inputs()];
    }

    /** Computes {@code h[step + 1][trial]}. */
    abstract void advance(int step, int trial);

    /** From the gradient of {@code h[step + 1][trial]}, adds to those of {@code h[step][trial]}, the input and the weights. */
    abstract void retreat(int step, int trial, double[] later, double[] earlier, double[] input);

    @Override
    public void begin(double[] weights) {
        Require.length("weights", weights.length, w.length);
        System.arraycopy(weights, 0, w, 0, w.length);
        java.util.Arrays.fill(dw, 0);
        clear(later);
    }

    @Override
    public void step(int step, double[][] input, double[][] output) {
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (int i = 0; i < shape.inputs(); i++) {
                x[step][trial][i] = input[i][trial];
            }
            advance(step, trial);
            for (int o = 0; o < shape.outputs(); o++) {
                double sum = w[readoutBias + o] + dot(readoutWeight + o * shape.units(), h[step + 1][trial]);
                y[step][trial][o] = readout.of(sum);
                output[o][trial] = y[step][trial][o];
            }
        }
    }

    @Override
    public void rates(int step, double[][] rate) {
        transpose(h[step + 1], rate);
    }

    @Override
    public double activity(int step, double[] activityWeight) {
        double sum = 0;
        for (int trial = 0; trial < shape.batch(); trial++) {
            for (double rate : h[step + 1][trial]) {
                sum += activityWeight[trial] / 2 * rate * rate;
            }
        }
        return sum;
    }

    @Override
    public void back(int step, double[][] outputGradient, double[] activityWeight, double[][] inputGradient) {
        clear(earlier);
        for (int trial = 0; trial < shape.batch(); trial++) {
            double[] next = h[step + 1][trial];
            for (int o = 0; o < shape.outputs(); o++) {
                double sum = outputGradient[o][trial] * readout.slope(y[step][trial][o]);
                dw[readoutBias + o] += sum;
                dotBack(readoutWeight + o * shape.units(), next, sum, later[trial]);
            }
            for (int unit = 0; unit < shape.units(); unit++) {
                later[trial][unit] += activityWeight[trial] * next[unit];
            }
            java.util.Arrays.fill(inputSum, 0);
            retreat(step, trial, later[trial], earlier[trial], inputSum);
            for (int i = 0; i < inputGradient.length; i++) {
                inputGradient[i][trial] = inputSum[i];
            }
        }
        double[][] swap = later;
        later = earlier;
        earlier = swap;
    }

    @Override
    public void addGradient(double[] gradient) {
        for (int i = 0; i < dw.length; i++) {
            gradient[i] += dw[i];
        }
    }

    /** Returns the product of a row of weights with a vector. */
    final double dot(int offset, double[] vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += w[offset + i] * vector[i];
        }
        return sum;
    }

    /** The way back of {@link #dot}: adds to the gradients of the row and of the vector. */
    final void dotBack(int offset, double[] vector, double gradient, double[] vectorGradient) {
        for (int i = 0; i < vector.length; i++) {
            dw[offset + i] += gradient * vector[i];
            vectorGradient[i] += gradient * w[offset + i];
        }
    }

    /** Turns [trial][unit] into [unit][trial]. */
    final void transpose(double[][] byTrial, double[][] byUnit) {
        for (int unit = 0; unit < shape.units(); unit++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                byUnit[unit][trial] = byTrial[trial][unit];
            }
        }
    }

    private static void clear(double[][] rows) {
        for (double[] row : rows) {
            java.util.Arrays.fill(row, 0);
        }
    }
}
