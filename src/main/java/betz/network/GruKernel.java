// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;

/** {@link GruDefinition} in single precision; drives are r, z, the candidate's part from h, and its part from x. */
final class GruKernel extends RecurrentKernel {
    private final int units;
    private final float[][][] r;
    private final float[][][] z;
    private final float[][][] n;
    private final float[][][] m;

    private final float[] dr;
    private final float[] dz;
    private final float[] dm;
    private final float[] dn;

    GruKernel(Gru cell, Shape shape) {
        super(cell, shape, 3, 1);
        units = shape.units();
        r = new float[shape.steps()][shape.batch()][units];
        z = new float[shape.steps()][shape.batch()][units];
        n = new float[shape.steps()][shape.batch()][units];
        m = new float[shape.steps()][shape.batch()][units];
        dr = new float[units];
        dz = new float[units];
        dm = new float[units];
        dn = new float[units];
    }

    @Override
    void unpack(double[] weights, float[][] gate) {
        for (int row = 0; row < 3 * units; row++) {
            unpackRow(weights, row, gate[row]);
        }
        for (int row = 2 * units; row < 3 * units; row++) {
            copy(weights, biasIh + row, gate[row + units], 0, 1);
            copy(weights, row * shape.inputs(), gate[row + units], 1, shape.inputs());
            copy(weights, biasHh + row, gate[row], 0, 1);
            java.util.Arrays.fill(gate[row], 1, hidden, 0);
        }
    }

    @Override
    void pack(float[][] full, float[][] inputOnly, double[] gradient) {
        for (int row = 0; row < 3 * units; row++) {
            float[] fromInput = row < 2 * units ? full[row] : inputOnly[row - 2 * units];
            packRow(fromInput, full[row], row, gradient);
        }
    }

    @Override
    void advance(int step, int trial, float[] drive, float[] h, float[] next) {
        float[] ri = r[step][trial];
        float[] zi = z[step][trial];
        float[] ni = n[step][trial];
        float[] mi = m[step][trial];
        System.arraycopy(drive, outputs, ri, 0, units);
        System.arraycopy(drive, outputs + units, zi, 0, units);
        System.arraycopy(drive, outputs + 2 * units, mi, 0, units);
        System.arraycopy(drive, outputs + 3 * units, ni, 0, units);
        Activations.sigmoid(ri);
        Activations.sigmoid(zi);
        for (int i = 0; i < ni.length; i++) {
            ni[i] = Math.fma(ri[i], mi[i], ni[i]);
        }
        Activations.tanh(ni);
        for (int i = 0; i < ni.length; i++) {
            next[hidden + i] = Math.fma(zi[i], h[hidden + i] - ni[i], ni[i]);
        }
    }

    @Override
    void retreat(int step, int trial, float[] gradient, float[] h, float[] driveGradient) {
        float[] ri = r[step][trial];
        float[] zi = z[step][trial];
        float[] ni = n[step][trial];
        float[] mi = m[step][trial];
        for (int i = 0; i < dn.length; i++) {
            float dh = gradient[hidden + i];
            float da = dh * (1 - zi[i]) * (1 - ni[i] * ni[i]);
            dn[i] = da;
            dm[i] = da * ri[i];
            dr[i] = da * mi[i] * ri[i] * (1 - ri[i]);
            dz[i] = dh * (h[hidden + i] - ni[i]) * zi[i] * (1 - zi[i]);
            gradient[hidden + i] = dh * zi[i];
        }
        System.arraycopy(dr, 0, driveGradient, outputs, units);
        System.arraycopy(dz, 0, driveGradient, outputs + units, units);
        System.arraycopy(dm, 0, driveGradient, outputs + 2 * units, units);
        System.arraycopy(dn, 0, driveGradient, outputs + 3 * units, units);
    }
}
