// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.analysis.score.Score.Verdict;
import betz.analysis.score.ScoreRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A small run that asks for more than every report has a place for. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FurtherAnalysesTest {
    private static final String ASKED =
            "analyses=[kinematics, {kind: pca, permutations: 20}, {kind: jpca, from: -50 ms, components: 2, soften: 0.1},"
                    + " {kind: decode-direction, from: 9 s, to: 10 s}, scorecard]";

    @TempDir
    static Path shared;

    private static Path run;
    private static String report;

    @BeforeAll
    static void run_once() throws IOException {
        run = run(shared.resolve("once"));
        report = Files.readString(run.resolve("report.html"));
    }

    private static Path run(Path results) throws IOException {
        var options = new RunOptions(results, 1, false);
        return Experiment.run(Tiny.request(shared, ASKED), options, new Interruption(), new Tiny.Listener())
                .folder();
    }

    private static JsonNode read(String file) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(run.resolve("analysis").resolve(file)));
    }

    @Test
    void what_was_found_of_the_network_is_in_files_tables_and_charts() throws IOException {
        JsonNode pca = read("pca-network.json");

        assertThat(pca.required("participation_ratio").asDouble()).isBetween(1.0, 16.0); // of 16 units
        assertThat(read("jpca-network.json").required("frequencies_hz").size()).isEqualTo(1);
        assertThat(report)
                .contains("<section id=\"section-analysis-pca\"", "participation_ratio")
                .contains("<figure id=\"network-jpca-plane1\"", "Network: First jPCA plane");
        assertThat(run.resolve("figures/network-jpca-plane1.png")).exists();
        assertThat(run.resolve("figures/network-pca-variance.csv")).exists();
    }

    @Test
    void what_a_reference_without_units_cannot_answer_is_told_among_the_warnings() {
        assertThat(run.resolve("analysis/jpca-reference.json")).doesNotExist();
        assertThat(report)
                .contains("Minimum jerk: jpca was left out, since signals is ")
                .contains("Network: decode-direction was left out, since ");
    }

    @Test
    void the_scorecard_has_a_table_and_files_of_both() throws IOException {
        JsonNode network = read("scorecard-network.json");
        JsonNode reference = read("scorecard-reference.json");

        assertThat(report).contains("<section id=\"section-scorecard\"", "Peak over mean speed", "outside by ");
        for (JsonNode scored : List.of(network, reference)) {
            int rows = 0;
            for (Verdict verdict : Verdict.values()) {
                rows += scored.required(verdict.word().replace(' ', '_')).asInt();
            }
            assertThat(rows).isEqualTo(ScoreRows.all().size());
        }
        assertThat(reference.required("peak_time").asDouble()).isBetween(0.45, 0.55); // minimum jerk: the half
        assertThat(reference.has("tuned_share")).isFalse();
        assertThat(network.has("tuned_share")).isTrue();
    }

    @Test
    void a_run_is_scored_again_from_its_data() throws IOException {
        ScoreSheet sheet = ScoreSheet.ofRun(run);

        JsonNode rows = JsonMapper.shared().readTree(sheet.json()).required("rows");
        JsonNode peak = rows.valueStream()
                .filter(row -> row.required("id").asString().equals("peak_speed"))
                .findFirst()
                .orElseThrow();
        assertThat(sheet.columns().stream().map(ScoreSheet.Column::name)).containsExactly("Minimum jerk", "Network");
        assertThat(peak.required("scores")
                        .required("Minimum jerk")
                        .required("value")
                        .required("value")
                        .asDouble())
                .isEqualTo(
                        read("scorecard-reference.json").required("peak_speed").asDouble());
        assertThat(sheet.summary())
                .matches("(?s)Minimum jerk: \\d+ figures inside, \\d+ outside.*Network: .*not applicable\\.");
        assertThat(sheet.table().rows())
                .allMatch(row -> row.size() == sheet.table().heads().size());
        assertThat(sheet.notApplicable())
                .anyMatch(line -> line.startsWith("Minimum jerk, Directionally tuned units: "));
    }

    @Test
    void the_same_scenario_gives_the_same_bytes() throws IOException {
        Path again = run(shared.resolve("again"));

        assertThat(texts(again)).isEqualTo(texts(run));
    }

    private static Map<String, String> texts(Path folder) throws IOException {
        var texts = new java.util.TreeMap<String, String>();
        try (Stream<Path> files = Files.list(folder.resolve("analysis"))) {
            for (Path file : files.toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        texts.put("report", Files.readString(folder.resolve("report.html")));
        return texts;
    }
}
