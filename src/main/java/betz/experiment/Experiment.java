// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Require;
import betz.common.Workers;
import betz.data.Recording;
import betz.io.DamagedData;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import betz.train.Diverged;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one scenario: reference, training, held-out trials, comparison, report. */
public final class Experiment {
    private static final String CHECKPOINTS = "checkpoints";

    private final Scenario scenario;
    private final Progress progress;
    private final List<Learner> learners;

    private Experiment(Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.progress = progress;
        this.learners = Learner.of(scenario);
    }

    /**
     * Runs a scenario, or shows the run that is already there.
     *
     * @throws FolderInUse if another process is at work on the same run
     * @throws DivergedRun if training diverged
     */
    public static RunResult run(Request request, RunOptions options, Progress progress) throws IOException {
        long begun = System.nanoTime();
        Scenario scenario = request.scenario();
        String id = RunId.of(request.bound());
        Path target = options.results().resolve(scenario.name()).resolve(id);
        if (RunFolder.isComplete(target)) {
            progress.note("This run is there already; it is shown, not computed again.");
            return StoredRun.read(target).withSeconds(seconds(begun));
        }
        try (RunFolder folder = RunFolder.open(target, options.resume());
                var workers = new Workers(options.threads())) {
            Judgement judgement;
            try (var log = new RunLog(folder.path(), progress)) {
                judgement = new Experiment(scenario, log).judge(workers, folder.path(), options.resume());
            }
            new RunWriter(request, id, judgement, folder.path()).write();
            folder.publish();
        }
        return StoredRun.read(target).withSeconds(seconds(begun));
    }

    /**
     * Computes the held-out trials of a run again and writes charts and report to a folder outside the run's own.
     *
     * @throws betz.common.BadSetting if the run is another one by now, since its recording or the numerics have changed, or
     *     if the folder is part of a run, which stays as it was published
     * @throws DamagedData if its last checkpoint is damaged
     */
    public static Path report(Path run, Path to, Progress progress) throws IOException {
        Request request = StoredRun.request(run);
        String id = RunId.of(request.bound());
        String made = StoredRun.read(run).id();
        Require.that(id.equals(made), "run", made, "the id that its scenario, recording and numerics have now, " + id);
        Require.that(isOutside(to, run), "--to", to.toString(), "a folder outside the run's own, which is not changed");
        var experiment = new Experiment(request.scenario(), progress);
        try (var workers = new Workers(1)) {
            Lessons lessons = new References(request.scenario(), workers).lessons();
            Judgement judgement = experiment.judged(lessons, run.resolve(CHECKPOINTS));
            Files.createDirectories(to);
            new RunWriter(request, id, judgement, to).writeReport(false);
        }
        return to.resolve("report.html");
    }

    /** Tells whether a folder is no part of a run, which stays as it was published. */
    static boolean isOutside(Path folder, Path run) {
        return !folder.toAbsolutePath()
                .normalize()
                .startsWith(run.toAbsolutePath().normalize());
    }

    private Judgement judged(Lessons lessons, Path folder) throws IOException {
        List<Trained> trained = new ArrayList<>();
        for (Learner learner : learners) {
            trained.add(learner.judge(lessons, last(learner, folder(folder, learner))));
        }
        return judgement(lessons, trained);
    }

    private Checkpoint last(Learner learner, Path folder) throws IOException {
        int iterations = scenario.training().iterations();
        if (iterations == 0) {
            return learner.start();
        }
        return new Checkpoints(folder, progress)
                .newest()
                .filter(state -> state.iteration() == iterations)
                .orElseThrow(() -> new DamagedData(
                        folder.toString(),
                        "no whole state after iteration " + iterations,
                        "the state that the run ended with"));
    }

    /** Baselines keep their checkpoints in folders of their own. */
    private Path folder(Path checkpoints, Learner learner) {
        return learner == learners.get(0) ? checkpoints : checkpoints.resolve(learner.name());
    }

    private Judgement judge(Workers workers, Path folder, boolean resume) throws IOException {
        progress.note("Simulating the reference.");
        Lessons lessons = new References(scenario, workers).lessons();
        lessons.notes().forEach(progress::note);
        lessons.warnings().forEach(progress::note);
        List<Trained> trained = new ArrayList<>();
        for (Learner learner : learners) {
            if (learners.size() > 1) {
                progress.note("Training the " + learner.name() + " network.");
            }
            var checkpoints = new Checkpoints(folder(folder.resolve(CHECKPOINTS), learner), progress);
            Checkpoint state = train(learner, lessons.training(), workers, checkpoints, resume);
            trained.add(learner.judge(lessons, state));
        }
        progress.note("Comparing on held-out trials.");
        return judgement(lessons, trained);
    }

    private static Judgement judgement(Lessons lessons, List<Trained> trained) {
        return new Judgement(lessons, trained.get(0), trained.subList(1, trained.size()));
    }

    private Checkpoint train(
            Learner learner, Recording training, Workers workers, Checkpoints checkpoints, boolean resume)
            throws IOException {
        try {
            return learner.train(training, start(learner, checkpoints, resume), workers, new Keeper(checkpoints));
        } catch (Diverged diverged) {
            int updates = scenario.training().checkpoint();
            throw new DivergedRun(checkpoints.keep(diverged.lastGood(), updates), diverged);
        }
    }

    private Checkpoint start(Learner learner, Checkpoints checkpoints, boolean resume) throws IOException {
        Checkpoint fresh = learner.start();
        if (!resume) {
            return fresh;
        }
        var kept = checkpoints.newest();
        kept.ifPresent(state -> progress.note("Going on after iteration " + state.iteration() + "."));
        return kept.orElse(fresh);
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    /** Keeps checkpoints on disk and tells of progress. */
    private final class Keeper implements TrainingProgress {
        private final Checkpoints checkpoints;

        Keeper(Checkpoints checkpoints) {
            this.checkpoints = checkpoints;
        }

        @Override
        public void updated(int iteration, Checkpoint.Update update) {
            progress.iteration(
                    iteration, scenario.training().iterations(), update.loss().total(), update.gradientNorm());
        }

        @Override
        public void checkpoint(Checkpoint state) {
            try {
                checkpoints.keep(state, scenario.training().checkpoint());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
