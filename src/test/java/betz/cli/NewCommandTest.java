// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import betz.scenario.Templates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class NewCommandTest {
    private static final String NAMES =
            "expected up to 100 letters, digits, dots, dashes and underscores, the first a" + " letter or digit.";

    @TempDir
    Path folder;

    static Set<String> templates() {
        return Templates.names();
    }

    private String in(String file) {
        return folder.resolve(file).toString();
    }

    @Test
    void the_templates_are_the_scenarios_of_the_project() throws IOException {
        Path scenarios = Path.of("scenarios");
        try (Stream<Path> files = Files.walk(scenarios)) {
            assertThat(Templates.names())
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> scenarios.relativize(file).toString())
                                    .filter(name -> name.endsWith(".yaml"))
                                    .map(name -> name.replace(".yaml", "").replace('\\', '/'))
                                    .toList());
        }
    }

    @Test
    void the_file_and_the_next_two_commands_are_told() {
        String file = in("mine.yaml");

        assertThat(betz("new", file).succeeded().out().lines())
                .containsExactly(
                        file + " is written, from the template quickstart. Next:",
                        "    betz check " + file,
                        "    betz run " + file);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_new_scenario_is_its_template_with_another_name(String template) throws IOException {
        Path file = folder.resolve("a/b/mine.yaml");

        betz("new", file.toString(), "--from", template).succeeded();

        String own = "scenarios/" + template + ".yaml";
        String table = file.resolveSibling("mine-trials.csv").toString();
        List<String> expected = Files.readAllLines(Path.of(own)).stream()
                .filter(line -> !line.contains("$schema=")) // the schema is not above the folder of a test
                .map(line -> line.startsWith("name:") ? "name: mine" : line.replace(own, file.toString()))
                .map(line -> line.replace("file: scenarios/trials.csv", "file: \"" + table + "\""))
                .map(line -> line.replace("scenarios/trials.csv", table))
                .toList();
        assertThat(Files.readAllLines(file)).isEqualTo(expected).contains("name: mine");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_new_scenario_passes_its_check_but_for_a_recording_that_it_lacks(String template) {
        betz("new", in("mine.yaml"), "--from", template).succeeded();

        Told check = betz("check", in("mine.yaml"));

        if (check.status() == 0) {
            assertThat(check.err()).isEmpty();
            assertThat(check.out()).startsWith(in("mine.yaml") + ": ok\n");
        } else {
            assertThat(check.err().lines())
                    .singleElement()
                    .asString()
                    .matches(".*mine\\.yaml:\\d+:\\d+: reference\\.file is '.*', which is not a file, expected .*");
        }
    }

    @Test
    void a_table_that_the_template_reads_is_written_beside_the_scenario_and_never_over_a_file() throws IOException {
        Path table = folder.resolve("mine-trials.csv");

        Told told = betz("new", in("mine.yaml"), "--from", "table").succeeded();

        assertThat(told.out()).startsWith(table + " is written, which the scenario reads.\n");
        assertThat(table).hasSameTextualContentAs(Path.of("scenarios/trials.csv"));
        betz("check", in("mine.yaml")).succeeded();
        Files.delete(folder.resolve("mine.yaml"));
        assertThat(betz("new", in("mine.yaml"), "--from", "table").err())
                .contains(table + " is there already and is never overwritten. Choose another name, such as ");
        assertThat(folder.resolve("mine.yaml")).doesNotExist();
    }

    @Test
    void every_template_is_listed_with_what_it_is_about() throws IOException {
        List<String> lines = betz("list", "templates").succeeded().out().lines().toList();

        assertThat(lines).extracting(line -> line.split(" ", -1)[0]).containsExactlyElementsOf(templates());
        String about = Files.readAllLines(Path.of("scenarios/quickstart.yaml")).stream()
                .filter(line -> line.startsWith("about: "))
                .findFirst()
                .orElseThrow()
                .substring("about: ".length());
        assertThat(lines).contains("quickstart   " + about);
    }

    /** As it is called in a test, the working folder is the project's, which has a folder of scenarios. */
    @Test
    void a_plain_name_goes_to_the_folder_of_scenarios_and_never_over_a_file_that_is_there() throws IOException {
        Path file = Path.of("scenarios", "quickstart.yaml");
        byte[] before = Files.readAllBytes(file);

        betz("new", "quickstart")
                .refused(
                        2,
                        file + " is there already and is never overwritten. Choose another name, such as"
                                + " quickstart-2.",
                        "See: betz new --help");
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void without_a_folder_of_scenarios_a_plain_name_goes_to_the_working_folder() throws Exception {
        Told told = Told.process(folder, "new", "mine");

        assertThat(told.succeeded().out()).startsWith("mine.yaml is written, from the template quickstart. Next:\n");
        assertThat(folder.resolve("mine.yaml")).content().contains("\nname: mine\n");
    }

    @Test
    void the_name_that_is_offered_is_free() throws IOException {
        Files.createDirectory(folder.resolve("mine.yaml"));
        Files.createSymbolicLink(folder.resolve("mine-2.yaml"), folder.resolve("nowhere"));

        Told told = betz("new", in("mine.yaml"));

        assertThat(told.err()).contains("Choose another name, such as " + in("mine-3.yaml") + ".\n");
        betz("new", in("mine-3.yaml")).succeeded();
        assertThat(betz("new", in("mine-2.yaml")).status()).isEqualTo(2);
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "my scenario, my-scenario",
        "=cmd(), cmd",
        ".hidden, hidden",
        "<b>, b",
    })
    void a_name_that_no_scenario_may_have_is_refused_with_one_like_it(String name, String meant) {
        betz("new", name)
                .refused(
                        2,
                        "'" + name + "' cannot be a scenario's name, " + NAMES,
                        "Did you mean " + meant + "?",
                        "See: betz new --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "_.-"})
    void a_name_without_a_letter_is_refused_without_a_guess(String name) {
        betz("new", name).refused(2, "'" + name + "' cannot be a scenario's name, " + NAMES, "See: betz new --help");
    }

    @Test
    void the_name_in_a_path_is_held_to_the_same_rule() {
        assertThat(betz("new", in(".yaml")).err()).startsWith("'' cannot be a scenario's name, ");
        assertThat(betz("new", in("a b.yaml")).err()).contains("'a b' cannot be", "\nDid you mean a-b?\n");
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"some/mine, some/mine.yaml", "mine.yml, mine.yaml", "mine.JSON, mine.yaml", "../etc, ../etc.yaml"})
    void a_path_of_another_ending_is_refused_with_the_right_one(String name, String meant) {
        betz("new", name)
                .refused(
                        2,
                        "'" + name + "' is neither a name nor a path that ends in .yaml.",
                        "Did you mean " + meant + "?",
                        "See: betz new --help");
    }

    @Test
    void a_template_that_is_none_is_told_with_all_templates() {
        betz("new", "x", "--from", "quikstart")
                .refused(
                        2,
                        "quikstart is not a template, expected " + String.join(", ", templates()) + ".",
                        "Did you mean quickstart?",
                        "See: betz new --help");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2024", "1e5", "true", "NULL", "off", "0x10", "é.1", "nan"})
    void a_name_that_looks_like_another_value_stays_a_name(String name) {
        assumeThat(Told.canName(name)).isTrue();
        String file = in(name + ".yaml");

        betz("new", file).succeeded();

        assertThat(betz("explain", file).succeeded().out()).contains("name = " + name + "   (line ");
    }

    /** In such a locale the program is handed other letters than were typed, so it cannot tell what is wrong with them. */
    @ParameterizedTest
    @ValueSource(strings = {"größe", "größe.yaml", "über.yml"})
    void a_name_in_letters_that_the_locale_does_not_know_is_refused_with_the_way_out(String name) throws Exception {
        assumeThat(Told.canName(name)).isTrue();

        Told told = Told.process(folder, Map.of("LC_ALL", "C"), "new", name);

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .endsWith("' cannot name a file here, expected letters that this system's locale knows. Use plain"
                        + " letters, or a UTF-8 locale such as LC_ALL=C.UTF-8.\n");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_whose_name_has_spaces_is_told_in_quotes() throws IOException {
        String file = Files.createDirectory(folder.resolve("it's mine"))
                .resolve("a.yaml")
                .toString();

        assertThat(betz("new", file).succeeded().out()).endsWith("    betz run '" + file.replace("'", "'\\''") + "'\n");
    }

    @Test
    void a_program_in_one_jar_is_told_as_it_is_started() {
        assertThat(Shell.program("target/betz.jar")).isEqualTo("java -jar target/betz.jar");
        assertThat(Shell.program("my folder/betz.jar")).isEqualTo("java -jar 'my folder/betz.jar'");
        assertThat(Shell.program("target/classes")).isEqualTo("betz");
        assertThat(Shell.program("a.jar" + java.io.File.pathSeparator + "b.jar"))
                .isEqualTo("betz");
    }
}
