// SPDX-License-Identifier: Apache-2.0
package betz;

import static org.assertj.core.api.Assertions.assertThat;

import betz.cli.Main;
import betz.io.DataLayout;
import betz.scenario.AskedAnalyses;
import betz.scenario.BadScenario;
import betz.scenario.ExampleFile;
import betz.scenario.Scenario;
import betz.scenario.ScenarioFile;
import betz.scenario.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Holds README and docs to the files, commands, settings and scenarios that they speak of. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DocumentationTest {
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]*)\\)");
    private static final Pattern COMMAND = Pattern.compile("(?:\\bbetz|betz\\.jar) ([a-z]+)\\b([^`\\n]*)");
    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z]+(?:-[a-z]+)*");
    private static final Pattern SETTING =
            Pattern.compile("(?<![\\w.-])((?:[a-z]\\w*\\.)+[a-z]\\w*|seed|dt)=('[^'\\n]*'|[^\\s`=]+)");
    private static final Pattern YAML = Pattern.compile("(?s)```yaml\\n(.*?)```");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`|(?m)^ {4}(.*)$");
    private static final Map<String, CommandLine> COMMANDS = new CommandLine(new Main()).getSubcommands();

    /** Scenarios that have keys which the default lacks. */
    private static final Map<String, String> BASES =
            Map.of("reference.file", "reference: recorded", "task.file", "task: table");

    /** A worked example that has every key. */
    private static final Path EXAMPLE = Path.of("scenarios/tutorial/recurrent-propagation.yaml");

    @TempDir
    Path folder;

    /** A page and its text. */
    private record Page(Path file, String text) {
        Stream<MatchResult> find(Pattern pattern) {
            return pattern.matcher(text).results();
        }

        /** Returns what is set as code, in lines and in words. */
        List<String> code() {
            return find(CODE)
                    .map(code -> code.group(1) == null ? code.group(2) : code.group(1))
                    .toList();
        }

        /** Returns the names by which links reach the headings. */
        Set<String> anchors() {
            return text.lines()
                    .filter(line -> line.startsWith("#"))
                    .map(line -> line.replaceFirst("^#+ ", "").toLowerCase(Locale.ROOT))
                    .map(line -> line.replaceAll("[^\\w -]", "").replace(' ', '-'))
                    .collect(Collectors.toSet());
        }
    }

    private static List<Page> pages() throws IOException {
        List<Page> pages = new ArrayList<>();
        try (Stream<Path> docs = Files.walk(Path.of("docs"))) {
            for (Path file : Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(Path::of),
                            docs)
                    .filter(path -> path.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                pages.add(new Page(file, Files.readString(file)));
            }
        }
        return pages;
    }

    @Test
    void every_link_and_image_leads_to_a_file_and_every_anchor_to_a_heading() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Page page : pages()) {
            for (MatchResult link : page.find(LINK).toList()) {
                if (!link.group(1).startsWith("https://") && !leadsSomewhere(page, link.group(1))) {
                    broken.add(page.file + ": " + link.group(1));
                }
            }
        }

        assertThat(broken).isEmpty();
    }

    private static boolean leadsSomewhere(Page page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty()
                ? page.file
                : page.file.resolveSibling(parts[0]).normalize();
        return Files.isRegularFile(target)
                && (parts.length == 1
                        || new Page(target, Files.readString(target)).anchors().contains(parts[1]));
    }

    @Test
    void every_page_is_reached_from_the_readme() throws IOException {
        List<Path> reached = new ArrayList<>(List.of(Path.of("README.md")));
        for (int next = 0; next < reached.size(); next++) {
            var page = new Page(reached.get(next), Files.readString(reached.get(next)));
            page.find(LINK)
                    .map(link -> link.group(1).split("#", 2)[0])
                    .filter(link -> link.endsWith(".md") && !link.startsWith("https://"))
                    .map(link -> page.file.resolveSibling(link).normalize())
                    .filter(file -> !reached.contains(file))
                    .forEach(reached::add);
        }

        assertThat(reached).containsAll(pages().stream().map(Page::file).toList());
    }

    @Test
    void every_command_and_option_shown_exists() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Page page : pages()) {
            for (String code : page.code()) {
                for (MatchResult shown : COMMAND.matcher(code).results().toList()) {
                    CommandLine command = COMMANDS.get(shown.group(1));
                    if (command == null || !hasOptions(command, shown.group(2))) {
                        wrong.add(page.file + ": " + shown.group());
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    private static boolean hasOptions(CommandLine command, String words) {
        Set<String> known = command.getCommandSpec().optionsMap().keySet();
        return OPTION.matcher(words).results().map(MatchResult::group).allMatch(known::contains);
    }

    @Test
    void the_page_of_commands_tells_every_command_with_its_options_and_no_others() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("docs/reference/commands.md"));

        COMMANDS.forEach((name, command) -> {
            String row = rows.stream()
                    .filter(line -> line.startsWith("| `betz " + name))
                    .findFirst()
                    .orElse("");
            var told = OPTION.matcher(row).results().map(MatchResult::group).collect(Collectors.toSet());
            var known = command.getCommandSpec().optionsMap().keySet().stream()
                    .filter(option -> option.startsWith("--")
                            && !Set.of("--help", "--version").contains(option))
                    .collect(Collectors.toSet());
            assertThat(row).as(name).isNotEmpty();
            assertThat(told).as(name).isEqualTo(known);
        });
    }

    @Test
    void every_whole_scenario_shown_is_accepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int shown = 0;
        for (Page page : pages()) {
            for (MatchResult block : page.find(YAML).toList()) {
                if (block.group(1).lines().anyMatch(line -> line.startsWith("betz:"))) {
                    shown++;
                    Path file = Files.writeString(folder.resolve("shown.yaml"), block.group(1));
                    refused.addAll(problems(page, () -> read(file)));
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(shown).isPositive();
    }

    private static Object read(Path file) {
        return ExampleFile.isOne(file) ? ExampleFile.read(file, List.of()) : ScenarioFile.read(file, List.of());
    }

    @Test
    void every_setting_shown_with_a_value_is_accepted() throws IOException {
        List<String> refused = new ArrayList<>();
        int shown = 0;
        for (Page page : pages()) {
            for (String code : page.code()) {
                for (MatchResult setting : SETTING.matcher(code).results().toList()) {
                    shown++;
                    String base = BASES.getOrDefault(setting.group(1), "betz: 1");
                    String override = setting.group(1) + "=" + setting.group(2).replace("'", "");
                    refused.addAll(problems(page, () -> {
                        if (setting.group(1).startsWith("example.")) {
                            ExampleFile.read(EXAMPLE, List.of(override));
                        } else if (AskedAnalyses.sets(setting.group(1))) {
                            AskedAnalyses.read(List.of(), List.of(override), DataLayout.class);
                        } else {
                            ScenarioReader.read(base, "base", List.of(override), Scenario.class, List.of());
                        }
                    }));
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(shown).isPositive();
    }

    private static List<String> problems(Page page, Runnable reading) {
        try {
            reading.run();
            return List.of();
        } catch (BadScenario bad) {
            return List.of(page.file + ": " + bad.getMessage());
        }
    }

    @Test
    void every_key_named_with_dots_is_a_setting() throws IOException {
        var keys = Pattern.compile(
                "(?:task|effector|reference|calibration|network|feedback|training|evaluation)(?:\\.\\w+)+");
        Set<String> known = settings();

        List<String> unknown = new ArrayList<>();
        for (Page page : pages()) {
            page.code().stream()
                    .filter(code -> keys.matcher(code).matches() && !known.contains(code))
                    .forEach(code -> unknown.add(page.file + ": " + code));
        }

        assertThat(unknown).isEmpty();
    }

    /** Returns the paths of all settings of the default and of other references and tasks, and of the groups above them. */
    private static Set<String> settings() {
        return Stream.of(
                        "betz: 1",
                        "reference: recorded",
                        "task: random-reach",
                        "task: table",
                        "evaluation: {perturbations: [pulse]}")
                .flatMap(base ->
                        ScenarioReader.read(base, "base", List.of(), Scenario.class, List.of()).settings().stream())
                .flatMap(setting -> Stream.iterate(
                        setting.path(),
                        path -> !path.isEmpty(),
                        path -> path.substring(0, Math.max(0, path.lastIndexOf('.')))))
                .collect(Collectors.toSet());
    }
}
