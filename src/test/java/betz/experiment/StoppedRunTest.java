// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run whose training ended before its last iteration is as whole as any other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoppedRunTest {
    /** Makes everything worse, so that training ends after the fourth look: the second is the best. */
    private static final List<String> HOPELESS = List.of(
            "analyses=[]",
            "training.rule.optimiser={kind: sgd, rate: 5}",
            "training.stop={validation: 0.25, every: 1, patience: 2}");

    private static final String ENDING = "Training stopped after iteration 4 of 6: no better for 2 iterations on the"
            + " trials set aside. The weights after iteration 2 are taken, the best on the trials set aside.";

    @TempDir
    Path folder;

    private final Tiny.Listener listener = new Tiny.Listener();

    private Request request(String... overrides) throws IOException {
        return Tiny.request(
                folder, Stream.concat(HOPELESS.stream(), Stream.of(overrides)).toArray(String[]::new));
    }

    private RunResult run(String results, Progress progress, String... overrides) throws IOException {
        var options = new RunOptions(folder.resolve(results), 2, true);
        return Experiment.run(request(overrides), options, new Interruption(), progress);
    }

    @Test
    void why_it_ended_is_told_in_the_log_the_summary_and_the_report() throws IOException {
        RunResult run = run("out", listener);

        assertThat(listener.notes).contains(ENDING);
        assertThat(listener.iterations).isEqualTo(4);
        assertThat(Files.readString(run.folder().resolve(StoredRun.SUMMARY))).contains(ENDING);
        assertThat(Files.readString(run.report())).contains(ENDING).contains("Trials set aside");
        assertThat(Files.readAllLines(run.folder().resolve("metrics.csv"))).hasSize(1 + 4);
    }

    @Test
    void its_weights_are_those_of_the_best_look() throws IOException {
        String best = Tiny.weights(run("out", listener));

        String shorter = Tiny.weights(run("shorter", listener, "training.iterations=2"));

        // the tensors are the same; the names of the runs beside them are not
        assertThat(best).isNotEqualTo(shorter);
        assertThat(tensors("out")).isEqualTo(tensors("shorter")).isNotEmpty();
    }

    private byte[] tensors(String results) throws IOException {
        Path run = Results.runs(folder.resolve(results)).get(0);
        byte[] file = Files.readAllBytes(run.resolve("weights.safetensors"));
        int header = java.nio.ByteBuffer.wrap(file)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getInt();
        return java.util.Arrays.copyOfRange(file, Long.BYTES + header, file.length);
    }

    @Test
    void it_is_reported_again_and_verified() throws IOException {
        RunResult run = run("out", listener);
        FinishedRun finished = FinishedRun.open(run.folder(), listener);

        Path report = finished.report(folder.resolve("again"));

        assertThat(Files.readString(report)).contains(ENDING);
        assertThat(finished.verify(2, new Interruption()).holds()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void it_goes_on_after_a_stop_in_any_iteration_to_the_same_bytes(int when) throws IOException {
        Map<String, String> straight = Tiny.digests(run("straight", listener));
        assertThatThrownBy(() -> run("broken", new Tiny.Listener(when))).isInstanceOf(Tiny.Stopped.class);

        assertThat(Tiny.digests(run("broken", listener))).isEqualTo(straight);
    }

    @Test
    void a_longer_run_goes_on_from_it_and_ends_where_it_ended() throws IOException {
        Map<String, String> atOnce = Tiny.digests(run("at-once", listener, "training.iterations=9"));
        run("twice", listener);
        int trained = listener.iterations;

        RunResult longer = run("twice", listener, "training.iterations=9");

        assertThat(listener.iterations).isEqualTo(trained);
        assertThat(listener.notes).contains("Going on after iteration 4.");
        assertThat(Tiny.digests(longer)).isEqualTo(atOnce);
    }

    @Test
    void a_longer_run_whose_rate_follows_a_cosine_does_not_go_on_from_a_shorter_one() throws IOException {
        String cosine = "training.rule.schedule=cosine";
        run("out", listener, cosine, "training.iterations=2");

        run("out", listener, cosine, "training.iterations=4");

        assertThat(listener.notes).noneMatch(note -> note.startsWith("Going on"));
    }
}
