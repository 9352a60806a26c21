// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to a run, as a process, where the system around it fails. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FaultsTest {
    private static final String SCENARIO = """
            betz: 1
            name: faults
            reference: {kind: minimum-jerk}
            network: {cell: leaky, units: 16}
            training: {iterations: 300, batch: 4, trials: 8, checkpoint: 100}
            evaluation: {trials: 8}
            analyses: []
            """;

    private static Map<String, String> undisturbed = Map.of();

    @TempDir
    Path folder;

    private Path scenario;
    private Path results;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("faults.yaml"), SCENARIO);
        results = folder.resolve("results");
    }

    private Told betz(String... more) {
        String[] words = {"run", scenario.toString(), "--out", results.toString(), "--quiet"};
        return Told.betz(
                java.util.stream.Stream.concat(java.util.stream.Stream.of(words), java.util.stream.Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Returns the growing folder of a run that was killed after its first checkpoint. */
    private Path unfinished() throws Exception {
        RunProcess run = RunProcess.start(scenario, results, "--quiet");
        assertThat(run.awaitFile("00000100.checkpoint")).isTrue();
        run.kill();
        return RunProcess.folder(results, "log.txt");
    }

    /** Returns what a run leaves that nothing disturbs; computed once. */
    private Map<String, String> undisturbed() throws Exception {
        if (undisturbed.isEmpty()) {
            Path other = folder.resolve("undisturbed");
            Told.betz("run", scenario.toString(), "--out", other.toString(), "--quiet")
                    .succeeded();
            undisturbed = RunProcess.digests(other);
        }
        return undisturbed;
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT", "HUP"})
    @DisabledOnOs(OS.WINDOWS)
    void a_signal_has_the_state_kept_tells_the_command_to_go_on_and_ends_with_status_5(String signal) throws Exception {
        RunProcess run = RunProcess.start(scenario, results);
        run.awaitFile(".checkpoint");
        boolean deaf = run.ignores(signal);
        if (deaf) {
            run.kill(); // it would go on to write where the test's folder is being deleted
        }
        assumeThat(deaf).as("these tests were started deaf to SIG" + signal).isFalse();
        run.signal(signal);

        Told told = run.told();

        assertThat(told.status()).isEqualTo(5);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().lines().toList())
                .endsWith("  betz run " + scenario + " --out " + results + " --resume")
                .anySatisfy(line -> assertThat(line)
                        .matches("Interrupted after iteration [0-9]+ of 300; that state is kept\\."
                                + " To finish the run, go on with"));
        assertThat(run.has(".lock")).as("the run tidied up").isFalse();
        betz("--resume").succeeded();
        assertThat(RunProcess.digests(results)).containsExactlyEntriesOf(undisturbed());
    }

    @Test
    void a_damaged_checkpoint_is_told_and_the_older_one_used() throws Exception {
        Path checkpoints = unfinished().resolve("checkpoints");
        Path newest = Files.write(checkpoints.resolve("00000200.checkpoint"), new byte[10]);

        Told told = Told.betz("run", scenario.toString(), "--out", results.toString(), "--resume");

        assertThat(told.status()).isZero();
        assertThat(told.err().lines())
                .containsSubsequence(
                        newest + " is damaged: found a file of 10 bytes whose checksum does not hold, expected a whole"
                                + " checkpoint. It is left aside.",
                        "Going on after iteration 100.");
        assertThat(RunProcess.digests(results)).containsExactlyEntriesOf(undisturbed());
    }

    @Test
    void a_checkpoint_of_another_scenario_is_refused_with_the_difference() throws Exception {
        Path stolen = unfinished().resolve("checkpoints/00000100.checkpoint");
        Told.betz("run", scenario.toString(), "seed=2", "--out", results.toString(), "--quiet")
                .succeeded();
        Path other = RunProcess.files(results).stream()
                .filter(file -> file.endsWith("checkpoints/00000300.checkpoint"))
                .findFirst()
                .orElseThrow();
        Files.copy(other, stolen, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        betz("--resume")
                .refused(
                        2,
                        stolen + " was reached with other settings: seed was 2 and is 1. Move it away, or begin again"
                                + " without --resume.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"log.txt", "metrics.csv", "report.html"})
    void a_full_disk_is_told_with_the_command_to_go_on_and_nothing_is_lost(String name) throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).exists();
        Path file = unfinished().resolve(name);
        Files.deleteIfExists(file);
        Files.createSymbolicLink(file, full);

        Told told = betz("--resume");

        assertThat(told.status()).isEqualTo(74);
        assertThat(told.err().lines().toList())
                .hasSize(3)
                .first(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                .startsWith(results.resolve("faults").toString())
                .endsWith(": No space left on device.");
        assertThat(told.err())
                .endsWith("Checkpoints that were written are kept. Once that is mended, go on with\n  betz run "
                        + scenario + " --out " + results + " --quiet --resume\n");
        Files.deleteIfExists(file);
        betz("--resume").succeeded();
        assertThat(RunProcess.digests(results)).containsExactlyEntriesOf(undisturbed());
    }

    @Test
    void a_file_in_the_place_of_a_run_is_left_alone_and_told_before_anything_is_computed() throws Exception {
        Path run = unfinished();
        Path target = run.resolveSibling(run.getFileName().toString().replace(".partial", ""));
        Files.writeString(target, "mine");

        betz("--resume").refused(74, target + " is a file, expected a folder or a free name.");

        assertThat(target).hasContent("mine");
    }

    @Test
    void a_file_in_the_place_of_the_results_is_left_alone_and_told() throws Exception {
        Files.writeString(results, "mine");

        betz().refused(74, results + " is a file, expected a folder or a free name.");

        assertThat(results).hasContent("mine");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void results_that_may_not_be_written_are_told_with_the_way_out() throws Exception {
        Files.createDirectories(results);
        assertThat(results.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(results)).as("a user whom permissions hold").isFalse();

        betz().refused(
                        74,
                        results.resolve("faults")
                                + " may not be read or written by this user. Choose another folder with --out.");
    }
}
