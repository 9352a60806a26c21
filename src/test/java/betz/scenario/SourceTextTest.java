// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SourceTextTest {
    @TempDir
    Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.yaml"), bytes);
    }

    private void refused(Path path, String message) {
        assertThatThrownBy(() -> SourceText.read(path))
                .isInstanceOf(BadScenario.class)
                .hasMessage(path + message);
    }

    @Test
    void a_missing_file_is_refused_with_its_nearest_neighbour() throws IOException {
        Path there = Files.writeString(folder.resolve("centre-out.yaml"), "x");

        refused(
                folder.resolve("center-out.yaml"),
                ": the file is missing, expected the name of a scenario file. Did you mean " + there + "?");
    }

    @Test
    void a_folder_is_refused() {
        refused(folder, ": the file is a folder, expected a scenario file.");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void an_endless_device_is_refused_without_reading_it() {
        refused(Path.of("/dev/zero"), ": the file is a device or a pipe, expected a regular file.");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    @Timeout(value = 10, unit = TimeUnit.SECONDS)
    void a_pipe_is_refused_without_waiting_for_a_writer() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();

        refused(pipe, ": the file is a device or a pipe, expected a regular file.");
    }

    @Test
    void three_megabytes_are_refused() throws IOException {
        refused(file(new byte[3_000_000]), ": the file is larger than 1 MiB, expected at most 1 MiB of text.");
    }

    @Test
    void sixteen_bit_text_is_refused_by_name() throws IOException {
        String told = ": the file is UTF-16 or UTF-32, expected a scenario in UTF-8.";

        refused(file("dt: 1 s".getBytes(StandardCharsets.UTF_16)), told);
        refused(file("dt: 1 s".getBytes(StandardCharsets.UTF_16LE)), told);
        refused(file("dt: 1 s".getBytes(StandardCharsets.UTF_16BE)), told);
    }

    @Test
    void latin_1_is_refused_by_name_at_its_first_odd_byte() throws IOException {
        refused(
                file("a: 1\nname: M\u00fcnchen".getBytes(StandardCharsets.ISO_8859_1)),
                ":2:8: the file is not UTF-8 (Latin-1 or Windows-1252 perhaps), expected a scenario in UTF-8.");
    }

    @Test
    void nothing_but_white_space_is_an_empty_file() throws IOException {
        refused(file(new byte[0]), ": the file is empty, expected a scenario.");
        refused(file(" \n\n".getBytes(StandardCharsets.UTF_8)), ": the file is empty, expected a scenario.");
    }

    @Test
    void every_tab_and_control_character_is_told() throws IOException {
        refused(
                file("a:\n\tb: 1\nc: \u0007\n".getBytes(StandardCharsets.UTF_8)),
                ":2:1: the file is indented with a tab, expected spaces.\n" + folder.resolve("a.yaml")
                        + ":3:4: the file is marred by the control character 7, expected printable text.");
    }

    @Test
    void a_byte_order_mark_and_windows_line_ends_change_nothing() throws IOException {
        Path file = file("\ufeffname: x\r\ndt: 20 ms\r\n".getBytes(StandardCharsets.UTF_8));

        var bound = ScenarioReader.read(file, java.util.List.of(), Demo.class);

        assertThat(bound.value().dt()).isEqualTo(0.02);
        assertThat(bound.value().name()).isEqualTo("x");
    }

    @Test
    void exactly_a_mebibyte_is_accepted_and_one_byte_more_is_not() throws IOException {
        byte[] text = ("name: x\n#" + "-".repeat(SourceText.LARGEST)).getBytes(StandardCharsets.UTF_8);

        assertThat(SourceText.read(file(Arrays.copyOf(text, SourceText.LARGEST))))
                .hasSize(SourceText.LARGEST);
        refused(
                file(Arrays.copyOf(text, SourceText.LARGEST + 1)),
                ": the file is larger than 1 MiB, expected at most 1 MiB of text.");
    }

    @Test
    void thirty_two_bit_text_and_binary_are_refused_by_name() throws IOException {
        refused(
                file("dt: 1 s".getBytes(Charset.forName("UTF-32"))),
                ": the file is UTF-16 or UTF-32, expected a scenario in UTF-8.");
        refused(file(new byte[] {'d', 't', ':', 0, 7}), ": the file is binary, expected a scenario in UTF-8.");
    }

    @Test
    void text_that_breaks_off_within_a_character_is_not_utf_8() throws IOException {
        byte[] euro = "about: €".getBytes(StandardCharsets.UTF_8);

        refused(
                file(Arrays.copyOf(euro, euro.length - 1)),
                ":1:8: the file is not UTF-8 (Latin-1 or Windows-1252 perhaps), expected a scenario in UTF-8.");
    }

    @Test
    void a_tab_behind_the_indentation_is_not_called_indentation() throws IOException {
        refused(
                file("name:\tx\n \tdt: 1 s\n".getBytes(StandardCharsets.UTF_8)),
                ":1:6: the file is marred by a tab, expected spaces.\n" + folder.resolve("a.yaml")
                        + ":2:2: the file is indented with a tab, expected spaces.");
    }

    @Test
    void characters_beyond_the_basic_plane_and_of_many_scripts_are_read() throws IOException {
        String text = "about: Größe, длина, 長さ, 😀\n";

        assertThat(SourceText.read(file(text.getBytes(StandardCharsets.UTF_8)))).isEqualTo(text);
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void a_link_is_followed_and_a_link_to_nowhere_is_a_missing_file() throws IOException {
        Path target = Files.writeString(folder.resolve("real.yaml"), "name: x\n");
        Path link = Files.createSymbolicLink(folder.resolve("link.yaml"), target);
        Path dangling = Files.createSymbolicLink(folder.resolve("zzzzzzzz"), folder.resolve("nowhere"));

        assertThat(SourceText.read(link)).isEqualTo("name: x\n");
        refused(dangling, ": the file is missing, expected the name of a scenario file.");
    }

    @Test
    void a_missing_file_in_a_missing_folder_has_no_neighbour() {
        refused(folder.resolve("no/where/x.yaml"), ": the file is missing, expected the name of a scenario file.");
    }
}
