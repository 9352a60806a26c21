// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = (1 - α)·h + α·φ(a)}, {@code a = W·h + b_hh + U·x + b_ih}. */
final class LeakyDefinition extends RecurrentDefinition {
    private final Leaky cell;
    private final double alpha;
    private final double[][][] phi;

    LeakyDefinition(Leaky cell, Shape shape, double alpha) {
        super(cell, shape);
        this.cell = cell;
        this.alpha = alpha;
        phi = new double[shape.steps()][shape.batch()][shape.units()];
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            phi[step][trial][i] = cell.activation().of(recurrent(i, step, trial) + input(i, step, trial));
            h[step + 1][trial][i] = (1 - alpha) * h[step][trial][i] + alpha * phi[step][trial][i];
        }
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = alpha * later[i] * cell.activation().slope(phi[step][trial][i]);
            earlier[i] += (1 - alpha) * later[i];
            rowBack(i, step, trial, da, da, earlier, input);
        }
    }
}
