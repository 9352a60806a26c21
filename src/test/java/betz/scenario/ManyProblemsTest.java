// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ManyProblemsTest {
    private static final String YAML = """
            # every level of this file has something wrong
            betz: 3
            name: my reaches
            sed: 4
            dt: 10
            task:
              kind: delayed-reach
              targets: 8.5
              delay: 600..200 ms
            effector: {kind: arm26, posture: {elbow: 200 deg}}
            reference:
              feedback: {vision: {delay: -1 ms}}
              tuning:
                baseline: {median: 3, sigma: -1}
            network: {units: 0, tau: 0 s}
            training:
              rule: {optimiser: {kind: newton}}
              batch: "32"
              batch: 64
            export: [npz, csv, mat]
            """;

    /** The same mistakes in the same order, on other lines. */
    private static final String JSON = """
            {"betz": 3, "name": "my reaches", "sed": 4, "dt": 10,
             "task": {"kind": "delayed-reach", "targets": 8.5, "delay": "600..200 ms"},
             "effector": {"kind": "arm26", "posture": {"elbow": "200 deg"}},
             "reference": {"feedback": {"vision": {"delay": "-1 ms"}},
                           "tuning": {"baseline": {"median": 3, "sigma": -1}}},
             "network": {"units": 0, "tau": "0 s"},
             "training": {"rule": {"optimiser": {"kind": "newton"}}, "batch": "32", "batch": 64},
             "export": ["npz", "csv", "mat"]}
            """;

    private static final List<String> SETTINGS = List.of(
            "betz",
            "name",
            "sed",
            "dt",
            "task.targets",
            "task.delay",
            "effector.posture.elbow",
            "reference.feedback.vision.delay",
            "reference.tuning.baseline.median",
            "reference.tuning.baseline.sigma",
            "network.units",
            "network.tau",
            "training.rule.optimiser.kind",
            "training.batch",
            "training.batch",
            "export.2");

    private static List<Problem> problems(String text, String... overrides) {
        try {
            Refusals.read(text, List.of(overrides));
            return List.of();
        } catch (BadScenario bad) {
            return bad.problems();
        }
    }

    @Test
    void every_mistake_of_a_file_is_told_once_from_top_to_bottom() {
        List<Problem> problems = problems(YAML);

        assertThat(problems).extracting(Problem::path).containsExactlyElementsOf(SETTINGS);
        assertThat(problems)
                .extracting(problem -> problem.place().line())
                .containsExactly(2, 3, 4, 5, 8, 9, 10, 12, 14, 14, 15, 15, 17, 18, 19, 20);
    }

    @Test
    void json_with_the_same_mistakes_is_told_the_same_problems() {
        assertThat(problems(JSON)).extracting(Problem::path).containsExactlyElementsOf(SETTINGS);
        assertThat(problems(JSON))
                .extracting(problem -> problem.place().line())
                .containsExactly(1, 1, 1, 1, 2, 2, 3, 4, 5, 5, 6, 6, 7, 7, 7, 8);
    }

    @Test
    void a_place_points_at_the_first_character_of_what_is_wrong() {
        List<String> lines = YAML.lines().toList();

        assertThat(problems(YAML))
                .filteredOn(problem ->
                        !problem.found().contains("key") && !problem.found().contains("twice"))
                .allSatisfy(problem -> assertThat(lines.get(problem.place().line() - 1)
                                .substring(problem.place().column() - 1))
                        .startsWith(problem.found().replace(" (a text)", "").replace(" (no unit)", "")));
    }

    @Test
    void mistakes_of_the_command_line_come_last_and_in_its_own_order_of_settings() {
        List<Problem> problems = problems(YAML, "seed=x", "evaluation.trials=0", "what");

        assertThat(problems).hasSize(SETTINGS.size() + 3);
        assertThat(problems.subList(SETTINGS.size(), problems.size()))
                .extracting(problem -> problem.place().toString())
                .containsOnly("command line");
        assertThat(problems.subList(SETTINGS.size(), problems.size()))
                .extracting(Problem::path)
                .containsExactlyInAnyOrder("seed", "evaluation.trials", "\"what\"");
    }

    @Test
    void an_override_mends_the_mistake_that_it_replaces() {
        assertThat(problems(YAML, "dt=10 ms", "network={units: 8}", "betz=1", "name=reaches"))
                .extracting(Problem::path)
                .doesNotContain("dt", "network.units", "network.tau", "betz", "name")
                .hasSize(SETTINGS.size() - 5);
    }

    @Test
    void a_mended_file_is_accepted() {
        String mended = YAML.replace("betz: 3", "betz: 1")
                .replace("my reaches", "my-reaches")
                .replace("sed:", "seed:")
                .replace("dt: 10", "dt: 10 ms")
                .replace("8.5", "8")
                .replace("600..200", "200..600")
                .replace("200 deg", "100 deg")
                .replace("-1 ms", "10 ms")
                .replace("median: 3, sigma: -1", "median: 3 Hz, sigma: 1")
                .replace("units: 0, tau: 0 s", "units: 10, tau: 50 ms")
                .replace("newton", "adam")
                .replace("  batch: \"32\"\n", "")
                .replace(", mat", "");

        assertThat(problems(mended)).isEmpty();
    }

    @Test
    void the_name_of_the_file_stands_in_every_message_as_it_was_given(@TempDir Path folder) throws IOException {
        String umlauts = "Größe & mehr.yaml";
        boolean known = Charset.forName(System.getProperty("sun.jnu.encoding"))
                .newEncoder()
                .canEncode(umlauts);
        Path file = folder.resolve(known ? umlauts : "Weite & mehr.yaml");
        Files.writeString(file, YAML);

        var bad = catchThrowableOfType(BadScenario.class, () -> ScenarioFile.read(file, List.of()));

        assertThat(bad.problems())
                .hasSize(SETTINGS.size())
                .allMatch(problem -> problem.message().startsWith(file + ":"));
    }
}
