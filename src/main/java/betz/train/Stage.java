// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.Require;
import java.util.ArrayList;
import java.util.List;

/**
 * How far a training has come through the phases of its curriculum.
 *
 * @param begun updates before each phase that has begun, the first first
 * @param remembered updates before the first that the optimiser remembers
 */
public record Stage(List<Integer> begun, int remembered) {
    /** In the only phase, or the first. */
    public static final Stage FIRST = new Stage(List.of(0), 0);

    public Stage {
        begun = List.copyOf(begun);
        Require.that(!begun.isEmpty(), "begun", "no phase", "at least one phase");
        Require.count("remembered", remembered, 0, Integer.MAX_VALUE);
    }

    /** Returns the place of the phase, from 0. */
    public int phase() {
        return begun.size() - 1;
    }

    /** Returns the updates before the phase. */
    public int start() {
        return begun.get(phase());
    }

    /** Returns the updates of the phase that a training of so many updates has made. */
    public int done(int updates) {
        return updates - start();
    }

    /** Returns the part of a history, of one entry an update, that belongs to the phase; not a copy. */
    <T> List<T> own(List<T> history) {
        return history.subList(start(), history.size());
    }

    /** Returns the next phase, which begins after so many updates; the optimiser goes on with what it remembers, or afresh. */
    Stage next(int updates, boolean remembers) {
        List<Integer> all = new ArrayList<>(begun);
        all.add(updates);
        return new Stage(all, remembers ? remembered : updates);
    }
}
