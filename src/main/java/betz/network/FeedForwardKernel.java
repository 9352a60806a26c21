// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@link FeedForwardDefinition} in single precision: all drives are fed by x alone. */
final class FeedForwardKernel extends FloatKernel {
    private final PlainUnits units;
    private final int bias;

    FeedForwardKernel(FeedForward cell, Shape shape) {
        super(cell, shape, 0, 1);
        units = new PlainUnits(cell.activation(), shape.units());
        bias = cell.layout(shape.inputs(), shape.outputs()).block("hidden.bias").offset();
    }

    @Override
    void unpack(double[] weights, float[][] gate) {
        for (int i = 0; i < shape.units(); i++) {
            copy(weights, bias + i, gate[i], 0, 1);
            copy(weights, i * shape.inputs(), gate[i], 1, shape.inputs());
        }
    }

    @Override
    void pack(float[][] full, float[][] inputOnly, double[] gradient) {
        for (int i = 0; i < shape.units(); i++) {
            add(inputOnly[i], 0, gradient, bias + i, 1);
            add(inputOnly[i], 1, gradient, i * shape.inputs(), shape.inputs());
        }
    }

    @Override
    void advance(int step, int trial, float[] drive, float[] h, float[] next) {
        units.advance(drive, outputs, next, hidden);
    }

    @Override
    void retreat(int step, int trial, float[] gradient, float[] h, float[] driveGradient) {
        units.retreat(after(step, trial), gradient, hidden, driveGradient, outputs);
    }
}
