// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Activations;
import betz.math.Products;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link LstmDefinition} in single precision. */
final class LstmKernel extends FloatKernel {
    private static final int CANDIDATE = 2; // drive of g

    private final float[][] i;
    private final float[][] f;
    private final float[][] g;
    private final float[][] o;
    private final float[][] m; // memory before each step, [step][trial·stride + unit]
    private final float[] squashed; // tanh(m) after the step in hand
    private final float[] carried; // gradient of m after the step in hand

    LstmKernel(Lstm cell, Products products, Shape shape) {
        super(
                cell,
                products,
                shape,
                List.of(
                        Drive.Sources.both(cell, shape, 0),
                        Drive.Sources.both(cell, shape, 1),
                        Drive.Sources.both(cell, shape, 2),
                        Drive.Sources.both(cell, shape, 3)));
        i = drive(0).value;
        f = drive(1).value;
        g = drive(2).value;
        o = drive(3).value;
        m = new float[shape.steps() + 1][shape.batch() * shape.stride()];
        squashed = new float[shape.batch() * shape.stride()];
        carried = new float[shape.batch() * shape.stride()];
    }

    @Override
    float[] more() {
        return m[0];
    }

    @Override
    float[] moreGradient() {
        return carried;
    }

    @Override
    void rest(@Nullable Occasion occasion, float[] state) {
        Arrays.fill(carried, 0);
    }

    @Override
    void advance(int step, float[] before, float[] after) {
        float[] ii = i[step];
        float[] fi = f[step];
        float[] gi = g[step];
        float[] oi = o[step];
        float[] old = m[step];
        float[] memory = m[step + 1];
        Activations.sigmoid(ii);
        Activations.sigmoid(fi);
        Activations.tanh(gi);
        Activations.sigmoid(oi);
        for (int k = 0; k < memory.length; k++) {
            memory[k] = Math.fma(fi[k], old[k], ii[k] * gi[k]);
        }
        System.arraycopy(memory, 0, squashed, 0, squashed.length);
        Activations.tanh(squashed);
        for (int k = 0; k < after.length; k++) {
            after[k] = oi[k] * squashed[k];
        }
    }

    @Override
    int driven() {
        return CANDIDATE;
    }

    @Override
    void still(int step, int place) {
        state(step + 1)[place] = 0;
        m[step + 1][place] = 0;
    }

    @Override
    void stillBack(int place) {
        carried[place] = 0;
    }

    @Override
    void retreat(int step, float[] before, float[] after, float[] gradient) {
        System.arraycopy(m[step + 1], 0, squashed, 0, squashed.length);
        Activations.tanh(squashed);
        float[] ii = i[step];
        float[] fi = f[step];
        float[] gi = g[step];
        float[] oi = o[step];
        float[] old = m[step];
        for (int k = 0; k < gradient.length; k++) {
            float dh = gradient[k];
            float dm = Math.fma(dh * oi[k], 1 - squashed[k] * squashed[k], carried[k]);
            carried[k] = dm * fi[k];
            float di = dm * gi[k] * ii[k] * (1 - ii[k]);
            float dg = dm * ii[k] * (1 - gi[k] * gi[k]);
            ii[k] = di;
            gi[k] = dg;
            fi[k] = dm * old[k] * fi[k] * (1 - fi[k]);
            oi[k] = dh * squashed[k] * oi[k] * (1 - oi[k]);
            gradient[k] = 0;
        }
    }
}
