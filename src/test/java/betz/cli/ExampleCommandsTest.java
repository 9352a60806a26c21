// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every command that meets a worked example, as a student types it. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleCommandsTest {
    private static final String FORWARD = "scenarios/tutorial/forward-propagation.yaml";

    @TempDir
    Path folder;

    private Path stored(String file, String... words) {
        String[] all = Stream.concat(Stream.of("run", file, "--out", folder.toString(), "--json"), Stream.of(words))
                .toArray(String[]::new);
        var told = JsonMapper.shared().readTree(betz(all).succeeded().out());
        return Path.of(told.required("folder").asString());
    }

    @ParameterizedTest
    @CsvSource({
        "forward-propagation, activation",
        "back-propagation, activation error",
        "recurrent-propagation, activation activity error"
    })
    void a_run_prints_its_table_which_show_prints_again_and_the_tutorial_shows(String name, String figures)
            throws IOException {
        String file = "scenarios/tutorial/" + name + ".yaml";
        Told run = betz("run", file, "--out", folder.toString()).succeeded();
        Path stored = stored(file);

        List<String> lines = run.out().lines().toList();
        assertThat(lines.get(lines.size() - 1)).isEqualTo("Report: " + stored.resolve("report.html"));
        assertThat(lines.get(lines.size() - 2)).matches(name + ": the error over 2 \\w+ is E = 0\\.\\d{6}\\.");
        assertThat(betz("show", stored.toString()).succeeded().out()).isEqualTo(run.out());
        assertThat(betz("list", "runs", "--out", folder.toString())
                        .succeeded()
                        .out()
                        .lines())
                .containsExactly(stored + "   " + lines.get(lines.size() - 2));
        String table = Files.readString(stored.resolve("table.txt"));
        assertThat(run.out()).startsWith(table);
        String page = Files.readString(Path.of("docs/tutorial", name + ".md"));
        assertThat(page.replaceAll("(?m)^ {4}", "")).contains(table);
        for (String figure : figures.split(" ", -1)) {
            assertThat(stored.resolve("figures").resolve(figure + ".png")).isNotEmptyFile();
            assertThat(stored.resolve("figures").resolve(figure + ".svg")).isNotEmptyFile();
            assertThat(stored.resolve("figures").resolve(figure + ".csv")).isNotEmptyFile();
        }
        assertThat(Files.readString(stored.resolve("report.html"))).contains("E = ", "figures/activation.csv");
    }

    @Test
    void the_same_example_gives_the_same_bytes_and_another_weight_another_run() throws IOException {
        Path first = stored("scenarios/tutorial/recurrent-propagation.yaml");
        var once = contents(first);
        betz(
                        "run",
                        "scenarios/tutorial/recurrent-propagation.yaml",
                        "--out",
                        folder.resolve("again").toString())
                .succeeded();
        var again = contents(folder.resolve("again/recurrent-propagation").resolve(first.getFileName()));
        Path other = stored("scenarios/tutorial/recurrent-propagation.yaml", "example.output.biases=[0.2]");

        assertThat(once).containsKeys("COMPLETE", "scenario.yaml", "resolved.json", "analysis/propagation.json");
        once.remove("manifest.json"); // holds the time
        again.remove("manifest.json");
        assertThat(again.keySet()).isEqualTo(once.keySet());
        once.forEach((name, bytes) -> assertThat(again.get(name)).as(name).isEqualTo(bytes));
        assertThat(other).isNotEqualTo(first).isDirectory();
        try (Stream<Path> left = Files.list(first.resolveSibling(""))) {
            assertThat(left).containsExactlyInAnyOrder(first, other); // no lock, no rest
        }
    }

    private static Map<String, byte[]> contents(Path run) throws IOException {
        var contents = new TreeMap<String, byte[]>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(run.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        return contents;
    }

    @Test
    void the_numbers_are_stored_with_all_their_digits() throws IOException {
        Path run = stored("scenarios/tutorial/back-propagation.yaml");

        var numbers = JsonMapper.shared().readTree(Files.readAllBytes(run.resolve("analysis/propagation.json")));

        double h = numbers.at("/rows/1/activity/0").asDouble();
        assertThat(h)
                .isEqualTo(
                        1 / (1 + StrictMath.exp(-numbers.at("/rows/1/drive/0").asDouble())));
        assertThat(numbers.at("/gradient/W").size()).isEqualTo(2);
        assertThat(numbers.at("/gradient/W/1").size()).isEqualTo(3);
        assertThat(numbers.at("/gradient/b/0/1").asDouble())
                .isEqualTo(numbers.at("/gradient/W/1/2").asDouble()); // x3 is 1 in both samples
    }

    @Test
    void a_report_is_written_again_with_the_run_s_own_settings() throws IOException {
        Path run = stored(FORWARD, "example.output.biases=[0.2]");
        Path to = folder.resolve("again");

        betz("report", run.toString(), "--to", to.toString()).succeeded();

        assertThat(Files.readAllBytes(to.resolve("figures/activation.png")))
                .isEqualTo(Files.readAllBytes(run.resolve("figures/activation.png")));
        assertThat(Files.readString(to.resolve("report.html")))
                .contains("[0.2]")
                .doesNotContain("table.txt");
        betz("report", run.toString(), "--to", run.resolve("x").toString())
                .refused(
                        2,
                        "--to is " + run.resolve("x") + ", expected a folder outside the run's own, which is not"
                                + " changed.");
    }

    @Test
    void an_example_can_be_checked_and_explained_beside_scenarios() {
        assertThat(betz("check", FORWARD, "scenarios/quickstart.yaml")
                        .succeeded()
                        .out())
                .startsWith(FORWARD + ": ok\nscenarios/quickstart.yaml: ok\n".replace("\n", System.lineSeparator()));
        assertThat(betz("explain", FORWARD, "example.gradients=true")
                        .succeeded()
                        .out())
                .contains("example.gradients = true   (command line)")
                .contains("example.hidden.weights = [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]   (line 15)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "check", "explain"})
    void a_bad_example_is_refused_by_every_command_that_reads_it(String command) throws IOException {
        Path file = folder.resolve("bad.yaml");
        Files.writeString(file, Files.readString(Path.of(FORWARD)).replace("biases: [0.1]", "biases: [0.1, 0.2]"));

        betz(command, file.toString())
                .refused(
                        2,
                        file + ":21:13: example.output.biases is 2 numbers, expected 1, one for each column of"
                                + " targets.");
    }

    @Test
    void the_schema_of_examples_accepts_the_tutorial_s_and_refuses_a_mistyped_key() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(betz("schema", "--example").succeeded().out());

        for (String name : List.of("forward", "back", "recurrent")) {
            String text = Files.readString(Path.of("scenarios/tutorial", name + "-propagation.yaml"));
            assertThat(schema.validate(text, InputFormat.YAML)).as(name).isEmpty();
            assertThat(schema.validate(text.replace("weights:", "weihgts:"), InputFormat.YAML))
                    .isNotEmpty();
        }
    }
}
