// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import betz.experiment.Check;
import betz.experiment.Check.State;
import betz.experiment.Checkup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DoctorCommandTest {
    private static final Check GOOD = Check.ok("Java", "17");
    private static final Check DOUBTFUL = new Check("File names", State.WARNING, "ASCII", "Set a locale.");

    @TempDir
    Path folder;

    private static Check bad(String name, State state) {
        return new Check(name, state, "bad", "Mend it.");
    }

    @Test
    void each_check_has_a_line_with_what_to_do_below_and_a_verdict_ends_them() {
        var checkup = new Checkup(List.of(GOOD, DOUBTFUL, bad("Disk", State.FILE_PROBLEM)));

        assertThat(DoctorCommand.lines(checkup))
                .containsExactly(
                        "ok       Java              17",
                        "warning  File names        ASCII",
                        "         -> Set a locale.",
                        "problem  Disk              bad",
                        "         -> Mend it.",
                        "",
                        "A run will not work here; the first problem: Disk.");
        assertThat(DoctorCommand.lines(new Checkup(List.of(GOOD, DOUBTFUL))))
                .last()
                .isEqualTo("Runs will work here.");
    }

    @Test
    void the_status_is_that_of_the_first_problem_and_warnings_are_none() {
        Check files = bad("Disk", State.FILE_PROBLEM);
        Check machine = bad("Memory", State.MACHINE_PROBLEM);
        Check own = bad("Gradient", State.OWN_PROBLEM);

        assertThat(DoctorCommand.status(new Checkup(List.of(GOOD, DOUBTFUL))).code())
                .isZero();
        assertThat(DoctorCommand.status(new Checkup(List.of(DOUBTFUL, files, own)))
                        .code())
                .isEqualTo(74);
        assertThat(DoctorCommand.status(new Checkup(List.of(machine, files))).code())
                .isEqualTo(2);
        assertThat(DoctorCommand.status(new Checkup(List.of(own))).code()).isEqualTo(70);
    }

    @Test
    void a_results_folder_that_is_a_file_is_told_with_the_way_out() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        Told told = betz("doctor", "--out", file.toString());

        assertThat(told.status()).isEqualTo(74);
        assertThat(told.err()).isEmpty();
        assertThat(told.out())
                .contains("problem  Results folder    " + file + " is a file, not a folder\n"
                        + "         -> Choose another folder with --out.\n")
                .endsWith("\nA run will not work here; the first problem: Results folder.\n");
    }

    @Test
    void where_runs_work_json_says_so() {
        assertThat(betz("doctor", "--json", "--out", folder.toString())
                        .succeeded()
                        .out())
                .startsWith("{\"works\":true,\"checks\":[{\"name\":\"Java\",\"state\":\"")
                .endsWith("\"remedy\":\"\"}]}\n")
                .hasLineCount(1);
    }
}
