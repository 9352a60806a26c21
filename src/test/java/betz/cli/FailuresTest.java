// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.BadSetting;
import betz.io.BadTable;
import betz.io.DamagedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(
                        new BadSetting("dt", "0 s", "a number above 0 s"),
                        2,
                        "dt is 0 s, expected a number above 0 s."),
                Arguments.of(
                        new BadTable(List.of("a.csv:2: x is abc", "a.csv:3: y is d")),
                        2,
                        "a.csv:2: x is abc.\na.csv:3: y is d."),
                Arguments.of(
                        new UnknownRun("ab", Path.of("results"), List.of()),
                        2,
                        "No complete run 'ab', and none whose id begins so below results.\nSee: betz list runs"),
                Arguments.of(
                        new DamagedData("a.npz", "3 bytes", "8 bytes"),
                        65,
                        "a.npz is damaged: found 3 bytes, expected 8 bytes."),
                Arguments.of(new NoSuchFileException("a/b"), 74, "a/b does not exist."),
                Arguments.of(
                        new AccessDeniedException("a/b"),
                        74,
                        "a/b may not be read or written by this user. Choose another folder with --out."),
                Arguments.of(
                        new FileAlreadyExistsException("a/b"), 74, "a/b is a file, expected a folder or a free name."),
                Arguments.of(
                        new FileSystemException("a/b", null, "No space left on device"),
                        74,
                        "a/b: No space left on device."),
                Arguments.of(
                        new FileSystemException("a/b", null, "Read-only file system"),
                        74,
                        "a/b: Read-only file system. Choose another folder with --out."),
                Arguments.of(
                        new FileSystemException("a/b", null, "Not a directory"),
                        74,
                        "a/b: Not a directory. A file is in its way. Choose another folder."),
                Arguments.of(new UncheckedIOException(new NoSuchFileException("a/b")), 74, "a/b does not exist."),
                Arguments.of(new IOException("The disk is on fire."), 74, "The disk is on fire."));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_is_told_in_its_own_words_with_the_status_of_its_kind(Exception failure, int status, String told) {
        assertThat(Failures.message(failure)).isEqualTo(told);
        assertThat(Failures.status(failure).code()).isEqualTo(status);
    }

    @Test
    void anything_else_is_our_own_bug_and_says_what_to_do() {
        var bug = new IllegalStateException("the impossible happened");

        assertThat(Failures.status(bug).code()).isEqualTo(70);
        assertThat(Failures.message(bug).lines())
                .containsExactly(
                        "This is a defect of Betz, not of your input: java.lang.IllegalStateException: the impossible"
                                + " happened",
                        "Please report it with the command you typed. Set BETZ_TRACE=1 to see where it happened.");
    }

    @Test
    void a_name_that_the_locale_has_no_letters_for_is_told_with_the_way_out() {
        var failure = new InvalidPathException("größe", "Malformed input or input contains unmappable characters");

        assertThat(Failures.status(failure)).isEqualTo(ExitStatus.BAD_INPUT);
        assertThat(Failures.message(failure))
                .isEqualTo("'größe' cannot name a file here, expected letters that this system's locale knows."
                        + " Use plain letters, or a UTF-8 locale such as LC_ALL=C.UTF-8.");
    }

    @Test
    void memory_that_ran_out_is_told_in_one_line_with_the_way_out() {
        assertThat(TooLarge.message(512L << 20))
                .isEqualTo("All memory that Java may use, 512 MiB, is used up. Lower training.batch, network.units or"
                        + " evaluation.trials, or allow more: java -Xmx8g -jar betz.jar ...");
    }

    @Test
    void every_status_is_in_the_reference_with_its_meaning() throws IOException {
        String page = java.nio.file.Files.readString(Path.of("docs/reference/commands.md"));

        assertThat(Arrays.stream(ExitStatus.values()))
                .allSatisfy(
                        status -> assertThat(page).contains("| " + status.code() + " | " + status.meaning() + " |"));
    }
}
