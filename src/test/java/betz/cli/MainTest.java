// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MainTest {
    private static final String TINY = """
            name: tiny
            task: {kind: centre-out, targets: 4, reach: 900 ms}
            reference: minimum-jerk
            network: {units: 8}
            training: {iterations: 2, batch: 4, trials: 8}
            evaluation: {trials: 4}
            """;

    /** What a command came to. */
    private record Told(int status, String out, String err) {}

    @TempDir
    Path folder;

    private static Told betz(String... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var toldOut = new ByteArrayOutputStream();
        var toldErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(toldOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(toldErr, true, StandardCharsets.UTF_8));
            int status = Main.execute(words);
            return new Told(status, toldOut.toString(StandardCharsets.UTF_8), toldErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

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

        assertThat(whole.out).startsWith("betz ");
        for (String command : new CommandLine(new Main()).getSubcommands().keySet()) {
            if (!command.equals("help")) {
                assertThat(betz(command, "--version").out).as(command).isEqualTo(whole.out);
            }
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
    void a_run_prints_one_object_and_is_found_again_by_its_id() throws IOException {
        String out = folder.resolve("results").toString();
        String file = scenario(TINY);

        Told run = betz("run", file, "--out", out, "--json", "--quiet");

        assertThat(run.status()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"id\":\"")
                .endsWith("}}");
        assertThat(run.out())
                .contains("\"folder\":", "\"report\":", "\"seconds\":", "\"metrics\":{\"endpoint_error_m\":")
                .contains("\"hand_velocity_r2\":", "\"hand_position_rmse_m\":", "\"reference_endpoint_error_m\":");
        String id = run.out().substring(7, 23);
        assertThat(betz("show", id.substring(0, 6), "--out", out).out()).startsWith("tiny: in 4 held-out reaches");
        assertThat(betz("list", "--out", out).out()).contains(id);
        Path other = Files.createDirectories(folder.resolve("other/tiny"));
        try (var channel = FileChannel.open(
                        other.resolve(id + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(betz("run", file, "--out", folder.resolve("other").toString())
                            .status())
                    .isEqualTo(3);
        }
    }

    @Test
    void a_folder_that_cannot_be_made_is_a_file_error() throws IOException {
        Told told =
                betz("run", scenario(TINY), "--out", folder.resolve("x.yaml").toString());

        assertThat(told.status()).isEqualTo(74);
        assertThat(told.err()).doesNotContain("null").contains("x.yaml");
    }

    @Test
    void a_mistyped_command_is_told_with_what_was_meant() {
        Told told = betz("rnu");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err()).contains("Did you mean run?", "See: betz --help");
        assertThat(betz("show", "nothing", "--out", folder.toString()).status()).isEqualTo(2);
        assertThat(betz("list", "cellz").status()).isEqualTo(2);
    }

    @Test
    void commands_that_only_tell_succeed() throws IOException {
        assertThat(betz("list", "cells").out()).contains("leaky", "gru");
        assertThat(betz("schema").out()).startsWith("{").contains("\"$schema\"");
        assertThat(betz("explain", scenario(TINY)).out()).contains("network.units = 8   (line 4)");
        assertThat(betz("check", scenario(TINY)).out()).contains(": ok", "parameters: ");
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
