// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens where the reader of the output goes away, as after {@code | head -1}. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BrokenPipeTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"help commands", "completion bash"})
    void a_reader_that_goes_away_after_a_line_is_no_error(String words) throws Exception {
        Path err = folder.resolve("err.txt");
        Process process = new ProcessBuilder(Told.program(words.split(" ", -1)))
                .redirectError(err.toFile())
                .start();

        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isNotNull();
        }

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isZero();
        assertThat(err).isEmptyFile();
    }
}
