// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
    @TempDir
    Path folder;

    private String scenario(String text) throws IOException {
        return Files.writeString(folder.resolve("x.yaml"), text).toString();
    }

    private void refused(String file, String expected) {
        Told told = betz("run", file, "--out", folder.resolve("results").toString());

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains(expected).doesNotContain("\tat ").doesNotContain("Exception");
        assertThat(told.out()).isEmpty();
        assertThat(folder.resolve("results")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "network: {unitz: 8};x.yaml:1:11: network.unitz",
                "dt: 10;x.yaml:1:5: dt is",
                "dt: 10 cm;x.yaml:1:5: dt is",
                "dt: -10 ms;x.yaml:1:5: dt is",
                "'seed: 1\nseed: 2';x.yaml:2:1: seed is given twice",
                "'about: a\nname: *a';x.yaml:2:7: name is an alias",
                "network: {units: 8.5};x.yaml:1:18: network.units is 8.5",
                "'seed: 1\n---\nseed: 2';x.yaml:2:1: the file is followed by a second document",
                "'';x.yaml: the file is empty",
            })
    void a_mistake_in_a_scenario_is_told_at_its_place(String text, String expected) throws IOException {
        refused(scenario(text.isEmpty() ? "\n" : text), expected);
    }

    @Test
    void every_command_that_offers_its_version_tells_it() {
        Told whole = betz("--version");

        assertThat(whole.out()).startsWith("betz ");
        for (String command : new CommandLine(new Main()).getSubcommands().keySet()) {
            assertThat(betz(command, "--version").out()).as(command).isEqualTo(whole.out());
        }
    }

    /** {@code betz help} sets up all commands, a command that is named only itself. */
    @Test
    void every_command_tells_the_same_of_itself_as_among_the_others() {
        for (String command : new CommandLine(new Main()).getSubcommands().keySet()) {
            assertThat(betz(command, "--help").out())
                    .isEqualTo(betz("help", command).out());
        }
    }

    @Test
    void files_that_are_no_scenarios_are_refused_by_what_they_are() throws IOException {
        refused(scenario("#".repeat(3 << 20)), "the file is larger than 1 MiB");
        refused(scenario("name: " + "[".repeat(5000)), "nested deeper than 64");
        Files.write(folder.resolve("x.yaml"), "name: x".getBytes(StandardCharsets.UTF_16));
        refused(folder.resolve("x.yaml").toString(), "the file is UTF-16");
        refused(folder.resolve("missing.yaml").toString(), "the file is missing");
    }

    @Test
    void all_mistakes_are_told_at_once() throws IOException {
        Told told = betz("check", scenario("dt: 10\nseed: x\nnetwork: {unitz: 8}\n"));

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("x.yaml:1:5: ", "x.yaml:2:7: ", "x.yaml:3:11: ");
    }

    @Test
    void every_command_and_every_option_is_in_the_reference() throws IOException {
        String page = Files.readString(Path.of("docs/reference/commands.md"));

        new CommandLine(new Main()).getSubcommands().forEach((name, command) -> {
            String row = page.lines()
                    .filter(line -> line.startsWith("| `betz " + name))
                    .findFirst()
                    .orElse("");
            assertThat(row).as(name).isNotEmpty();
            command.getCommandSpec().options().stream()
                    .filter(option -> !option.usageHelp() && !option.versionHelp())
                    .forEach(option -> assertThat(row).contains(option.longestName()));
        });
    }
}
