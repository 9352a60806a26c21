// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OutputFileTest {
    @TempDir
    Path folder;

    @Test
    void writing_that_fails_in_the_middle_leaves_the_old_file_and_nothing_beside_it() throws IOException {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        var output = new OutputFile(file.toString(), List.of());

        assertThatThrownBy(() -> output.write(out -> {
                    out.write("new");
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file + ": No space left on device");
        assertThatThrownBy(() -> output.write(out -> {
                    out.write("new");
                    throw new IllegalStateException("a defect");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.csv");
    }

    @Test
    void a_file_is_whole_in_utf_8_and_takes_the_place_of_an_older_one() throws IOException {
        Path file = folder.resolve("a.csv");
        Files.writeString(folder.resolve("a.csv.tmp"), "mine");
        Files.writeString(folder.resolve("a.csv.2.tmp"), "mine too");

        new OutputFile(file.toString(), List.of()).write(out -> out.write("longer than the next"));
        new OutputFile(file.toString(), List.of(folder.resolve("b.csv"))).write(out -> out.write("µ"));

        assertThat(file).hasContent("µ");
        assertThat(folder.toFile().list()).containsExactlyInAnyOrder("a.csv", "a.csv.tmp", "a.csv.2.tmp");
    }
}
