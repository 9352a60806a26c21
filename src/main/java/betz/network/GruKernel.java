// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;
import betz.math.Products;
import java.util.List;

/** {@link GruDefinition} in single precision; the candidate has two drives, m from the state and n from the input. */
final class GruKernel extends FloatKernel {
    private static final int CANDIDATE = 3; // drive of n that r does not gate

    private final float[][] r;
    private final float[][] z;
    private final float[][] m;
    private final float[][] n;

    GruKernel(Gru cell, Products products, Shape shape) {
        super(
                cell,
                products,
                shape,
                List.of(
                        Drive.Sources.both(cell, shape, 0),
                        Drive.Sources.both(cell, shape, 1),
                        Drive.Sources.state(cell, shape, 2),
                        Drive.Sources.input(cell, shape, 2)));
        r = drive(0).value;
        z = drive(1).value;
        m = drive(2).value;
        n = drive(3).value;
    }

    @Override
    void advance(int step, float[] before, float[] after) {
        float[] ri = r[step];
        float[] zi = z[step];
        float[] mi = m[step];
        float[] ni = n[step];
        Activations.sigmoid(ri);
        Activations.sigmoid(zi);
        for (int i = 0; i < ni.length; i++) {
            ni[i] = Math.fma(ri[i], mi[i], ni[i]);
        }
        Activations.tanh(ni);
        for (int i = 0; i < ni.length; i++) {
            after[i] = Math.fma(zi[i], before[i] - ni[i], ni[i]);
        }
    }

    @Override
    int driven() {
        return CANDIDATE;
    }

    @Override
    void still(int step, int place) {
        state(step + 1)[place] = 0;
    }

    @Override
    void retreat(int step, float[] before, float[] after, float[] gradient) {
        float[] ri = r[step];
        float[] zi = z[step];
        float[] mi = m[step];
        float[] ni = n[step];
        for (int i = 0; i < gradient.length; i++) {
            float dh = gradient[i];
            float da = dh * (1 - zi[i]) * (1 - ni[i] * ni[i]);
            float dz = dh * (before[i] - ni[i]) * zi[i] * (1 - zi[i]);
            float dr = da * mi[i] * ri[i] * (1 - ri[i]);
            gradient[i] = dh * zi[i];
            mi[i] = da * ri[i];
            ri[i] = dr;
            zi[i] = dz;
            ni[i] = da;
        }
    }
}
