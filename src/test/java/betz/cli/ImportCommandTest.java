// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ImportCommandTest {
    private static final String EVENTS = """
            time_s,event,data
            0.1,CURSOR_ENTER_TARGET,0
            0.2,TARGET_ON,1
            0.3,TARGET_OFF,0
            0.9,REWARD,0
            1.0,TRIAL_END,0
            """;

    @TempDir
    Path folder;

    private Path recording(String events) throws IOException {
        Path recording = Files.createDirectories(folder.resolve("recording"));
        var samples = new StringBuilder("time_s,cursor_x_cm,cursor_z_cm\n");
        for (int i = 0; i < 100; i++) {
            samples.append(i / 100.0)
                    .append(',')
                    .append(Math.max(0, i - 30) / 10.0)
                    .append(",0\n");
        }
        Files.writeString(recording.resolve("continuous.csv"), samples);
        Files.writeString(recording.resolve("targets.csv"), "target_index,x_cm,z_cm\n1,6.0,0.0\n");
        Files.writeString(recording.resolve("events.csv"), events);
        return recording;
    }

    @Test
    void the_number_of_trials_and_the_file_are_told_and_a_scenario_reads_the_file() throws IOException {
        Path to = folder.resolve("reaches.csv");

        Told told = betz("import", recording(EVENTS).toString(), "--to", to.toString())
                .succeeded();

        assertThat(told.out().lines()).containsExactly("1 rewarded trials written to " + to + ".");
        assertThat(to).content().startsWith("time [s],x [cm],y [cm],trial,condition,");
        assertThat(betz("explain", "scenarios/recorded.yaml", "reference.file=" + to)
                        .succeeded()
                        .out())
                .contains("reference.file = " + to + "   (command line)");
    }

    @Test
    void a_recording_that_is_missing_is_told_with_the_files_it_should_have() throws IOException {
        Path nowhere = folder.resolve("nowhere");
        String to = folder.resolve("x.csv").toString();

        betz("import", nowhere.toString(), "--to", to).refused(2, missing(nowhere));
        Files.createDirectory(nowhere);
        betz("import", nowhere.toString(), "--to", to)
                .refused(
                        2,
                        missing(nowhere.resolve("continuous.csv")),
                        missing(nowhere.resolve("events.csv")),
                        missing(nowhere.resolve("targets.csv")));
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    private static String missing(Path file) {
        return file + " is missing, expected a recording: a folder with continuous.csv, events.csv and targets.csv.";
    }

    @Test
    void a_recording_without_the_columns_is_refused_with_file_and_line() throws IOException {
        Path recording = recording("when,what\n0.1,REWARD\n");

        Told told = betz(
                "import", recording.toString(), "--to", folder.resolve("x.csv").toString());

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err().lines())
                .containsExactly(
                        "events.csv:1: the columns are when, what, expected also time_s.",
                        "events.csv:1: the columns are when, what, expected also event.",
                        "events.csv:1: the columns are when, what, expected also data.");
        assertThat(folder.resolve("x.csv")).doesNotExist();
    }

    @Test
    void a_scenario_whose_recording_is_missing_is_told_the_command_that_makes_it() {
        Told told = betz("check", "scenarios/recorded.yaml", "scenarios/quickstart.yaml");

        assertThat(told.status()).isEqualTo(2);
        assertThat(told.err())
                .startsWith("scenarios/recorded.yaml:20:9: reference.file is 'reaches.csv', which is not a file,")
                .contains("make one with: betz import RECORDING --to FILE.csv.");
        assertThat(told.out()).startsWith("scenarios/quickstart.yaml: ok");
    }
}
