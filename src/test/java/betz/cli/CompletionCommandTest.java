// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CompletionCommandTest {
    /** Asks the completion of bash for several lines; each answer is one line. */
    private static final String ASK = """
            source "$1"
            compopt() { :; } # has a meaning only while a key is pressed
            ask() {
                COMP_WORDS=(betz "$@"); COMP_CWORD=$#; COMP_LINE="betz $*"; COMPREPLY=()
                _complete_betz
                echo "${COMPREPLY[*]}"
            }
            ask ru
            ask run --th
            ask list ce
            ask new x --from quick
            ask completion z
            ask help network.u
            ask check mine
            """;

    @TempDir
    Path folder;

    private static boolean isThere(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(path -> Files.isExecutable(Path.of(path, program)));
    }

    private String script(String shell) throws IOException {
        String text = betz("completion", shell).succeeded().out();
        return Files.writeString(folder.resolve("betz." + shell), text).toString();
    }

    private List<String> lines(String... words) throws IOException, InterruptedException {
        Path out = folder.resolve("out.txt");
        new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start()
                .waitFor();
        return Files.readAllLines(out);
    }

    @Test
    void bash_completes_commands_options_kinds_templates_shells_topics_and_files() throws Exception {
        assumeTrue(isThere("bash"));
        Files.createFile(folder.resolve("mine.yaml"));

        assertThat(lines("bash", "-c", ASK, "ask", script("bash")))
                .containsExactly("run", "--threads", "cells", "quickstart", "zsh", "network.units", "mine.yaml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "fish"})
    void each_shell_reads_its_script_without_complaint(String shell) throws Exception {
        assumeTrue(isThere(shell));

        assertThat(lines(shell, "-n", script(shell))).isEmpty();
    }

    @Test
    void fish_is_told_every_command_and_every_option_with_its_first_sentence() {
        String script = betz("completion", "fish").succeeded().out();

        new CommandLine(new Main()).getSubcommands().forEach((name, command) -> {
            assertThat(script).contains("\ncomplete -c betz -n __fish_use_subcommand -a " + name + " -d '");
            command.getCommandSpec()
                    .options()
                    .forEach(option -> assertThat(script.lines())
                            .as(name + " " + option.longestName())
                            .anyMatch(line -> line.contains("'__fish_seen_subcommand_from " + name + "'")
                                    && line.contains(
                                            " -l " + option.longestName().substring(2) + " ")
                                    && line.contains(" -d '")));
        });
        assertThat(script)
                .contains(
                        "from run' -l threads -x -d 'Worker threads'\n",
                        "from run' -l out -r -F -d 'Folder of all runs'\n",
                        "from run' -l resume -d 'Go on from the newest checkpoint of an unfinished run'\n",
                        "from check' -F\n",
                        "from completion' -a 'bash zsh fish'\n",
                        "from list' -a 'runs templates tasks ")
                .doesNotContain("${");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsh", "BASH"})
    void a_shell_that_is_not_known_is_told_with_those_that_are(String typed) {
        betz("completion", typed)
                .refused(
                        2,
                        typed + " is not a shell that is known here, expected bash, zsh, fish.",
                        "Did you mean bash?",
                        "See: betz completion --help");
    }
}
