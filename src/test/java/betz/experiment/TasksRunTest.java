// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tasks whose trials start in different places, from the reference to the report. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TasksRunTest {
    @TempDir
    Path folder;

    private RunResult run(String... overrides) throws IOException {
        return Experiment.run(
                Tiny.request(folder, overrides),
                new RunOptions(folder.resolve("out"), 2, false),
                new Interruption(),
                new Tiny.Listener());
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm26", "point-mass"})
    void random_reaches_run_to_a_report_that_tells_why_nothing_is_repeated(String body) throws IOException {
        var run = run("task=random-reach", "effector=" + body, "evaluation.trials=20");

        String report = Files.readString(run.folder().resolve("report.html"));
        assertThat(report).contains("Left out: the reaches of a condition differ in start or target");
        assertThat(report).contains("The first 16 of 20 held-out trials");
        assertThat(run.folder().resolve("figures/tuning-network.png")).exists();
        assertThat(run.folder().resolve("figures/psth-network.png")).exists();
        assertThat(run.folder().resolve("analysis/comparison.json")).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm26", "point-mass"})
    void reaches_between_any_two_postures_run_to_a_report(String body) throws IOException {
        var run = run(
                "task=joint-reach", "effector=" + body, "evaluation.trials=16", "training.loss.position.norm=absolute");

        assertThat(run.folder().resolve("report.html")).isNotEmptyFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"via-points", "ellipse", "figure-eight", "cycling"})
    void moving_targets_are_followed_to_a_report_without_what_chords_alone_have(String task) throws IOException {
        var run = run("task=" + task, "evaluation.trials=24", "task.noGo=0.3");

        String report = Files.readString(run.folder().resolve("report.html"));
        assertThat(report)
                .contains(
                        "from the path of the reference",
                        "Path error",
                        "False starts",
                        "where the target comes to rest")
                .contains("Left out: the hand follows a moving target")
                .doesNotContain(">Direction error<", ">Deviation over chord<", "NaN");
        String summary = Files.readString(run.folder().resolve("analysis/summary.json"));
        assertThat(summary).contains("\"path_error_m\"", "\"false_start_share\"");
        assertThat(run.folder().resolve("analysis/tracing.json")).exists();
        assertThat(run.folder().resolve("figures/endpoint-error.png")).doesNotExist();
        assertThat(run.folder().resolve("figures/hand-paths.png")).exists();
    }

    @Test
    void baselines_are_told_by_their_path_error_where_targets_move() throws IOException {
        var run = run("task=ellipse", "evaluation.trials=4", "baselines=[{cell: gru, units: 8}]");

        String summary = Files.readString(run.folder().resolve("analysis/summary.json"));
        assertThat(summary).contains("Path error: gru ", "\"gru_path_error_m\"").doesNotContain("direction_error");
        assertThat(run.folder().resolve("figures/direction-error.png")).doesNotExist();
    }

    @Test
    void a_tuned_cortex_makes_random_reaches_from_its_posture_within_a_centimetre() throws IOException {
        var request = Tiny.request(
                folder,
                "task=random-reach",
                "task.startsWithin=0 cm",
                "task.distance=4..10 cm",
                "task.reach=1500 ms",
                "reference=tuned-cortex",
                "evaluation.trials=32");
        try (var workers = new Workers(1)) {
            Recording heldOut =
                    new References(request.scenario(), workers).lessons().heldOut();

            var hand = heldOut.signal("hand.position");
            for (int trial = 0; trial < 32; trial++) {
                var asked = heldOut.trials().get(trial);
                int last = asked.end() - 1;
                double missed = Math.hypot(
                        hand.get(trial, last, 0) - asked.target().x(),
                        hand.get(trial, last, 1) - asked.target().y());
                // reaches of 4 to 10 cm to eight targets end within 2 mm; between the calibrated directions somewhat
                // farther
                assertThat(missed).isLessThan(0.010);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm26", "point-mass"})
    void a_hand_that_is_to_stay_is_told_by_how_loads_move_it(String body) throws IOException {
        var run = run(
                "task={kind: posture, hold: 200..300 ms, load: 400 ms}",
                "effector=" + body,
                "evaluation.trials=16",
                "evaluation.perturbations=[{kind: pulse, at: 100 ms}]",
                "analyses=[kinematics, tuning, variability]",
                "baselines=[{cell: gru, units: 8}]");

        String report = Files.readString(run.folder().resolve("report.html"));
        assertThat(report)
                .contains("the load moves the network", "Displacement by the load", "Returned", "ms after the load.")
                .contains("Left out: the hand is to stay")
                .contains("data-head=\"Direction error, deg\">–<", "data-head=\"Hand velocity R²\">–<")
                .doesNotContain(
                        ">Hand velocity R²</th><td data", "Hand position R²", ">Direction error<", ">Reaction time<")
                .doesNotContain("Time from go cue", "NaN");
        assertThat(run.metrics().keySet())
                .containsExactly(
                        "hand_position_rmse_m",
                        "endpoint_error_m",
                        "peak_displacement_m",
                        "return_time_s",
                        "returned_share",
                        "gru_endpoint_error_m",
                        "gru_peak_displacement_m",
                        "gru_return_time_s",
                        "gru_returned_share",
                        "pulse_displacement_m",
                        "pulse_end_error_m");
        assertThat(run.folder().resolve("analysis/load-response.json")).exists();
        for (String figure : List.of(
                "hand-paths",
                "hand-paths-gru",
                "displacement",
                "muscle-activations",
                "muscle-tuning",
                "tuning-network")) {
            assertThat(run.folder().resolve("figures/" + figure + ".png")).exists();
        }
        assertThat(run.folder().resolve("figures/direction-error.png")).doesNotExist();
        assertThat(run.folder().resolve("figures/sideways-pulse.png")).doesNotExist();
    }

    @Test
    void forces_on_a_handle_run_to_a_report_in_newtons_whatever_the_threads() throws IOException {
        String[] overrides = {
            "task=isometric",
            "task.targets=4",
            "task.reach=900 ms",
            "task.noGo=0.2",
            "evaluation.trials=8",
            "evaluation.perturbations=[pulse]",
            "baselines=[{cell: gru, units: 8}]"
        };
        var run = run(overrides);

        String report = Files.readString(run.folder().resolve("report.html"));
        assertThat(report)
                .contains("Force error", "Give of the handle", "Force over time", "Tuning of muscles to force")
                .contains("Cursor speed", "Cursor position RMSE", "N from the target")
                .doesNotContain("Hand position RMSE", "NaN");
        assertThat(Files.readString(run.folder().resolve("analysis/summary.json")))
                .contains("\"force_error_n\"", "\"worst_force_error_share\"", "\"gru_force_error_n\"");
        assertThat(run.folder().resolve("analysis/force.json")).exists();
        assertThat(run.folder().resolve("figures/force-paths.png")).exists();
        assertThat(run.folder().resolve("figures/hand-paths.png")).doesNotExist();
        assertThat(run.folder().resolve("figures/endpoint-error.png")).doesNotExist();
        var alone = Experiment.run(
                Tiny.request(folder, overrides),
                new RunOptions(folder.resolve("alone"), 1, false),
                new Interruption(),
                new Tiny.Listener());
        assertThat(Tiny.digests(alone)).isEqualTo(Tiny.digests(run));
    }

    private Path table(String... rows) throws IOException {
        String header = "condition,start_x [cm],target_x [cm],target_y [cm],target_on [ms],go [ms],end [ms]\n";
        return Files.writeString(folder.resolve("trials.csv"), header + String.join("\n", rows) + "\n");
    }

    @Test
    void a_table_runs_to_a_report_and_its_digest_is_part_of_the_run() throws IOException {
        Path table = table("right,0,10,0,100,300,1300", "left,5,-5,0,100,400,1500", "forward,0,0,8,0,200,1200");
        String[] overrides = {"task=table", "task.file=" + table, "evaluation.trials=9"};

        var run = run(overrides);

        String digest = Digest.of(table);
        assertThat(Files.readString(run.folder().resolve("manifest.json"))).contains("\"" + digest + "\"");
        assertThat(Files.readString(run.folder().resolve("report.html")))
                .contains("SHA-256 of the table of trials")
                .contains(digest);
        Files.writeString(table, Files.readString(table).replace("8,0,200", "7,0,200"));
        assertThat(RunId.of(Tiny.request(folder, overrides))).isNotEqualTo(run.id());
    }

    @Test
    void what_it_costs_is_told_by_the_longest_row() throws IOException {
        Path table = table("right,0,10,0,100,300,1300", "left,5,-5,0,100,400,30000");

        var all = Estimate.of(
                Tiny.request(folder, "task=table", "task.file=" + table).scenario());
        var usual = Estimate.of(Tiny.request(folder).scenario()); // trials of 1.2 s

        assertThat(all.seconds() / usual.seconds()).isCloseTo(3001.0 / 121, within(1e-9));
    }
}
