// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Products;
import java.util.Arrays;
import java.util.List;

/** Units whose activity is {@code φ(drive)}, in single precision: of the state before, nothing stays but through the drive. */
final class PlainUnits extends FloatKernel {
    private final Activation activation;
    private final float[][] drive;
    private final float[] one; // [trial·stride + unit]

    PlainUnits(Layer cell, Activation activation, Products products, Shape shape, Drive.Sources sources) {
        super(cell, products, shape, List.of(sources), DriveJacobian.of(activation, SlopeSide.ROWS, shape, sources));
        this.activation = activation;
        drive = drive(0).value;
        one = new float[shape.batch() * shape.stride()];
        Arrays.fill(one, 1);
    }

    @Override
    void advance(int step, float[] before, float[] after) {
        System.arraycopy(drive[step], 0, after, 0, after.length);
        activation.apply(after);
    }

    @Override
    void retreat(int step, float[] before, float[] after, float[] gradient) {
        System.arraycopy(after, 0, drive[step], 0, after.length);
        activation.toGradient(drive[step], one, gradient);
        Arrays.fill(gradient, 0);
    }
}
