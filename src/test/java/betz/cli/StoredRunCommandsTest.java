// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs once, and holds all commands that speak of a finished run to that run. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class StoredRunCommandsTest {
    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private static String scenario;
    private static String results;
    private static Told run;
    private static JsonNode told;
    private static Path stored;

    @BeforeAll
    static void run_once() {
        scenario = Told.tiny(shared);
        results = shared.resolve("results").toString();
        run = betz("run", scenario, "--out", results, "--json");
        told = object(run.out());
        stored = Path.of(told.required("folder").asString());
    }

    /** Reads the only line as the only JSON object on it. */
    private static JsonNode object(String out) {
        assertThat(out.lines()).hasSize(1);
        var mapper = JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        JsonNode node = mapper.readTree(out);
        assertThat(node.isObject()).isTrue();
        return node;
    }

    private static String id() {
        return told.required("id").asString();
    }

    @Test
    void with_json_the_standard_output_is_one_object_and_progress_goes_elsewhere() {
        assertThat(run.status()).as(run.err()).isZero();
        assertThat(told.propertyNames()).containsExactly("id", "folder", "report", "seconds", "metrics");
        assertThat(told.required("metrics").propertyNames())
                .containsExactly(
                        "endpoint_error_m", "hand_velocity_r2", "hand_position_rmse_m", "reference_endpoint_error_m");
        assertThat(run.err().lines())
                .anyMatch(line -> line.equals("Simulating the reference."))
                .anyMatch(line ->
                        line.matches("training \\[#{24}] 2/2 {2}loss [0-9.e+-]+ {2}gradient [0-9.e+-]+ {2}0 s left"))
                .anyMatch(line -> line.equals("Comparing on held-out trials."));
    }

    @Test
    void the_run_lies_where_its_name_and_its_id_say() {
        assertThat(id()).matches("[0-9a-f]{16}");
        assertThat(stored).isEqualTo(Path.of(results, "tiny", id())).isDirectory();
        assertThat(Path.of(told.required("report").asString()))
                .isEqualTo(stored.resolve("report.html"))
                .isRegularFile();
    }

    @Test
    void a_success_leaves_no_lock_and_nothing_half_done() throws IOException {
        try (var files = Files.list(stored.getParent())) {
            assertThat(files).containsExactly(stored);
        }
    }

    @Test
    void the_same_run_is_shown_not_computed_again_and_only_standard_error_says_so() {
        Told again = betz("run", scenario, "--out", results, "--json");

        assertThat(again.err().lines()).containsExactly("This run is there already; it is shown, not computed again.");
        assertThat(object(again.out()).required("metrics")).isEqualTo(told.required("metrics"));
        assertThat(betz("run", scenario, "--out", results, "--json", "--quiet")
                        .succeeded()
                        .status())
                .isZero();
    }

    @Test
    void the_number_of_threads_is_no_part_of_what_a_run_is() {
        assertThat(betz("run", scenario, "--out", results, "--threads", "1").err())
                .startsWith("This run is there already");
    }

    @Test
    void a_run_is_shown_by_its_folder_its_id_and_the_beginning_of_its_id() {
        String shown = betz("show", id(), "--out", results).succeeded().out();

        assertThat(shown.lines()).hasSize(2).last().isEqualTo("Report: " + stored.resolve("report.html"));
        assertThat(betz("show", stored.toString()).succeeded().out()).isEqualTo(shown);
        assertThat(betz("show", id().substring(0, 1), "--out", results)
                        .succeeded()
                        .out())
                .isEqualTo(shown);
        assertThat(betz("run", scenario, "--out", results, "--quiet")
                        .succeeded()
                        .out())
                .isEqualTo(shown);
    }

    @Test
    void a_run_is_shown_as_the_object_that_it_printed() {
        JsonNode shown = object(
                betz("show", id(), "--out", results, "--json").succeeded().out());

        for (String key : List.of("id", "folder", "report", "metrics")) {
            assertThat(shown.required(key)).as(key).isEqualTo(told.required(key));
        }
    }

    @Test
    void runs_are_listed_with_their_verdict() {
        String verdict =
                betz("show", id(), "--out", results).out().lines().findFirst().orElseThrow();

        assertThat(betz("list", "--out", results).succeeded().out().lines()).containsExactly(stored + "   " + verdict);
        assertThat(betz("list", "runs", "--out", results).succeeded().out()).contains(id());
    }

    @Test
    void a_report_is_written_again_with_the_same_figures() throws IOException {
        Path to = folder.resolve("again");

        Told report = betz("report", id(), "--out", results, "--to", to.toString(), "--quiet");

        assertThat(report.succeeded().out().lines()).containsExactly("Report: " + to.resolve("report.html"));
        assertThat(names(to.resolve("figures")))
                .isEqualTo(names(stored.resolve("figures")))
                .isNotEmpty();
        for (String name : names(to.resolve("figures"))) {
            assertThat(to.resolve("figures").resolve(name))
                    .hasSameBinaryContentAs(stored.resolve("figures").resolve(name));
        }
        assertThat(Files.readString(to.resolve("report.html")))
                .contains("figures/speed.csv")
                .doesNotContain("data/target.npz"); // which is not there
    }

    @Test
    void a_published_run_is_not_written_into() {
        betz("report", id(), "--out", results, "--to", stored.resolve("again").toString(), "--quiet")
                .refused(
                        2,
                        "--to is " + stored.resolve("again")
                                + ", expected a folder outside the run's own, which is not changed.");
        assertThat(stored.resolve("again")).doesNotExist();
    }

    @Test
    void a_run_whose_last_state_is_damaged_gets_no_report_from_an_earlier_one() throws IOException {
        Path run = wholeCopy();
        Files.write(run.resolve("checkpoints/00000002.checkpoint"), new byte[9]);
        Files.write(run.resolve("checkpoints/best.checkpoint"), new byte[9]);

        Told told = betz("report", run.toString(), "--to", folder.resolve("to").toString(), "--quiet");

        assertThat(told.status()).isEqualTo(65);
        assertThat(told.err())
                .contains(
                        "no whole state of the leaky network after iteration 2, expected the state that the run ended with");
    }

    @Test
    void a_run_whose_scenario_was_changed_since_gets_no_report() throws IOException {
        Path run = copy("tiny/" + id());
        Files.writeString(run.resolve("scenario.yaml"), Told.TINY.replace("units: 8", "units: 9"));

        Told told = betz("report", run.toString(), "--to", folder.resolve("to").toString(), "--quiet");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).startsWith("run is " + id() + ", expected the id that its scenario, recording and");
    }

    private static Set<String> names(Path of) throws IOException {
        try (var files = Files.list(of)) {
            return new TreeSet<>(
                    files.map(file -> of.relativize(file).toString()).toList());
        }
    }

    @Test
    void a_report_into_a_file_is_a_file_error() throws IOException {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        betz("report", id(), "--out", results, "--to", taken.toString(), "--quiet")
                .refused(74, taken + " is a file, expected a folder or a free name.");
        assertThat(taken).hasContent("mine");
    }

    @Test
    void a_run_that_is_not_there_is_told_with_where_it_was_sought() {
        for (String command : List.of("show", "report")) {
            List<String> words = new ArrayList<>(List.of(command, "zz", "--out", results));
            if (command.equals("report")) {
                words.addAll(List.of("--to", folder.resolve("x").toString()));
            }
            betz(words.toArray(String[]::new))
                    .refused(
                            2,
                            "No complete run 'zz', and none whose id begins so below " + results + ".",
                            "See: betz list runs");
        }
    }

    @Test
    void a_beginning_that_several_ids_share_is_told_with_all_of_them() throws IOException {
        Path one = copy("tiny/abcd0000abcd0000");
        Path other = copy("tiny/abcd1111abcd1111");

        betz("show", "abcd", "--out", folder.toString())
                .refused(
                        2,
                        "'abcd' begins the ids of several runs; type more of one:",
                        one.toString(),
                        other.toString());
        assertThat(betz("show", "abcd1", "--out", folder.toString()).succeeded().out())
                .contains(other.toString());
    }

    @Test
    void a_summary_that_is_cut_short_is_damaged_data() throws IOException {
        Path copy = copy("tiny/0123456789abcdef");
        Path summary = copy.resolve("analysis/summary.json");
        Files.writeString(summary, Files.readString(summary).substring(0, 40));

        betz("show", copy.toString())
                .refused(
                        65,
                        summary
                                + " is damaged: found something else, expected id, verdict, overrides and metrics in JSON.");
    }

    @Test
    void a_damaged_run_does_not_keep_the_others_from_being_listed() throws IOException {
        Path damaged = copy("tiny/0123456789abcdef");
        Path whole = copy("tiny/fedcba9876543210");
        Path summary = damaged.resolve("analysis/summary.json");
        Files.writeString(summary, "{");

        Told told = betz("list", "--out", folder.toString());

        assertThat(told.status()).isEqualTo(65);
        assertThat(told.out()).startsWith(whole + "   ").hasLineCount(1);
        assertThat(told.err()).startsWith(summary + " is damaged: ").hasLineCount(1);
    }

    /** Copies what {@code show} reads of the run. */
    private Path copy(String name) throws IOException {
        return copy(name, file -> file.getNameCount() == 1 || file.startsWith("analysis"));
    }

    private Path wholeCopy() throws IOException {
        return copy("tiny/" + id(), file -> true);
    }

    private Path copy(String name, Predicate<Path> chosen) throws IOException {
        Path copy = folder.resolve(name);
        try (var files = Files.walk(stored)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path relative = stored.relativize(file);
                if (chosen.test(relative)) {
                    Files.createDirectories(copy.resolve(relative).getParent());
                    Files.copy(file, copy.resolve(relative));
                }
            }
        }
        return copy;
    }

    @Test
    void an_empty_folder_of_results_is_told_with_the_command_that_fills_it() {
        assertThat(betz("list", "--out", folder.toString()).succeeded().out().lines())
                .containsExactly("No runs below " + folder + ". Make one: betz run scenarios/quickstart.yaml");
    }
}
