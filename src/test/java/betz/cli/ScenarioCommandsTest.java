// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import betz.scenario.JsonSchema;
import betz.scenario.Scenario;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that read scenarios: check, explain, schema, and run where it refuses. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioCommandsTest {
    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void a_sound_scenario_is_told_with_what_its_run_would_take() {
        String tiny = Told.tiny(folder);

        assertThat(betz("check", tiny).succeeded().out().lines())
                .hasSize(4)
                .startsWith(tiny + ": ok")
                .anyMatch(line -> line.matches("  parameters: [0-9,]+"))
                .anyMatch(line -> line.matches("  memory: about [0-9]+ MiB"))
                .anyMatch(line -> line.matches("  training: about [0-9]+ s with two threads"));
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("tiny.yaml"));
    }

    @Test
    void many_scenarios_are_checked_in_one_go_and_the_worst_decides_the_status() throws IOException {
        String good = Told.tiny(folder);
        String bad = file("bad.yaml", "dt: 10\nseed: x\n");
        String gone = folder.resolve("gone.txt").toString();

        Told told = betz("check", good, bad, gone, good);

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.out().lines().filter(line -> line.endsWith(": ok")))
                .containsExactly(good + ": ok", good + ": ok");
        assertThat(told.err().lines())
                .containsExactly(
                        bad + ":1:5: dt is 10 (no unit), expected a time such as 10 ms. Did you mean 10 ms?",
                        bad + ":2:7: seed is x, expected a whole number.",
                        gone + ": the file is missing, expected the name of a scenario file.");
    }

    @Test
    void what_is_doubtful_is_told_by_check_and_is_no_mistake() throws IOException {
        String doubtful = file("doubtful.yaml", """
                dt: 12 ms
                reference: minimum-jerk
                feedback: {vision: {delay: 60 ms}, proprioception: {delay: 24 ms}}
                """);

        assertThat(betz("check", doubtful).succeeded().out()).contains("activations overshoot");
    }

    @Test
    void explain_tells_value_origin_meaning_and_source_of_every_setting() {
        List<String> lines = betz("explain", Told.tiny(folder), "network.tau=60 ms", "--seed", "5")
                .succeeded()
                .out()
                .lines()
                .toList();

        assertThat(lines)
                .containsSequence(
                        "network.tau = 60 ms   (command line)",
                        "    Time constant of the units, at least twice dt; a range is spread evenly over them on a logarithmic scale.")
                .containsSequence("seed = 5   (command line)", "    Seed of all random numbers.")
                .containsSequence("network.units = 8   (line 4)", "    Number of units.")
                .containsSequence("dt = 10 ms   (default)", "    Step of controller and effector.");
        assertThat(IntStream.range(0, lines.size() / 2)).allSatisfy(i -> {
            assertThat(lines.get(2 * i)).matches("[a-zA-Z0-9.]+ = .* {3}\\((default|command line|line [0-9]+)\\)");
            assertThat(lines.get(2 * i + 1)).matches(" {4}[A-Z].*[.\\]]");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--seed x|command line: seed is x, expected a whole number.",
                "--seed 1.5|command line: seed is 1.5, expected a whole number. Did you mean 2?",
                "--seed 9223372036854775808|command line: seed is 9223372036854775808, expected a whole number up to"
                        + " 9223372036854775807.",
                "network.units=0|command line: network.units is 0, expected 1 to 4096.",
                "network.unitz=8|command line: network.unitz is not a known key, expected cell, units, tau, form, noise,"
                        + " activation, readout, readoutBias, structure or weights. Did you mean units?",
                "quick|command line: \"quick\" is not understood, expected key=value such as network.units=256.",
                "--threads 0|--threads is 0, expected 1 to 1024.",
                "--threads 1025|--threads is 1025, expected 1 to 1024.",
            })
    void a_wrong_word_after_a_sound_scenario_is_told_and_nothing_is_made(String words, String message) {
        String results = folder.resolve("results").toString();
        var all = new ArrayList<>(List.of("run", Told.tiny(folder), "--out", results));
        all.addAll(List.of(words.split(" ", -1)));

        betz(all.toArray(String[]::new)).refused(2, message);
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @Test
    void the_seed_counts_whether_it_is_an_option_or_a_setting_and_the_option_wins() {
        String tiny = Told.tiny(folder);

        String option = betz("explain", tiny, "--seed", "-7").succeeded().out();

        assertThat(betz("explain", tiny, "seed=-7").succeeded().out()).isEqualTo(option);
        assertThat(betz("explain", tiny, "seed=3", "--seed=-7").succeeded().out())
                .isEqualTo(option);
    }

    @Test
    void a_nearby_file_is_offered_for_a_missing_one_by_every_command_that_reads_scenarios() {
        String tiny = Told.tiny(folder);
        String typed = folder.resolve("tiny.yml").toString();

        for (String command : List.of("run", "check", "explain")) {
            betz(command, typed)
                    .refused(
                            2,
                            typed + ": the file is missing, expected the name of a scenario file. Did you mean " + tiny
                                    + "?");
        }
    }

    @Test
    void a_run_that_cannot_fit_is_refused_before_it_takes_memory() throws IOException {
        String results = folder.resolve("results").toString();
        String huge =
                file("huge.yaml", Told.TINY.replace("units: 8", "units: 4096").replace("batch: 4", "batch: 65536"));

        Told told = betz("run", huge, "--out", results);

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err().lines())
                .singleElement()
                .asString()
                .matches(
                        "The run needs about [0-9,]+ MiB of memory, Java may use [0-9,]+ MiB\\. Lower"
                                + " training\\.batch, network\\.units or evaluation\\.trials, or allow more: java -Xmx8g -jar betz\\.jar \\.\\.\\.");
        assertThat(folder.resolve("results")).doesNotExist();
        assertThat(betz("check", huge).succeeded().out()).contains("  The run needs about ", "parameters: 16,891,910");
    }

    @Test
    void the_schema_that_is_printed_is_the_one_of_scenarios_and_valid_itself() {
        String schema = betz("schema").succeeded().out();
        var meta = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(schema.strip()).isEqualTo(JsonSchema.of(Scenario.class).strip());
        assertThat(meta.validate(schema, InputFormat.JSON)).isEmpty();
    }

    @Test
    void a_training_that_diverges_has_a_status_of_its_own_and_keeps_the_last_good_weights() throws IOException {
        String wild = file("wild.yaml", """
                name: wild
                task: {kind: centre-out, targets: 4, reach: 300 ms}
                reference: {kind: minimum-jerk, reaction: 0 s, duration: 200 ms}
                network: {units: 8, activation: relu}
                training: {iterations: 9, batch: 4, trials: 8, rule: {clip: 1e30, optimiser: {rate: 1e30}}}
                evaluation: {trials: 4}
                """);

        Told told = betz("run", wild, "--out", folder.resolve("results").toString(), "--quiet");

        assertThat(told.status()).isEqualTo(4);
        assertThat(told.out()).isEmpty();
        assertThat(told.err().lines())
                .singleElement()
                .asString()
                .startsWith("Training diverged at iteration 2: ")
                .contains(" Lower training.rule.optimiser.rate or training.rule.clip.")
                .endsWith("00000001.checkpoint.");
    }

    @Test
    void results_that_are_a_file_are_a_file_error_that_names_them() throws IOException {
        String taken = file("taken", "mine");

        Told told = betz("run", Told.tiny(folder), "--out", taken, "--quiet");

        assertThat(told.status()).isEqualTo(74);
        assertThat(told.err().lines()).singleElement().asString().startsWith(taken);
        assertThat(Path.of(taken)).hasContent("mine");
    }
}
