// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandardOutputTest {
    private final PrintStream before = System.out;
    private final PrintStream beforeErr = System.err;

    @AfterEach
    void restore() {
        System.setOut(before);
        System.setErr(beforeErr);
    }

    /** A place that takes nothing. */
    private static OutputStream broken(String reason) {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(reason);
            }
        };
    }

    private static Told version(PrintStream out) {
        var err = new ByteArrayOutputStream();
        System.setOut(out);
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Told(Main.execute("--version"), "", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void what_cannot_be_written_is_told_with_its_reason_by_every_command() {
        version(new StandardOutput(broken("No space left on device")))
                .refused(74, "The standard output could not be written: No space left on device.");
        version(new PrintStream(broken("?"))).refused(74, "The standard output could not be written.");
    }

    @Test
    void a_reader_that_has_gone_away_is_no_error() {
        version(new StandardOutput(broken("Broken pipe"))).succeeded();
        version(new StandardOutput(broken("The pipe is being closed"))).succeeded();
    }

    @Test
    void what_is_written_arrives_in_utf_8() {
        var bytes = new ByteArrayOutputStream();
        var out = new StandardOutput(bytes);

        out.print("µ");
        out.write('x');
        out.flush();

        assertThat(bytes.toByteArray()).isEqualTo("µx".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void a_strict_writer_passes_text_on_and_says_at_once_when_it_is_lost() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new StrictWriter(new PrintWriter(bytes, false, StandardCharsets.UTF_8))) {
            out.append("ab").append("xcdx", 1, 3).append('e');
        }
        assertThat(bytes).hasToString("abcde");

        var lost = new StrictWriter(new PrintWriter(broken("Broken pipe"), false, StandardCharsets.UTF_8));
        assertThatThrownBy(() -> lost.write("a")).isInstanceOf(StrictWriter.Lost.class);
    }
}
