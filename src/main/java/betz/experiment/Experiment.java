// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Workers;
import betz.math.Products;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs one scenario: reference, training, held-out trials, comparison, report. */
public final class Experiment {
    static final String CHECKPOINTS = "checkpoints";

    private final Request request;
    private final Origin origin;
    private final Progress progress;
    private final List<Learner> learners;

    private Experiment(Request request, Progress progress) throws IOException {
        this.request = request;
        this.origin = Origin.of(request);
        this.progress = progress;
        this.learners = Learner.of(request);
    }

    /**
     * Runs a scenario, or shows the run that is already there.
     *
     * @param interruption may stop it from another thread
     * @throws FolderInUse if another process is at work on the same run
     * @throws DivergedRun if training diverged
     * @throws BrokenOff if it was asked to stop
     * @throws FailedRun if a file could not be written after the run had begun
     */
    public static RunResult run(Request request, RunOptions options, Interruption interruption, Progress progress)
            throws IOException {
        long begun = System.nanoTime();
        String id = RunId.of(request);
        Path target = options.results().resolve(request.scenario().name()).resolve(id);
        if (!RunFolder.isComplete(target)) {
            try (RunFolder folder = RunFolder.open(target, options.resume())) {
                if (!RunFolder.isComplete(target)) { // a whole folder was found, or another process was faster
                    compute(request, id, folder, options, interruption, progress);
                    return StoredRun.read(target).withSeconds(seconds(begun));
                }
            }
        }
        RunFolder.tidy(target);
        progress.note("This run is there already; it is shown, not computed again.");
        return StoredRun.read(target).withSeconds(seconds(begun));
    }

    private static void compute(
            Request request,
            String id,
            RunFolder folder,
            RunOptions options,
            Interruption interruption,
            Progress progress)
            throws IOException {
        try (var workers = new Workers(options.threads())) {
            Judgement judgement;
            try (var log = new RunLog(folder.path(), progress)) {
                var experiment = new Experiment(request, log);
                if (options.resume()) {
                    experiment.takeOver(folder);
                }
                judgement = experiment.judge(workers, folder.path(), interruption, options.resume());
            }
            interruption.check();
            new RunWriter(request, id, judgement, folder.path()).write();
            interruption.whole(folder::publish);
        } catch (IOException | UncheckedIOException failed) {
            throw new FailedRun(folder.path(), failed);
        }
    }

    /** Goes on from a finished run of fewer iterations, unless this one has begun already. */
    private void takeOver(RunFolder folder) throws IOException {
        Path checkpoints = folder.path().resolve(CHECKPOINTS);
        if (Files.exists(checkpoints)) {
            return;
        }
        Optional<EarlierRun> earlier = EarlierRun.of(request, folder.runs());
        if (earlier.isPresent()) {
            progress.note("Going on from run " + earlier.get().id() + ", a training of "
                    + earlier.get().iterations() + " iterations.");
            Path others = earlier.get().folder().resolve(CHECKPOINTS);
            for (Learner learner : learners) {
                learner.checkpoints(checkpoints, origin, progress)
                        .takeOver(learner.checkpoints(others, origin, progress));
            }
        }
    }

    private Judgement judge(Workers workers, Path folder, Interruption interruption, boolean resume)
            throws IOException {
        progress.note("Simulating the reference.");
        Lessons lessons = new References(request.scenario(), workers).lessons();
        lessons.notes().forEach(progress::note);
        lessons.warnings().forEach(progress::note);
        Products.notice().ifPresent(progress::note);
        List<Trained> trained = new ArrayList<>();
        for (Learner learner : learners) {
            interruption.check();
            if (learners.size() > 1) {
                progress.note("Training the " + learner.name() + " network.");
            }
            var checkpoints = learner.checkpoints(folder.resolve(CHECKPOINTS), origin, progress);
            var course = new Course(learner, checkpoints, interruption, progress);
            trained.add(learner.judge(lessons, course.run(lessons.training(), workers, resume)));
        }
        progress.note("Comparing on held-out trials.");
        return Judgement.of(
                request.scenario(), lessons, trained, request.scenario().seed());
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }
}
