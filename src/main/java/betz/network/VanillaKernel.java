// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@link VanillaDefinition} in single precision. */
final class VanillaKernel extends RecurrentKernel {
    private final PlainUnits units;

    VanillaKernel(Vanilla cell, Shape shape) {
        super(cell, shape, 1, 0);
        units = new PlainUnits(cell.activation(), shape.units());
    }

    @Override
    void unpack(double[] weights, float[][] gate) {
        for (int i = 0; i < shape.units(); i++) {
            unpackRow(weights, i, gate[i]);
        }
    }

    @Override
    void pack(float[][] full, float[][] inputOnly, double[] gradient) {
        for (int i = 0; i < shape.units(); i++) {
            packRow(full[i], full[i], i, gradient);
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
