// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Workers;
import betz.data.Recording;
import betz.train.Checkpoint;
import betz.train.Diverged;
import betz.train.Learning;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The training of one network in a run: from the newest state that is kept, checkpoint by checkpoint, to its end. */
final class Course implements TrainingProgress {
    private final Learner learner;
    private final int iterations;
    private final Checkpoints checkpoints;
    private final Interruption interruption;
    private final Progress progress;

    Course(Learner learner, int iterations, Checkpoints checkpoints, Interruption interruption, Progress progress) {
        this.learner = learner;
        this.iterations = iterations;
        this.checkpoints = checkpoints;
        this.interruption = interruption;
        this.progress = progress;
    }

    /**
     * Trains the network.
     *
     * @throws DivergedRun if training diverged; the last good state is kept
     * @throws BrokenOff if the run was asked to stop; the state is kept
     */
    Checkpoint run(Recording training, Workers workers, boolean resume) throws IOException {
        try {
            return learner.train(training, start(resume), workers, this);
        } catch (Diverged diverged) {
            throw new DivergedRun(checkpoints.keep(diverged.lastGood()), diverged);
        } finally {
            interruption.keepBy(null);
        }
    }

    private Checkpoint start(boolean resume) throws IOException {
        Checkpoint fresh = learner.start();
        if (!resume) {
            return fresh;
        }
        checkpoints.tidy();
        var kept = checkpoints.newest();
        kept.ifPresent(state -> progress.note("Going on after iteration " + state.iteration() + "."));
        return kept.orElse(fresh);
    }

    @Override
    public void begun(Learning learning) {
        interruption.keepBy(() -> {
            Checkpoint state = learning.state();
            if (state.iteration() == iterations) {
                checkpoints.keep(state);
            } else {
                checkpoints.pause(state);
            }
            return "after iteration " + state.iteration() + " of " + iterations;
        });
    }

    @Override
    public void updated(int iteration, Checkpoint.Update update) {
        interruption.check();
        progress.iteration(iteration, iterations, update.loss().total(), update.gradientNorm());
    }

    @Override
    public void checkpoint(Checkpoint state) {
        try {
            interruption.whole(() -> checkpoints.keep(state));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
