// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Recording;
import betz.data.SpikeTrains;
import betz.math.StepMap;
import org.jspecify.annotations.Nullable;

/**
 * What is analysed: a recording of a cortex, a network, a person or a monkey, or what else an analysis may ask for.
 *
 * @param recorded signals over trials and steps
 * @param second the recording that it is compared with
 * @param trains when units spiked
 * @param map a network's step, with its input held still
 * @param seed of surrogates, resamples and starting points
 */
public record Subject(
        @Nullable Recording recorded,
        @Nullable Recording second,
        @Nullable SpikeTrains trains,
        @Nullable StepMap map,
        long seed) {
    /** Makes a subject of one recording. */
    public static Subject of(Recording recorded, long seed) {
        return new Subject(recorded, null, null, null, seed);
    }

    /** Makes a subject of a recording and of what it is compared with. */
    public static Subject of(Recording recorded, Recording second, long seed) {
        return new Subject(recorded, second, null, null, seed);
    }

    /** Returns the recording, which must be there. */
    public Recording recording() {
        return there(
                recorded,
                "data",
                "without a recording of signals",
                "a table with condition or trial, time, and a column for each unit");
    }

    /** Returns the recording to compare with, which must be there. */
    public Recording other() {
        return there(second, "second recording", "missing", "one to compare the data with");
    }

    /** Returns the spike trains, which must be there. */
    public SpikeTrains spikes() {
        return there(
                trains,
                "data",
                "without times of spikes",
                "a table with trial and time_s, and unit if there are several");
    }

    /** Returns the network's step, which must be there. */
    public StepMap network() {
        return there(map, "data", "without a network", "its weights W, U and b");
    }

    private static <T> T there(@Nullable T value, String name, String found, String expected) {
        Require.that(value != null, name, found, expected);
        return java.util.Objects.requireNonNull(value);
    }
}
