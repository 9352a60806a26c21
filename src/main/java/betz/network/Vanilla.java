// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import betz.math.Products;

/**
 * Simple recurrent units: {@code h' = φ(W·h + U·x + b)}, as PyTorch's RNN; time is counted in steps, so dt changes nothing.
 *
 * @param units number of units
 * @param activation φ
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 * @param structure of the weights
 * @param weights where the initial weights come from, see {@link Cell#weights}
 * @see <a href="https://doi.org/10.1207/s15516709cog1402_1">Elman (1990)</a>
 */
@About(
        value = "Simple recurrent units: a new state from the input and the last state in every step.",
        equation = "h' = phi(W h + b_hh + U x + b_ih)",
        source = "doi:10.1207/s15516709cog1402_1")
public record Vanilla(
        @About("Number of units.") int units,
        @About("What a unit makes of its drive.") Activation activation,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias,

        @About("What is fixed about the weights.") Structure structure,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Layer {
    /** 128 tanh units whose outputs begin near 0.05. */
    public static final Vanilla DEFAULT = new Vanilla(128, Activation.TANH, Readout.SIGMOID, -3);

    public Vanilla {
        Require.count("units", units, 1, MOST_UNITS);
        Require.finite("readoutBias", readoutBias, "");
        structure.requireRates(activation.isRate());
        structure.requireUnits(units);
    }

    /** Describes units whose initial weights are drawn. */
    public Vanilla(int units, Activation activation, Readout readout, double readoutBias, Structure structure) {
        this(units, activation, readout, readoutBias, structure, DRAWN);
    }

    /** Describes dense units. */
    public Vanilla(int units, Activation activation, Readout readout, double readoutBias) {
        this(units, activation, readout, readoutBias, Structure.DEFAULT);
    }

    @Override
    public Vanilla withUnits(int other) {
        return new Vanilla(other, activation, readout, readoutBias, structure, weights);
    }

    @Override
    public int gates() {
        return 1;
    }

    @Override
    public int kept() {
        return 2; // state; drive
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        var shape = new Shape(inputs, units, outputs, batch, steps);
        return new PlainUnits(this, activation, products, shape, Drive.Sources.both(this, shape, 0));
    }

    @Override
    public DrivenKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        return new VanillaDefinition(this, new Shape(inputs, units, outputs, batch, steps));
    }
}
