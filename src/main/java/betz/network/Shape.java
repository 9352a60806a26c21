// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.Require;

/** Sizes that a kernel is made for. */
record Shape(int inputs, int units, int outputs, int batch, int steps) {
    Shape {
        Require.count("inputs", inputs, 0, 1 << 16);
        Require.count("outputs", outputs, 1, 1 << 16);
        Require.count("batch", batch, 1, 1 << 20);
        Require.count("steps", steps, 1, 1 << 20);
    }
}
