// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.io.DamagedData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExperimentTest {
    private static final String[] CORTEX = {"reference=tuned-cortex", "reference.units=40"};

    @TempDir
    Path folder;

    private RunResult run(String results, int threads, String... overrides) throws IOException {
        return run(results, threads, false, new Tiny.Listener(), overrides);
    }

    private RunResult run(String results, int threads, boolean resume, Progress progress, String... overrides)
            throws IOException {
        var options = new RunOptions(folder.resolve(results), threads, resume);
        return Experiment.run(Tiny.request(folder, overrides), options, new Interruption(), progress);
    }

    @Test
    void every_byte_is_the_same_twice_and_with_any_number_of_threads() throws IOException {
        RunResult one = run("one", 1, CORTEX);

        Map<String, String> digests = Tiny.digests(one);
        assertThat(digests)
                .containsKeys("weights.safetensors", "report.html", "metrics.csv", "data/predicted.npz", "COMPLETE");
        assertThat(one.folder().resolve("analysis/tuning-cortex.json"))
                .content()
                .contains("\"low\" : null") // no interval was computed: JSON knows no NaN
                .doesNotContain("NaN");
        assertThat(Tiny.digests(run("again", 1, CORTEX))).isEqualTo(digests);
        assertThat(Tiny.digests(run("two", 2, CORTEX))).isEqualTo(digests);
    }

    @Test
    void a_run_that_is_there_is_shown_and_not_computed_again() throws IOException {
        RunResult first = run("results", 1);
        var listener = new Tiny.Listener();

        RunResult second = run("results", 2, false, listener);

        assertThat(listener.iterations).isZero();
        assertThat(listener.notes).containsExactly("This run is there already; it is shown, not computed again.");
        assertThat(second.metrics()).isEqualTo(first.metrics());
        assertThat(second.folder()).isEqualTo(first.folder());
        assertThat(second.verdict()).isEqualTo(first.verdict());
    }

    @Test
    void an_aborted_run_goes_on_from_its_newest_checkpoint_to_the_same_bytes() throws IOException {
        Map<String, String> whole = Tiny.digests(run("whole", 1));
        assertThatThrownBy(() -> run("broken", 1, false, new Tiny.Listener(5))).isInstanceOf(Tiny.Stopped.class);
        var listener = new Tiny.Listener();

        RunResult resumed = run("broken", 2, true, listener);

        assertThat(listener.notes).contains("Going on after iteration 4.");
        assertThat(listener.iterations).isEqualTo(2);
        assertThat(Tiny.digests(resumed)).isEqualTo(whole);
    }

    @Test
    void without_resume_an_aborted_run_begins_again() throws IOException {
        assertThatThrownBy(() -> run("broken", 1, false, new Tiny.Listener(5))).isInstanceOf(Tiny.Stopped.class);
        var listener = new Tiny.Listener();

        run("broken", 1, false, listener);

        assertThat(listener.iterations).isEqualTo(6);
    }

    @Test
    void weights_from_before_a_divergence_are_kept_and_their_place_is_told() {
        assertThatThrownBy(() -> run("lost", 1, "training.rule.optimiser.rate=1e300"))
                .isInstanceOf(DivergedRun.class)
                .hasMessageStartingWith("Training diverged at iteration 2")
                .hasMessageEndingWith("The last good weights are in "
                        + folder.resolve("lost/tiny")
                                .resolve(id("training.rule.optimiser.rate=1e300") + ".partial")
                                .resolve("checkpoints/00000001.checkpoint")
                        + ".");
    }

    private String id(String... overrides) {
        try {
            return RunId.of(Tiny.request(folder, overrides));
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    @Test
    void the_id_names_all_that_decides_the_outcome_and_nothing_else() throws IOException {
        Path recording = folder.resolve("reaches.csv");
        Files.writeString(recording, "a");
        String[] recorded = {"reference={kind: recorded, file: " + recording + "}"};
        String before = id(recorded);

        assertThat(id("dt=0.01 s", "seed=3")).isEqualTo(id()).matches("[0-9a-f]{16}");
        assertThat(id("seed=4")).isNotEqualTo(id());
        assertThat(id("network.units=17")).isNotEqualTo(id());
        Files.writeString(recording, "b");
        assertThat(id(recorded)).isNotEqualTo(before);
    }

    @Test
    void a_summary_that_is_damaged_is_told_as_such() throws IOException {
        Path analysis = Files.createDirectories(folder.resolve("analysis"));
        for (String text : new String[] {"", "{", "[]", "{\"metrics\": {}}"}) {
            Files.writeString(analysis.resolve("summary.json"), text);
            assertThatThrownBy(() -> StoredRun.read(folder))
                    .as(text)
                    .isInstanceOf(DamagedData.class)
                    .hasMessageContaining("summary.json is damaged");
        }
    }

    @Test
    void a_figure_that_could_not_be_computed_is_null_in_json() throws IOException {
        var result = new RunResult("0", folder, "", 0, Map.of("endpoint_error_m", Double.NaN), List.of());
        Files.createDirectories(folder.resolve("analysis"));
        Files.writeString(
                folder.resolve("analysis/summary.json"),
                "{\"id\": \"0\", \"verdict\": \"\", \"metrics\": {\"endpoint_error_m\": null}}");

        assertThat(result.json()).endsWith("\"metrics\":{\"endpoint_error_m\":null}}");
        assertThat(StoredRun.read(folder)).isEqualTo(result);
    }
}
