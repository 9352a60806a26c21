// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@link LeakyDefinition} in single precision. */
final class LeakyKernel extends RecurrentKernel {
    private final Activation activation;
    private final float alpha;
    private final float[][][] phi;
    private final float[] slope;

    LeakyKernel(Leaky cell, Shape shape, double alpha) {
        super(cell, shape, 1, 0);
        activation = cell.activation();
        this.alpha = (float) alpha;
        phi = new float[shape.steps()][shape.batch()][shape.units()];
        slope = new float[shape.units()];
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
        float[] value = phi[step][trial];
        System.arraycopy(drive, outputs, value, 0, value.length);
        activation.apply(value);
        for (int i = 0; i < value.length; i++) {
            float old = h[hidden + i];
            next[hidden + i] = Math.fma(alpha, value[i] - old, old);
        }
    }

    @Override
    void retreat(int step, int trial, float[] gradient, float[] h, float[] driveGradient) {
        for (int i = 0; i < slope.length; i++) {
            slope[i] = alpha * gradient[hidden + i];
            gradient[hidden + i] *= 1 - alpha;
        }
        activation.applySlope(phi[step][trial], slope);
        System.arraycopy(slope, 0, driveGradient, outputs, slope.length);
    }
}
