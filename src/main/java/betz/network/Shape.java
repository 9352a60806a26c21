// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;
import betz.math.Products;

/** Sizes that a kernel is made for. */
record Shape(int inputs, int units, int outputs, int batch, int steps) {
    Shape {
        Require.count("inputs", inputs, 0, 1 << 16);
        Require.count("outputs", outputs, 1, 1 << 16);
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
}
