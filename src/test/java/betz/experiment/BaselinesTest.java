// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.scenario.BadScenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BaselinesTest {
    private static final String[] TWO = {"baselines=[{cell: gru, units: 8}, {cell: leaky, units: 8}]"};

    @TempDir
    Path folder;

    @Test
    void a_network_learns_the_same_with_and_without_baselines_beside_it() throws IOException {
        RunResult alone = run("alone");
        RunResult beside = run("beside", TWO);
        RunResult other = run("other", "network={cell: gru, units: 8}");

        assertThat(tensors(beside, "weights.safetensors")).isEqualTo(tensors(alone, "weights.safetensors"));
        assertThat(tensors(beside, "weights-gru.safetensors")).isEqualTo(tensors(other, "weights.safetensors"));
        assertThat(beside.metrics())
                .containsAllEntriesOf(alone.metrics())
                .containsKeys("gru_endpoint_error_m", "gru_direction_error_rad", "leaky_2_endpoint_error_m");
        assertThat(beside.metrics().get("gru_endpoint_error_m"))
                .isEqualTo(other.metrics().get("endpoint_error_m"));
        assertThat(beside.verdict())
                .startsWith(alone.verdict())
                .contains("Mean direction error: leaky ", ", gru ", ", leaky-2 ");
    }

    @Test
    void every_network_has_its_files_and_its_place_in_the_report() throws IOException {
        RunResult run = run("files", TWO);

        for (String name : List.of("gru", "leaky-2")) {
            assertThat(run.folder().resolve("checkpoints/" + name + "/00000006.checkpoint"))
                    .exists();
            assertThat(run.folder().resolve("data/predicted-" + name + ".npz")).exists();
            assertThat(run.folder().resolve("metrics-" + name + ".csv")).exists();
            assertThat(run.folder().resolve("analysis/comparison-" + name + ".json"))
                    .exists();
            assertThat(run.folder().resolve("figures/hand-paths-" + name + ".svg"))
                    .exists();
        }
        assertThat(Files.readString(run.folder().resolve("report.html")))
                .contains("id=\"compared\"", ">Leaky</th>", ">Gru</th>", ">Leaky-2</th>", "id=\"direction-error\"");
    }

    @Test
    void a_run_that_stopped_in_the_second_network_goes_on_there() throws IOException {
        RunResult whole = run("whole", TWO);
        var stopping = new Progress() {
            private int last;

            @Override
            public void note(String text) {}

            @Override
            public void iteration(int done, int all, double loss, double gradientNorm) {
                last += done == all ? 1 : 0;
                if (last == 1 && done == 5) {
                    throw new IllegalStateException("power cut");
                }
            }
        };
        var options = new RunOptions(folder.resolve("cut"), 2, true);
        assertThatThrownBy(() -> Experiment.run(Tiny.request(folder, TWO), options, new Interruption(), stopping))
                .hasMessage("power cut");

        RunResult resumed = Experiment.run(Tiny.request(folder, TWO), options, new Interruption(), new Tiny.Listener());

        assertThat(Tiny.digests(resumed)).isEqualTo(Tiny.digests(whole));
    }

    @Test
    void an_imitation_of_hand_joints_and_excitations_runs_from_end_to_end() throws IOException {
        String linear = "network={cell: leaky, units: 8, readout: linear, readoutBias: 0}";
        Map<String, List<String>> signals = Map.of(
                "hand", List.of("hand.position", "hand.velocity", "unit.rate"),
                "joint-angles", List.of("hand.position", "hand.velocity", "joint.angle", "unit.rate"));
        for (String of : signals.keySet()) {
            RunResult run = run(of, linear, "training.mode={kind: imitation, of: " + of + "}");

            assertThat(run.metrics().get("endpoint_error_m")).isFinite();
            assertThat(run.folder().resolve("report.html")).exists();
        }
        RunResult excited = run(
                "excitations",
                "reference={kind: tuned-cortex, units: 40}",
                "training.mode={kind: imitation, of: excitations}");

        assertThat(excited.folder().resolve("figures/muscle-activations.png")).exists();
    }

    @Test
    void what_cannot_be_imitated_is_refused() {
        assertThatThrownBy(() -> Tiny.request(folder, "training.mode=imitation"))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("network.readout is sigmoid (the default), expected linear, since a network that"
                        + " imitates the hand puts out values of either sign.")
                .hasMessageContaining(
                        "network.readoutBias is -3.0 (the default), expected 0, since a network that imitates"
                                + " the hand puts out values of either sign.");
        assertThatThrownBy(() -> Tiny.request(folder, "training.mode={kind: imitation, of: excitations}"))
                .hasMessageContaining("training.mode.of is excitations, expected hand or joint-angles, since only a"
                        + " tuned-cortex has excitations to imitate; or that reference.");
        assertThatThrownBy(() -> Tiny.request(folder, "baselines=[gru, gru, gru]"))
                .hasMessageContaining("baselines is 3 networks, expected at most 2, as many as charts tell apart.");
    }

    /** The scenario that is shown to students, whole: half a minute. */
    @Test
    @Tag("slow")
    void memory_is_what_recurrence_buys() throws IOException {
        var request = Request.read(Path.of("scenarios/tutorial/memory.yaml"), List.of());
        RunResult run =
                Experiment.run(request, new RunOptions(folder, 2, false), new Interruption(), new Tiny.Listener());

        double recurrent = Math.toDegrees(run.metrics().getOrDefault("direction_error_rad", Double.NaN));
        double blind = Math.toDegrees(run.metrics().getOrDefault("feed_forward_direction_error_rad", Double.NaN));
        assertThat(recurrent).isLessThan(10);
        assertThat(blind).isBetween(75.0, 105.0);
    }

    private RunResult run(String results, String... overrides) throws IOException {
        var options = new RunOptions(folder.resolve(results), 2, false);
        return Experiment.run(Tiny.request(folder, overrides), options, new Interruption(), new Tiny.Listener());
    }

    /** Returns the weights without the header, which names the run. */
    private static String tensors(RunResult run, String file) throws IOException {
        byte[] bytes = Files.readAllBytes(run.folder().resolve(file));
        int header = (int) java.nio.ByteBuffer.wrap(bytes)
                .order(java.nio.ByteOrder.LITTLE_ENDIAN)
                .getLong(0);
        return java.util.HexFormat.of().formatHex(bytes, 8 + header, bytes.length);
    }
}
