// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.RandomStream;
import betz.common.Require;
import betz.math.Products;
import java.util.List;

/**
 * One hidden layer without memory: {@code h = φ(U·x + b)}. Each step is told by its input alone, as if no other had been.
 *
 * @param units number of units
 * @param activation φ
 * @param readout squashing of the outputs
 * @param readoutBias initial bias of the outputs, before squashing
 * @param weights where the initial weights come from, see {@link Cell#weights}
 */
@About(value = "One hidden layer without memory; the baseline of what recurrence buys.", equation = "h' = phi(U x + b)")
public record FeedForward(
        @About("Number of units.") int units,
        @About("What a unit makes of its drive.") Activation activation,
        @About("How an output is squashed.") Readout readout,

        @About("Initial bias of the outputs before squashing; -3 excites a muscle by 0.05.")
        double readoutBias,

        @About("Initial weights: drawn, or those of a .safetensors file with PyTorch's names, or of a finished run.")
        String weights)
        implements Layer {
    /** 128 tanh units whose outputs begin near 0.05. */
    public static final FeedForward DEFAULT = new FeedForward(128, Activation.TANH, Readout.SIGMOID, -3);

    public FeedForward {
        Require.count("units", units, 1, MOST_UNITS);
        Require.finite("readoutBias", readoutBias, "");
    }

    /** Takes a cell whose initial weights are drawn. */
    public FeedForward(int units, Activation activation, Readout readout, double readoutBias) {
        this(units, activation, readout, readoutBias, DRAWN);
    }

    @Override
    public FeedForward withUnits(int other) {
        return new FeedForward(other, activation, readout, readoutBias, weights);
    }

    @Override
    public int gates() {
        return 1;
    }

    @Override
    public int kept() {
        return 2; // state; drive
    }

    /**
     * Returns where the weights lie, named and shaped as two of PyTorch's Linear.
     *
     * <p>{@code hidden.weight} [units x inputs], {@code hidden.bias} [units], {@code readout.weight} [outputs x units],
     * {@code readout.bias} [outputs].
     */
    @Override
    public WeightLayout layout(int inputs, int outputs) {
        int bias = units * inputs;
        int read = bias + units;
        return new WeightLayout(List.of(
                new WeightLayout.Block("hidden.weight", units, inputs, 0),
                new WeightLayout.Block("hidden.bias", units, 1, bias),
                new WeightLayout.Block("readout.weight", outputs, units, read),
                new WeightLayout.Block("readout.bias", outputs, 1, read + outputs * units)));
    }

    /** Returns initial weights: both layers Glorot-uniform, biases 0 but for {@link #readoutBias}. */
    @Override
    public double[] initial(int inputs, int outputs, long seed) {
        WeightLayout layout = layout(inputs, outputs);
        double[] weights = new double[layout.size()];
        var random = RandomStream.of(seed, "initial weights");
        Initial.glorot(weights, 0, units, inputs, random);
        Initial.readout(weights, layout, readoutBias, random);
        return weights;
    }

    @Override
    public NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt) {
        int bias = layout(inputs, outputs).block("hidden.bias").offset();
        var sources = new Drive.Sources(0, Drive.Sources.NONE, LowRankState.Place.NONE, List.of(bias));
        return new PlainUnits(this, activation, products, new Shape(inputs, units, outputs, batch, steps), sources);
    }

    @Override
    public DrivenKernel definition(int inputs, int outputs, int batch, int steps, double dt) {
        return new FeedForwardDefinition(this, new Shape(inputs, units, outputs, batch, steps));
    }
}
