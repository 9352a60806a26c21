// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class HelpCommandTest {
    /** The pages that help shows, as they stand in the project. */
    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return files.filter(
                            file -> file.toString().matches(".*(tutorial|how-to|explanation).*\\.md|.*commands\\.md"))
                    .toList();
        }
    }

    private static String told(String... topic) {
        String[] words = Stream.concat(Stream.of("help"), Arrays.stream(topic)).toArray(String[]::new);
        return betz(words).succeeded().out();
    }

    @Test
    void without_a_topic_commands_and_pages_are_listed() throws IOException {
        String help = told();

        assertThat(help).startsWith(betz().out()).contains("\nTopics of betz help:\n");
        for (Path page : pages()) {
            String title = Files.readAllLines(page).get(0).replace("# ", "");
            String name = String.valueOf(page.getFileName()).replace(".md", "");
            assertThat(help).containsPattern("\n  " + name + " {3,}" + title + "\n");
        }
        assertThat(help.lines()).allMatch(line -> line.length() <= 80, "fits 80 columns");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_word_of_a_page_that_is_no_mark_is_told(Path page) throws IOException {
        String help = told(String.valueOf(page.getFileName()).replace(".md", ""));

        String words = Files.readString(page)
                .replaceAll("(?m)^```.*$", "")
                .replaceAll("!\\[([^]]*)]\\([^)]*\\)", "[Picture: $1]")
                .replaceAll("\\[([^]]*)]\\([^)\\s]*\\)", "$1");
        assertThat(letters(help)).startsWith(letters(words).substring(0, 40));
        assertThat(words(help)).containsAll(words(words));
    }

    private static Set<String> words(String text) {
        return Pattern.compile("\\w+")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static String letters(String text) {
        return text.replaceAll("\\W", "");
    }

    @Test
    void a_topic_may_be_typed_as_words() {
        assertThat(told("resume", "a", "run")).isEqualTo(told("resume-a-run")).startsWith("Resume a run\n====");
    }

    @Test
    void a_section_is_told_up_to_the_next() {
        assertThat(told("exit-status").lines())
                .startsWith("Exit status", "-----------", "", "Status  Meaning")
                .contains("0       done", "2       the input is wrong");
        assertThat(told("the-arm")).startsWith("The arm").doesNotContain("\nMuscles\n");
    }

    @Test
    void a_page_and_a_group_of_settings_of_the_same_name_are_both_told() {
        assertThat(told("training"))
                .startsWith("How the network is trained")
                .contains("\n\ntraining\n    How the network learns.\n    training.mode ");
    }

    @Test
    void a_setting_is_told_by_its_path_or_by_its_last_word() {
        assertThat(told("training.batch")).isEqualTo(told("batch")).isEqualTo("""
                        training.batch
                            Trials per update.
                            value     a whole number
                            default   64
                            range     1 to 65536
                        """);
        assertThat(told("tau")).contains("network.tau   (leaky)\n", "reference.vite.tau   (tuned-cortex)\n");
    }

    @Test
    void units_and_settings_are_listed() {
        assertThat(told("units")).contains("a torque                2 N*m           N*m\n");
        assertThat(told("settings").lines()).contains("    dt            Step of controller and effector.");
    }

    @ParameterizedTest
    @CsvSource({
        "rnu, run",
        "resume-a-rnu, resume-a-run",
        "trainig, training",
        "training.bacth, training.batch",
        "netwrok.units, network.units",
        "network.Units, network.units",
        "bacth, batch",
        "exit-stauts, exit-status",
    })
    void a_mistyped_topic_is_told_with_the_nearest_command_page_or_setting(String typed, String meant) {
        betz("help", typed)
                .refused(
                        2,
                        typed + " is neither a command, a topic nor a setting, expected one of those that betz help"
                                + " lists.",
                        "Did you mean " + meant + "?",
                        "See: betz help --help");
    }
}
