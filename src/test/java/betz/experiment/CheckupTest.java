// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.effector.Arm26;
import betz.experiment.Check.State;
import betz.loop.Network;
import betz.network.Activation;
import betz.network.Leaky;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found where everything is as it should be, and where it is not. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CheckupTest {
    private static final int MUSCLES = Arm26.DEFAULT.muscles();

    @TempDir
    Path folder;

    private static Leaky cell(Activation activation) {
        return new Leaky(5, 0.05, activation, Leaky.DEFAULT.readout(), -1);
    }

    @Test
    void where_runs_work_there_is_no_problem_and_nothing_is_left_behind() {
        Checkup checkup = Checkup.of(folder.resolve("results"));

        assertThat(checkup.problem()).isEmpty();
        assertThat(checkup.checks())
                .extracting(Check::name)
                .containsExactly(
                        "Java",
                        "Processors",
                        "Memory",
                        "Text encoding",
                        "File names",
                        "Language",
                        "Time zone",
                        "Temporary folder",
                        "Results folder",
                        "Disk",
                        "Charts",
                        "Random numbers",
                        "Gradient",
                        "Fast kernel",
                        "Matrix products");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void products_without_vectors_are_a_warning_that_tells_why() {
        assertThat(NumberChecks.products("vector 256 bit", Optional.empty()))
                .extracting(Check::state, Check::found)
                .containsExactly(State.OK, "vector 256 bit");
        assertThat(NumberChecks.products("plain", Optional.of("Slow matrix products: no module.")))
                .extracting(Check::state, Check::found, Check::remedy)
                .containsExactly(State.WARNING, "plain", "Slow matrix products: no module.");
    }

    /** The first numbers were computed from the definition of SplitMix64 in another language. */
    @Test
    void other_random_numbers_are_a_problem() {
        assertThat(NumberChecks.random(List.of(7371032242575188458L)).state()).isEqualTo(State.OK);
        assertThat(NumberChecks.random(List.of(7371032242575188459L)))
                .extracting(Check::state, Check::found)
                .containsExactly(State.OWN_PROBLEM, "[7371032242575188458], expected [7371032242575188459]");
    }

    /** Differences of single precision are as wrong as those of a wrong gradient. */
    @Test
    void a_gradient_that_differs_from_its_differences_is_a_problem() {
        assertThat(NumberChecks.gradient(Network.of(cell(Activation.TANH), MUSCLES, 0.01))
                        .state())
                .isEqualTo(State.OWN_PROBLEM);
    }

    @Test
    void a_kernel_that_differs_from_its_definition_is_a_problem() {
        Network definition = Network.definition(cell(Activation.TANH), MUSCLES, 0.01);

        assertThat(NumberChecks.kernel(definition, definition).state()).isEqualTo(State.OK);
        assertThat(NumberChecks.kernel(Network.of(cell(Activation.RELU), MUSCLES, 0.01), definition)
                        .state())
                .isEqualTo(State.OWN_PROBLEM);
    }

    @Test
    void a_place_that_is_a_file_is_no_folder_for_results() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        for (Path results : List.of(file, file.resolve("below"))) {
            assertThat(FolderChecks.writable("Results folder", results, "Choose."))
                    .isEqualTo(new Check(
                            "Results folder", State.FILE_PROBLEM, file + " is a file, not a folder", "Choose."));
        }
        assertThat(FolderChecks.all(file)).extracting(Check::name).doesNotContain("Disk");
    }

    @ParameterizedTest
    @CsvSource({"49999999, FILE_PROBLEM", "50000000, WARNING", "499999999, WARNING", "500000000, OK"})
    void a_disk_needs_room_for_one_run_and_should_have_it_for_ten(long free, State state) {
        assertThat(FolderChecks.space(free).state()).isEqualTo(state);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, OK", "Cp1252, OK", "ANSI_X3.4-1968, WARNING", "ISO-8859-1, WARNING"})
    void an_encoding_of_file_names_that_lacks_letters_is_told_with_the_locale_to_set(String encoding, State state) {
        Check check = MachineChecks.fileNames(encoding);

        assertThat(check.state()).isEqualTo(state);
        assertThat(check.remedy().contains("LC_ALL=C.UTF-8")).isEqualTo(state == State.WARNING);
    }

    @Test
    void memory_must_hold_the_default_scenario() {
        assertThat(MachineChecks.memory(100 << 20, 108 << 20))
                .extracting(Check::state, Check::found)
                .containsExactly(
                        State.MACHINE_PROBLEM, "Java may use 100 MiB; the default scenario needs about 108 MiB");
        assertThat(MachineChecks.memory(108 << 20, 108 << 20).state()).isEqualTo(State.OK);
    }

    @Test
    void an_old_or_a_slow_java_is_told() {
        assertThat(MachineChecks.java(16, "mixed mode").state()).isEqualTo(State.MACHINE_PROBLEM);
        assertThat(MachineChecks.java(17, "interpreted mode").state()).isEqualTo(State.WARNING);
        assertThat(MachineChecks.java(17, "mixed mode, sharing").state()).isEqualTo(State.OK);
    }

    @Test
    void a_jdk_without_its_drawing_libraries_is_told() {
        Check check = DrawingCheck.draw(() -> {
            throw new UnsatisfiedLinkError("libfreetype.so.6: cannot open shared object file");
        });

        assertThat(check.state()).isEqualTo(State.MACHINE_PROBLEM);
        assertThat(check.found()).contains("no chart can be drawn", "libfreetype.so.6");
    }

    @Test
    void as_json_all_checks_and_the_verdict_are_one_object() {
        var checkup = new Checkup(List.of(
                Check.ok("A", "\"1\""),
                new Check("B", State.WARNING, "2", "do"),
                new Check("C", State.FILE_PROBLEM, "3", "")));

        assertThat(checkup.json())
                .isEqualTo("{\"works\":false,\"checks\":["
                        + "{\"name\":\"A\",\"state\":\"ok\",\"found\":\"\\\"1\\\"\",\"remedy\":\"\"},"
                        + "{\"name\":\"B\",\"state\":\"warning\",\"found\":\"2\",\"remedy\":\"do\"},"
                        + "{\"name\":\"C\",\"state\":\"problem\",\"found\":\"3\",\"remedy\":\"\"}]}");
    }
}
