// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = φ(U·x + b)}; no step knows of another. */
final class FeedForwardDefinition extends Definition implements DrivenKernel {
    private final Activation activation;
    private final double[][][] a;
    private final int bias;

    FeedForwardDefinition(FeedForward cell, Shape shape) {
        super(cell, shape);
        activation = cell.activation();
        a = new double[shape.steps()][shape.batch()][shape.units()];
        bias = cell.layout(shape.inputs(), shape.outputs()).block("hidden.bias").offset();
    }

    @Override
    double jacobian(int step, int trial) {
        return 0;
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            a[step][trial][i] =
                    dot(w, i * shape.inputs(), x[step][trial]) + w[bias + i] + hearing.drive(step, trial, i);
            h[step + 1][trial][i] = activation.of(a[step][trial][i]);
        }
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = later[i] * activation.slope(h[step + 1][trial][i]);
            dotBack(w, dw, i * shape.inputs(), x[step][trial], da, input);
            dw[bias + i] += da;
        }
    }

    @Override
    public void drives(int step, double[][] drive) {
        transpose(a[step], drive);
    }
}
