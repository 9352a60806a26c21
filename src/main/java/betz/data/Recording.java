// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.BadSetting;
import betz.common.Require;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What happened in a batch of trials: signals by name.
 *
 * <p>Names: {@code hand.position} m, {@code hand.velocity} m/s, {@code joint.angle} rad, {@code muscle.excitation} 1,
 * {@code muscle.activation} 1, {@code muscle.force} N (of motors N·m), {@code joint.torque} of motors N·m, {@code muscle.reflex}
 * 1, {@code unit.rate} (spikes/s for a cortex, 1 for a network).
 * Where the hand holds a {@link Handle}, position and velocity of the hand are those of its cursor.
 */
public final class Recording {
    private final TrialBatch trials;
    private final List<Signal> signals;

    /** Collects the signals of some trials. */
    public Recording(TrialBatch trials, List<Signal> signals) {
        for (Signal signal : signals) {
            Require.length("trials of " + signal.name(), signal.trials(), trials.size());
        }
        this.trials = trials;
        this.signals = List.copyOf(signals);
    }

    /** Returns what was asked. */
    public TrialBatch trials() {
        return trials;
    }

    /** Returns all signals in the order in which they were added. */
    public Collection<Signal> signals() {
        return signals;
    }

    /** Returns a signal if it was recorded. */
    public Optional<Signal> find(String name) {
        return signals.stream().filter(signal -> signal.name().equals(name)).findFirst();
    }

    /**
     * Returns a signal that must be there.
     *
     * @throws BadSetting if it is not, which names those that are
     */
    public Signal signal(String name) {
        return find(name)
                .orElseThrow(() -> new BadSetting(
                        "signals",
                        String.join(", ", signals.stream().map(Signal::name).toList()),
                        "also " + name));
    }

    /** Returns what happened in the trials whose go cue came; in all where it came in none. */
    public Recording going() {
        int[] going = IntStream.range(0, trials.size())
                .filter(trial -> trials.get(trial).goes())
                .toArray();
        return going.length == 0 || going.length == trials.size() ? this : select(going);
    }

    /** Returns what happened in the trials whose go cue did not come; nothing where it came in all. */
    public Optional<Recording> staying() {
        int[] staying = IntStream.range(0, trials.size())
                .filter(trial -> !trials.get(trial).goes())
                .toArray();
        return staying.length == 0 ? Optional.empty() : Optional.of(select(staying));
    }

    /** Returns what happened in some trials, in the order given. */
    public Recording select(int... chosen) {
        return new Recording(
                trials.select(chosen),
                signals.stream().map(signal -> signal.select(chosen)).toList());
    }

    /** Returns this recording with one more signal. */
    public Recording with(Signal signal) {
        var more = new ArrayList<>(signals);
        more.add(signal);
        return new Recording(trials, more);
    }
}
