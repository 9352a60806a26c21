// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.ArrayList;
import java.util.List;

/** Keeps what a training tells, for tests. */
final class Kept implements TrainingProgress {
    final List<Checkpoint> states = new ArrayList<>();
    final List<Integer> iterations = new ArrayList<>();
    final List<Checkpoint.Update> updates = new ArrayList<>();

    @Override
    public void updated(int iteration, Checkpoint.Update update) {
        iterations.add(iteration);
        updates.add(update);
    }

    @Override
    public void checkpoint(Checkpoint state) {
        states.add(state);
    }
}
