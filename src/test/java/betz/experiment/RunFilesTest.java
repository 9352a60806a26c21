// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.io.NpzReader;
import betz.io.Safetensors;
import betz.io.Tensor;
import betz.loop.Observation;
import betz.network.WeightLayout;
import betz.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One run of a small cortex; every number that its files tell is worked out again from the recorded trajectories. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RunFilesTest {
    private static final int ITERATIONS = 6;
    private static final int TRIALS = 8;

    @TempDir
    static Path folder;

    private static Request request;
    private static RunResult result;
    private static Path run;
    private static Archive target;
    private static Archive predicted;

    @BeforeAll
    static void run() throws IOException {
        request = Tiny.request(folder, "reference=tuned-cortex", "reference.units=40", "reference.planning=7");
        result = Experiment.run(
                request, new RunOptions(folder.resolve("out"), 1, false), new Interruption(), new Tiny.Listener());
        run = result.folder();
        target = Archive.read(run.resolve("data/target.npz"));
        predicted = Archive.read(run.resolve("data/predicted.npz"));
    }

    /** The arrays of one file by name. */
    private record Archive(Map<String, Tensor> tensors) {
        static Archive read(Path file) throws IOException {
            var arrays = new HashMap<String, Tensor>();
            NpzReader.read(file).forEach(tensor -> arrays.put(tensor.name(), tensor));
            return new Archive(arrays);
        }

        Tensor get(String name) {
            return Objects.requireNonNull(tensors.get(name), name);
        }
    }

    private static JsonNode json(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readAllBytes(run.resolve(name)));
    }

    /** Returns a value of a signal of [trial, step, channel]. */
    private static double at(Archive arrays, String name, int trial, int step, int channel) {
        Tensor signal = arrays.get(name);
        int steps = signal.shape().get(1);
        int channels = signal.shape().get(2);
        return signal.values()[(trial * steps + step) * channels + channel];
    }

    private static double of(String name, int trial) {
        return target.get(name).values()[trial];
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    @Test
    void the_folder_is_named_by_scenario_and_id_and_nothing_lies_beside_it() throws IOException {
        assertThat(run).isEqualTo(folder.resolve("out/tiny").resolve(RunId.of(request)));
        try (Stream<Path> beside = Files.list(run.getParent())) {
            assertThat(beside.toList()).containsExactly(run);
        }
        try (Stream<Path> all = Files.walk(run)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".tmp") || name.endsWith(".lock"));
        }
    }

    @Test
    void the_manifest_has_the_digest_of_every_file() throws IOException {
        JsonNode files = json("manifest.json").get("files");

        List<String> listed = new ArrayList<>();
        files.properties().forEach(entry -> listed.add(entry.getKey()));
        List<String> there = new ArrayList<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                there.add(run.relativize(file).toString().replace('\\', '/'));
            }
        }
        there.removeAll(List.of("manifest.json", "COMPLETE"));
        assertThat(listed).containsExactlyInAnyOrderElementsOf(there);
        for (String name : listed) {
            assertThat(files.get(name).asString()).as(name).isEqualTo(Digest.of(run.resolve(name)));
        }
    }

    @Test
    void the_manifest_tells_what_ran_when_and_where() throws IOException {
        JsonNode manifest = json("manifest.json");

        assertThat(manifest.get("id").asString()).isEqualTo(result.id());
        assertThat(manifest.get("status").asString()).isEqualTo("complete");
        assertThat(manifest.get("seed").asInt()).isEqualTo(3);
        assertThat(manifest.get("overrides").size()).isEqualTo(3);
        assertThat(manifest.get("numerics").asInt()).isEqualTo(Versions.NUMERICS);
        assertThat(Instant.parse(manifest.get("finished").asString())).isBeforeOrEqualTo(Instant.now());
        assertThat(manifest.get("host").asString()).isNotBlank();
    }

    @Test
    void the_resolved_scenario_is_the_same_run() throws IOException {
        Request again = Request.read(run.resolve("resolved.json"), List.of());

        assertThat(again.scenario()).isEqualTo(request.scenario());
        assertThat(RunId.of(again)).isEqualTo(result.id());
        assertThat(run.resolve("scenario.yaml")).hasSameBinaryContentAs(request.file());
    }

    @Test
    void the_course_of_training_adds_up_term_by_term() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("metrics.csv"));

        assertThat(lines.get(0))
                .isEqualTo("iteration,loss,position,velocity,activity,weights,muscle,joint,excitation,endPoint,force,"
                        + "muscleRate,excitationRate,activityRate,jerk,jacobian,gradient_norm,clipped");
        assertThat(lines).hasSize(ITERATIONS + 1);
        for (int i = 1; i <= ITERATIONS; i++) {
            double[] row = Arrays.stream(lines.get(i).split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            assertThat(row[0]).isEqualTo(i);
            int norm = row.length - 2;
            assertThat(Arrays.stream(row, 2, norm).sum()).isCloseTo(row[1], within(1e-12 * row[1]));
            assertThat(row[norm + 1] == 1).isEqualTo(row[norm] > 1.0); // the default clip
        }
    }

    @Test
    void the_events_tell_the_same_losses() throws IOException {
        List<String> events = Files.readAllLines(run.resolve("events.jsonl"));
        List<String> metrics = Files.readAllLines(run.resolve("metrics.csv"));

        assertThat(events).hasSize(ITERATIONS);
        for (int i = 0; i < ITERATIONS; i++) {
            JsonNode event = JsonMapper.shared().readTree(events.get(i));
            assertThat(event.get("iteration").asInt()).isEqualTo(i + 1);
            assertThat(event.get("loss").asDouble())
                    .isEqualTo(Double.parseDouble(metrics.get(i + 1).split(",", -1)[1]));
        }
        assertThat(Files.readString(run.resolve("log.txt"))).contains("Z Simulating the reference.\n");
    }

    @Test
    void the_weights_are_those_of_the_last_checkpoint_in_single_precision() throws IOException {
        var state = CheckpointFile.read(run.resolve("checkpoints/00000006.checkpoint"))
                .state();
        Scenario scenario = request.scenario();
        WeightLayout layout = scenario.network().layout(Observation.rows(6), 6);

        Safetensors stored = Safetensors.read(run.resolve("weights.safetensors"));

        assertThat(stored.tensors().stream().map(Tensor::name))
                .containsExactly("weight_ih", "weight_hh", "bias_ih", "bias_hh", "readout.weight", "readout.bias");
        for (WeightLayout.Block block : layout.blocks()) {
            double[] values = stored.tensor(block.name()).values();
            for (int i = 0; i < block.size(); i++) {
                assertThat(values[i]).isEqualTo((float) state.weights()[block.offset() + i]);
            }
        }
        assertThat(stored.metadata()).containsEntry("run", result.id()).containsEntry("scenario", "tiny");
    }

    @Test
    void the_archives_hold_every_signal_and_what_was_asked() {
        for (var arrays : List.of(target, predicted)) {
            assertThat(arrays.get("hand.position").shape()).containsExactly(TRIALS, 121, 2);
            assertThat(arrays.get("muscle.activation").shape()).containsExactly(TRIALS, 121, 6);
            assertThat(arrays.get("trial.go_cue").values()).hasSize(TRIALS);
            assertThat(arrays.get("dt").values()).containsExactly(0.01);
        }
        assertThat(target.get("unit.rate").shape()).containsExactly(TRIALS, 121, 47);
        assertThat(predicted.get("unit.rate").shape()).containsExactly(TRIALS, 121, 16);
        assertThat(target.get("trial.condition").values()).containsExactly(0, 1, 2, 3, 0, 1, 2, 3);
    }

    @Test
    void the_cortex_rests_until_the_go_cue_while_its_planning_units_do_not() {
        for (int trial = 0; trial < TRIALS; trial++) {
            int go = (int) of("trial.go_cue", trial);
            for (int muscle = 0; muscle < 6; muscle++) {
                assertThat(at(target, "muscle.excitation", trial, go - 1, muscle))
                        .isCloseTo(at(target, "muscle.excitation", trial, 0, muscle), within(1e-6));
            }
            for (int unit = 0; unit < 40; unit++) {
                assertThat(at(target, "unit.rate", trial, go - 1, unit))
                        .isCloseTo(at(target, "unit.rate", trial, 0, unit), within(1e-6)); // rounding of the rest
            }
            double change = 0;
            for (int unit = 40; unit < 47; unit++) {
                double now = at(target, "unit.rate", trial, go - 1, unit);
                change = Math.max(change, Math.abs(now - at(target, "unit.rate", trial, 0, unit)));
            }
            assertThat(change).isGreaterThan(1); // spikes/s
        }
    }

    @Test
    void the_table_of_the_hand_has_the_archives_numbers() throws IOException {
        List<String> lines = Files.readAllLines(run.resolve("data/predicted-hand-position.csv"));

        assertThat(lines.get(0)).isEqualTo("trial,condition,time [s],x [m],y [m]");
        int row = 1;
        for (int trial = 0; trial < TRIALS; trial++) {
            for (int step = 0; step < of("trial.end", trial); step++) {
                String[] cells = lines.get(row++).split(",", -1);
                assertThat(Integer.parseInt(cells[0])).isEqualTo(trial);
                assertThat(Double.parseDouble(cells[2])).isCloseTo(step * 0.01, within(1e-12));
                double x = at(predicted, "hand.position", trial, step, 0);
                assertThat(Double.parseDouble(cells[3])).isCloseTo(x, within(1e-12)); // 12 digits are written
            }
        }
        assertThat(lines).hasSize(row);
    }

    @Test
    void the_median_end_point_errors_follow_from_the_trajectories() {
        assertThat(result.metrics().get("endpoint_error_m")).isCloseTo(median(endErrors(predicted)), within(1e-15));
        assertThat(result.metrics().get("reference_endpoint_error_m"))
                .isCloseTo(median(endErrors(target)), within(1e-15));
    }

    /** Mean distance from the target's centre over the last 50 ms: 5 steps. */
    private static double[] endErrors(Archive arrays) {
        double[] errors = new double[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            int end = (int) of("trial.end", trial);
            for (int step = end - 5; step < end; step++) {
                double dx = at(arrays, "hand.position", trial, step, 0) - of("trial.target", 2 * trial);
                double dy = at(arrays, "hand.position", trial, step, 1) - of("trial.target", 2 * trial + 1);
                errors[trial] += Math.hypot(dx, dy) / 5;
            }
        }
        return errors;
    }

    @Test
    void the_fit_of_velocity_follows_from_the_trajectories() throws IOException {
        JsonNode trials = json("analysis/comparison.json").get("trials");
        double residual = 0;
        double spread = 0;
        for (int axis = 0; axis < 2; axis++) {
            List<Double> asked = new ArrayList<>();
            for (int trial = 0; trial < TRIALS; trial++) {
                int end = (int) of("trial.end", trial);
                for (int step = trials.get(trial).get("from").asInt(); step < end; step++) {
                    double y = at(target, "hand.velocity", trial, step, axis);
                    double off = y - at(predicted, "hand.velocity", trial, step, axis);
                    residual += off * off;
                    asked.add(y);
                }
            }
            double mean = asked.stream().mapToDouble(y -> y).average().orElseThrow();
            spread += asked.stream().mapToDouble(y -> (y - mean) * (y - mean)).sum();
        }

        assertThat(result.metrics().get("hand_velocity_r2")).isCloseTo(1 - residual / spread, within(1e-9));
    }

    @Test
    void the_position_error_is_the_median_of_the_trials_root_mean_squares() throws IOException {
        JsonNode trials = json("analysis/comparison.json").get("trials");
        double[] errors = new double[TRIALS];
        for (int trial = 0; trial < TRIALS; trial++) {
            int from = trials.get(trial).get("from").asInt();
            int end = (int) of("trial.end", trial);
            double squares = 0;
            for (int step = from; step < end; step++) {
                for (int axis = 0; axis < 2; axis++) {
                    double off = at(target, "hand.position", trial, step, axis)
                            - at(predicted, "hand.position", trial, step, axis);
                    squares += off * off;
                }
            }
            errors[trial] = Math.sqrt(squares / (end - from));
        }

        assertThat(result.metrics().get("hand_position_rmse_m")).isCloseTo(median(errors), within(1e-12));
    }

    @Test
    void the_cortexs_output_units_alone_are_judged_by_counts_and_the_networks_by_activity() throws IOException {
        JsonNode cortex = json("analysis/tuning-cortex.json");
        JsonNode network = json("analysis/tuning-network.json");

        assertThat(cortex.get("units").size()).isEqualTo(40);
        assertThat(cortex.get("summary").get("conventions").get(0).asString())
                .contains("Poisson counts", "10 trials per condition");
        assertThat(cortex.has("note")).isFalse();
        assertThat(network.get("units").size()).isEqualTo(16);
        assertThat(network.get("note").asString()).contains("not as spike counts");
    }

    @Test
    void the_summary_holds_the_result_and_the_read_outs_fit() throws IOException {
        JsonNode summary = json("analysis/summary.json");

        result.metrics()
                .forEach((name, value) ->
                        assertThat(summary.get("metrics").get(name).asDouble()).isEqualTo(value));
        assertThat(summary.get("verdict").asString()).isEqualTo(result.verdict());
        assertThat(StreamSupport.stream(
                                summary.get("reference").get("readout_r2").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble))
                .hasSize(6)
                .allMatch(fit -> fit > 0.5 && fit < 1);
    }

    @Test
    void every_chart_is_there_three_times_and_every_link_of_the_report_leads_somewhere() throws IOException {
        Map<String, List<String>> forms = new HashMap<>();
        try (Stream<Path> files = Files.list(run.resolve("figures"))) {
            files.map(file -> file.getFileName().toString())
                    .forEach(name -> forms.computeIfAbsent(
                                    name.substring(0, name.lastIndexOf('.')), key -> new ArrayList<>())
                            .add(name.substring(name.lastIndexOf('.') + 1)));
        }
        assertThat(forms).containsKeys("hand-paths", "speed", "training", "tuning-cortex", "psth-network");
        forms.values().forEach(endings -> assertThat(endings).containsExactlyInAnyOrder("png", "svg", "csv"));

        String report = Files.readString(run.resolve("report.html"));
        var links = Pattern.compile("href=\"([^\"#:]+)\"").matcher(report);
        int count = 0;
        while (links.find()) {
            assertThat(run.resolve(links.group(1))).exists();
            count++;
        }
        assertThat(count).isGreaterThan(5);
        assertThat(report).contains(result.id()).contains("reference.units=40");
    }
}
