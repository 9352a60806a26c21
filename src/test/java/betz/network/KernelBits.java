// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.math.Products;
import java.util.Arrays;

/** Prints a digest of what the fast kernels of some cells compute, with all products that this virtual machine has; a program. */
final class KernelBits {
    private KernelBits() {}

    public static void main(String[] args) {
        for (Products products : Products.all()) {
            String kind = products == Products.plain() ? "plain" : "vector";
            System.out.println(kind + " " + Long.toHexString(digest(products)));
        }
    }

    /** Returns a digest of outputs and gradients over 131 steps, of sizes that leave remainders of all tiles. */
    private static long digest(Products products) {
        long digest = 1;
        for (Cell cell :
                new Cell[] {new Leaky(37, 0.05, Activation.TANH, Readout.SIGMOID, 0), new Gru(19, Readout.LINEAR, 0)}) {
            var trial = new Passage(5, cell.units(), 3, 11, 131);
            double[] weights = Passage.jittered(cell, 5, 3);
            double[] gradient = new double[weights.length];
            NetworkKernel kernel = cell.kernel(products, 5, 3, 11, 131, 0.01);
            trial.forward(kernel, weights);
            trial.back(kernel, gradient);
            digest = 31 * digest + Arrays.hashCode(gradient);
            digest = 31 * digest + Arrays.deepHashCode(trial.output);
        }
        return digest;
    }
}
