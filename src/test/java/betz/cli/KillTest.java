// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
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
            analyses: []
            """;

    /** As many as are wanted; few by default, since each costs two starts. */
    private static final int KILLS = Integer.getInteger("betz.kills", 10);

    @TempDir
    Path folder;

    private Path scenario;

    @BeforeEach
    void write() throws IOException {
        scenario = Files.writeString(folder.resolve("kill.yaml"), SCENARIO);
    }

    private RunProcess start(Path results) throws IOException {
        return RunProcess.start(scenario, results, "--resume", "--quiet");
    }

    private Map<String, String> undisturbed() throws Exception {
        Path results = folder.resolve("undisturbed");
        start(results).told().succeeded();
        return RunProcess.digests(results);
    }

    @Test
    void a_run_that_was_killed_again_and_again_ends_as_an_undisturbed_one() throws Exception {
        Path killed = folder.resolve("killed");

        for (String checkpoint : new String[] {"2", "12", "24"}) {
            RunProcess run = start(killed);
            run.awaitFile(checkpoint + ".checkpoint");
            run.kill();
        }
        start(killed).told().succeeded();

        assertThat(RunProcess.digests(killed)).containsExactlyEntriesOf(undisturbed());
    }

    @Test
    void a_second_process_on_a_run_leaves_it_alone_and_names_the_first() throws Exception {
        Path results = folder.resolve("shared");
        RunProcess first = start(results);
        assertThat(first.awaitFile(".checkpoint")).isTrue();

        Told second = Told.betz("run", scenario.toString(), "--out", results.toString());

        String lock = RunProcess.files(results).stream()
                .map(Path::toString)
                .filter(file -> file.endsWith(".lock"))
                .findFirst()
                .orElseThrow();
        second.refused(
                3,
                lock.replace(".lock", "") + " is in use by process " + first.pid()
                        + ". Wait until it ends, or choose another --out.");
        first.told().succeeded();
        assertThat(first.has("weights.safetensors")).isTrue();
    }

    /** Moments in wall time cannot be seeded; whenever a process dies, the end must be the same. */
    @Test
    @Tag("slow")
    void runs_that_were_killed_at_any_moment_all_end_as_an_undisturbed_one() throws Exception {
        long begun = System.nanoTime();
        Map<String, String> undisturbed = undisturbed();
        long whole = (System.nanoTime() - begun) / 1_000_000;
        var moments = new Moments(whole);

        for (int kill = 0; kill < KILLS; kill++) {
            Path killed = folder.resolve("killed-" + kill);
            RunProcess run = start(killed);
            moments.await(run, kill);
            moments.kill(run);
            Told.betz("run", scenario.toString(), "--out", killed.toString(), "--resume", "--quiet")
                    .succeeded();

            assertThat(RunProcess.digests(killed))
                    .as("after kill %d; %s", kill, moments)
                    .containsExactlyEntriesOf(undisturbed);
        }

        assertThat(moments.running)
                .as("kills that met a running process; %s", moments)
                .isGreaterThan(KILLS / 2);
        System.getLogger(KillTest.class.getName()).log(System.Logger.Level.INFO, moments.toString());
    }

    /** When runs are killed, and what they were doing. */
    private static final class Moments {
        private final long whole;
        private int running;
        private int writing;
        private int publishing;
        private int complete;

        Moments(long whole) {
            this.whole = whole;
        }

        /** Every fifth kill aims at a checkpoint that is being written, every fifth at the results, and at publication. */
        void await(RunProcess run, int kill) throws InterruptedException {
            RandomGenerator random = RandomStream.of(whole, "moment of a kill", kill);
            switch (kill % 5) {
                case 0 -> {
                    run.awaitFile(random.nextInt(1, 6) + ".checkpoint");
                    run.awaitFile(".tmp");
                }
                case 1 -> {
                    run.awaitFile("weights.safetensors");
                    run.await(random.nextInt(100));
                }
                case 2 -> run.awaitFile("manifest.json");
                default -> run.await((long) (whole * random.nextDouble()));
            }
        }

        void kill(RunProcess run) throws InterruptedException {
            running += run.isAlive() ? 1 : 0;
            run.kill();
            writing += run.has(".tmp") ? 1 : 0;
            publishing += run.has("weights.safetensors") ? 1 : 0;
            complete += run.has("COMPLETE") ? 1 : 0;
        }

        @Override
        public String toString() {
            return running + " of the runs were alive, " + writing + " left a file that was being written, "
                    + publishing + " had begun to write results, " + complete + " were whole";
        }
    }
}
