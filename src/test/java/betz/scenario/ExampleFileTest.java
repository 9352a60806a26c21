// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Worked examples that are refused, each with every line that a person reads. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExampleFileTest {
    private static final String SOUND = """
            betz: 1
            name: x
            about: ""
            example:
              inputs: [[1, 0, 1], [0, 1, 1]]
              targets: [[1], [0]]
              hidden:
                cell: vanilla
                activation: sigmoid
                weights: [[0.1, 0.2, 0.3], [0.4, 0.5, 0.6]]
                recurrent: [[-2, 1], [1, -2]]
                biases: [0.7, 0.8]
              output: {weights: [[0.9, -0.5]], biases: [0.1]}
              gradients: true
            """;

    @TempDir
    Path folder;

    private static List<String> told(String text, String... overrides) {
        try {
            ScenarioReader.read(text, "x.yaml", List.of(overrides), WorkedExample.class, ExampleRules.ALL);
            return List.of();
        } catch (BadScenario bad) {
            return bad.problems().stream().map(Problem::message).toList();
        }
    }

    @Test
    void ragged_rows_a_missing_key_an_unknown_key_and_a_bad_number_are_told_at_once() {
        String text = SOUND.replace("[0, 1, 1]]", "[0, 1]]")
                .replace("  targets: [[1], [0]]\n", "")
                .replace("activation:", "activaton:")
                .replace("[0.7, 0.8]", "[0.7, 0,8 mV]");

        assertThat(told(text))
                .containsExactly(
                        "x.yaml:5:3: example.targets is missing, expected rows of numbers in brackets such as"
                                + " [[1, 2], [3, 4]].",
                        "x.yaml:5:23: example.inputs.1 is 2 numbers, expected 3, as many as the first row.",
                        "x.yaml:7:5: example.hidden.activation is missing, expected tanh, relu, sigmoid, softplus, rectified-tanh or identity.",
                        "x.yaml:8:5: example.hidden.activaton is not a known key, expected cell, activation, weights,"
                                + " recurrent or biases. Did you mean activation?",
                        "x.yaml:11:21: example.hidden.biases.2 is 8 mV (a voltage), expected a number without a unit."
                                + " Did you mean 8?");
    }

    @Test
    void every_matrix_of_another_shape_than_the_others_ask_for_is_told_at_once() {
        assertThat(told(SOUND, "example.inputs=[[1, 0], [0, 1], [1, 1]]", "example.hidden.biases=[1]"))
                .containsExactly(
                        "x.yaml:6:12: example.targets is 2 rows, expected 3, one for each row of inputs.",
                        "x.yaml:10:15: example.hidden.weights.0 is 3 numbers, expected 2, one for each input.",
                        "command line: example.hidden.biases is 1 number, expected 2, one for each row of"
                                + " hidden.weights.");
        assertThat(told(SOUND, "example.hidden.weights=[[1, 2, 3]]"))
                .containsExactly(
                        "x.yaml:11:16: example.hidden.recurrent is 2 rows, expected 1, one for each row of"
                                + " hidden.weights.",
                        "x.yaml:11:17: example.hidden.recurrent.0 is 2 numbers, expected 1, one for each row of"
                                + " hidden.weights.",
                        "x.yaml:12:13: example.hidden.biases is 2 numbers, expected 1, one for each row of"
                                + " hidden.weights.",
                        "x.yaml:13:22: example.output.weights.0 is 2 numbers, expected 1, one for each row of"
                                + " hidden.weights.");
        assertThat(told(SOUND, "example.targets=[[1, 2], [0, 3]]"))
                .containsExactly(
                        "x.yaml:13:21: example.output.weights is 1 row, expected 2, one for each column of targets.",
                        "x.yaml:13:44: example.output.biases is 1 number, expected 2, one for each column of targets.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.inputs=[]|example.inputs is 0 rows, expected 1 to 12 rows.",
                "example.targets=[[], []]|example.targets.0 is 0 numbers, expected 1 to 12 numbers.",
                "example.hidden.weights=[[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1],[1]]"
                        + "|example.hidden.weights is 13 rows, expected 1 to 12 rows.",
                "betz=2|betz is 2, expected 1, the format that this version reads.",
                "name=a/b|name is a/b, expected up to 100 letters, digits, dots, dashes and underscores, the first a"
                        + " letter or digit.",
                "seed=1|seed is not a known key, expected betz, name, about or example.",
                "example.hidden.cell=feed-forward|example.hidden.recurrent is not a known key, expected cell,"
                        + " activation, weights or biases."
            })
    void a_single_fault_is_told_alone(String override, String message) {
        assertThat(told(SOUND, override)).singleElement().asString().endsWith(": " + message);
    }

    @Test
    void the_key_example_on_the_top_level_makes_a_file_a_worked_example() throws IOException {
        assertThat(isOne(SOUND)).isTrue();
        assertThat(isOne("{\"example\": 3}")).isTrue();
        assertThat(isOne("task: {example: 3}")).isFalse();
        assertThat(isOne("- example")).isFalse();
        assertThat(isOne("example: [1")).isFalse(); // no YAML: the reader of scenarios tells why
        assertThatThrownBy(() -> ExampleFile.isOne(folder.resolve("none.yaml")))
                .isInstanceOf(BadScenario.class)
                .hasMessageContaining("is missing");
    }

    private boolean isOne(String text) throws IOException {
        return ExampleFile.isOne(Files.writeString(folder.resolve("x.yaml"), text));
    }

    @Test
    void a_sound_example_is_read_as_it_stands() {
        var example = ScenarioReader.read(SOUND, "x.yaml", List.of(), WorkedExample.class, ExampleRules.ALL)
                .value()
                .example();

        assertThat(example.inputs()).containsExactly(List.of(1.0, 0.0, 1.0), List.of(0.0, 1.0, 1.0));
        assertThat(example.hidden().recurrent()).containsExactly(List.of(-2.0, 1.0), List.of(1.0, -2.0));
        assertThat(example.isRecurrent()).isTrue();
    }
}
