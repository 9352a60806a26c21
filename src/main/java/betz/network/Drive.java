// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Factor;
import betz.math.OuterSum;
import betz.math.Products;
import betz.math.Rows;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One drive of all units in single precision, {@code W·h + b + U·x}, or the part of it that comes from one side, and its way back.
 *
 * <p>What it comes from are rows {@code [h | 1 | x]} or some of their columns, so that W, b and U are one factor. What a cell makes
 * of a drive takes its place, and so does the gradient on the way back.
 */
final class Drive {
    /** [step][trial·stride + unit]; one step more than are taken, all zero. */
    final float[][] value;

    private final Shape shape;
    private final Sources sources;
    private final int first; // column of [h | 1 | x] that counts
    private final int fed; // units before that feed it: all or none
    private final int inputs; // inputs that feed it: all or none
    private final Factor source;
    private final Factor toInput;
    private final Factor toState;
    private final Rows gradients; // gradients of the drive of a step, [trial][unit]
    private final Factor block; // of gradients of the drive
    private final float[] inputGradient; // [1 | x][unit]
    private final float[] stateGradient; // [unit before][unit]
    private final float[] bias;
    private final @Nullable LowRankState low; // where units are heard through a few sums alone

    /**
     * Where the weights of a drive begin in the array of all weights.
     *
     * @param input of U, [unit][input], or {@link #NONE}
     * @param state of W, [unit][unit], or {@link #NONE}
     * @param low of W, where it is a product of two thin matrices
     * @param biases of every vector that is added, [unit]
     */
    record Sources(int input, int state, LowRankState.Place low, List<Integer> biases) {
        static final int NONE = -1;

        /** Returns the sources of a drive from input and state: one gate of a recurrent cell. */
        static Sources both(Layer cell, Shape shape, int gate) {
            Sources input = input(cell, shape, gate);
            Sources state = state(cell, shape, gate);
            return new Sources(
                    input.input(),
                    state.state(),
                    state.low(),
                    List.of(input.biases().get(0), state.biases().get(0)));
        }

        /** Returns the sources of a drive from the input alone. */
        static Sources input(Layer cell, Shape shape, int gate) {
            int first = gate * shape.units();
            int bias = cell.layout(shape.inputs(), shape.outputs())
                    .block("bias_ih")
                    .offset();
            return new Sources(first * shape.inputs(), NONE, LowRankState.Place.NONE, List.of(bias + first));
        }

        /** Returns the sources of a drive from the state alone. */
        static Sources state(Layer cell, Shape shape, int gate) {
            WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
            int first = gate * shape.units();
            List<Integer> bias = List.of(layout.block("bias_hh").offset() + first);
            var low = LowRankState.Place.of(cell, layout, gate);
            int whole = low.rank() > 0 ? NONE : layout.block("weight_hh").offset() + first * shape.units();
            return new Sources(NONE, whole, low, bias);
        }
    }

    Drive(Products products, Shape shape, Sources sources) {
        this.shape = shape;
        this.sources = sources;
        int units = shape.units();
        fed = sources.state() == Sources.NONE ? 0 : units;
        inputs = sources.input() == Sources.NONE ? 0 : shape.inputs();
        first = units - fed;
        value = new float[shape.steps() + 1][shape.batch() * shape.stride()];
        source = products.factor(fed + 1 + inputs, units);
        toState = products.factor(units, fed);
        toInput = products.factor(units, 1 + inputs);
        gradients = new Rows(shape.batch(), units);
        block = products.factor(OuterSum.BLOCK, units);
        inputGradient = new float[(1 + inputs) * shape.stride()];
        stateGradient = new float[fed * shape.stride()];
        bias = new float[units];
        low = sources.low().rank() == 0 ? null : new LowRankState(products, shape, sources.low());
    }

    /** Takes over all weights in the order of the layout, as they are and rounded. */
    void begin(double[] exact, float[] weights) {
        int units = shape.units();
        for (int i = 0; i < units; i++) {
            double sum = 0;
            for (int offset : sources.biases()) {
                sum += exact[offset + i];
            }
            bias[i] = (float) sum;
            if (fed > 0) {
                int at = sources.state() + i * fed;
                source.setColumn(i, 0, weights, at, fed);
                toState.setRow(i, 0, weights, at, fed);
            }
            if (inputs > 0) {
                int at = sources.input() + i * inputs;
                source.setColumn(i, fed + 1, weights, at, inputs);
                toInput.setRow(i, 1, weights, at, inputs);
            }
        }
        source.setRow(fed, 0, bias, 0, units);
        if (low != null) {
            low.begin(weights);
        }
    }

    /** Computes the drive of a step from rows {@code [h | 1 | x]}. */
    void compute(int step, Rows from) {
        float[] sum = value[step];
        Arrays.fill(sum, 0);
        source.multiply(from, shape.batch(), first, fed + 1 + inputs, sum, shape.stride());
        if (low != null) {
            low.add(step, from, sum);
        }
    }

    /**
     * Adds what the gradient in the drive's place means for what it comes from.
     *
     * @param ofState [trial·stride + unit]. Modified.
     * @param ofInput [trial·stride + (1 | input)], or empty where nobody asks. Modified.
     */
    void back(int step, float[] ofState, float[] ofInput) {
        boolean asked = inputs > 0 && ofInput.length > 0;
        if (fed == 0 && low == null && !asked) {
            return;
        }
        int units = shape.units();
        gradients.set(0, value[step], 0, shape.stride(), units);
        if (fed > 0) {
            toState.multiply(gradients, shape.batch(), 0, units, ofState, shape.stride());
        }
        if (low != null) {
            low.back(step, gradients, ofState);
        }
        if (asked) {
            toInput.multiply(gradients, shape.batch(), 0, units, ofInput, shape.inputStride());
        }
    }

    /** Forgets the gradients of weights, and what is in the place of the drive of a step that was not taken. */
    void beginGradient(int step) {
        Arrays.fill(value[step], 0);
        Arrays.fill(inputGradient, 0);
        Arrays.fill(stateGradient, 0);
        if (low != null) {
            low.beginGradient(step);
        }
    }

    /** Adds up the gradients of U, bias and W over one block of inputs and states, from a row on, of rows up to an end. */
    void addBlock(int row, int end, OuterSum ofInputs, OuterSum ofStates) {
        ofInputs.take(value, shape.batch(), shape.stride(), shape.units(), block);
        ofInputs.add(block, 1 + inputs, inputGradient, shape.stride());
        ofStates.add(block, fed, stateGradient, shape.stride());
        if (low != null) {
            low.addBlock(row, end, block, ofStates);
        }
    }

    /** Adds the gradients of weights to those of all. */
    void addGradient(double[] gradient) {
        for (int i = 0; i < shape.units(); i++) {
            for (int offset : sources.biases()) {
                gradient[offset + i] += inputGradient[i];
            }
            for (int k = 0; k < inputs; k++) {
                gradient[sources.input() + i * inputs + k] += inputGradient[(k + 1) * shape.stride() + i];
            }
            for (int k = 0; k < fed; k++) {
                gradient[sources.state() + i * fed + k] += stateGradient[k * shape.stride() + i];
            }
        }
        if (low != null) {
            low.addGradient(gradient);
        }
    }
}
