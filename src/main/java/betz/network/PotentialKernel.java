// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Products;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link PotentialDefinition} in single precision. */
final class PotentialKernel extends FloatKernel {
    private final Activation activation;
    private final float[] alpha; // [trial·stride + unit]
    private final float[] one; // [trial·stride + unit]
    private final UnitNoise noise;
    private final float[][] drive;
    private final float[] v; // now, [trial·stride + unit]
    private final float[] slope; // φ' of a step
    private final float[] carried; // gradient of v past the drives

    PotentialKernel(Leaky cell, Products products, Shape shape, double[] alpha) {
        this(cell, products, shape, alpha, Drive.Sources.both(cell, shape, 0));
    }

    private PotentialKernel(Leaky cell, Products products, Shape shape, double[] alpha, Drive.Sources sources) {
        super(
                cell,
                products,
                shape,
                List.of(sources),
                DriveJacobian.of(cell.activation(), SlopeSide.COLUMNS, shape, sources));
        activation = cell.activation();
        this.alpha = shape.perUnit(alpha);
        noise = new UnitNoise(cell.noise(), alpha, shape.batch());
        drive = drive(0).value;
        v = new float[this.alpha.length];
        slope = new float[this.alpha.length];
        carried = new float[this.alpha.length];
        one = new float[this.alpha.length];
        Arrays.fill(one, 1);
    }

    @Override
    void rest(@Nullable Occasion occasion, float[] state) {
        noise.begin(occasion);
        Arrays.fill(carried, 0);
        System.arraycopy(state, 0, v, 0, v.length);
        activation.apply(state);
    }

    @Override
    void restBack(float[] gradient) {
        toPotential(state(0), gradient);
    }

    @Override
    float[] sloped(int step) {
        return state(step);
    }

    @Override
    void advance(int step, float[] before, float[] after) {
        float[] value = drive[step];
        addNoise(noise, value);
        for (int i = 0; i < v.length; i++) {
            v[i] = Math.fma(alpha[i], value[i] - v[i], v[i]);
            after[i] = v[i];
        }
        activation.apply(after);
    }

    @Override
    void still(int step, int place) {
        v[place] = 0;
        state(step + 1)[place] = (float) activation.of(0);
    }

    @Override
    void stillBack(int place) {
        carried[place] = 0;
    }

    @Override
    void retreat(int step, float[] before, float[] after, float[] gradient) {
        toPotential(after, gradient);
        float[] value = drive[step];
        for (int i = 0; i < v.length; i++) {
            value[i] = alpha[i] * gradient[i];
            carried[i] = gradient[i] - value[i];
            gradient[i] = 0;
        }
    }

    /** Turns the gradient of a rate into that of its potential. */
    private void toPotential(float[] rate, float[] gradient) {
        System.arraycopy(rate, 0, slope, 0, slope.length);
        activation.toGradient(slope, one, gradient);
        for (int i = 0; i < v.length; i++) {
            gradient[i] = slope[i] + carried[i];
        }
    }
}
