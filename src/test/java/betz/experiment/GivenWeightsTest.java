// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import betz.io.Safetensors;
import betz.scenario.BadScenario;
import betz.scenario.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Networks that begin with weights of a file or of a finished run. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class GivenWeightsTest {
    private static final String[] JUDGED = {"training.iterations=0", "evaluation.trials=12"};

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    /** A GRU that learnt, beside a leaky network that learnt the same. */
    private static Path learnt = Path.of("");

    @BeforeAll
    static void learn() throws IOException {
        learnt = run(shared, "network={cell: gru, units: 5}", "baselines=[{cell: leaky, units: 4}]")
                .folder();
    }

    private static Path results() {
        return shared.resolve("results");
    }

    private static RunResult run(Path folder, String... words) throws IOException {
        return run(folder, new RunOptions(results(), 1, false), words);
    }

    private static RunResult run(Path folder, RunOptions options, String... words) throws IOException {
        Request request = Request.read(Tiny.file(folder), List.of(words), results());
        return Experiment.run(request, options, new Interruption(), new Tiny.Listener());
    }

    private static String[] gru(Object weights, String... more) {
        List<String> words = new ArrayList<>(List.of("network={cell: gru, units: 5}", "network.weights=" + weights));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private List<String> problems(String... words) {
        var bad = catchThrowableOfType(BadScenario.class, () -> run(folder, words));
        return bad.problems().stream().map(Problem::message).toList();
    }

    private Path rewritten(String name, Safetensors file) throws IOException {
        Path rewritten = folder.resolve(name);
        file.write(rewritten);
        return rewritten;
    }

    /** The network adds two biases before it rounds; the sum of the rounded ones, as the file has them, may differ by a bit. */
    @Test
    void a_network_that_begins_with_those_of_a_run_does_the_same_to_the_last_bit() throws IOException {
        Path rollout = folder.resolve("rollout");
        FinishedRun.open(learnt, new Tiny.Listener()).rollout(List.of("evaluation.trials=12"), 3, rollout);

        Path byFolder = run(folder, gru(learnt, JUDGED)).folder();
        Path byId = run(folder, gru(learnt.getFileName().toString().substring(0, 12), JUDGED))
                .folder();

        for (Path run : List.of(byFolder, byId)) {
            assertThat(run.resolve("data/predicted.npz")).hasSameBinaryContentAs(rollout.resolve("data/predicted.npz"));
            assertThat(state(run, "00000000")).containsExactly(state(learnt, "00000006"));
        }
        assertThat(byFolder).isNotEqualTo(byId); // they name it otherwise
    }

    private static double[] state(Path run, String iteration) throws IOException {
        return CheckpointFile.read(run.resolve("checkpoints/" + iteration + ".checkpoint"))
                .state()
                .result();
    }

    @Test
    void it_does_so_through_a_run_between_that_learns_nothing() throws IOException {
        Path between = run(folder, gru(learnt, JUDGED)).folder();

        Path run = run(folder, gru(between, JUDGED)).folder();

        assertThat(run.resolve("data/predicted.npz")).hasSameBinaryContentAs(between.resolve("data/predicted.npz"));
    }

    @Test
    void those_of_a_file_go_through_it_and_come_out_again() throws IOException {
        Path file = learnt.resolve("weights.safetensors");

        Path run = run(folder, gru(file, JUDGED)).folder();

        assertThat(run.resolve("weights.safetensors")).isRegularFile();
        Safetensors given = Safetensors.read(file);
        Safetensors written = Safetensors.read(run.resolve("weights.safetensors"));
        assertThat(given.tensors())
                .hasSize(6)
                .allSatisfy(tensor ->
                        assertThat(written.tensor(tensor.name()).values()).containsExactly(tensor.values()));
    }

    @Test
    void a_run_that_learnt_nothing_is_gone_on_from_as_if_it_had_not_been() throws IOException {
        var resume = new RunOptions(folder.resolve("resumed"), 1, true);
        run(folder, resume, gru(learnt, "training.iterations=0"));

        RunResult resumed = run(folder, resume, gru(learnt));

        RunResult fresh = run(folder, new RunOptions(folder.resolve("fresh"), 1, false), gru(learnt));
        assertThat(Tiny.digests(resumed)).isEqualTo(Tiny.digests(fresh));
    }

    @Test
    void training_goes_on_from_them() throws IOException {
        Path given = run(folder, gru(learnt)).folder();
        Path drawn = run(folder, "network={cell: gru, units: 5}").folder();

        double first = loss(given, 1);

        // a loss falls in 6 updates; the last before and the first after differ by the batch alone
        assertThat(first).isLessThan(loss(drawn, 1));
    }

    private static double loss(Path run, int iteration) throws IOException {
        String line = Files.readAllLines(run.resolve("metrics.csv")).get(iteration);
        return Double.parseDouble(line.split(",", -1)[1]);
    }

    @Test
    void a_baseline_may_begin_with_them_too() throws IOException {
        Path file = learnt.resolve("weights-leaky.safetensors");
        String baseline = "baselines=[{cell: leaky, units: 4, weights: '" + file + "'}]";

        Path run = run(folder, "network={cell: gru, units: 5}", baseline, "training.iterations=0")
                .folder();

        assertThat(Safetensors.read(run.resolve("weights-leaky.safetensors"))
                        .tensor("weight_hh")
                        .values())
                .containsExactly(Safetensors.read(file).tensor("weight_hh").values());
        assertThat(run.resolve("manifest.json")).content().contains("\"baselines.0\" : \"" + Digest.of(file) + "\"");
    }

    @Test
    void a_changed_file_makes_it_another_run_and_the_old_one_is_refused() throws IOException {
        Safetensors sound = Safetensors.read(learnt.resolve("weights.safetensors"));
        Path file = rewritten("w.safetensors", sound);
        Path before = run(folder, gru(file, JUDGED)).folder();
        assertThat(FinishedRun.open(before, new Tiny.Listener())
                        .verify(1, new Interruption())
                        .holds())
                .isTrue();
        assertThat(before.resolve("manifest.json")).content().contains(Digest.of(file));
        assertThat(before.resolve("report.html")).content().contains(Digest.of(file));

        sound.tensor("readout.bias").values()[0] += 1;
        sound.write(file);

        assertThat(run(folder, gru(file, JUDGED)).folder()).isNotEqualTo(before);
        assertThatThrownBy(() -> FinishedRun.open(before, new Tiny.Listener()))
                .hasMessageContaining("the id that its scenario, recording and initial weights have now");
    }

    @Test
    void a_longer_training_from_a_changed_file_starts_afresh_beside_the_run_of_the_old_one() throws IOException {
        Safetensors sound = Safetensors.read(learnt.resolve("weights.safetensors"));
        Path file = rewritten("w.safetensors", sound);
        var resume = new RunOptions(folder.resolve("resumed"), 1, true);
        run(folder, resume, gru(file, "training.iterations=2"));
        sound.tensor("weight_hh").values()[3] += 1;
        sound.write(file);

        RunResult longer = run(folder, resume, gru(file, "training.iterations=4"));

        var fresh = new RunOptions(folder.resolve("fresh"), 1, false);
        assertThat(Tiny.digests(longer))
                .isEqualTo(Tiny.digests(run(folder, fresh, gru(file, "training.iterations=4"))));
    }

    @Test
    void a_training_that_was_interrupted_does_not_go_on_with_other_weights() throws IOException {
        Safetensors sound = Safetensors.read(learnt.resolve("weights.safetensors"));
        Path file = rewritten("w.safetensors", sound);
        Origin before = Origin.of(Request.read(Tiny.file(folder), List.of(gru(file)), results()));
        sound.tensor("weight_hh").values()[3] += 1;
        sound.write(file);

        Origin now = Origin.of(Request.read(Tiny.file(folder), List.of(gru(file)), results()));

        assertThat(now.differencesFrom(before))
                .singleElement()
                .asString()
                .matches("the input file's SHA-256 was network.weights \\w{64} and is network.weights \\w{64}");
    }

    @Test
    void weights_of_another_network_are_told_tensor_by_tensor() {
        assertThat(problems(gru(learnt, "network.units=6", "feedback.vision.delay=50 ms")))
                .hasSize(5) // all but the bias of the read-out
                .first()
                .asString()
                .isEqualTo("command line: network.weights is '" + learnt
                        + "' with weight_ih of [15, 20], expected [18, 20].");
        assertThat(problems("network.weights=" + learnt.resolve("weights-leaky.safetensors")))
                .hasSize(5);
    }

    @Test
    void a_name_that_is_only_mistyped_is_guessed() throws IOException {
        Safetensors sound = Safetensors.read(learnt.resolve("weights.safetensors"));
        var renamed = sound.tensors().stream()
                .map(tensor -> new betz.io.Tensor(
                        tensor.name().replace("readout.", "fc.").replace("bias_", "bias_x"),
                        tensor.precision(),
                        tensor.shape(),
                        tensor.values()))
                .toList();
        Path file = rewritten("renamed.safetensors", new Safetensors(renamed, sound.metadata()));

        List<String> told = problems(gru(file));

        assertThat(told).hasSize(5).anyMatch(line -> line.contains("without readout.weight"));
        assertThat(told).anyMatch(line -> line.contains("fc.weight") && line.endsWith("Did you mean readout.weight?"));
        assertThat(told).anyMatch(line -> line.contains("fc.bias") && line.endsWith("Did you mean readout.bias?"));
        assertThat(told).anyMatch(line -> line.contains("bias_xhh of") && line.endsWith("Did you mean bias_hh?"));
        assertThat(told).anyMatch(line -> line.contains("bias_xih of") && line.endsWith("Did you mean bias_ih?"));
    }

    @Test
    void weights_of_a_run_keep_to_its_structure_and_others_are_refused() throws IOException {
        String network = "{cell: vanilla, units: 10, activation: sigmoid, structure: {signs: dale, initial: log-normal,"
                + " connectivity: {kind: sparse, density: 0.5}, gain: 0.5..2}";
        Path lawful = run(folder, "network=" + network + "}").folder();
        String given = "network=" + network + ", weights: '" + lawful + "'}";

        Path judged = run(folder, given, "training.iterations=0").folder();
        Path byFile = run(folder, given.replace("'}", "/weights.safetensors'}"), "training.iterations=0")
                .folder();

        assertThat(state(judged, "00000000")).containsExactly(state(lawful, "00000006"));
        assertThat(judged.resolve("data/predicted.npz")).hasSameBinaryContentAs(lawful.resolve("data/predicted.npz"));
        assertThat(byFile).isDirectory();
        assertThat(problems(given, "seed=4"))
                .singleElement()
                .asString()
                .contains("with weights in weight_hh that the structure does not have: ");
    }

    @Test
    void a_stack_begins_with_all_its_layers_or_is_refused() throws IOException {
        String layers = "cell: stack, layers: [{cell: feed-forward, units: 4}, {cell: lstm, units: 5";
        Path learnt = run(folder, "network={" + layers + "}]}").folder();

        Path judged = run(folder, "network={" + layers + "}], weights: '" + learnt + "'}", "training.iterations=0")
                .folder();

        assertThat(state(judged, "00000000")).containsExactly(state(learnt, "00000006"));
        assertThat(judged.resolve("data/predicted.npz")).hasSameBinaryContentAs(learnt.resolve("data/predicted.npz"));
        assertThat(problems("network={" + layers + ", weights: 'a'}]}"))
                .singleElement()
                .asString()
                .contains("layers.1.weights is a, expected weights of the stack as a whole");
    }

    /** The loss rises from the first update on, at a rate so high, so that the last weights are not the best. */
    @Test
    void a_run_that_kept_its_best_weights_hands_on_those() throws IOException {
        String[] wild = {
            "network={cell: gru, units: 5}",
            "training.rule.optimiser.rate=0.2",
            "training.stop={validation: 0.25, every: 1, patience: 2}"
        };
        Path kept = run(folder, wild).folder();
        Path last = Checkpoints.last(kept.resolve("checkpoints")).orElseThrow();
        var state = CheckpointFile.read(last).state();
        assertThat(state.result()).isNotEqualTo(state.weights());

        Path judged = run(folder, gru(kept, "training.iterations=0")).folder();

        assertThat(state(judged, "00000000")).containsExactly(state.result());
        assertThat(judged.resolve("data/predicted.npz")).hasSameBinaryContentAs(kept.resolve("data/predicted.npz"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none.safetensors", "nothing", "weights.bin", "results", "'a\\0b'"})
    void what_is_neither_a_file_nor_a_run_is_told(String name) {
        assertThat(problems("network.weights=" + name))
                .singleElement()
                .asString()
                .contains("network.weights is '")
                .contains("a .safetensors file, or a finished run");
    }

    @Test
    void a_run_whose_checkpoint_holds_other_weights_than_its_file_is_refused() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("copy"));
        Files.createFile(copy.resolve("COMPLETE"));
        Files.copy(learnt.resolve("weights.safetensors"), copy.resolve("weights.safetensors"));
        Path kept = Files.createDirectory(copy.resolve("checkpoints")).resolve("00000006.checkpoint");
        Files.copy(learnt.resolve("checkpoints/00000004.checkpoint"), kept);

        assertThat(problems(gru(copy))).singleElement().asString().contains("found other weights, expected those of");

        Files.write(kept, Arrays.copyOf(Files.readAllBytes(kept), 1000));
        assertThat(problems(gru(copy))).singleElement().asString().contains("expected a whole checkpoint");
    }
}
