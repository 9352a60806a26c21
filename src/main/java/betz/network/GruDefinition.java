// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = (1 - z)∘n + z∘h}; see {@link Gru} for the gates r, z and n. */
final class GruDefinition extends RecurrentDefinition {
    private static final int CANDIDATE = 2; // place of n among r, z, n

    private final double[][][] r;
    private final double[][][] z;
    private final double[][][] n;
    /** W·h + b of the candidate, before r gates it. */
    private final double[][][] m;

    GruDefinition(Gru cell, Shape shape) {
        super(cell, shape);
        r = new double[shape.steps()][shape.batch()][shape.units()];
        z = new double[shape.steps()][shape.batch()][shape.units()];
        n = new double[shape.steps()][shape.batch()][shape.units()];
        m = new double[shape.steps()][shape.batch()][shape.units()];
    }

    @Override
    void advance(int step, int trial) {
        int units = shape.units();
        for (int i = 0; i < units; i++) {
            double ri = Activation.logistic(recurrent(i, step, trial) + input(i, step, trial));
            double zi = Activation.logistic(recurrent(units + i, step, trial) + input(units + i, step, trial));
            double mi = recurrent(2 * units + i, step, trial);
            double ni = StrictMath.tanh(input(2 * units + i, step, trial) + ri * mi);
            r[step][trial][i] = ri;
            z[step][trial][i] = zi;
            m[step][trial][i] = mi;
            n[step][trial][i] = ni;
            h[step + 1][trial][i] = (1 - zi) * ni + zi * h[step][trial][i];
        }
    }

    @Override
    int drivenGate() {
        return CANDIDATE;
    }

    @Override
    void still(int step, int trial, int unit) {
        h[step + 1][trial][unit] = 0;
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        int units = shape.units();
        for (int i = 0; i < units; i++) {
            double ri = r[step][trial][i];
            double zi = z[step][trial][i];
            double ni = n[step][trial][i];
            double da = later[i] * (1 - zi) * (1 - ni * ni);
            double dr = da * m[step][trial][i] * ri * (1 - ri);
            double dz = later[i] * (h[step][trial][i] - ni) * zi * (1 - zi);
            earlier[i] += later[i] * zi;
            rowBack(i, step, trial, dr, dr, input);
            rowBack(units + i, step, trial, dz, dz, input);
            rowBack(2 * units + i, step, trial, da * ri, da, input);
        }
    }
}
