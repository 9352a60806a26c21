// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.Touched;
import betz.data.TrialBatch;
import java.util.List;

/**
 * What a network may know of a batch of trials before their first step.
 *
 * @param trials whose conditions may each have a state that they begin in, and which may touch units
 * @param draws where noise comes from
 * @param layer place of a layer in its stack, from 0: each has noise of its own
 * @param firstUnit number of units below that layer
 * @param areas name of the area of each unit of the stack, or none for a whole network
 */
public record Occasion(TrialBatch trials, Draws draws, int layer, int firstUnit, List<String> areas) {
    /** Describes trials for a whole network. */
    public Occasion(TrialBatch trials, Draws draws) {
        this(trials, draws, 0, 0, List.of());
    }

    /** Returns the same for one layer of a stack whose units have areas by these names. */
    Occasion forLayer(Level level, List<String> areasOfAll) {
        return new Occasion(trials, draws, level.place(), level.firstUnit(), areasOfAll);
    }

    /** Returns the stream of a trial's noise. */
    RandomStream noise(int trial) {
        return draws.stream(layer == 0 ? "unit noise" : "unit noise of layer " + layer, trial);
    }

    /** Returns what is done to the units of a layer, or of a network that is one. */
    List<Touched> touched(Layer own) {
        List<String> all = areas.isEmpty() ? own.areas() : areas;
        return Touched.of(trials, all, unit -> Double.NaN).stream()
                .map(touched -> touched.part(firstUnit, own.units()))
                .toList();
    }
}
