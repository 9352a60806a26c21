// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.Arrays;

/** {@code m' = f∘m + i∘g}, {@code h' = o∘tanh(m')}; see {@link Lstm} for the gates i, f, g and o. */
final class LstmDefinition extends RecurrentDefinition {
    private static final int GATES = 4;
    private static final int CANDIDATE = 2; // place of g among i, f, g, o

    /** Gates in their order, [step][trial][gate·unit]. */
    private final double[][][] gates;
    /** Memory before each step, [step][trial][unit]. */
    private final double[][][] m;

    private final double[][] carried; // gradient of the memory after the step in hand, [trial][unit]

    LstmDefinition(Lstm cell, Shape shape) {
        super(cell, shape);
        gates = new double[shape.steps()][shape.batch()][GATES * shape.units()];
        m = new double[shape.steps() + 1][shape.batch()][shape.units()];
        carried = new double[shape.batch()][shape.units()];
    }

    @Override
    void start(int trial, double[] from) {
        super.start(trial, from);
        System.arraycopy(from, shape.units(), m[0][trial], 0, shape.units());
        Arrays.fill(carried[trial], 0);
    }

    @Override
    void startBack(int trial, double[] later, double[] from) {
        super.startBack(trial, later, from);
        System.arraycopy(carried[trial], 0, from, shape.units(), shape.units());
    }

    @Override
    void advance(int step, int trial) {
        int units = shape.units();
        double[] gate = gates[step][trial];
        for (int row = 0; row < GATES * units; row++) {
            double sum = recurrent(row, step, trial) + input(row, step, trial);
            gate[row] = row / units == 2 ? StrictMath.tanh(sum) : Activation.logistic(sum);
        }
        for (int k = 0; k < units; k++) {
            m[step + 1][trial][k] = gate[units + k] * m[step][trial][k] + gate[k] * gate[2 * units + k];
            h[step + 1][trial][k] = gate[3 * units + k] * StrictMath.tanh(m[step + 1][trial][k]);
        }
    }

    @Override
    int drivenGate() {
        return CANDIDATE;
    }

    @Override
    void still(int step, int trial, int unit) {
        h[step + 1][trial][unit] = 0;
        m[step + 1][trial][unit] = 0;
    }

    @Override
    void stillBack(int trial, int unit) {
        carried[trial][unit] = 0;
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        int units = shape.units();
        for (int k = 0; k < units; k++) {
            double i = gates[step][trial][k];
            double f = gates[step][trial][units + k];
            double g = gates[step][trial][2 * units + k];
            double o = gates[step][trial][3 * units + k];
            double squashed = StrictMath.tanh(m[step + 1][trial][k]);
            double dm = carried[trial][k] + later[k] * o * (1 - squashed * squashed);
            double di = dm * g * i * (1 - i);
            double df = dm * m[step][trial][k] * f * (1 - f);
            double dg = dm * i * (1 - g * g);
            double dout = later[k] * squashed * o * (1 - o);
            carried[trial][k] = dm * f;
            rowBack(k, step, trial, di, di, input);
            rowBack(units + k, step, trial, df, df, input);
            rowBack(2 * units + k, step, trial, dg, dg, input);
            rowBack(3 * units + k, step, trial, dout, dout, input);
        }
    }
}
