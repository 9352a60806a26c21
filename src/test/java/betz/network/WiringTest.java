// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What structure makes of the weights, and what of their gradient. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WiringTest {
    private static final int OUTPUTS = 2;
    private static final int STEPS = 131;
    private static final List<Sense> SENSES =
            List.of(Sense.TASK, Sense.TASK, Sense.VISION, Sense.PROPRIOCEPTION, Sense.PROPRIOCEPTION);
    private static final Connectivity AREAS = new Connectivity.Areas(
            List.of(
                    new Area("PMd", 10, List.of(Sense.TASK, Sense.VISION), false),
                    new Area("M1", 6, List.of(), false),
                    new Area("spinal", 4, List.of(Sense.PROPRIOCEPTION), true)),
            List.of(
                    new Projection("PMd", "M1", 0.5),
                    new Projection("M1", "spinal", 1),
                    new Projection("spinal", "spinal", 0)));

    /** Structures of all kinds, each with a gain that differs from unit to unit. */
    static Stream<Cell> cells() {
        var dale = new Signs.Dale(0.75);
        var law = new Initialisation.LogNormal(1, 0.5);
        return Stream.of(
                cell(Connectivity.Dense.DEFAULT, Signs.Mixed.DEFAULT, Initialisation.Glorot.DEFAULT),
                cell(new Connectivity.Sparse(0.3), Signs.Mixed.DEFAULT, Initialisation.He.DEFAULT),
                cell(Connectivity.Dense.DEFAULT, dale, law),
                cell(new Connectivity.Sparse(0.3), dale, law),
                cell(AREAS, Signs.Mixed.DEFAULT, Initialisation.Gaussian.DEFAULT),
                cell(AREAS, dale, law),
                cell(new Connectivity.LowRank(3), Signs.Mixed.DEFAULT, Initialisation.Orthogonal.DEFAULT),
                new Stack(List.of(
                        vanilla(structure(
                                new Connectivity.Sparse(0.5),
                                Signs.Mixed.DEFAULT,
                                Initialisation.He.DEFAULT,
                                List.of(Part.INPUT))),
                        new Gru(4, Readout.LINEAR, 0),
                        new Vanilla(
                                20,
                                Activation.SIGMOID,
                                Readout.LINEAR,
                                0,
                                structure(
                                        new Connectivity.Sparse(0.4),
                                        Signs.Mixed.DEFAULT,
                                        Initialisation.Gaussian.DEFAULT,
                                        List.of())))),
                new Lstm(
                        20,
                        Readout.LINEAR,
                        0,
                        structure(
                                new Connectivity.Sparse(0.5),
                                Signs.Mixed.DEFAULT,
                                Initialisation.Orthogonal.DEFAULT,
                                List.of())));
    }

    private static Cell cell(Connectivity connectivity, Signs signs, Initialisation initial) {
        return vanilla(structure(connectivity, signs, initial, List.of()));
    }

    private static Vanilla vanilla(Structure structure) {
        return new Vanilla(20, Activation.SIGMOID, Readout.LINEAR, 0.1, structure);
    }

    private static Structure structure(
            Connectivity connectivity, Signs signs, Initialisation initial, List<Part> frozen) {
        return new Structure(connectivity, signs, initial, new Range(0.5, 2), Start.Learned.DEFAULT, frozen);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_of_parameters_are_those_of_what_the_network_does_with_them(Cell cell) {
        Wiring wiring = Wiring.of(cell, SENSES, OUTPUTS, 4);
        double[] parameters = draws(cell.layout(SENSES.size(), OUTPUTS).size());
        NetworkKernel kernel = cell.definition(SENSES.size(), OUTPUTS, 2, 5, 0.01);
        var trial = Passage.of(cell, SENSES.size(), OUTPUTS, 2, 5);
        double[] gradient = new double[parameters.length];

        trial.forward(kernel, wiring.weights(parameters));
        trial.back(kernel, gradient);
        wiring.toParameters(gradient, parameters);

        for (int i = 0; i < parameters.length; i++) {
            if (!wiring.learns(i)) {
                assertThat(gradient[i]).isZero();
                continue;
            }
            double kept = parameters[i];
            parameters[i] = kept + 1e-5;
            double above = trial.forward(kernel, wiring.weights(parameters));
            parameters[i] = kept - 1e-5;
            double below = trial.forward(kernel, wiring.weights(parameters));
            parameters[i] = kept;
            double difference = (above - below) / 2e-5;
            // rounding of a loss near 10 over a step of 1e-5 is 1e-10
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(0.01, Math.abs(difference))));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_fast_kernel_follows_the_definition_over_more_than_a_hundred_steps(Cell cell) {
        double[] weights = Wiring.of(cell, SENSES, OUTPUTS, 4)
                .weights(draws(cell.layout(SENSES.size(), OUTPUTS).size()));

        var exact = new Passed(cell.definition(SENSES.size(), OUTPUTS, 2, STEPS, 0.01), cell.units(), weights);
        var fast = new Passed(cell.kernel(SENSES.size(), OUTPUTS, 2, STEPS, 0.01), cell.units(), weights);

        assertThat(fast.farFrom(exact)).isLessThan(1e-4); // single precision, 6e-8, grown over all steps
    }

    /** Outputs and gradient after a pass through a long trial. */
    private static final class Passed {
        private final double[] output;
        private final double[] gradient;

        Passed(NetworkKernel kernel, int units, double[] weights) {
            var trial = new Passage(SENSES.size(), units, OUTPUTS, 2, STEPS);
            gradient = new double[weights.length];
            trial.forward(kernel, weights);
            trial.back(kernel, gradient);
            output = Arrays.stream(trial.output)
                    .flatMap(Arrays::stream)
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
        }

        double farFrom(Passed other) {
            return Math.max(far(output, other.output), far(gradient, other.gradient));
        }

        /** Returns the greatest difference, relative to the greatest value. */
        private static double far(double[] one, double[] other) {
            double greatest = Arrays.stream(other).map(Math::abs).max().orElseThrow();
            return IntStream.range(0, one.length)
                            .mapToDouble(i -> Math.abs(one[i] - other[i]))
                            .max()
                            .orElseThrow()
                    / greatest;
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void parameters_of_weights_give_these_weights_again(Cell cell) {
        Wiring wiring = Wiring.of(cell, SENSES, OUTPUTS, 4);
        double[] weights =
                wiring.weights(draws(cell.layout(SENSES.size(), OUTPUTS).size()));

        double[] again = wiring.weights(wiring.parameters(weights));

        for (int i = 0; i < weights.length; i++) {
            assertThat(again[i]).isCloseTo(weights[i], within(1e-15 * Math.abs(weights[i])));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void initial_parameters_are_tidy_and_connections_depend_on_the_seed_alone(Cell cell) {
        Wiring wiring = Wiring.of(cell, SENSES, OUTPUTS, 4);
        double[] initial = wiring.tidy(cell.initial(SENSES.size(), OUTPUTS, 4));

        double[] weights = wiring.weights(initial);

        for (int i = 0; i < weights.length; i++) {
            assertThat(initial[i] == 0).isEqualTo(weights[i] == 0);
        }
        assertThat(Wiring.of(cell, SENSES, OUTPUTS, 4).weights(initial)).containsExactly(weights);
    }

    @Test
    void without_structure_parameters_are_the_weights_themselves() {
        double[] parameters = draws(new Gru(3, Readout.LINEAR, 0).layout(5, 2).size());
        Wiring wiring = Wiring.of(new Gru(3, Readout.LINEAR, 0), SENSES, OUTPUTS, 4);

        assertThat(wiring.weights(parameters)).isSameAs(parameters);
        assertThat(wiring.learns(0)).isTrue();
    }

    @Test
    void under_dales_law_every_unit_has_one_sign_and_inhibition_neither_leaves_an_area_nor_is_read() {
        Cell cell = cell(AREAS, new Signs.Dale(0.75), new Initialisation.LogNormal(1, 0.5));
        double[] weights = Wiring.of(cell, SENSES, OUTPUTS, 4)
                .weights(draws(cell.layout(5, 2).size()));
        // of 10, 6 and 4 units 8 (7.5 to even), 4 (4.5 to even) and 3 excite
        boolean[] excites = new boolean[20];
        Arrays.fill(excites, 0, 8, true);
        Arrays.fill(excites, 10, 14, true);
        Arrays.fill(excites, 16, 19, true);
        int hh = cell.layout(5, 2).block("weight_hh").offset();
        int read = cell.layout(5, 2).block("readout.weight").offset();

        for (int from = 0; from < 20; from++) {
            for (int to = 0; to < 20; to++) {
                double weight = weights[hh + to * 20 + from];
                assertThat(excites[from] ? weight : -weight).isGreaterThanOrEqualTo(0);
                assertThat(weight == 0 || excites[from] || area(from) == area(to))
                        .isTrue();
            }
            boolean isRead = weights[read + from] != 0;
            assertThat(isRead).isEqualTo(from >= 16 && excites[from]);
        }
    }

    @Test
    void areas_have_the_connections_senses_and_outputs_that_they_are_given() {
        Cell cell = cell(AREAS, Signs.Mixed.DEFAULT, Initialisation.Glorot.DEFAULT);
        double[] weights = Wiring.of(cell, SENSES, OUTPUTS, 4)
                .weights(draws(cell.layout(5, 2).size()));
        int hh = cell.layout(5, 2).block("weight_hh").offset();

        int[][] found = new int[3][3];
        for (int i = 0; i < 400; i++) {
            found[area(i % 20)][area(i / 20)] += weights[hh + i] == 0 ? 0 : 1;
        }
        assertThat(found[0][0]).isEqualTo(100);
        assertThat(found[1][1]).isEqualTo(36);
        assertThat(found[2][2]).isZero();
        assertThat(found[0][1]).isBetween(15, 45); // of 60 with probability 1/2: four standard deviations
        assertThat(found[1][2]).isEqualTo(24);
        assertThat(found[0][2] + found[1][0] + found[2][0] + found[2][1]).isZero();
        for (int unit = 0; unit < 20; unit++) {
            for (int input = 0; input < 5; input++) {
                boolean senses = weights[unit * 5 + input] != 0;
                assertThat(senses).isEqualTo(area(unit) == 0 ? input < 3 : area(unit) == 2 && input >= 3);
            }
        }
    }

    @Test
    void a_unit_drives_itself_by_its_gain_times_as_much() {
        Cell cell = cell(Connectivity.Dense.DEFAULT, Signs.Mixed.DEFAULT, Initialisation.Glorot.DEFAULT);
        WeightLayout layout = cell.layout(5, 2);
        double[] ones = new double[layout.size()];
        Arrays.fill(ones, 1);
        double[] weights = Wiring.of(cell, SENSES, OUTPUTS, 4).weights(ones);

        for (int unit = 0; unit < 20; unit++) {
            double gain = weights[unit * 5];
            double share = unit * 0.41421356237309515 % 1; // √2 - 1
            assertThat(gain).isCloseTo(0.5 * Math.pow(4, share), within(1e-14));
            assertThat(weights[layout.block("weight_hh").offset() + unit * 20 + 7])
                    .isEqualTo(gain);
            assertThat(weights[layout.block("bias_ih").offset() + unit]).isEqualTo(gain);
            assertThat(weights[layout.block("readout.weight").offset() + unit]).isEqualTo(1);
            assertThat(weights[layout.block("initial_state").offset() + unit]).isEqualTo(1);
        }
    }

    @Test
    void frozen_parts_do_not_learn_and_have_no_gradient() {
        for (Part part : Part.values()) {
            Cell cell = vanilla(structure(
                    Connectivity.Dense.DEFAULT, Signs.Mixed.DEFAULT, Initialisation.Glorot.DEFAULT, List.of(part)));
            Wiring wiring = Wiring.of(cell, SENSES, OUTPUTS, 4);
            double[] gradient = new double[cell.layout(5, 2).size()];
            Arrays.fill(gradient, 1);
            wiring.toParameters(gradient, gradient.clone());

            for (WeightLayout.Block block : cell.layout(5, 2).blocks()) {
                assertThat(gradient[block.offset()] == 0).isEqualTo(Part.of(block) == part);
                assertThat(wiring.learns(block.offset())).isEqualTo(Part.of(block) != part);
            }
        }
    }

    @Test
    void structures_that_contradict_themselves_are_refused() {
        var dale = Signs.Dale.DEFAULT;
        assertThatThrownBy(() -> cell(new Connectivity.LowRank(2), dale, Initialisation.LogNormal.DEFAULT))
                .hasMessageStartingWith("signs is dale, expected mixed");
        assertThatThrownBy(() -> cell(Connectivity.Dense.DEFAULT, dale, Initialisation.He.DEFAULT))
                .hasMessageStartingWith("initial is he, expected log-normal");
        assertThatThrownBy(
                        () -> cell(Connectivity.Dense.DEFAULT, Signs.Mixed.DEFAULT, Initialisation.LogNormal.DEFAULT))
                .hasMessageStartingWith("initial is log-normal, expected");
        Structure lawful = structure(Connectivity.Dense.DEFAULT, dale, Initialisation.LogNormal.DEFAULT, List.of());
        assertThatThrownBy(() -> new Vanilla(20, Activation.TANH, Readout.LINEAR, 0, lawful))
                .hasMessageStartingWith("structure.signs is dale, expected mixed, or units whose activity");
        assertThatThrownBy(() -> new Gru(20, Readout.LINEAR, 0, lawful)).hasMessageStartingWith("structure.signs");
        Structure areas = structure(AREAS, Signs.Mixed.DEFAULT, Initialisation.He.DEFAULT, List.of());
        assertThatThrownBy(() -> new Vanilla(21, Activation.TANH, Readout.LINEAR, 0, areas))
                .hasMessage("units is 21, expected 20, as many as its areas have together");
    }

    @Test
    void connections_and_layers_that_would_be_overheard_are_refused() {
        var twice = new Projection("PMd", "M1", 0.5);
        List<Area> areas = ((Connectivity.Areas) AREAS).areas();
        assertThatThrownBy(() -> new Connectivity.Areas(areas, List.of(twice, new Projection("PMd", "M1", 1))))
                .hasMessage("projections is two from PMd to M1, expected one at most");
        assertThatThrownBy(() -> new Connectivity.Areas(areas, List.of(new Projection("M2", "M1", 1))))
                .hasMessageStartingWith("projections is 'M2', expected the name of an area");
        Vanilla area = vanilla(structure(AREAS, Signs.Mixed.DEFAULT, Initialisation.He.DEFAULT, List.of()));
        assertThatThrownBy(() -> new Stack(List.of(area, new Gru(3, Readout.LINEAR, 0))))
                .hasMessageStartingWith("layers.0.structure is areas or Dale's law in one of several layers, expected");
        assertThat(new Stack(List.of(area)).units()).isEqualTo(20);
    }

    private static int area(int unit) {
        return unit < 10 ? 0 : unit < 16 ? 1 : 2;
    }

    private static double[] draws(int count) {
        return RandomStream.of(2, "draws").doubles(count, -1, 1).toArray();
    }
}
