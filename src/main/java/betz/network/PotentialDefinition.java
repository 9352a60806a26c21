// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** {@code v' = (1 - α)·v + α·a}, {@code a = W·h + b_hh + U·x + b_ih + n}, {@code h = φ(v)}. */
final class PotentialDefinition extends SingleDriveDefinition {
    private final double[] alpha;
    private final UnitNoise noise;
    private final double[][] v; // now, [trial][unit]
    private final double[][] carried; // gradient of v past the drives, [trial][unit]

    PotentialDefinition(Leaky cell, Shape shape, double[] alpha) {
        super(cell, cell.activation(), SlopeSide.COLUMNS, shape);
        this.alpha = alpha;
        noise = new UnitNoise(cell.noise(), alpha, shape.batch());
        v = new double[shape.batch()][shape.units()];
        carried = new double[shape.batch()][shape.units()];
    }

    @Override
    public void begin(double[] weights, @Nullable Occasion occasion) {
        super.begin(weights, occasion);
        noise.begin(occasion);
    }

    @Override
    void start(int trial, double[] from) {
        Arrays.fill(carried[trial], 0);
        for (int i = 0; i < shape.units(); i++) {
            v[trial][i] = from[i];
            h[0][trial][i] = activation.of(from[i]);
        }
    }

    @Override
    void startBack(int trial, double[] later, double[] from) {
        for (int i = 0; i < shape.units(); i++) {
            from[i] = carried[trial][i] + later[i] * activation.slope(h[0][trial][i]);
        }
    }

    @Override
    double[] sloped(int step, int trial) {
        return h[step][trial];
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            double a = recurrent(i, step, trial) + input(i, step, trial) + noise.next(trial, i);
            v[trial][i] = (1 - alpha[i]) * v[trial][i] + alpha[i] * a;
            h[step + 1][trial][i] = activation.of(v[trial][i]);
        }
    }

    @Override
    void still(int step, int trial, int unit) {
        v[trial][unit] = 0;
        h[step + 1][trial][unit] = activation.of(0);
    }

    @Override
    void stillBack(int trial, int unit) {
        carried[trial][unit] = 0;
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double dv = carried[trial][i] + later[i] * activation.slope(h[step + 1][trial][i]);
            carried[trial][i] = (1 - alpha[i]) * dv + bend[i];
            rowBack(i, step, trial, alpha[i] * dv, alpha[i] * dv, input);
        }
    }
}
