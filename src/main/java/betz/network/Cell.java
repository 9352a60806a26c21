// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.About;
import betz.common.KindKey;
import betz.math.Products;
import java.util.List;

/** A network with a read-out: its step rule and its size. */
@KindKey("cell")
@About("The step rule of the network.")
public sealed interface Cell permits Layer, Stack {
    /** Most units of a network. */
    int MOST_UNITS = 4096;

    /** Stands for initial weights that are drawn from the scenario's seed. */
    String DRAWN = "drawn";

    /** Returns the number of units. */
    int units();

    /** Returns this cell with another number of units. */
    Cell withUnits(int other);

    /** Returns how the read-out is squashed. */
    Readout readout();

    /** Returns the initial bias of every output, before squashing. */
    double readoutBias();

    /** Returns the name of the file or of the finished run that initial weights are taken from, or {@link #DRAWN}. */
    String weights();

    /** Returns its layers, the first first; itself alone where it is one. */
    List<Layer> layers();

    /** Returns the name of each unit's area or layer, or one name for all. */
    List<String> areas();

    /** Returns how many numbers in single precision the kernel keeps of every trial and step: units, inputs and outputs. */
    int history(int inputs, int outputs);

    /** Returns where the weights lie. */
    WeightLayout layout(int inputs, int outputs);

    /**
     * Returns initial weights, before the {@link Wiring}.
     *
     * @param seed the scenario's
     * @return all weights in the order of {@link #layout}
     */
    double[] initial(int inputs, int outputs, long seed);

    /** Returns the fast kernel, in single precision, with the products that are the fastest here. */
    default NetworkKernel kernel(int inputs, int outputs, int batch, int steps, double dt) {
        return kernel(Products.best(), inputs, outputs, batch, steps, dt);
    }

    /** Returns the fast kernel, in single precision. */
    NetworkKernel kernel(Products products, int inputs, int outputs, int batch, int steps, double dt);

    /** Returns the definition, in double precision: plain and slow. */
    NetworkKernel definition(int inputs, int outputs, int batch, int steps, double dt);
}
