// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;

/**
 * How long and from what the network learns.
 *
 * @param mode what is in the loop while it learns
 * @param rule how weights learn from the error
 * @param iterations number of updates
 * @param batch trials per update
 * @param trials size of the fixed set that batches are drawn from
 * @param checkpoint iterations between two checkpoints
 * @param loss what it minimises
 */
public record Training(
        @About("What is in the loop while it learns.") Mode mode,
        @About("How weights learn from the error.") LearningRule rule,
        @About("Number of updates.") int iterations,
        @About("Trials per update.") int batch,

        @About("Size of the fixed set of trials that batches are drawn from.")
        int trials,

        @About("Iterations between two checkpoints.") int checkpoint,
        @About("What it minimises.") Loss loss) {
    /** A thousand updates of 64 trials. */
    public static final Training DEFAULT =
            new Training(Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1000, 64, 512, 100, Loss.DEFAULT);

    public Training {
        Require.count("iterations", iterations, 0, 10_000_000);
        Require.count("batch", batch, 1, 65_536);
        Require.count("trials", trials, 1, 1_000_000);
        Require.count("checkpoint", checkpoint, 1, 10_000_000);
    }
}
