// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.data.Recording;
import betz.data.SpikeTrains;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a file of data holds: one of a recording, spike trains, or a network's weights.
 *
 * @param recording signals over trials and steps
 * @param spikes when units spiked
 * @param network weights
 * @param notes sentences that a reader of the results should know, such as which trials were dropped
 */
public record DataContent(
        @Nullable Recording recording,
        @Nullable SpikeTrains spikes,
        @Nullable NetworkWeights network,
        List<String> notes) {
    public DataContent {
        notes = List.copyOf(notes);
    }

    static DataContent of(Recording recording, List<String> notes) {
        return new DataContent(recording, null, null, notes);
    }

    static DataContent of(SpikeTrains spikes) {
        return new DataContent(null, spikes, null, List.of());
    }

    static DataContent of(NetworkWeights network) {
        return new DataContent(null, null, network, List.of());
    }
}
