// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Workers;
import betz.data.Recording;
import betz.scenario.Phase;
import betz.train.Checkpoint;
import betz.train.Diverged;
import betz.train.Learning;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** The training of one network in a run: from the newest state that is kept, checkpoint by checkpoint, to its end. */
final class Course implements TrainingProgress {
    private final Learner learner;
    private final Checkpoints checkpoints;
    private final Interruption interruption;
    private final Progress progress;
    private Checkpoint from; // where the phase in hand goes on from

    Course(Learner learner, Checkpoints checkpoints, Interruption interruption, Progress progress) throws IOException {
        this.learner = learner;
        this.checkpoints = checkpoints;
        this.interruption = interruption;
        this.progress = progress;
        from = learner.start();
    }

    /**
     * Trains the network, phase by phase.
     *
     * @param lessons of every phase
     * @throws DivergedRun if training diverged; the last good state is kept
     * @throws BrokenOff if the run was asked to stop; the state is kept
     */
    Checkpoint run(List<Recording> lessons, Workers workers, boolean resume) throws IOException {
        try {
            begin(resume);
            Checkpoint end = phase(lessons, workers);
            while (learner.hasNext(end)) {
                from = learner.next(end);
                end = phase(lessons, workers);
            }
            return end;
        } catch (Diverged diverged) {
            throw new DivergedRun(checkpoints.keep(diverged.lastGood()), diverged);
        } finally {
            interruption.keepBy(null);
        }
    }

    private Checkpoint phase(List<Recording> lessons, Workers workers) {
        Phase phase = learner.phase(from);
        int place = from.stage().phase();
        if (lessons.size() > 1) {
            progress.note("Phase " + phase.called(place) + ".");
        }
        Checkpoint end = learner.train(lessons.get(place), from, workers, this);
        phase.training().ending(end).ifPresent(progress::note);
        return end;
    }

    private void begin(boolean resume) throws IOException {
        if (learner.iterations() == 0 && learner.isGiven()) {
            checkpoint(from); // weights in a file are rounded
        }
        if (!resume) {
            return;
        }
        checkpoints.tidy();
        var kept = checkpoints.newest();
        if (kept.isPresent()) {
            from = kept.get();
            progress.note("Going on after iteration " + from.iteration() + ".");
            if (learner.isOver(from)) {
                checkpoints.keep(from); // the end of another run is the end of this one
            }
        }
    }

    @Override
    public void begun(Learning learning) {
        interruption.keepBy(() -> {
            Checkpoint state = learning.state();
            if (learner.phase(state).training().isOver(state)) {
                checkpoints.keep(state);
            } else {
                checkpoints.pause(state);
            }
            return "after iteration " + state.iteration() + " of " + learner.iterations();
        });
    }

    @Override
    public void updated(int iteration, Checkpoint.Update update) {
        interruption.check();
        int all = learner.phase(from).training().iterations();
        progress.iteration(from.stage().done(iteration), all, update.loss().total(), update.gradientNorm());
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
