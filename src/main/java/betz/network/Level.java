// SPDX-License-Identifier: Apache-2.0
package betz.network;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a layer stands in a network.
 *
 * @param place from 0, the layer that hears the network's inputs
 * @param inputs number of values that it hears
 * @param outputs number of values that are read from it; only from the last
 * @param layout of its weights alone
 * @param offset of its weights among all
 * @param firstUnit number of units below it
 */
record Level(int place, Layer layer, int inputs, int outputs, WeightLayout layout, int offset, int firstUnit) {

    /** Returns the levels of a network with so many inputs and outputs, the first first. */
    static List<Level> of(Cell cell, int inputs, int outputs) {
        List<Level> levels = new ArrayList<>();
        int heard = inputs;
        int offset = 0;
        int units = 0;
        for (Layer layer : cell.layers()) {
            int place = levels.size();
            int read = place == cell.layers().size() - 1 ? outputs : 0;
            WeightLayout layout = layer.layout(heard, read);
            levels.add(new Level(place, layer, heard, read, layout, offset, units));
            offset += layout.size();
            units += layer.units();
            heard = layer.units();
        }
        return levels;
    }
}
