// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Factor;
import betz.math.OuterSum;
import betz.math.Products;
import betz.math.Rows;
import java.util.Arrays;

/** The read-out {@code y = s(V·h + d)} of every step in single precision, and its way back. */
final class ReadoutKernel {
    private final Readout readout;
    private final Shape shape;
    private final int weight; // place of V among all weights
    private final int offset; // place of d
    private final Factor fromState;
    private final Factor toState;
    /** [step + 1][trial·stride + output], as the states that are read: outputs, then gradients of the sums. */
    private final float[][] y;

    private final float[] bias;
    private final float[] biasGradient;
    private final float[] dense; // outputs of a step without the room between rows, [output][trial]
    private final Rows gradients; // gradients of the sums of a step, [trial][output]
    private final Factor block; // of gradients of sums
    private final float[] gradient; // [unit][output]

    ReadoutKernel(Readout readout, Products products, Shape shape, WeightLayout layout) {
        this.readout = readout;
        this.shape = shape;
        weight = layout.block("readout.weight").offset();
        offset = layout.block("readout.bias").offset();
        fromState = products.factor(shape.units() + 1, shape.outputs());
        toState = products.factor(shape.outputs(), shape.units());
        y = new float[shape.steps() + 1][shape.batch() * shape.outputStride()];
        bias = new float[shape.outputs()];
        biasGradient = new float[shape.outputStride()];
        dense = new float[bias.length * shape.batch()];
        gradients = new Rows(shape.batch(), shape.outputs());
        block = products.factor(OuterSum.BLOCK, shape.outputs());
        gradient = new float[shape.units() * shape.outputStride()];
    }

    /** Takes over weights, in the order of the layout. */
    void begin(float[] weights) {
        System.arraycopy(weights, offset, bias, 0, bias.length);
        for (int o = 0; o < bias.length; o++) {
            int at = weight + o * shape.units();
            fromState.setColumn(o, 0, weights, at, shape.units());
            toState.setRow(o, 0, weights, at, shape.units());
        }
        fromState.setRow(shape.units(), 0, bias, 0, bias.length);
    }

    /** Writes the outputs, [output][trial], of the state after a step, in rows {@code [h | 1 | …]}. */
    void apply(int step, Rows states, double[][] output) {
        float[] sum = y[step + 1];
        int stride = shape.outputStride();
        Arrays.fill(sum, 0);
        fromState.multiply(states, shape.batch(), 0, shape.units() + 1, sum, stride);
        int batch = shape.batch();
        for (int o = 0; o < bias.length; o++) {
            for (int trial = 0; trial < batch; trial++) {
                dense[o * batch + trial] = sum[trial * stride + o];
            }
        }
        readout.apply(dense);
        for (int o = 0; o < bias.length; o++) {
            for (int trial = 0; trial < batch; trial++) {
                float value = dense[o * batch + trial];
                sum[trial * stride + o] = value;
                output[o][trial] = value;
            }
        }
    }

    /** Adds to the gradient of the state after a step what that of the outputs, [output][trial], means for it. */
    void back(int step, double[][] outputGradient, float[] stateGradient) {
        float[] sum = y[step + 1];
        int stride = shape.outputStride();
        for (int o = 0; o < bias.length; o++) {
            for (int trial = 0; trial < shape.batch(); trial++) {
                int at = trial * stride + o;
                sum[at] = (float) (outputGradient[o][trial] * readout.slope(sum[at]));
            }
        }
        gradients.set(0, sum, 0, stride, bias.length);
        toState.multiply(gradients, shape.batch(), 0, bias.length, stateGradient, shape.stride());
    }

    /** Forgets the gradients of weights, and what was read from the state before the first step that has gone back. */
    void beginGradient(int step) {
        Arrays.fill(y[step], 0);
        Arrays.fill(gradient, 0);
        Arrays.fill(biasGradient, 0);
    }

    /** Adds up the gradients of V and d over a block of states, beside whose inputs is a column of ones. */
    void addBlock(OuterSum inputs, OuterSum states) {
        states.take(y, shape.batch(), shape.outputStride(), bias.length, block);
        states.add(block, shape.units(), gradient, shape.outputStride());
        inputs.add(block, 1, biasGradient, shape.outputStride());
    }

    /** Adds the gradients of weights to those of all. */
    void addGradient(double[] all) {
        for (int o = 0; o < bias.length; o++) {
            all[offset + o] += biasGradient[o];
            for (int i = 0; i < shape.units(); i++) {
                all[weight + o * shape.units() + i] += gradient[i * shape.outputStride() + o];
            }
        }
    }
}
