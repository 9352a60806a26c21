// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.network.WeightLayout;
import betz.train.Checkpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that learn in phases. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CurriculumTest {
    private static final String CHECKPOINTS = "training.checkpoint=2";
    private static final String THREE = "curriculum=[{name: near, task: {distance: 5 cm}}, {training: {iterations: 4,"
            + " stop: {validation: 0.25, every: 2}}, frozen: [input]}, {name: last, training: {iterations: 2}}]";

    @TempDir
    Path folder;

    private final Tiny.Listener listener = new Tiny.Listener();

    private RunResult run(String results, boolean resume, Progress progress, String... words) throws IOException {
        var options = new RunOptions(folder.resolve(results), 2, resume);
        return Experiment.run(request(words), options, new Interruption(), progress);
    }

    /** Returns a run that draws few charts. */
    private Request request(String... words) throws IOException {
        var all = Stream.concat(Stream.of("analyses=[]"), Stream.of(words)).toArray(String[]::new);
        return Tiny.request(folder, all);
    }

    private Path run(String... words) throws IOException {
        return run("results", false, listener, words).folder();
    }

    private static Checkpoint end(Path run, int iteration) throws IOException {
        return CheckpointFile.read(run.resolve(String.format(Locale.ROOT, "checkpoints/%08d.checkpoint", iteration)))
                .state();
    }

    /** The optimiser remembers, batches and their noise go on: nothing tells one phase from two alike. */
    @ParameterizedTest
    @ValueSource(strings = {"adam", "sgd", "two-rate"})
    void two_phases_alike_are_one_twice_as_long(String optimiser) throws IOException {
        String kind = "training.rule.optimiser=" + optimiser;
        Path two = run(kind, CHECKPOINTS, "training.iterations=4", "curriculum=[{name: a}, {name: b}]");
        Path one = run(kind, CHECKPOINTS, "training.iterations=8");

        assertThat(end(two, 8).weights()).containsExactly(end(one, 8).weights());
        assertThat(two.resolve("data/predicted.npz")).hasSameBinaryContentAs(one.resolve("data/predicted.npz"));
        assertThat(end(two, 8).stage().begun()).containsExactly(0, 4);
    }

    @Test
    void a_phase_with_another_optimiser_starts_it_afresh() throws IOException {
        String phases = "curriculum=[{}, {training: {iterations: 1, rule: {optimiser: {kind: sgd, momentum: 0.5}}}}]";
        Path run = run(CHECKPOINTS, "training.iterations=4", phases);

        Checkpoint end = end(run, 5);

        assertThat(end.moments().length).isEqualTo(1);
        assertThat(end.stage().remembered()).isEqualTo(4);
        double[] step = difference(end.weights(), end(run, 4).weights());
        for (int i = 0; i < step.length; i++) {
            // the velocity after one step of gradient descent is the gradient, of which the weights took a hundredth
            assertThat(step[i]).isEqualTo(-0.01 * end.moments()[0][i], within(1e-15));
        }
    }

    private static double[] difference(double[] to, double[] from) {
        double[] difference = to.clone();
        Arrays.setAll(difference, i -> to[i] - from[i]);
        return difference;
    }

    @Test
    void parts_that_a_phase_freezes_stay_as_they_are_and_the_others_learn() throws IOException {
        String phases = "curriculum=[{}, {training: {iterations: 2}, frozen: [recurrent, bias, input]}]";
        Path run = run(CHECKPOINTS, "training.iterations=4", phases);

        double[] step = difference(end(run, 6).weights(), end(run, 4).weights());

        WeightLayout layout = Learner.of(Tiny.request(folder)).get(0).network().layout();
        for (WeightLayout.Block block : layout.blocks()) {
            double[] part = Arrays.copyOfRange(step, block.offset(), block.offset() + block.size());
            boolean isRead = block.name().startsWith("readout");
            assertThat(Arrays.stream(part).anyMatch(change -> change != 0))
                    .as(block.name())
                    .isEqualTo(isRead);
        }
    }

    @Test
    void each_phase_learns_from_the_trials_of_its_own_task() throws IOException {
        String near = "curriculum=[{task: {distance: 2 cm}}, {}]";
        Path first = run(CHECKPOINTS, "training.iterations=2", near);
        Path swapped = run(CHECKPOINTS, "training.iterations=2", "curriculum=[{}, {task: {distance: 2 cm}}]");
        Path never = run(CHECKPOINTS, "training.iterations=4");

        assertThat(end(first, 2).weights()).isNotEqualTo(end(never, 2).weights());
        assertThat(end(swapped, 2).weights()).containsExactly(end(never, 2).weights());
        assertThat(end(swapped, 4).weights()).isNotEqualTo(end(never, 4).weights());
    }

    /** Dies in an update, as a process may at any moment. */
    private final class Dying extends Tiny.Forwarding {
        private int left;

        Dying(int updates) {
            super(listener);
            left = updates;
        }

        @Override
        public void iteration(int done, int all, double loss, double gradientNorm) {
            if (--left == 0) {
                throw new Tiny.Stopped();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 4, 5, 7, 8, 9})
    void a_run_that_dies_in_any_phase_goes_on_to_the_same_bytes(int when) throws IOException {
        String[] words = {CHECKPOINTS, "training.iterations=3", THREE};
        Map<String, String> undisturbed = Tiny.digests(run("undisturbed", true, listener, words));

        assertThatThrownBy(() -> run("broken", true, new Dying(when), words)).isInstanceOf(Tiny.Stopped.class);

        assertThat(Tiny.digests(run("broken", true, listener, words))).isEqualTo(undisturbed);
    }

    /** Asks the run to stop in an update, from another thread as a signal does. */
    private final class Asking extends Tiny.Forwarding {
        private final Interruption interruption;
        private int left;

        Asking(Interruption interruption, int updates) {
            super(listener);
            this.interruption = interruption;
            left = updates;
        }

        @Override
        public void note(String text) {
            if (left == 0 && text.startsWith("Phase")) { // between the phases, before the first update of the next
                ask();
            }
        }

        @Override
        public void iteration(int done, int all, double loss, double gradientNorm) {
            if (--left == 0 && done < all) {
                ask();
            }
        }

        private void ask() {
            CompletableFuture.runAsync(() -> {
                        try {
                            var unused = interruption.ask();
                        } catch (IOException failed) {
                            throw new UncheckedIOException(failed);
                        }
                    })
                    .join();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_run_that_is_asked_to_stop_in_any_phase_goes_on_to_the_same_bytes(int when) throws IOException {
        String phases = "curriculum=[{task: {distance: 2 cm}}, {}, {task: {distance: 12 cm}}]"; // ever harder
        String[] words = {CHECKPOINTS, "training.iterations=2", phases};
        Map<String, String> undisturbed = Tiny.digests(run("undisturbed", true, listener, words));
        var interruption = new Interruption();
        var options = new RunOptions(folder.resolve("broken"), 2, true);

        try {
            var unused = Experiment.run(request(words), options, interruption, new Asking(interruption, when));
        } catch (BrokenOff asked) {
            assertThat(when).isLessThan(6); // after the last update there is nothing to ask in
        }

        assertThat(Tiny.digests(run("broken", true, listener, words))).isEqualTo(undisturbed);
    }

    private static final String FIELD =
            "curriculum=[{}, {perturbation: curl-field, catches: {share: 0.3, perturbation:" + " channel}}, {}]";

    @Test
    void a_run_whose_hand_is_perturbed_goes_on_to_the_same_bytes() throws IOException {
        String[] words = {CHECKPOINTS, "training.iterations=3", FIELD};
        Map<String, String> undisturbed = Tiny.digests(run("undisturbed", true, listener, words));

        assertThatThrownBy(() -> run("broken", true, new Dying(5), words)).isInstanceOf(Tiny.Stopped.class);

        assertThat(Tiny.digests(run("broken", true, listener, words))).isEqualTo(undisturbed);
    }

    @Test
    void where_the_hand_went_is_told_of_every_update_only_where_a_phase_is_perturbed() throws IOException {
        Path plain = run("training.iterations=2", "curriculum=[{}, {}]");
        Path perturbed = run("training.iterations=2", FIELD);

        List<String> without = Files.readAllLines(plain.resolve("metrics.csv"));
        List<String> with = Files.readAllLines(perturbed.resolve("metrics.csv"));
        assertThat(without.get(0)).endsWith(",gradient_norm,clipped");
        assertThat(with.get(0)).isEqualTo(without.get(0) + ",deviation_m,direction_deg,channel_index");
        // up to the first update in the field nothing differs; without a field there is no index
        assertThat(with.get(2)).startsWith(without.get(2) + ",").endsWith(",");
        assertThat(with.get(3)).doesNotEndWith(",");
        assertThat(with)
                .allSatisfy(line -> assertThat(
                                line.chars().filter(c -> c == ',').count())
                        .isEqualTo(with.get(0).chars().filter(c -> c == ',').count()));
    }

    @Test
    void a_field_pushes_the_hand_to_the_right_and_leaves_it_swerving_to_the_left() throws IOException {
        String slow =
                "curriculum=[{training: {iterations: 60}}, {perturbation: {kind: curl-field, viscosity: 20 N*s/m},"
                        + " training: {iterations: 40}}, {}]";
        Path run = run("training.iterations=1", "training.trials=32", slow);

        List<Checkpoint.Update> history = end(run, 101).history();

        double first = history.get(60).hand().lateral();
        double last = history.get(99).hand().lateral();
        double after = history.get(100).hand().lateral();
        assertThat(first).isNegative();
        assertThat(Math.abs(last)).isLessThan(Math.abs(first));
        assertThat(after).isPositive();
    }

    @Test
    void best_is_the_best_state_of_the_last_phase() throws IOException {
        String easyThenHard =
                "curriculum=[{task: {distance: 1 cm}}, {task: {distance: 12 cm}, training: {iterations: 5}}]";
        Path run = run(CHECKPOINTS, "training.iterations=3", easyThenHard);

        Checkpoint best =
                CheckpointFile.read(run.resolve("checkpoints/best.checkpoint")).state();
        assertThat(best.stage().phase()).isEqualTo(1);
        double[] loss = end(run, 8).history().stream()
                .mapToDouble(update -> update.loss().total())
                .toArray();
        // regular states are 4, 6 and 8, of which the first has one update of its phase
        double[] recent = {loss[3], (loss[4] + loss[5]) / 2, (loss[6] + loss[7]) / 2};
        int lowest = recent[0] <= recent[1] && recent[0] <= recent[2] ? 0 : recent[1] <= recent[2] ? 1 : 2;
        assertThat(best.iteration()).isEqualTo(4 + 2 * lowest);
    }

    @Test
    void what_a_frozen_part_has_learnt_is_not_forgotten_meanwhile() throws IOException {
        String phases = "curriculum=[{}, {training: {iterations: 2}, frozen: [bias]}]";
        String twoRate = "training.rule.optimiser={kind: two-rate, fastRate: 0.01}";
        Path run = run(CHECKPOINTS, "training.iterations=4", twoRate, phases);

        WeightLayout.Block bias =
                Learner.of(Tiny.request(folder)).get(0).network().layout().block("bias_ih");
        double[] before = end(run, 4).moments()[0];
        double[] after = end(run, 6).moments()[0];
        assertThat(before[bias.offset()]).isNotZero();
        for (int i = bias.offset(); i < bias.offset() + bias.size(); i++) {
            assertThat(after[i]).isEqualTo(before[i]);
        }
        assertThat(after[0]).isNotEqualTo(before[0]);
    }

    @Test
    void it_reaches_in_other_trials_and_is_computed_again_as_any_run() throws IOException {
        Path run = run(CHECKPOINTS, "training.iterations=3", THREE);
        Path to = folder.resolve("rollout");

        FinishedRun finished = FinishedRun.open(run, listener);
        finished.rollout(List.of("task={kind: centre-out, targets: 3}", "evaluation.trials=6"), 3, to);

        assertThat(to.resolve("report.html")).isRegularFile();
        assertThatThrownBy(() -> finished.rollout(List.of("curriculum.0.task.distance=3 cm"), 3, folder.resolve("no")))
                .hasMessageContaining("phases are over");
        assertThat(finished.verify(2, new Interruption()).holds()).isTrue();
    }

    @Test
    void it_says_which_phase_it_is_in_and_what_became_of_each() throws IOException {
        Path run = run(CHECKPOINTS, "training.iterations=3", THREE);

        assertThat(listener.notes).contains("Phase 1, near.", "Phase 2.", "Phase 3, last.");
        assertThat(Files.readString(run.resolve("report.html")))
                .contains("Phase 1, near: iterations 1 to 3, loss", "Phase 3, last: iterations 8 to 9, loss");
        List<String> updates = Files.readAllLines(run.resolve("metrics.csv"));
        assertThat(updates.get(0)).startsWith("iteration,phase,loss,");
        assertThat(updates.stream().skip(1).map(line -> line.split(",", -1)[1]))
                .containsExactly("1", "1", "1", "2", "2", "2", "2", "3", "3");
    }

    @Test
    void a_phase_may_end_early_and_the_next_begins_then() throws IOException {
        String phases = "curriculum=[{training: {stop: {lossBelow: 1e9}}}, {training: {iterations: 2}}]";
        Path run = run(CHECKPOINTS, "training.iterations=50", phases);

        assertThat(end(run, 3).stage().begun()).containsExactly(0, 1);
        assertThat(listener.notes).contains("Training stopped after iteration 1 of 50: the loss is below 1.0E9.");
    }
}
