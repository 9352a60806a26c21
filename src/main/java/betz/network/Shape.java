// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import betz.math.Products;

/** Sizes that a kernel is made for. */
record Shape(int inputs, int units, int outputs, int batch, int steps) {
    Shape {
        Require.count("inputs", inputs, 0, 1 << 16);
        Require.count("outputs", outputs, 0, 1 << 16); // none where a layer is not read
        Require.count("batch", batch, 1, 1 << 20);
        Require.count("steps", steps, 1, 1 << 20);
    }

    /** Returns the stride of rows of units in single precision. */
    int stride() {
        return Products.stride(units);
    }

    /** Returns the stride of rows {@code [1 | x]}. */
    int inputStride() {
        return Products.stride(1 + inputs);
    }

    /** Returns the stride of rows of outputs. */
    int outputStride() {
        return Products.stride(outputs);
    }

    /** Returns a value per unit laid out as the states of a batch, [trial·stride + unit], zero between rows. */
    float[] perUnit(double[] value) {
        float[] rows = new float[batch * stride()];
        for (int trial = 0; trial < batch; trial++) {
            for (int i = 0; i < units; i++) {
                rows[trial * stride() + i] = (float) value[i];
            }
        }
        return rows;
    }
}
