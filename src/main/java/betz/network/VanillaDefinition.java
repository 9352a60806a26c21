// SPDX-License-Identifier: Apache-2.0
package betz.network;

/** {@code h' = φ(a)}, {@code a = W·h + b_hh + U·x + b_ih}. */
final class VanillaDefinition extends RecurrentDefinition {
    private final Activation activation;

    VanillaDefinition(Vanilla cell, Shape shape) {
        super(cell, shape);
        activation = cell.activation();
    }

    @Override
    void advance(int step, int trial) {
        for (int i = 0; i < shape.units(); i++) {
            h[step + 1][trial][i] = activation.of(recurrent(i, step, trial) + input(i, step, trial));
        }
    }

    @Override
    void retreat(int step, int trial, double[] later, double[] earlier, double[] input) {
        for (int i = 0; i < shape.units(); i++) {
            double da = later[i] * activation.slope(h[step + 1][trial][i]);
            rowBack(i, step, trial, da, da, earlier, input);
        }
    }
}
