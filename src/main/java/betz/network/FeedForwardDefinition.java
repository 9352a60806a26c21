// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = φ(U·x + b)}; no step knows of another. */
final class FeedForwardDefinition extends Definition {
    private final Activation activation;
    private final int bias;

    FeedForwardDefinition(FeedForward cell, Shape shape) {
        super(cell, shape);
        activation = cell.activation();
        bias = cell.layout(shape.inputs(), shape.outputs()).block("hidden.bias").offset();
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            h[step + 1][trial][i] = activation.of(dot(i * shape.inputs(), x[step][trial]) + w[bias + i]);
        }
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = later[i] * activation.slope(h[step + 1][trial][i]);
            dotBack(i * shape.inputs(), x[step][trial], da, input);
            dw[bias + i] += da;
        }
    }
}
