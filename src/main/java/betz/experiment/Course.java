// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Workers;
import betz.data.Recording;
import betz.train.Checkpoint;
import betz.train.Diverged;
import betz.train.Learning;
import betz.train.Training;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The training of one network in a run: from the newest state that is kept, checkpoint by checkpoint, to its end. */
final class Course implements TrainingProgress {
    private final Learner learner;
    private final Training training;
    private final Checkpoints checkpoints;
    private final Interruption interruption;
    private final Progress progress;

    Course(Learner learner, Training training, Checkpoints checkpoints, Interruption interruption, Progress progress) {
        this.learner = learner;
        this.training = training;
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
    Checkpoint run(Recording lessons, Workers workers, boolean resume) throws IOException {
        try {
            Checkpoint end = learner.train(lessons, start(resume), workers, this);
            training.ending(end).ifPresent(progress::note);
            return end;
        } catch (Diverged diverged) {
            throw new DivergedRun(checkpoints.keep(diverged.lastGood()), diverged);
        } finally {
            interruption.keepBy(null);
        }
    }

    private Checkpoint start(boolean resume) throws IOException {
        Checkpoint fresh = learner.start();
        if (training.iterations() == 0 && learner.isGiven()) {
            checkpoint(fresh); // weights in a file are rounded
        }
        if (!resume) {
            return fresh;
        }
        checkpoints.tidy();
        var kept = checkpoints.newest();
        if (kept.isPresent()) {
            progress.note("Going on after iteration " + kept.get().iteration() + ".");
            if (training.isOver(kept.get())) {
                checkpoints.keep(kept.get()); // the end of another run is the end of this one
            }
        }
        return kept.orElse(fresh);
    }

    @Override
    public void begun(Learning learning) {
        interruption.keepBy(() -> {
            Checkpoint state = learning.state();
            if (training.isOver(state)) {
                checkpoints.keep(state);
            } else {
                checkpoints.pause(state);
            }
            return "after iteration " + state.iteration() + " of " + training.iterations();
        });
    }

    @Override
    public void updated(int iteration, Checkpoint.Update update) {
        interruption.check();
        progress.iteration(iteration, training.iterations(), update.loss().total(), update.gradientNorm());
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
