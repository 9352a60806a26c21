// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.About;
import betz.common.Require;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

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
 * @param stop what ends it earlier
 */
public record Training(
        @About("What is in the loop while it learns.") Mode mode,
        @About("How weights learn from the error.") LearningRule rule,
        @About("Number of updates.") int iterations,
        @About("Trials per update.") int batch,

        @About("Size of the fixed set of trials that batches are drawn from.")
        int trials,

        @About("Iterations between two checkpoints.") int checkpoint,
        @About("What it minimises.") Loss loss,
        @About("What ends it before the last iteration.") Stop stop) {
    /** A thousand updates of 64 trials. */
    public static final Training DEFAULT =
            new Training(Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1000, 64, 512, 100, Loss.DEFAULT);

    public Training {
        Require.count("iterations", iterations, 0, 10_000_000);
        Require.count("batch", batch, 1, 65_536);
        Require.count("trials", trials, stop.setsAside() ? 2 : 1, 1_000_000);
        Require.count("checkpoint", checkpoint, 1, 10_000_000);
    }

    /** Ends with the last iteration. */
    public Training(Mode mode, LearningRule rule, int iterations, int batch, int trials, int checkpoint, Loss loss) {
        this(mode, rule, iterations, batch, trials, checkpoint, loss, Stop.DEFAULT);
    }

    /** Tells whether a training, or this phase of one, that has come to this state has ended. */
    public boolean isOver(Checkpoint state) {
        return isOver(state.ofPhase(), state.checks());
    }

    boolean isOver(List<Checkpoint.Update> history, Checks checks) {
        return history.size() >= iterations || stop.reason(history, checks).isPresent();
    }

    /** Returns in a sentence or two why a training ended before its last iteration, and which weights it left if not the last. */
    public Optional<String> ending(Checkpoint state) {
        var sentences = new StringJoiner(" ");
        int done = state.stage().done(state.iteration());
        if (done < iterations) {
            stop.reason(state.ofPhase(), state.checks())
                    .ifPresent(reason -> sentences.add(
                            "Training stopped after iteration " + done + " of " + iterations + ": " + reason + "."));
        }
        int best = state.checks().countToBest() * stop.every();
        if (best > 0 && best < done) {
            sentences.add("The weights after iteration " + best + " are taken, the best on the trials set aside.");
        }
        return Optional.of(sentences.toString()).filter(text -> !text.isEmpty());
    }
}
