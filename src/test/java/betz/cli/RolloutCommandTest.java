// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RolloutCommandTest {
    private static final String PREDICTED = "data/predicted.npz";
    private static final String TARGET = "data/target.npz";

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static Path run = Path.of("");

    @BeforeAll
    static void run_once() {
        Path results = shared.resolve("results");
        betz("run", Told.tiny(shared), "--out", results.toString(), "--quiet").succeeded();
        run = RunProcess.folder(results, "COMPLETE");
    }

    private Path rollout(String name, String... words) {
        Path to = folder.resolve(name);
        var all = new java.util.ArrayList<>(List.of("rollout", run.toString(), "--to", to.toString()));
        all.addAll(List.of(words));
        Told told = betz(all.toArray(String[]::new)).succeeded();
        assertThat(told.out().lines().toList()).hasSize(2).last().isEqualTo("Report: " + to.resolve("report.html"));
        return to;
    }

    private static Path trajectories(Path to) {
        return to.resolve("data/predicted-hand-position.csv");
    }

    @Test
    void with_the_seed_of_the_run_its_own_held_out_trials_come_out_bit_for_bit() {
        Path to = rollout("own", "--seed", "1");

        for (String file : List.of(PREDICTED, TARGET, "analysis/comparison.json", "weights.safetensors")) {
            assertThat(to.resolve(file)).hasSameBinaryContentAs(run.resolve(file));
        }
    }

    /** Targets of held-out trials go round; what the seed draws here is the noise of the senses. */
    @Test
    void other_seeds_give_other_noise_and_the_next_one_is_taken_unless_told() throws IOException {
        String noise = "feedback.vision.noise=5 mm";

        String next = Files.readString(trajectories(rollout("next", noise)));

        assertThat(Files.readString(trajectories(rollout("two", noise, "--seed", "2"))))
                .isEqualTo(next);
        assertThat(Files.readString(trajectories(rollout("three", noise, "--seed", "3"))))
                .isNotEqualTo(next);
    }

    @Test
    void every_row_of_a_table_is_run_once() throws IOException {
        Path table = Files.writeString(folder.resolve("mine.csv"), """
                condition,target_x [cm],target_y [cm],target_on [ms],go [ms],end [ms]
                up,0,8,100,300,1300
                right,8,0,100,300,1300
                left,-4,0,100,300,1300
                """);

        Path to = rollout("table", table.toString());

        assertThat(Files.readString(to.resolve("analysis/summary.json"))).contains("in 3 held-out reaches");
        assertThat(to.resolve("report.html"))
                .content()
                .contains("These are other trials than the run was judged on. Their seed is 2.");
    }

    @Test
    void what_the_task_asks_may_be_changed_word_by_word() throws IOException {
        Path to = rollout("short", "task.distance=5 cm", "evaluation.trials=8");

        assertThat(Files.readString(to.resolve("resolved.json"))).contains("\"distance\":\"0.05 m\"");
        assertThat(Files.readString(to.resolve("analysis/summary.json"))).contains("in 8 held-out reaches");
    }

    @Test
    void a_change_that_makes_another_network_of_it_is_refused() {
        for (String word : List.of("network.units=9", "training.iterations=3", "effector={kind: point-mass}")) {
            Told told = betz("rollout", run.toString(), word, "--to", folder.toString());
            assertThat(told.status()).as(word).isEqualTo(2);
            assertThat(told.err())
                    .as(word)
                    .isEqualTo("key=value is another network, expected no change of network, baselines, training or"
                            + " muscles.\n");
        }
    }

    @Test
    void a_seed_that_would_draw_other_connections_is_refused_with_the_option_for_other_trials() {
        Told told = betz("rollout", run.toString(), "seed=9", "--to", folder.toString());

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .isEqualTo("seed is 9, expected the run's own, 1, which its network was drawn from; other trials have"
                        + " --seed N.\n");
    }

    @Test
    void problems_of_settings_are_told_as_those_of_a_scenario() {
        betz("rollout", run.toString(), "task.distance=5", "task.targetz=3", "--to", folder.toString())
                .refused(
                        2,
                        "command line: task.targetz is not a known key, expected kind, targets, distance, hold, reach or noGo."
                                + " Did you mean targets?",
                        "command line: task.distance is 5 (no unit), expected a length such as 10 cm. Did you mean 5"
                                + " cm?");
    }

    @Test
    void a_run_is_never_changed() {
        betz("rollout", run.toString(), "--to", run.resolve("more").toString())
                .refused(
                        2,
                        "--to is " + run.resolve("more")
                                + ", expected a folder outside the run's own, which is not changed.");
    }

    @Test
    void a_worked_example_has_no_trials() {
        String results = folder.resolve("results").toString();
        betz("run", "scenarios/tutorial/forward-propagation.yaml", "--out", results)
                .succeeded();
        Path example = RunProcess.folder(Path.of(results), "COMPLETE");

        betz("rollout", example.toString())
                .refused(2, "RUN is " + example + ", expected the run of a scenario; a worked example has no trials.");
    }
}
