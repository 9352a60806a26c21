// SPDX-License-Identifier: Apache-2.0
package betz.io;

import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Holds out one trial of each condition. */
final class RecordedSplit {
    private RecordedSplit() {}

    static RecordedReaches.Split of(Recording recording, long seed) {
        Set<Integer> held = new TreeSet<>();
        for (Condition condition : recording.trials().conditions()) {
            int[] own = IntStream.range(0, recording.trials().size())
                    .filter(trial -> recording.trials().get(trial).condition().equals(condition))
                    .toArray();
            if (own.length > 1) {
                held.add(
                        own[RandomStream.of(seed, "held-out", condition.index()).nextInt(own.length)]);
            }
        }
        if (held.isEmpty()) {
            throw new BadTable(List.of("No condition has two trials, expected one to learn from and one to hold out"));
        }
        int[] rest = IntStream.range(0, recording.trials().size())
                .filter(trial -> !held.contains(trial))
                .toArray();
        int[] out = held.stream().mapToInt(Integer::intValue).toArray();
        return new RecordedReaches.Split(select(recording, rest), select(recording, out));
    }

    /** Returns the chosen trials of a recording. */
    static Recording select(Recording recording, int... chosen) {
        var signals = recording.signals().stream()
                .map(signal -> select(signal, chosen))
                .toList();
        return new Recording(recording.trials().select(chosen), signals);
    }

    private static Signal select(Signal signal, int... chosen) {
        int size = signal.steps() * signal.channels().size();
        double[] values = new double[chosen.length * size];
        for (int i = 0; i < chosen.length; i++) {
            double[] own = Arrays.copyOfRange(signal.values(), chosen[i] * size, (chosen[i] + 1) * size);
            System.arraycopy(own, 0, values, i * size, size);
        }
        return new Signal(signal.name(), signal.unit(), chosen.length, signal.steps(), signal.channels(), values);
    }
}
