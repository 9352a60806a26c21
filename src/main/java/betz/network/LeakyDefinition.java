// SPDX-License-Identifier: Apache-2.0
package betz.network;

import org.jspecify.annotations.Nullable;

/** {@code h' = (1 - α)·h + α·φ(a)}, {@code a = W·h + b_hh + U·x + b_ih + n}. */
final class LeakyDefinition extends SingleDriveDefinition {
    private final double[] alpha;
    private final UnitNoise noise;
    private final double[][][] phi;

    LeakyDefinition(Leaky cell, Shape shape, double[] alpha) {
        super(cell, cell.activation(), SlopeSide.ROWS, shape);
        this.alpha = alpha;
        noise = new UnitNoise(cell.noise(), alpha, shape.batch());
        phi = new double[shape.steps()][shape.batch()][shape.units()];
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        super.begin(weights, occasion);
        noise.begin(occasion);
    }

    @Override
    double[] sloped(int step, int trial) {
        return phi[step][trial];
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            double a = recurrent(i, step, trial) + input(i, step, trial) + noise.next(trial, i);
            phi[step][trial][i] = activation.of(a);
            h[step + 1][trial][i] = (1 - alpha[i]) * h[step][trial][i] + alpha[i] * phi[step][trial][i];
        }
    }

    @Override
    void still(int step, int trial, int unit) {
        h[step + 1][trial][unit] = 0;
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = alpha[i] * later[i] * activation.slope(phi[step][trial][i]) + bend[i];
            earlier[i] += (1 - alpha[i]) * later[i];
            rowBack(i, step, trial, da, da, input);
        }
    }
}
