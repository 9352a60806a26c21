// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import betz.common.RandomStream;
import betz.data.TrialBatch;
import betz.io.TrialTable;
import betz.task.DelayedReach;
import betz.task.Sampler;
import java.io.IOException;

/** Finds what makes the trials of a scenario, and draws them. */
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

    /** Returns the trials that a scenario, as it is during a phase, learns from; their go cues and targets are drawn by its seed. */
    public static TrialBatch training(Scenario phase) throws IOException {
        var random = RandomStream.of(phase.seed(), "training trials");
        return of(phase).sample(phase.training().trials(), phase.dt(), phase.effector(), random);
    }

    /** Returns the trials that a scenario is judged on, drawn by a seed. */
    public static TrialBatch heldOut(Scenario scenario, long seed) throws IOException {
        var random = RandomStream.of(seed, "held-out trials");
        return of(scenario).balanced(scenario.evaluation().trials(), scenario.dt(), scenario.effector(), random);
    }
}
