// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import betz.common.Require;
import betz.common.Workers;
import betz.io.DamagedData;
import betz.loop.Observation;
import betz.network.Sense;
import betz.network.Start;
import betz.scenario.Recorded;
import betz.scenario.Scenario;
import betz.train.Checkpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A finished run whose trained networks are put to work again. */
public final class FinishedRun {
    private final Path folder;
    private final Request request;
    private final String id;
    private final Progress progress;

    private FinishedRun(Path folder, Request request, String id, Progress progress) {
        this.folder = folder;
        this.request = request;
        this.id = id;
        this.progress = progress;
    }

    /**
     * Opens a run.
     *
     * @throws betz.common.BadSetting if the run is another one by now, since its recording, its initial weights or the numerics have
     *     changed
     */
    public static FinishedRun open(Path folder, Progress progress) throws IOException {
        Request request = StoredRun.request(folder);
        String id = RunId.of(request);
        String made = StoredRun.read(folder).id();
        String now = "the id that its scenario, recording and initial weights have now with these numerics, " + id;
        Require.that(id.equals(made), "run", made, now);
        return new FinishedRun(folder, request, id, progress);
    }

    /**
     * Computes the held-out trials again and writes charts and report to a folder outside the run's own.
     *
     * @throws betz.common.BadSetting if the folder is part of the run, which stays as it was published
     * @throws DamagedData if its last checkpoint is damaged
     */
    public Path report(Path to) throws IOException {
        requireOutside("--to", to, folder);
        try (var workers = new Workers(1)) {
            Lessons lessons = new References(request.scenario(), workers).lessons();
            List<Trained> trained = new ArrayList<>();
            for (Learner learner : Learner.of(request)) {
                trained.add(learner.judge(lessons, last(learner)));
            }
            Files.createDirectories(to);
            Judgement judgement = Judgement.of(request.scenario(), lessons, trained, seed());
            new RunWriter(request, id, judgement, to).writeReport(false);
        }
        return to.resolve("report.html");
    }

    /** Returns the seed of the run. */
    public long seed() {
        return request.scenario().seed();
    }

    /**
     * Lets the trained networks reach in other trials, compares them with what the reference does there, and writes data,
     * comparison, charts and report to a folder outside the run's own.
     *
     * @param changed {@code key=value} words for what the trials ask and what is around the network
     * @param seed of the trials and of all noise in them; the run's own gives the trials that it was judged on
     * @return one sentence with numbers
     * @throws betz.scenario.BadScenario with all problems of the words
     * @throws betz.common.BadSetting if they make another network of it, or if the folder is part of the run
     */
    public String rollout(List<String> changed, long seed, Path to) throws IOException {
        requireOutside("--to", to, folder);
        Request trials = trials(changed);
        requireSameNetwork(trials.scenario());
        Request asked = trials.with(request.scenario().curriculum());
        try (var workers = new Workers(1)) {
            Lessons lessons = new References(trials.scenario(), workers, seed)
                    .lessons()
                    .doubted("These are other trials than the run was judged on. Their seed is " + seed + ".");
            List<Trained> trained = new ArrayList<>();
            for (Learner learner : Learner.of(asked)) {
                trained.add(learner.judge(lessons, last(learner), seed));
            }
            Files.createDirectories(to);
            Judgement judgement = Judgement.of(trials.scenario(), lessons, trained, seed);
            new RunWriter(asked, id, judgement, to).writeFiles();
            return Metrics.verdict(asked.scenario(), judgement);
        }
    }

    /** Returns the run's request with other trials and without its curriculum, since nothing is learnt in them. */
    private Request trials(List<String> changed) {
        for (String word : changed) {
            Require.that(
                    !word.startsWith("curriculum"),
                    "key=value",
                    word,
                    "no change of how the network learnt, whose phases are over");
        }
        List<String> words = new ArrayList<>(request.overrides());
        words.addAll(changed);
        words.add("curriculum=[]");
        Request read = Request.read(request.file(), words, request.runs());
        return new Request(read.file(), words.subList(0, words.size() - 1), read.bound(), read.runs());
    }

    private void requireSameNetwork(Scenario asked) {
        Scenario own = request.scenario();
        boolean same = own.network().equals(asked.network())
                && own.baselines().equals(asked.baselines())
                && own.training().equals(asked.training())
                && own.effector().muscles() == asked.effector().muscles();
        Require.that(same, "key=value", "another network", "no change of network, baselines, training or muscles");
        Require.that(
                senses(own).equals(senses(asked)),
                "feedback",
                "other senses",
                "the run's own channels, on and off as they were, which its network has learnt to use");
        Require.that(
                own.seed() == asked.seed(),
                "seed",
                Long.toString(asked.seed()),
                "the run's own, " + own.seed() + ", which its network was drawn from; other trials have --seed N");
        boolean anyTask = Learner.of(request).stream()
                .flatMap(learner -> learner.network().cell().layers().stream())
                .noneMatch(layer -> layer.structure().start() instanceof Start.PerCondition);
        Require.that(
                anyTask || own.task().equals(asked.task()),
                "task",
                "another one",
                "the run's own, since its network begins each condition of it in a state of its own");
        Require.that(
                !(asked.reference() instanceof Recorded),
                "reference",
                "recorded",
                "a reference that can reach in other trials, such as reference=minimum-jerk");
    }

    private static List<Sense> senses(Scenario scenario) {
        return Observation.of(scenario.feedback(), scenario.effector().muscles())
                .senses();
    }

    /**
     * Looks whether the run's files are those that it wrote, then computes all of it again and compares every file.
     *
     * @param threads worker threads; they never change a result
     * @throws DamagedData if its manifest cannot be read
     */
    public Verification verify(int threads, Interruption interruption) throws IOException {
        Verification files = Verification.ofFiles(folder);
        Path scratch = Files.createTempDirectory("betz-verify");
        try {
            var options = new RunOptions(scratch, threads, false);
            return files.with(
                    folder,
                    Experiment.run(request, options, interruption, progress).folder());
        } finally {
            RunFolder.deleteTree(scratch);
        }
    }

    /** Throws unless a folder is no part of a run, which stays as it was published. */
    static void requireOutside(String option, Path folder, Path run) {
        Require.that(
                !folder.toAbsolutePath()
                        .normalize()
                        .startsWith(run.toAbsolutePath().normalize()),
                option,
                folder.toString(),
                "a folder outside the run's own, which is not changed");
    }

    private Checkpoint last(Learner learner) throws IOException {
        int iterations = learner.iterations();
        if (iterations == 0) {
            return learner.start();
        }
        Path checkpoints = folder.resolve(Experiment.CHECKPOINTS);
        return learner.checkpoints(checkpoints, Origin.of(request), progress)
                .newest()
                .filter(learner::isOver)
                .orElseThrow(() -> new DamagedData(
                        checkpoints.toString(),
                        "no whole state of the " + learner.name() + " network after iteration " + iterations,
                        "the state that the run ended with"));
    }
}
