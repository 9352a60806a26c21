// SPDX-License-Identifier: Apache-2.0
package betz.network;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.TrialBatch;

/**
 * What a network may know of a batch of trials before their first step.
 *
 * @param trials whose conditions may each have a state that they begin in
 * @param draws where noise comes from
 * @param layer place of a layer in its stack, from 0: each has noise of its own
 */
public record Occasion(TrialBatch trials, Draws draws, int layer) {
    /** Describes trials for a whole network. */
    public Occasion(TrialBatch trials, Draws draws) {
        this(trials, draws, 0);
    }

    /** Returns the same for one layer of a stack. */
    Occasion forLayer(int place) {
        return new Occasion(trials, draws, place);
    }

    /** Returns the stream of a trial's noise. */
    RandomStream noise(int trial) {
        return draws.stream(layer == 0 ? "unit noise" : "unit noise of layer " + layer, trial);
    }
}
