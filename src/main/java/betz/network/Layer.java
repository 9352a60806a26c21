// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.KindKey;
import betz.common.RandomStream;
import betz.math.Products;
import java.util.Collections;
import java.util.List;

/** One layer of units: a network of its own, or part of a {@link Stack}. */
@KindKey("cell")
public sealed interface Layer extends Cell permits FeedForward, Vanilla, Leaky, Gru, Lstm {
    @Override
    Layer withUnits(int other);

    @Override
    default List<Layer> layers() {
        return List.of(this);
    }

    /** Returns what is fixed about its weights. */
    default Structure structure() {
        return Structure.DEFAULT;
    }

    @Override
    default List<String> areas() {
        if (!(structure().connectivity() instanceof Connectivity.Areas several)) {
            return Collections.nCopies(units(), "network");
        }
        return several.areas().stream()
                .flatMap(area -> Collections.nCopies(area.units(), area.name()).stream())
                .toList();
    }

    /** Returns how many values per unit its state has. */
    default int stateVectors() {
        return 1;
    }

    /** Returns the number of gates, 1 for none: how many rows of weights every unit has. */
    int gates();

    /** Returns how many values per unit the kernel keeps of every trial and step for the way back. */
    int kept();

    @Override
    default int history(int inputs, int outputs) {
        int sums = structure().connectivity() instanceof Connectivity.LowRank low
                ? 2 * gates() * Products.stride(low.rank())
                : 0;
        return kept() * Products.stride(units()) + sums + Products.stride(1 + inputs) + Products.stride(outputs);
    }

    /**
     * Returns where the weights lie, named and shaped as in PyTorch; those of a recurrent cell unless it says otherwise.
     *
     * <p>{@code weight_ih} [gates·units x inputs], {@code weight_hh} [gates·units x units], {@code bias_ih}, {@code
     * bias_hh} [gates·units], {@code readout.weight} [outputs x units], {@code readout.bias} [outputs]. With low rank, in place of
     * {@code weight_hh}, {@code weight_hh.spread} [gates·units x rank] and {@code weight_hh.sums} [gates·rank x units]. Where the start is learned
     * also {@code initial_state} [states x state vectors·units].
     */
    @Override
    default WeightLayout layout(int inputs, int outputs) {
        int rows = gates() * units();
        var layout = WeightLayout.empty().and("weight_ih", rows, inputs);
        if (structure().connectivity() instanceof Connectivity.LowRank low) {
            layout = layout.and(WeightLayout.SPREAD, rows, low.rank())
                    .and(WeightLayout.SUMS, gates() * low.rank(), units());
        } else {
            layout = layout.and("weight_hh", rows, units());
        }
        layout = layout.and("bias_ih", rows, 1)
                .and("bias_hh", rows, 1)
                .and("readout.weight", outputs, units())
                .and("readout.bias", outputs, 1);
        int states = structure().start().states();
        return states == 0 ? layout : layout.and(WeightLayout.INITIAL_STATE, states, stateVectors() * units());
    }

    /**
     * Returns initial weights: recurrent ones gate by gate as the structure has it, input and read-out Glorot-uniform, biases 0 but for
     * {@link #readoutBias}.
     *
     * @param seed the scenario's
     * @return all weights in the order of {@link #layout}
     * @see <a href="https://proceedings.mlr.press/v9/glorot10a.html">Glorot &amp; Bengio (2010)</a>
     */
    @Override
    default double[] initial(int inputs, int outputs, long seed) {
        WeightLayout layout = layout(inputs, outputs);
        double[] weights = new double[layout.size()];
        var random = RandomStream.of(seed, "initial weights");
        for (int gate = 0; gate < gates(); gate++) {
            Initial.glorot(weights, gate * units() * inputs, units(), inputs, random);
            Initial.recurrent(weights, layout, this, gate, seed, random);
        }
        Initial.readout(weights, layout, readoutBias(), random);
        return weights;
    }
}
