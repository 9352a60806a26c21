// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.scenario.ExampleFile;
import betz.scenario.WorkedExample.Example;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tutorial's examples, worked out as with a pocket calculator: no loop, no matrix, nothing of the product's. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class PropagationTest {
    private static final double ROUNDING = 1e-12;
    private static final Pattern PRINTED = Pattern.compile("(?<![\\w.])-?\\d+\\.\\d+");

    // what W x + b comes to: row 1 is x = (1, 0, 1), row 2 is x = (0, 1, 1)
    private static final double A11 = 0.1 + 0.3 + 0.7;
    private static final double A12 = 0.4 + 0.6 + 0.8;
    private static final double A21 = 0.2 + 0.3 + 0.7;
    private static final double A22 = 0.5 + 0.6 + 0.8;

    private static Example example(String name, String... overrides) {
        return ExampleFile.read(Path.of("scenarios/tutorial", name + ".yaml"), List.of(overrides))
                .value()
                .example();
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** Returns all that a result holds, in the order in which it is printed. */
    private static double[] all(Example example, Propagation result) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < result.rows().size(); i++) {
            all.addAll(result.rows().get(i).drive());
            all.addAll(result.rows().get(i).activity());
            all.addAll(result.rows().get(i).output());
            all.addAll(example.targets().get(i));
        }
        all.add(result.error());
        if (example.gradients()) {
            result.gradient().values().forEach(matrix -> matrix.forEach(all::addAll));
        }
        return all.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void holds(Example example, double... byHand) {
        Propagation result = Propagation.of(example);

        assertThat(all(example, result)).containsExactly(byHand, within(ROUNDING));
        String table = String.join("\n", PropagationTable.of(example, result));
        assertThat(PRINTED.matcher(table).results().map(MatchResult::group))
                .containsExactlyElementsOf(DoubleStream.of(byHand)
                        .mapToObj(value -> String.format(Locale.ROOT, "%.6f", value))
                        .toList());
    }

    @Test
    void forward_propagation_is_what_a_calculator_says_digit_by_digit() {
        double h11 = sigmoid(A11);
        double h12 = sigmoid(A12);
        double h21 = sigmoid(A21);
        double h22 = sigmoid(A22);
        double y1 = 0.9 * h11 - 0.5 * h12 + 0.1;
        double y2 = 0.9 * h21 - 0.5 * h22 + 0.1;
        double error = ((y1 - 1) * (y1 - 1) + y2 * y2) / 2;

        holds(example("forward-propagation"), new double[] {1.1, 1.8, h11, h12, y1, 1, 1.2, 1.9, h21, h22, y2, 0, error
        });
    }

    @Test
    void back_propagation_is_the_chain_rule_digit_by_digit() {
        double h11 = sigmoid(A11);
        double h12 = sigmoid(A12);
        double h21 = sigmoid(A21);
        double h22 = sigmoid(A22);
        double y1 = 0.9 * h11 - 0.5 * h12 + 0.1;
        double y2 = 0.9 * h21 - 0.5 * h22 + 0.1;
        double e1 = y1 - 1;
        double e2 = y2;
        // of each drive: what reaches the unit through the read-out, times the slope of the sigmoid
        double d11 = 0.9 * e1 * h11 * (1 - h11);
        double d12 = -0.5 * e1 * h12 * (1 - h12);
        double d21 = 0.9 * e2 * h21 * (1 - h21);
        double d22 = -0.5 * e2 * h22 * (1 - h22);

        holds(example("back-propagation"), new double[] {
            1.1,
            1.8,
            h11,
            h12,
            y1,
            1,
            1.2,
            1.9,
            h21,
            h22,
            y2,
            0,
            (e1 * e1 + e2 * e2) / 2,
            d11,
            d21,
            d11 + d21,
            d12,
            d22,
            d12 + d22, // W: x1 is on in row 1, x2 in row 2, x3 in both
            d11 + d21,
            d12 + d22, // b
            e1 * h11 + e2 * h21,
            e1 * h12 + e2 * h22, // V
            e1 + e2 // c
        });
    }

    @Test
    void recurrent_propagation_hears_the_step_before_and_is_told_its_error_digit_by_digit() {
        double h11 = sigmoid(A11);
        double h12 = sigmoid(A12);
        double a21 = A21 - 2 * h11 + h12;
        double a22 = A22 + h11 - 2 * h12;
        double h21 = sigmoid(a21);
        double h22 = sigmoid(a22);
        double y1 = 0.9 * h11 - 0.5 * h12 + 0.1;
        double y2 = 0.9 * h21 - 0.5 * h22 + 0.1;
        double e1 = y1 - 1;
        double e2 = y2;
        double d21 = 0.9 * e2 * h21 * (1 - h21);
        double d22 = -0.5 * e2 * h22 * (1 - h22);
        // a unit of step 1 is also heard by both units of step 2
        double d11 = (0.9 * e1 - 2 * d21 + d22) * h11 * (1 - h11);
        double d12 = (-0.5 * e1 + d21 - 2 * d22) * h12 * (1 - h12);

        holds(example("recurrent-propagation"), new double[] {
            1.1,
            1.8,
            h11,
            h12,
            y1,
            1,
            a21,
            a22,
            h21,
            h22,
            y2,
            0,
            (e1 * e1 + e2 * e2) / 2,
            d11,
            d21,
            d11 + d21,
            d12,
            d22,
            d12 + d22, // W
            d21 * h11,
            d21 * h12,
            d22 * h11,
            d22 * h12, // R: at step 1 there is nothing to hear
            d11 + d21,
            d12 + d22, // b
            e1 * h11 + e2 * h21,
            e1 * h12 + e2 * h22, // V
            e1 + e2 // c
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "example.gradients=true",
                "example.hidden.activation=tanh",
                "example.hidden.activation=relu",
                "example.hidden.biases=[-0.2, 0.3]",
                "example.targets=[[-4], [7]]"
            })
    void gradients_of_every_weight_equal_central_differences(String override) {
        for (String name : List.of("back-propagation", "recurrent-propagation")) {
            Example example = example(name, override);
            var network = new PaperNetwork(example);
            double[] weights = network.weights();
            Propagation result = network.run(weights);

            network.blocks().forEach((symbol, block) -> {
                double[] gradient = result.gradient().getOrDefault(symbol, List.of()).stream()
                        .flatMap(List::stream)
                        .mapToDouble(Double::doubleValue)
                        .toArray();
                for (int i = 0; i < block.size(); i++) {
                    double difference = difference(network, weights, block.offset() + i);
                    // errors near 10 round to 1e-15, over a step of 1e-5 that is 1e-10; the step's own is 1e-10 too
                    assertThat(gradient[i])
                            .as(name + " " + symbol)
                            .isCloseTo(difference, within(1e-6 * Math.max(0.01, Math.abs(difference))));
                }
            });
        }
    }

    private static double difference(PaperNetwork network, double[] weights, int place) {
        double[] turned = weights.clone();
        turned[place] = weights[place] + 1e-5;
        double above = network.run(turned).error();
        turned[place] = weights[place] - 1e-5;
        double below = network.run(turned).error();
        return (above - below) / 2e-5;
    }

    @Test
    void without_recurrent_weights_two_steps_are_two_samples() {
        var recurrent = new PaperNetwork(example("recurrent-propagation"));
        Propagation samples = Propagation.of(example("back-propagation"));

        Propagation steps = recurrent.run(recurrent.weightsWithout("R"));

        assertThat(steps.rows()).isEqualTo(samples.rows());
        assertThat(steps.error()).isEqualTo(samples.error());
        assertThat(steps.gradient().get("V")).isEqualTo(samples.gradient().get("V"));
    }

    @Test
    void numbers_of_any_length_stand_below_one_another_and_a_zero_has_no_sign() {
        Example example = example(
                "back-propagation",
                "example.targets=[[-1234.5, 1], [0, 1]]",
                "example.output={weights: [[0.9, -0.5], [0, 0]], biases: [0.1, 1]}");

        List<String> table = PropagationTable.of(example, Propagation.of(example));

        assertThat(table.get(2)).endsWith("      y1        y2       target1   target2");
        assertThat(table.get(3)).endsWith("1.000000  -1234.500000  1.000000");
        assertThat(table.get(4)).endsWith("1.000000      0.000000  1.000000").hasSameSizeAs(table.get(3));
        assertThat(PropagationTable.number(-4e-7)).isEqualTo("0.000000");
        assertThat(PropagationTable.number(-6e-7)).isEqualTo("-0.000001");
        assertThat(Arrays.asList(table.get(table.size() - 1).split(" +", -1))).contains("0.000000"); // dE/dc of y2
    }
}
