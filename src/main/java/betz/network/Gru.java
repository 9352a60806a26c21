// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import betz.math.Products;

/**
 * Gated recurrent units as in PyTorch: {@code r, z = σ(W·h + b + U·x + c)}, {@code n = tanh(U·x + c + r∘(W·h + b))}, {@code
 * h' = (1 - z)∘n + z∘h}, each with its own weights, in the order r, z, n.
 *
 * @param units number of units
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 * @param structure of the weights
 * @param weights where the initial weights come from, see {@link Cell#weights}
 * @see <a href="https://doi.org/10.3115/v1/D14-1179">Cho et al. (2014)</a>
 */
@About(
        value = "Gated recurrent units.",
        equation = "r, z = sigmoid(W h + b_hh + U x + b_ih); n = tanh(Un x + bn + r (Wn h + b)); h' = (1 - z) n + z h",
        source = "doi:10.3115/v1/D14-1179")
public record Gru(
        @About("Number of units.") int units,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias,

        @About("What is fixed about the weights.") Structure structure,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Layer {
    /** 128 units whose outputs begin near 0.05. */
    public static final Gru DEFAULT = new Gru(128, Readout.SIGMOID, -3);

    public Gru {
        Require.count("units", units, 1, MOST_UNITS);
        Require.finite("readoutBias", readoutBias, "");
        structure.requireRates(false);
        structure.requireUnits(units);
    }

    /** Describes units whose initial weights are drawn. */
    public Gru(int units, Readout readout, double readoutBias, Structure structure) {
        this(units, readout, readoutBias, structure, DRAWN);
    }

    /** Describes dense units. */
    public Gru(int units, Readout readout, double readoutBias) {
        this(units, readout, readoutBias, Structure.DEFAULT);
    }

    @Override
    public Gru withUnits(int other) {
        return new Gru(other, readout, readoutBias, structure, weights);
    }

    @Override
    public int gates() {
        return 3;
    }

    @Override
    public int kept() {
        return 5; // state; four drives
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        return new GruKernel(this, products, new Shape(inputs, units, outputs, batch, steps));
    }

    @Override
    public NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        return new GruDefinition(this, new Shape(inputs, units, outputs, batch, steps));
    }
}
