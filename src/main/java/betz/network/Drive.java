// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Factor;
import betz.math.OuterSum;
import betz.math.Products;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One drive of all units in single precision, {@code W·h + b + U·x}, or the part of it that comes from one side, and its way back.
 *
 * <p>Rows of the input are {@code [1 | x]}, so that the bias is a row of U. What a cell makes of a drive takes its place, and so
 * does the gradient on the way back.
 */
final class Drive {
    /** [step][trial·stride + unit]; one step more than are taken, all zero. */
    final float[][] value;

    private final Shape shape;
    private final Sources sources;
    private final int ones; // columns of [1 | x] that count
    private final Factor fromInput;
    private final Factor toInput;
    private final @Nullable Factor fromState;
    private final @Nullable Factor toState;
    private final Factor block; // of gradients of the drive
    private final float[] inputGradient; // [1 | x][unit]
    private final float[] stateGradient; // [unit before][unit]
    private final float[] bias;

    /**
     * Where the weights of a drive begin in the array of all weights.
     *
     * @param input of U, [unit][input], or {@link #NONE}
     * @param state of W, [unit][unit], or {@link #NONE}
     * @param biases of every vector that is added, [unit]
     */
    record Sources(int input, int state, List<Integer> biases) {
        static final int NONE = -1;

        /** Returns the sources of a drive from input and state: one gate of a recurrent cell. */
        static Sources both(Cell cell, Shape shape, int gate) {
            Sources input = input(cell, shape, gate);
            Sources state = state(cell, shape, gate);
            return new Sources(
                    input.input(),
                    state.state(),
                    List.of(input.biases().get(0), state.biases().get(0)));
        }

        /** Returns the sources of a drive from the input alone. */
        static Sources input(Cell cell, Shape shape, int gate) {
            int first = gate * shape.units();
            int bias = cell.layout(shape.inputs(), shape.outputs())
                    .block("bias_ih")
                    .offset();
            return new Sources(first * shape.inputs(), NONE, List.of(bias + first));
        }

        /** Returns the sources of a drive from the state alone. */
        static Sources state(Cell cell, Shape shape, int gate) {
            WeightLayout layout = cell.layout(shape.inputs(), shape.outputs());
            int first = gate * shape.units();
            int weights = layout.block("weight_hh").offset() + first * shape.units();
            return new Sources(NONE, weights, List.of(layout.block("bias_hh").offset() + first));
        }
    }

    Drive(Products products, Shape shape, Sources sources) {
        this.shape = shape;
        this.sources = sources;
        ones = sources.input() == Sources.NONE ? 1 : 1 + shape.inputs();
        value = new float[shape.steps() + 1][shape.batch() * shape.stride()];
        fromInput = products.factor(ones, shape.units());
        toInput = products.factor(shape.units(), ones);
        boolean fed = sources.state() != Sources.NONE;
        fromState = fed ? products.factor(shape.units(), shape.units()) : null;
        toState = fed ? products.factor(shape.units(), shape.units()) : null;
        block = products.factor(OuterSum.BLOCK, shape.units());
        inputGradient = new float[(1 + shape.inputs()) * shape.stride()];
        stateGradient = new float[fed ? shape.units() * shape.stride() : 0];
        bias = new float[shape.units()];
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
        }
        fromInput.setRow(0, 0, bias, 0, units);
        for (int i = 0; i < units; i++) {
            if (ones > 1) {
                int at = sources.input() + i * shape.inputs();
                fromInput.setColumn(i, 1, weights, at, shape.inputs());
                toInput.setRow(i, 1, weights, at, shape.inputs());
            }
            if (fromState != null && toState != null) {
                int at = sources.state() + i * units;
                fromState.setColumn(i, 0, weights, at, units);
                toState.setRow(i, 0, weights, at, units);
            }
        }
    }

    /** Computes the drive of a step from rows of input and state. */
    void compute(int step, float[] x, float[] h) {
        float[] sum = value[step];
        Arrays.fill(sum, 0);
        int batch = shape.batch();
        if (fromState != null) {
            fromState.multiply(h, 0, shape.stride(), batch, shape.units(), sum, 0, shape.stride());
        }
        fromInput.multiply(x, 0, shape.inputStride(), batch, ones, sum, 0, shape.stride());
    }

    /** Adds what the gradient in the drive's place means for the state. */
    void backToState(int step, float[] gradient) {
        if (toState != null) {
            toState.multiply(value[step], 0, shape.stride(), shape.batch(), shape.units(), gradient, 0, shape.stride());
        }
    }

    /** Adds what the gradient in the drive's place means for the input. */
    void backToInput(int step, float[] gradient) {
        if (ones > 1) {
            toInput.multiply(
                    value[step], 0, shape.stride(), shape.batch(), shape.units(), gradient, 0, shape.inputStride());
        }
    }

    /** Forgets the gradients of weights, and what is in the place of the drive of a step that was not taken. */
    void beginGradient(int step) {
        Arrays.fill(value[step], 0);
        Arrays.fill(inputGradient, 0);
        Arrays.fill(stateGradient, 0);
    }

    /** Adds up the gradients of U, bias and W over one block of inputs and states. */
    void addBlock(OuterSum inputs, OuterSum states) {
        inputs.take(value, shape.batch(), shape.stride(), shape.units(), block);
        inputs.add(block, inputGradient, shape.stride());
        if (fromState != null) {
            states.add(block, stateGradient, shape.stride());
        }
    }

    /** Adds the gradients of weights to those of all. */
    void addGradient(double[] gradient) {
        int units = shape.units();
        for (int i = 0; i < units; i++) {
            for (int offset : sources.biases()) {
                gradient[offset + i] += inputGradient[i];
            }
            for (int k = 1; k < ones; k++) {
                gradient[sources.input() + i * shape.inputs() + k - 1] += inputGradient[k * shape.stride() + i];
            }
            for (int k = 0; fromState != null && k < units; k++) {
                gradient[sources.state() + i * units + k] += stateGradient[k * shape.stride() + i];
            }
        }
    }
}
