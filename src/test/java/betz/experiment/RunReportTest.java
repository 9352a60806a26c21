// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.report.Caption;
import betz.report.Charts;
import betz.report.HtmlReport;
import betz.report.ReportContent;
import betz.report.ReportContent.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RunReportTest {
    private static final Judgement JUDGEMENT =
            SyntheticReaches.judgement(SyntheticReaches.whole(1), SyntheticReaches.whole(0.9));

    @TempDir
    static Path folder;

    private static RunResult run;

    @BeforeAll
    static void run_once() throws IOException {
        run = Experiment.run(
                Tiny.request(
                        folder,
                        "reference=tuned-cortex",
                        "reference.units=20",
                        "training.iterations=1",
                        "evaluation.trials=4"),
                new RunOptions(folder.resolve("results"), 1, false),
                new Interruption(),
                new Tiny.Listener());
    }

    private static ReportContent content(String... overrides) throws IOException {
        var request = Tiny.request(folder, overrides);
        var tunings = Tunings.of(request.scenario(), JUDGEMENT);
        return new RunReport(
                        request,
                        "0123456789abcdef",
                        JUDGEMENT,
                        tunings,
                        Variabilities.of(request.scenario(), JUDGEMENT),
                        new FurtherAnalyses(List.of(), java.util.Optional.empty()),
                        List.of(),
                        true)
                .content();
    }

    @Test
    void the_verdict_says_numbers_with_units_and_does_not_repeat_the_title() throws IOException {
        var content = content();

        assertThat(content.title()).isEqualTo("tiny");
        // a tenth of 10 cm is missing
        assertThat(content.verdict())
                .startsWith("In 16 held-out reaches the network ends 10.0\u00a0mm from the target")
                .contains("reference 0.0\u00a0mm")
                .contains("R²\u00a0=\u00a00.");
    }

    @Test
    void the_command_of_a_report_can_be_pasted_into_a_shell() throws IOException {
        String command = content("network.units=8", "dt=5 ms").command();

        assertThat(command).isEqualTo("java -jar betz.jar run scenario.yaml network.units=8 'dt=5 ms'");
    }

    @Test
    void a_setting_from_the_command_line_is_marked_as_changed_and_a_default_is_not() throws IOException {
        var settings = content("network.units=8").settings();

        assertThat(setting(settings, "network.units").changed()).isTrue();
        assertThat(setting(settings, "network.units").value()).isEqualTo("8");
        assertThat(setting(settings, "dt").changed()).isFalse(); // 10 ms in the file is the default
    }

    private static Setting setting(List<Setting> settings, String path) {
        return settings.stream()
                .filter(one -> one.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void seed_run_and_version_are_part_of_the_provenance_and_host_and_time_are_not() throws IOException {
        var names = content("seed=7").provenance().stream()
                .map(entry -> entry.name() + " " + entry.value())
                .toList();

        assertThat(names).contains("Run 0123456789abcdef", "Seed 7");
        assertThat(names).noneMatch(text -> text.contains(folder.toString()));
    }

    @Test
    void every_link_of_a_report_leads_to_a_file_of_its_run() throws IOException {
        String page = Files.readString(run.report());
        var links = Pattern.compile("<a href=\"([^#\"][^\"]*)\"")
                .matcher(page)
                .results()
                .toList();

        assertThat(links).hasSizeGreaterThan(10);
        for (var link : links) {
            assertThat(run.folder().resolve(link.group(1))).isRegularFile();
        }
    }

    @Test
    void every_figure_of_a_report_has_a_picture_a_drawing_and_a_table() throws IOException {
        String page = Files.readString(run.report());
        var ids = Pattern.compile("<figure id=\"([^\"]*)\"")
                .matcher(page)
                .results()
                .toList();

        assertThat(ids).hasSize(11);
        for (var id : ids) {
            for (var ending : List.of(".png", ".svg", ".csv")) {
                assertThat(run.folder().resolve("figures").resolve(id.group(1) + ending))
                        .isNotEmptyFile();
            }
        }
        try (Stream<Path> files = Files.list(run.folder().resolve("figures"))) {
            assertThat(files).hasSize(3 * ids.size());
        }
    }

    @Test
    void the_page_shows_the_same_drawings_as_the_files() throws IOException {
        String page = Files.readString(run.report());

        try (Stream<Path> files = Files.list(run.folder().resolve("figures"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
                assertThat(page).contains(Files.readString(file).strip());
            }
        }
    }

    @Test
    void no_drawing_of_a_run_holds_a_number_that_is_none() throws IOException {
        try (Stream<Path> files = Files.list(run.folder().resolve("figures"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".svg")).toList()) {
                assertThat(file).content().doesNotContain("NaN").doesNotContain("Infinity");
            }
        }
    }

    @Test
    void shares_of_preferred_directions_add_up_to_a_hundred_percent() throws IOException {
        var rows = Files.readAllLines(run.folder().resolve("figures/preferred-directions.csv")).stream()
                .map(row -> row.split(",", -1))
                .toList();

        for (var panel : List.of("Cortex", "Network")) {
            double sum = rows.stream()
                    .filter(row -> row[0].equals(panel))
                    .mapToDouble(row -> Double.parseDouble(row[4]))
                    .sum();
            assertThat(sum).isBetween(100 - 1e-9, 100 + 1e-9); // rounding only
        }
    }

    @Test
    void figures_are_linked_by_their_titles() throws IOException {
        var request = Tiny.request(folder);
        var figures = new ReachFigures("Cortex", JUDGEMENT.lessons().heldOut(), JUDGEMENT.predicted()).all();
        var content = new RunReport(
                        request,
                        "id",
                        JUDGEMENT,
                        Tunings.of(request.scenario(), JUDGEMENT),
                        Variabilities.of(request.scenario(), JUDGEMENT),
                        new FurtherAnalyses(List.of(), java.util.Optional.empty()),
                        figures,
                        true)
                .content();

        assertThat(content.links())
                .contains(new ReportContent.Link("Numbers of the figure: Hand speed", "figures/speed.csv"));
        assertThat(figures).extracting(figure -> figure.caption()).allMatch(RunReportTest::isComplete);
        assertThat(HtmlReport.html(content)).contains(Charts.svg(figures.get(0)).strip());
    }

    private static boolean isComplete(Caption caption) {
        return caption.text().endsWith(".")
                && !caption.alt().isBlank()
                && !caption.title().endsWith(".");
    }
}
