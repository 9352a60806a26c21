// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.KindKey;
import betz.common.RandomStream;
import betz.math.Products;
import java.util.List;

/** A network of one layer of units with a read-out: its step rule and its size. */
@KindKey("cell")
@About("The step rule of the network.")
public sealed interface Cell permits FeedForward, Vanilla, Leaky, Gru {
    /** Most units of a network. */
    int MOST_UNITS = 4096;

    /** Returns the number of units. */
    int units();

    /** Returns this cell with another number of units. */
    Cell withUnits(int other);

    /** Returns how the read-out is squashed. */
    Readout readout();

    /** Returns the initial bias of every output, before squashing. */
    double readoutBias();

    /** Returns the number of gates, 1 for none: how many rows of weights every unit has. */
    int gates();

    /** Returns how many values per unit the kernel keeps of every trial and step for the way back. */
    int kept();

    /** Returns how many numbers in single precision the kernel keeps of every trial and step: units, inputs and outputs. */
    default int history(int inputs, int outputs) {
        return kept() * Products.stride(units()) + Products.stride(1 + inputs) + Products.stride(outputs);
    }

    /**
     * Returns where the weights lie, named and shaped as in PyTorch; those of a recurrent cell unless it says otherwise.
     *
     * <p>{@code weight_ih} [gates·units x inputs], {@code weight_hh} [gates·units x units], {@code bias_ih}, {@code
     * bias_hh} [gates·units], {@code readout.weight} [outputs x units], {@code readout.bias} [outputs].
     */
    default WeightLayout layout(int inputs, int outputs) {
        int rows = gates() * units();
        int hh = rows * inputs;
        int biasIh = hh + rows * units();
        int readout = biasIh + 2 * rows;
        return new WeightLayout(List.of(
                new WeightLayout.Block("weight_ih", rows, inputs, 0),
                new WeightLayout.Block("weight_hh", rows, units(), hh),
                new WeightLayout.Block("bias_ih", rows, 1, biasIh),
                new WeightLayout.Block("bias_hh", rows, 1, biasIh + rows),
                new WeightLayout.Block("readout.weight", outputs, units(), readout),
                new WeightLayout.Block("readout.bias", outputs, 1, readout + outputs * units())));
    }

    /**
     * Returns initial weights: recurrent orthogonal gate by gate, input and read-out Glorot-uniform, biases 0 but for
     * {@link #readoutBias}.
     *
     * @param seed the scenario's
     * @return all weights in the order of {@link #layout}
     * @see <a href="https://arxiv.org/abs/1312.6120">Saxe et al. (2014)</a>, orthogonal
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot &amp; Bengio (2010)</a>
     */
    default double[] initial(int inputs, int outputs, long seed) {
        WeightLayout layout = layout(inputs, outputs);
        double[] weights = new double[layout.size()];
        var random = RandomStream.of(seed, "initial weights");
        for (int gate = 0; gate < gates(); gate++) {
            int ih = gate * units() * inputs;
            Initial.glorot(weights, ih, units(), inputs, random);
            Initial.orthogonal(weights, layout.block("weight_hh").offset() + gate * units() * units(), units(), random);
        }
        Initial.readout(weights, layout, readoutBias(), random);
        return weights;
    }

    /** Returns the fast kernel, in single precision, with the products that are the fastest here. */
    default NetworkKernel kernel(int inputs, int outputs, int batch, int steps, double dt) {
        return kernel(Products.best(), inputs, outputs, batch, steps, dt);
    }

    /** Returns the fast kernel, in single precision. */
    NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt);

    /** Returns the definition, in double precision: plain and slow. */
    NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt);
}
