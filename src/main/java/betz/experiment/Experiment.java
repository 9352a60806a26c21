// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.analysis.Comparison;
import betz.common.Require;
import betz.common.Workers;
import betz.data.Recording;
import betz.io.DamagedData;
import betz.loop.Network;
import betz.loop.NetworkController;
import betz.loop.Observation;
import betz.loop.Rollout;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import betz.train.Diverged;
import betz.train.Trainer;
import betz.train.TrainingProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs one scenario: reference, training, held-out trials, comparison, report. */
public final class Experiment {
    private final Scenario scenario;
    private final Progress progress;
    private final int inputs;
    private final int outputs;

    private Experiment(Scenario scenario, Progress progress) {
        this.scenario = scenario;
        this.progress = progress;
        this.outputs = scenario.effector().muscles();
        this.inputs = Observation.rows(outputs);
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
        boolean outside =
                !to.toAbsolutePath().normalize().startsWith(run.toAbsolutePath().normalize());
        Require.that(outside, "--to", to.toString(), "a folder outside the run's own, which is not changed");
        var experiment = new Experiment(request.scenario(), progress);
        try (var workers = new Workers(1)) {
            Lessons lessons = new References(request.scenario(), workers).lessons();
            Judgement judgement = experiment.compare(lessons, experiment.last(run));
            Files.createDirectories(to);
            new RunWriter(request, id, judgement, to).writeReport(false);
        }
        return to.resolve("report.html");
    }

    private Checkpoint last(Path run) throws IOException {
        int iterations = scenario.training().iterations();
        var checkpoints = new Checkpoints(run.resolve("checkpoints"), progress);
        if (iterations == 0) {
            return start(checkpoints, false);
        }
        return checkpoints
                .newest()
                .filter(state -> state.iteration() == iterations)
                .orElseThrow(() -> new DamagedData(
                        run.resolve("checkpoints").toString(),
                        "no whole state after iteration " + iterations,
                        "the state that the run ended with"));
    }

    private Judgement judge(Workers workers, Path folder, boolean resume) throws IOException {
        progress.note("Simulating the reference.");
        Lessons lessons = new References(scenario, workers).lessons();
        lessons.notes().forEach(progress::note);
        lessons.warnings().forEach(progress::note);
        var checkpoints = new Checkpoints(folder.resolve("checkpoints"), progress);
        Checkpoint state = train(lessons.training(), workers, checkpoints, resume);
        progress.note("Comparing on held-out trials.");
        return compare(lessons, state);
    }

    private Checkpoint train(Recording training, Workers workers, Checkpoints checkpoints, boolean resume)
            throws IOException {
        var trainer = new Trainer(
                scenario.effector(), scenario.feedback(), network(), training, scenario.training(), scenario.seed());
        try {
            return trainer.run(start(checkpoints, resume), workers, new Keeper(checkpoints));
        } catch (Diverged diverged) {
            int updates = scenario.training().checkpoint();
            throw new DivergedRun(checkpoints.keep(diverged.lastGood(), updates), diverged);
        }
    }

    private Checkpoint start(Checkpoints checkpoints, boolean resume) throws IOException {
        var rule = (betz.train.Bptt) scenario.training().rule();
        double[] initial = scenario.network().initial(inputs, outputs, scenario.seed());
        var fresh = Checkpoint.start(initial, rule.optimiser());
        if (!resume) {
            return fresh;
        }
        var kept = checkpoints.newest();
        kept.ifPresent(state -> progress.note("Going on after iteration " + state.iteration() + "."));
        return kept.orElse(fresh);
    }

    private Network network() {
        return Network.of(scenario.network(), outputs, scenario.dt());
    }

    private Judgement compare(Lessons lessons, Checkpoint state) {
        var network = new NetworkController(network(), state.weights());
        Recording predicted = new Rollout(scenario.effector(), scenario.feedback())
                .run(network, lessons.heldOut().trials(), scenario.seed());
        Comparison comparison = Comparison.of(
                lessons.heldOut(), predicted, scenario.evaluation().onset(), scenario.seed());
        return new Judgement(lessons, state, predicted, comparison);
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
