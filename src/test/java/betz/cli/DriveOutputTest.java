// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where the states of driven bodies go. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriveOutputTest {
    private static final String COMMANDS = "trial,step,a,b,c,d\n0,0,1,.5,0,0\n";

    @TempDir
    Path folder;

    private Path scenario = Path.of("");
    private Path commands = Path.of("");

    @BeforeEach
    void writeInputs() throws IOException {
        scenario = Files.writeString(
                folder.resolve("mass.yaml"), "betz: 1\nname: mass\ndt: 5 ms\neffector: {kind: point-mass}\n");
        commands = Files.writeString(folder.resolve("commands.csv"), COMMANDS);
    }

    private Told drive(String... more) {
        List<String> words = new ArrayList<>(List.of("drive", scenario.toString(), commands.toString()));
        words.addAll(List.of(more));
        return betz(words.toArray(String[]::new));
    }

    @Test
    void a_file_holds_what_the_standard_output_would_and_is_told() {
        Path states = folder.resolve("states.csv");
        String expected = drive().succeeded().out();

        Told told = drive("--out", states.toString()).succeeded();

        assertThat(told.out().lines()).containsExactly("2 states of 1 trial written to " + states + ".");
        assertThat(states).hasContent(expected);
        assertThat(drive("--out", states.toString()).succeeded().out()).isEqualTo(told.out());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_file_that_is_read_is_not_written_over_by_any_of_its_names() throws IOException {
        Path file = folder.resolve("commands.csv");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        Path start = Files.writeString(folder.resolve("start.csv"), "trial,p0,p1,v0,v1\n0,0,0,0,0\n");

        for (Path out : List.of(file, link, scenario, start)) {
            drive("--initial", start.toString(), "--out", out.toString())
                    .refused(2, "--out is " + out + ", expected another file than those that are read.");
        }

        assertThat(file).hasContent(COMMANDS);
        assertThat(start).hasContent("trial,p0,p1,v0,v1\n0,0,0,0,0\n");
    }

    @Test
    void what_cannot_be_a_file_is_refused_in_words_of_its_own() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        Path inFile = commands.resolve("states.csv");

        drive("--out", folder.toString())
                .refused(2, "--out is " + folder + ", expected the name of a file; that is a folder.");
        drive("--out", nowhere + "/")
                .refused(2, "--out is " + nowhere + "/, expected the name of a file, which does not end so.");
        drive("--out", nowhere.resolve("states.csv").toString())
                .refused(
                        2,
                        "--out is " + nowhere.resolve("states.csv") + ", expected a file in a folder; " + nowhere
                                + " does not exist.");
        drive("--out", inFile.toString())
                .refused(2, "--out is " + inFile + ", expected a file in a folder; " + commands + " is not one.");
        drive("--out", "").refused(2, "--out is empty, expected the name of a file.");
        assertThat(commands).hasContent(COMMANDS);
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void a_file_that_is_called_as_the_growing_one_would_be_is_left_alone() throws IOException {
        Path mine = Files.writeString(folder.resolve("states.csv.tmp"), "mine");

        drive("--out", folder.resolve("states.csv").toString()).succeeded();

        assertThat(mine).hasContent("mine");
        assertThat(folder.resolve("states.csv")).content().startsWith("trial,step,time,");
        assertThat(folder.toFile().list()).hasSize(4);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void a_link_goes_on_to_lead_to_the_file_that_is_written() throws IOException {
        Path states = Files.writeString(folder.resolve("states.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), states);

        drive("--out", link.toString()).succeeded();

        assertThat(link).isSymbolicLink();
        assertThat(states).content().startsWith("trial,step,time,");
    }

    @Test
    void devices_are_written_as_they_are() {
        assumeThat(Path.of("/dev/full")).exists();

        assertThat(drive("--out", "/dev/null").succeeded().out())
                .isEqualTo("2 states of 1 trial written to /dev/null.\n");
        drive("--out", "/dev/full").refused(74, "/dev/full: No space left on device.");
        assertThat(drive("--out", "/dev/stdout").succeeded().out())
                .isEqualTo(drive().succeeded().out());
        assertThat(Path.of("/dev/null.tmp")).doesNotExist();
    }

    @Test
    void a_standard_output_that_is_full_is_told_with_status_74() throws Exception {
        File full = new File("/dev/full");
        assumeThat(full).exists();
        Path err = folder.resolve("err.txt");

        int status = new ProcessBuilder(Told.program("drive", scenario.toString(), commands.toString()))
                .redirectOutput(full)
                .redirectError(err.toFile())
                .start()
                .waitFor();

        assertThat(err).hasContent("The standard output could not be written: No space left on device.");
        assertThat(status).isEqualTo(74);
    }

    @Test
    void a_reader_that_has_enough_after_a_line_ends_the_command_without_an_error() throws Exception {
        var many = new StringBuilder("trial,step,a,b,c,d\n");
        for (int step = 0; step < 2000; step++) {
            many.append("0,").append(step).append(",0.1,0.2,0.3,0.4\n"); // more than a pipe holds
        }
        Files.writeString(commands, many);
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(Told.program("drive", scenario.toString(), commands.toString()))
                .redirectError(err.toFile())
                .start();

        try (var out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).startsWith("trial,step,time,");
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err).isEmptyFile();
    }
}
