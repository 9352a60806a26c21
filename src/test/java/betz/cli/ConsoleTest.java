// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Progress where the standard error is not a terminal, as in a log file. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsoleTest {
    private final StringWriter told = new StringWriter();

    private Console console(boolean quiet) {
        return new Console(new PrintWriter(told, true), quiet);
    }

    @Test
    void a_log_gets_whole_lines_without_control_characters() {
        Console console = console(false);

        console.note("Simulating the reference.");
        console.iteration(50, 100, 12.3456, 0.5);

        assertThat(told.toString().lines()).first().isEqualTo("Simulating the reference.");
        assertThat(told.toString()).doesNotContain("\r", "\u001b");
    }

    @Test
    void of_many_iterations_a_log_gets_only_the_first_and_the_last() {
        Console console = console(false);

        for (int done = 1; done <= 1000; done++) {
            console.iteration(done, 1000, 1.0 / done, 2);
        }

        // ten seconds lie between two lines of a log
        assertThat(told.toString().lines())
                .hasSize(2)
                .last()
                .isEqualTo("training [########################] 1000/1000  loss 0.001000  gradient 2.00  0 s left");
        assertThat(told.toString())
                .startsWith("training [------------------------] 1/1000  loss 1.000  gradient 2.00\n");
    }

    @Test
    void the_bar_grows_with_the_share_that_is_done() {
        console(false).iteration(1, 2, Double.NaN, Double.POSITIVE_INFINITY);

        assertThat(told.toString()).startsWith("training [############------------] 1/2  loss NaN  gradient Infinity");
    }

    @Test
    void a_quiet_console_says_nothing() {
        Console console = console(true);

        console.note("Simulating the reference.");
        console.iteration(2, 2, 1, 1);

        assertThat(told.toString()).isEmpty();
    }
}
