// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Products;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@link LeakyDefinition} in single precision. */
final class LeakyKernel extends FloatKernel {
    private final Activation activation;
    private final float[] alpha; // [trial·stride + unit]
    private final UnitNoise noise;
    private final float[][] phi;

    LeakyKernel(Leaky cell, Products products, Shape shape, double[] alpha) {
        this(cell, products, shape, alpha, Drive.Sources.both(cell, shape, 0));
    }

    private LeakyKernel(Leaky cell, Products products, Shape shape, double[] alpha, Drive.Sources sources) {
        super(
                cell,
                products,
                shape,
                List.of(sources),
                DriveJacobian.of(cell.activation(), SlopeSide.ROWS, shape, sources));
        activation = cell.activation();
        this.alpha = shape.perUnit(alpha);
        noise = new UnitNoise(cell.noise(), alpha, shape.batch());
        phi = drive(0).value;
    }

    @Override
    void rest(@Nullable Occasion occasion, float[] state) {
        noise.begin(occasion);
    }

    @Override
    float[] sloped(int step) {
        return phi[step];
    }

    @Override
    void advance(int step, float[] before, float[] after) {
        float[] value = phi[step];
        addNoise(noise, value);
        activation.apply(value);
        for (int i = 0; i < value.length; i++) {
            after[i] = Math.fma(alpha[i], value[i] - before[i], before[i]);
        }
    }

    @Override
    void still(int step, int place) {
        state(step + 1)[place] = 0;
    }

    @Override
    void retreat(int step, float[] before, float[] after, float[] gradient) {
        activation.toGradient(phi[step], alpha, gradient);
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] *= 1 - alpha[i];
        }
    }
}
