// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class KillTest {
    private static final String SCENARIO = """
            betz: 1
            name: kill
            reference: {kind: minimum-jerk}
            network: {cell: leaky, units: 16}
            training: {iterations: 60, batch: 4, trials: 8, checkpoint: 2}
            evaluation: {trials: 8}
            """;

    @TempDir
    Path folder;

    @Test
    void a_run_that_was_killed_again_and_again_ends_with_the_weights_of_an_undisturbed_one() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        Path killed = folder.resolve("killed");
        assertThat(start(undisturbed).waitFor()).isZero();

        for (int checkpoints = 1; checkpoints <= 3; checkpoints++) {
            Process run = start(killed);
            awaitCheckpoint(killed, run);
            run.destroyForcibly().waitFor();
        }
        assertThat(start(killed).waitFor()).isZero();

        assertThat(weights(killed)).hasSameBinaryContentAs(weights(undisturbed));
    }

    @Test
    void a_second_process_on_a_run_leaves_it_alone_and_names_the_first() throws Exception {
        Path results = folder.resolve("shared");
        Process first = start(results);
        awaitCheckpoint(results, first);
        assertThat(first.isAlive()).isTrue();

        Told second = Told.betz("run", folder.resolve("kill.yaml").toString(), "--out", results.toString());

        second.refused(
                3,
                lock(results).toString().replace(".lock", "") + " is in use by process " + first.pid()
                        + ". Wait until it ends, or choose another --out.");
        assertThat(first.waitFor()).isZero();
        assertThat(weights(results)).isNotEmptyFile();
    }

    private static Path lock(Path results) throws IOException {
        try (var files = Files.list(results.resolve("kill"))) {
            return files.filter(file -> file.toString().endsWith(".lock"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Moments in wall time cannot be seeded; whenever a process dies, the end must be the same. */
    @Test
    @Tag("slow")
    void ten_kills_at_any_moment_do_not_change_a_bit() throws Exception {
        Path undisturbed = folder.resolve("undisturbed");
        Path killed = folder.resolve("killed");
        long begun = System.nanoTime();
        assertThat(start(undisturbed).waitFor()).isZero();
        long whole = (System.nanoTime() - begun) / 1_000_000;

        for (int kill = 0; kill < 10; kill++) {
            long moment = (long)
                    (whole * RandomStream.of(whole, "moment of a kill", kill).nextDouble());
            Process run = start(killed);
            run.waitFor(moment, TimeUnit.MILLISECONDS);
            run.destroyForcibly().waitFor();
        }
        assertThat(start(killed).waitFor()).isZero();

        assertThat(weights(killed)).hasSameBinaryContentAs(weights(undisturbed));
        try (var left = Files.list(killed.resolve("kill"))) {
            assertThat(left).as("a run and nothing beside it").hasSize(1);
        }
    }

    private Process start(Path results) throws IOException {
        Path scenario = folder.resolve("kill.yaml");
        Files.writeString(scenario, SCENARIO);
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "betz.cli.Main",
                "run",
                scenario.toString(),
                "--resume",
                "--quiet",
                "--out",
                results.toString()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
    }

    /** Waits until the run has written one more checkpoint than it found, or has ended. */
    private static void awaitCheckpoint(Path results, Process run) throws Exception {
        long before = newest(results);
        while (newest(results) <= before && !run.waitFor(5, TimeUnit.MILLISECONDS)) {
            Thread.onSpinWait();
        }
    }

    private static long newest(Path results) throws IOException {
        if (!Files.isDirectory(results)) {
            return -1;
        }
        try (var walk = Files.find(
                results, 4, (path, about) -> path.getFileName().toString().matches("[0-9]+\\.checkpoint"))) {
            return walk.mapToLong(path -> Long.parseLong(path.getFileName().toString(), 0, 8, 10))
                    .max()
                    .orElse(-1);
        } catch (java.io.UncheckedIOException movedMeanwhile) {
            return -1;
        }
    }

    private static Path weights(Path results) throws IOException {
        try (var walk = Files.walk(results)) {
            return walk.filter(path -> path.endsWith("weights.safetensors"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
