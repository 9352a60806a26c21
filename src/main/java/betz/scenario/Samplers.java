// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.io.TrialTable;
import betz.task.DelayedReach;
import betz.task.Sampler;
import java.io.IOException;

/** Finds what makes the trials of a scenario. */
public final class Samplers {
    private Samplers() {}

    /**
     * Returns what makes a scenario's trials, which is read from a file where the task is a table.
     *
     * <p>Where the reference brings its own trials, the task is not used and its table is not read.
     *
     * @throws betz.io.BadTable with all problems of the table
     */
    public static Sampler of(Scenario scenario) throws IOException {
        if (scenario.task() instanceof Table table) {
            return scenario.reference() instanceof Recorded ? DelayedReach.DEFAULT : TrialTable.read(table.file());
        }
        return (Sampler) scenario.task();
    }
}
