// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = φ(a)}, {@code a = W·h + b_hh + U·x + b_ih}. */
final class VanillaDefinition extends SingleDriveDefinition implements DrivenKernel {
    private final double[][][] a;

    VanillaDefinition(Vanilla cell, Shape shape) {
        super(cell, cell.activation(), SlopeSide.ROWS, shape);
        a = new double[shape.steps()][shape.batch()][shape.units()];
    }

    @Override
    double[] sloped(int step, int trial) {
        return h[step + 1][trial];
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            a[step][trial][i] = recurrent(i, step, trial) + input(i, step, trial);
            h[step + 1][trial][i] = activation.of(a[step][trial][i]);
        }
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = later[i] * activation.slope(h[step + 1][trial][i]) + bend[i];
            rowBack(i, step, trial, da, da, input);
        }
    }

    @Override
    public void drives(int step, double[][] drive) {
        transpose(a[step], drive);
    }
}
