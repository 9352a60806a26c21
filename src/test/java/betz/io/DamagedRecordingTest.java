// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import betz.data.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DamagedRecordingTest {
    private static final String TARGETS = "trial,target_index,x_cm,z_cm\n0,0,0,0\n0,2,0.0,10.0\n";
    private static final String EVENTS = """
            time_s,sample,code,event,data
            0.1,1,80,CURSOR_ENTER_TARGET,0
            0.2,2,18,TARGET_ON,2
            0.3,3,32,TARGET_OFF,0
            0.8,8,48,REWARD,0
            0.9,9,239,TRIAL_END,0
            1.1,11,80,CURSOR_ENTER_TARGET,0
            1.2,12,18,TARGET_ON,2
            1.3,13,32,TARGET_OFF,0
            1.8,18,48,REWARD,0
            1.9,19,239,TRIAL_END,0
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void sound() throws IOException {
        write("targets.csv", TARGETS);
        write("events.csv", EVENTS);
        var samples = new StringBuilder("sample,time_s,cursor_x_cm,cursor_z_cm\n");
        for (int i = 0; i < 20; i++) {
            samples.append(i + "," + i / 10.0 + ",1.5," + i + "\n");
        }
        write("continuous.csv", samples.toString());
    }

    @Test
    void a_sound_folder_has_both_trials() throws IOException {
        assertThat(ReachImporter.convert(folder, folder.resolve("out.csv"))).isEqualTo(2);
        assertThat(Files.readAllLines(folder.resolve("out.csv"))).hasSize(1 + 8 + 8);
    }

    @Test
    void a_damaged_sample_is_told_once_with_its_line_however_many_trials_there_are() throws IOException {
        String samples = Files.readString(folder.resolve("continuous.csv"));
        write("continuous.csv", samples.replace("\n3,0.3,", "\n3,o.3,").replace("14,1.4,1.5,14", "14,1.4,1.5,1q"));

        var bad = catchThrowableOfType(BadTable.class, () -> ReachImporter.convert(folder, folder.resolve("out.csv")));

        assertThat(bad.problems())
                .containsExactly(
                        "continuous.csv:5: time_s is o.3, expected a number, or nan where it is missing",
                        "continuous.csv:16: cursor_z_cm is 1q, expected a number, or nan where it is missing");
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void a_reward_without_a_go_cue_of_its_own_is_told_by_its_line() throws IOException {
        write("events.csv", EVENTS.replace("1.3,13,32,TARGET_OFF,0\n", ""));

        assertThatThrownBy(() -> ReachImporter.convert(folder, folder.resolve("out.csv")))
                .isInstanceOf(BadTable.class)
                .hasMessage("events.csv:9: the trial has no go cue, expected TARGET_OFF with data 0 before its reward");
    }

    @Test
    void a_reward_without_a_target_of_its_own_does_not_take_that_of_the_trial_before() throws IOException {
        write("events.csv", EVENTS.replace("1.2,12,18,TARGET_ON,2\n", ""));

        assertThatThrownBy(() -> ReachImporter.convert(folder, folder.resolve("out.csv")))
                .hasMessage("events.csv:9: the target is '', expected one of targets.csv");
    }

    @Test
    void a_time_of_an_event_that_is_no_number_is_told() throws IOException {
        write("events.csv", EVENTS.replace("0.8,8,48", "late,8,48"));

        assertThatThrownBy(() -> ReachImporter.convert(folder, folder.resolve("out.csv")))
                .hasMessage("events.csv:5: time_s is late, expected a number, or nan where it is missing");
    }

    @Test
    void a_missing_file_of_the_folder_is_named() throws IOException {
        Files.delete(folder.resolve("events.csv"));

        assertThatThrownBy(() -> ReachImporter.convert(folder, folder.resolve("out.csv")))
                .isInstanceOf(BadTable.class)
                .hasMessage(folder.resolve("events.csv") + " is missing, expected a recording: a folder with"
                        + " continuous.csv, events.csv and targets.csv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1f", "2d", "0x10", "0x1p3", "1e", "+-1", "1.2.3", "1_000", "½", "--", "1,5"})
    void numbers_of_other_languages_are_no_numbers_of_a_table(String cell) throws IOException {
        var table = table("a;b".replace(';', ',') + "\n\"" + cell + "\",1\n");

        assertThat(table.number(0, 0)).isNaN();
        assertThatThrownBy(table::check)
                .hasMessage("t.csv:2: a is " + cell + ", expected a number, or nan where it is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "-1.5, -1.5",
        "+2, 2",
        ".5, 0.5",
        "5., 5",
        "1e3, 1000",
        "1.25E-2, 0.0125",
        "-0, -0.0",
        "00012, 12",
        "1e-400, 0"
    })
    void decimal_numbers_are_read_as_they_stand(String cell, double value) throws IOException {
        var table = table("a,b\n" + cell + ",1\n");

        assertThat(table.number(0, 0)).isEqualTo(value);
        table.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "a,b", "say \"hi\"", "\"", "", "=1+1", "@x", "-3", "+4", "line\nbreak", "°µ, é"})
    void a_text_survives_writing_and_reading_but_for_what_keeps_it_from_being_a_formula(String text)
            throws IOException {
        String cell = SignalCsv.text(text);
        boolean formula = !text.isEmpty() && "=+-@".indexOf(text.charAt(0)) >= 0;

        assertThat(cell.startsWith("=") || cell.startsWith("+") || cell.startsWith("-") || cell.startsWith("@"))
                .isFalse();
        if (!text.contains("\n")) { // the reader takes a line for a row
            assertThat(table("a,b\n" + cell + ",1\n").text(0, 0)).isEqualTo(formula ? "'" + text : text);
        } else {
            assertThat(cell).isEqualTo("\"" + text + "\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time [s],x [cm],y [cm],trial,condition,go [min]|the column go [min] has no known unit",
                "time [h],x [cm],y [cm],trial,condition|the column time [h] has no known unit, expected one of [s, ms]",
                "time [s],x,y [cm],trial,condition|the column x has no known unit, expected one of [m, cm, mm]",
                "time [s];x [cm];y [cm];trial;condition|expected also x [cm]",
            })
    void a_header_that_cannot_be_understood_is_told_at_line_one(String header, String told) throws IOException {
        Path file = write("r.csv", header + "\n" + "0,".repeat(header.split(",", -1).length - 1) + "0\n");

        assertThatThrownBy(() -> RecordedReaches.read(file, 0.01, new Point(0, 0), RecordedLayout.DEFAULT))
                .isInstanceOf(BadTable.class)
                .hasMessageStartingWith("r.csv:1: ")
                .hasMessageContaining(told);
    }

    @Test
    void text_of_another_encoding_and_a_folder_in_place_of_a_file_are_refused() throws IOException {
        Path utf16 = Files.write(folder.resolve("u.csv"), "time [s],x [cm]\n".getBytes(StandardCharsets.UTF_16));

        assertThatThrownBy(() -> Table.read(utf16)).hasMessage("u.csv: the text is not UTF-8, expected UTF-8");
        assertThatThrownBy(() -> Table.read(folder))
                .isInstanceOf(DamagedData.class)
                .hasMessage(folder + " is damaged: found something else, expected a regular file");
    }

    private Table table(String text) throws IOException {
        return Table.read(write("t.csv", text));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
