// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class InterruptionTest {
    /** What a run leaves that nothing disturbs; computed once. */
    private static Map<String, String> undisturbed = Map.of();

    @TempDir
    Path folder;

    private final Interruption interruption = new Interruption();
    private final Tiny.Listener listener = new Tiny.Listener();

    private RunResult run(String results, boolean resume, Progress progress, String... overrides) throws IOException {
        var options = new RunOptions(folder.resolve(results), 2, resume);
        return Experiment.run(request(overrides), options, interruption, progress);
    }

    /** Returns a run that draws few charts. */
    private Request request(String... overrides) throws IOException {
        return Tiny.request(
                folder,
                Stream.concat(Stream.of("analyses=[]"), Stream.of(overrides)).toArray(String[]::new));
    }

    private RunResult resumed(String results, String... overrides) throws IOException {
        var options = new RunOptions(folder.resolve(results), 2, true);
        return Experiment.run(request(overrides), options, new Interruption(), listener);
    }

    /** Asks the run to stop in an iteration, from a thread of its own as a signal's. */
    private final class Asking extends Tiny.Forwarding {
        private final int when;
        private Optional<String> kept = Optional.empty();

        Asking(int when) {
            super(listener);
            this.when = when;
        }

        @Override
        public void iteration(int done, int all, double loss, double gradientNorm) {
            if (done == when) {
                kept = CompletableFuture.supplyAsync(this::ask).join();
            }
        }

        private Optional<String> ask() {
            try {
                return interruption.ask();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 6})
    void the_state_after_the_last_update_is_kept_and_gone_on_from_to_the_same_bytes(int when) throws IOException {
        if (undisturbed.isEmpty()) {
            undisturbed = Tiny.digests(resumed("undisturbed"));
        }
        var asking = new Asking(when);

        assertThatThrownBy(() -> run("broken", false, asking)).isInstanceOf(BrokenOff.class);
        RunResult whole = resumed("broken");

        assertThat(asking.kept).contains("after iteration " + when + " of 6");
        assertThat(listener.notes).contains("Going on after iteration " + when + ".");
        assertThat(Tiny.digests(whole)).isEqualTo(undisturbed);
    }

    @Test
    void a_run_that_is_asked_before_it_trains_stops_and_keeps_nothing() throws IOException {
        assertThat(interruption.ask()).isEmpty();

        assertThatThrownBy(() -> run("early", false, listener)).isInstanceOf(BrokenOff.class);

        assertThat(listener.iterations).isZero();
        try (var left = Files.list(folder.resolve("early/tiny"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .allMatch(name -> name.endsWith(".partial"))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"4,8", "3,6", "3,4", "1,6", "5,7"})
    void a_finished_run_goes_on_to_more_iterations_as_if_it_had_never_ended(int shorter, int longer)
            throws IOException {
        String more = "training.iterations=" + longer;
        Map<String, String> atOnce = Tiny.digests(resumed("at-once", more));
        RunResult first = resumed("twice", "training.iterations=" + shorter);
        Map<String, String> before = Tiny.digests(first);
        int trained = listener.iterations;

        RunResult continued = resumed("twice", more);

        assertThat(listener.notes)
                .containsSubsequence(
                        "Going on from run " + first.id() + ", a training of " + shorter + " iterations.",
                        "Going on after iteration " + shorter + ".");
        assertThat(listener.iterations - trained).isEqualTo(longer - shorter);
        assertThat(Tiny.digests(continued)).isEqualTo(atOnce);
        assertThat(Tiny.digests(first)).as("the finished run").isEqualTo(before);
    }

    @Test
    void baselines_of_a_finished_run_go_on_as_well() throws IOException {
        String both = "baselines=[{cell: vanilla, units: 8}]";
        Map<String, String> atOnce = Tiny.digests(resumed("at-once", both, "training.iterations=4"));
        resumed("twice", both, "training.iterations=2");

        assertThat(Tiny.digests(resumed("twice", both, "training.iterations=4")))
                .isEqualTo(atOnce);
    }

    @Test
    void only_a_run_that_differs_in_nothing_else_is_gone_on_from() throws IOException {
        resumed("out", "training.iterations=4", "seed=4");
        resumed("out", "training.iterations=8");

        resumed("out");

        assertThat(listener.notes).noneMatch(note -> note.startsWith("Going on"));
    }

    @Test
    void without_resume_a_longer_run_begins_at_the_beginning() throws IOException {
        resumed("out", "training.iterations=4");

        run("out", false, listener);

        assertThat(listener.notes).noneMatch(note -> note.startsWith("Going on"));
    }

    @Test
    void a_run_that_was_whole_when_its_process_died_is_published_and_shown() throws IOException {
        RunResult run = resumed("out");
        Path partial = run.folder().resolveSibling(run.id() + ".partial");
        Files.move(run.folder(), partial);
        assertThat(Results.runs(folder.resolve("out"))).isEmpty();
        int trained = listener.iterations;

        RunResult again = run("out", false, listener);

        assertThat(listener.iterations).isEqualTo(trained);
        assertThat(again.metrics()).isEqualTo(run.metrics());
        assertThat(partial).doesNotExist();
    }
}
