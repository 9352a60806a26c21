// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.Require;
import betz.math.Products;

/**
 * Long short-term memory as in PyTorch: {@code i, f, o = σ(W·h + b + U·x + c)}, {@code g = tanh(W·h + b + U·x + c)}, {@code m' = f∘m + i∘g}, {@code
 * h' = o∘tanh(m')}, each with its own weights, in the order i, f, g, o. The initial state is h, then the memory m.
 *
 * @param units number of units
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 * @param structure of the weights
 * @param weights where the initial weights come from, see {@link Cell#weights}
 * @see <a href="https://doi.org/10.1162/neco.1997.9.8.1735">Hochreiter &amp; Schmidhuber (1997)</a>
 * @see <a href="https://doi.org/10.1162/089976600300015015">Gers, Schmidhuber &amp; Cummins (2000)</a>, the forget gate
 */
@About(
        value = "Long short-term memory units.",
        equation = "i, f, o = sigmoid(W h + b_hh + U x + b_ih); g = tanh(the same); c' = f c + i g; h' = o tanh(c')",
        source = "doi:10.1162/neco.1997.9.8.1735")
public record Lstm(
        @About("Number of units.") int units,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias,

        @About("What is fixed about the weights.") Structure structure,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Layer {
    /** 128 units whose outputs begin near 0.05. */
    public static final Lstm DEFAULT = new Lstm(128, Readout.SIGMOID, -3);

    public Lstm {
        Require.count("units", units, 1, MOST_UNITS);
        Require.finite("readoutBias", readoutBias, "");
        structure.requireRates(false);
        structure.requireUnits(units);
    }

    /** Describes units whose initial weights are drawn. */
    public Lstm(int units, Readout readout, double readoutBias, Structure structure) {
        this(units, readout, readoutBias, structure, DRAWN);
    }

    /** Describes dense units. */
    public Lstm(int units, Readout readout, double readoutBias) {
        this(units, readout, readoutBias, Structure.DEFAULT);
    }

    @Override
    public Lstm withUnits(int other) {
        return new Lstm(other, readout, readoutBias, structure, weights);
    }

    @Override
    public int gates() {
        return 4;
    }

    @Override
    public int stateVectors() {
        return 2;
    }

    @Override
    public int kept() {
        return 6; // state; four drives; memory
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        return new LstmKernel(this, products, new Shape(inputs, units, outputs, batch, steps));
    }

    @Override
    public NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        return new LstmDefinition(this, new Shape(inputs, units, outputs, batch, steps));
    }
}
