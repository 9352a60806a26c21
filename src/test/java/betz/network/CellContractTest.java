// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import betz.common.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CellContractTest {
    private static final double DT = 0.01;
    private static final double TAU = 0.04;

    /** Every cell with every activation, every read-out and every structure that changes what a kernel does. */
    static List<Cell> cells() {
        return cells(5);
    }

    private static List<Cell> cells(int units) {
        List<Cell> cells = new ArrayList<>();
        for (Readout readout : Readout.values()) {
            for (Activation activation : Activation.values()) {
                cells.add(new FeedForward(units, activation, readout, -1));
                cells.add(new Vanilla(units, activation, readout, -1));
                cells.add(new Leaky(units, TAU, activation, readout, -1));
                cells.add(potential(units, activation, readout, Structure.DEFAULT));
            }
            cells.add(new Gru(units, readout, -1));
            cells.add(new Lstm(units, readout, -1));
        }
        for (Structure structure : structures()) {
            cells.add(new Stack(List.of(
                    new Lstm(units, Readout.LINEAR, -1, structure),
                    new FeedForward(units + 1, Activation.TANH, Readout.LINEAR, 0),
                    potential(units + 2, Activation.SIGMOID, Readout.SIGMOID, structure))));
            cells.add(new Vanilla(units, Activation.TANH, Readout.LINEAR, -1, structure));
            cells.add(noisy(units, structure));
            cells.add(potential(units, Activation.SIGMOID, Readout.LINEAR, structure));
            cells.add(new Gru(units, Readout.LINEAR, -1, structure));
            cells.add(new Lstm(units, Readout.LINEAR, -1, structure));
        }
        return cells;
    }

    private static Leaky potential(int units, Activation activation, Readout readout, Structure structure) {
        var tau = new Range(TAU, 5 * TAU);
        return new Leaky(units, tau, Leaky.Form.POTENTIAL, 0, activation, readout, -1, structure);
    }

    private static Leaky noisy(int units, Structure structure) {
        var tau = new Range(TAU, 5 * TAU);
        return new Leaky(units, tau, Leaky.Form.RATE, 0.1, Activation.TANH, Readout.LINEAR, -1, structure);
    }

    /** Full and low rank, with each start. */
    private static List<Structure> structures() {
        List<Structure> structures = new ArrayList<>();
        for (Connectivity connectivity : List.of(Connectivity.Dense.DEFAULT, new Connectivity.LowRank(2))) {
            for (Start start : List.of(Start.Zero.DEFAULT, Start.Learned.DEFAULT, new Start.PerCondition(2))) {
                Structure usual = Structure.DEFAULT;
                structures.add(new Structure(
                        connectivity, usual.signs(), usual.initial(), usual.gain(), start, usual.frozen()));
            }
        }
        return structures;
    }

    /**
     * Every cell in sizes that leave every remainder of the products, for trials of one, two and many steps; a linear network without
     * leak grows without bound and its errors with it, so its trials are short.
     */
    static Stream<Arguments> sizes() {
        return Stream.of(1, 3, 5, 17)
                .flatMap(units -> cells(units).stream()
                        .flatMap(cell -> Stream.of(1, 2, 7)
                                .flatMap(batch -> Stream.of(1, 2, grows(cell) ? 9 : 131)
                                        .map(steps -> Arguments.of(cell, batch, steps)))));
    }

    private static boolean grows(Cell cell) {
        return cell instanceof Vanilla vanilla && vanilla.activation() == Activation.IDENTITY;
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_of_all_weights_equal_central_differences(Cell cell) {
        var trial = Passage.of(cell, 3, 2, 3, 9);
        double[] weights = Passage.jittered(cell, 3, 2);
        double[] gradient = new double[weights.length];
        NetworkKernel kernel = cell.definition(3, 2, 3, 9, DT);

        trial.forward(kernel, weights);
        trial.back(kernel, gradient);

        for (int i = 0; i < weights.length; i++) {
            double difference = trial.difference(kernel, weights, weights, i);
            // rounding of a loss near 10 over a step of 1e-5 is 1e-10
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(0.01, Math.abs(difference))));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_of_all_inputs_equal_central_differences(Cell cell) {
        var trial = Passage.of(cell, 3, 2, 2, 6);
        double[] weights = Passage.jittered(cell, 3, 2);
        NetworkKernel kernel = cell.definition(3, 2, 2, 6, DT);

        trial.forward(kernel, weights);
        trial.back(kernel, new double[weights.length]);

        for (int step = 0; step < 6; step++) {
            for (int input = 0; input < 3; input++) {
                for (int place = 0; place < 2; place++) {
                    double difference = trial.difference(kernel, weights, trial.input[step][input], place);
                    assertThat(trial.inputGradient[step][input][place])
                            .isCloseTo(difference, within(1e-6 * Math.max(0.01, Math.abs(difference))));
                }
            }
        }
    }

    static List<Layer> silent() {
        return cells().stream()
                .filter(Layer.class::isInstance)
                .map(Layer.class::cast)
                .filter(cell -> !(cell instanceof Leaky leaky) || leaky.noise() == 0)
                .toList();
    }

    @Test
    void a_stack_is_its_layers_each_fed_by_the_one_below() {
        var lower = new Gru(4, Readout.LINEAR, 0);
        var upper = new Vanilla(3, Activation.TANH, Readout.SIGMOID, -1);
        var stack = new Stack(List.of(lower, upper));
        double[] weights = Passage.jittered(stack, 2, 2);
        int split = lower.layout(2, 0).size();
        var below = new PlainNetwork(lower, Arrays.copyOf(weights, split), 2, 0, DT, 0);
        var above = new PlainNetwork(upper, Arrays.copyOfRange(weights, split, weights.length), 4, 2, DT, 0);
        var trial = new Passage(2, 7, 2, 1, 20);

        trial.forward(stack.definition(2, 2, 1, 20, DT), weights);

        for (int step = 0; step < 20; step++) {
            double[] first = below.next(column(trial.input[step], 0));
            double[] second = above.next(first);
            double[] both = Arrays.copyOf(first, 7);
            System.arraycopy(second, 0, both, 4, 3);
            // sums of ten terms in another order, over 20 steps
            assertThat(column(trial.rate[step], 0)).containsExactly(both, offset(1e-12));
            assertThat(column(trial.output[step], 0)).containsExactly(above.read(second), offset(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("silent")
    void the_definition_is_the_published_equation(Layer cell) {
        var trial = Passage.of(cell, 4, 3, 2, 40);
        double[] weights = Passage.jittered(cell, 4, 3);

        trial.forward(cell.definition(4, 3, 2, 40, DT), weights);

        for (int place = 0; place < 2; place++) {
            var plain = new PlainNetwork(cell, weights, 4, 3, DT, place);
            for (int step = 0; step < 40; step++) {
                double[] h = plain.next(column(trial.input[step], place));
                // sums of ten terms in another order, over 40 steps
                assertThat(column(trial.rate[step], place)).containsExactly(h, offset(1e-12));
                assertThat(column(trial.output[step], place)).containsExactly(plain.read(h), offset(1e-12));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void the_fast_kernel_follows_the_definition_over_a_whole_trial(Cell cell, int batch, int steps) {
        var exact = Passage.of(cell, 4, 3, batch, steps);
        var fast = Passage.of(cell, 4, 3, batch, steps);
        double[] weights = Passage.jittered(cell, 4, 3);
        double[] exactGradient = new double[weights.length];
        double[] fastGradient = new double[weights.length];
        NetworkKernel definition = cell.definition(4, 3, batch, steps, DT);
        NetworkKernel kernel = cell.kernel(4, 3, batch, steps, DT);

        exact.forward(definition, weights);
        exact.back(definition, exactGradient);
        fast.forward(kernel, weights);
        fast.back(kernel, fastGradient);

        assertClose(fast.output, exact.output);
        assertClose(fast.rate, exact.rate);
        assertClose(new double[][][] {{fast.jacobian}}, new double[][][] {{exact.jacobian}});
        assertClose(fast.inputGradient, exact.inputGradient);
        assertClose(new double[][][] {{fastGradient}}, new double[][][] {{exactGradient}});
    }

    /** Windows at the beginning, in the middle and at the end of 40 steps, longer and shorter than a block of rows. */
    @ParameterizedTest
    @MethodSource("cells")
    void the_fast_kernel_follows_the_definition_over_a_part_of_the_steps(Cell cell) {
        var trial = Passage.of(cell, 4, 3, 5, 40);
        double[] weights = Passage.jittered(cell, 4, 3);
        List<NetworkKernel> kernels = kernels(cell, 5, 40);
        for (int[] part : new int[][] {{0, 0, 3}, {0, 3, 7}, {1, 2, 7}, {6, 20, 38}, {39, 39, 40}, {4, 30, 40}}) {
            double[][] gradients = new double[2][weights.length];
            for (int i = 0; i < 2; i++) {
                trial.forward(kernels.get(i), weights);
                trial.back(kernels.get(i), new double[weights.length]); // leaves no trace
                trial.forward(kernels.get(i), weights, part[2]);
                trial.back(kernels.get(i), part[0], part[1], part[2], gradients[i]);
            }

            assertClose(new double[][][] {{gradients[0]}}, new double[][][] {{gradients[1]}});
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void steps_that_have_not_gone_back_have_no_gradient(Cell cell) {
        var trial = Passage.of(cell, 4, 3, 5, 12);
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 5, 12)) {
            double[] gradient = new double[weights.length];

            trial.forward(kernel, weights);
            trial.back(kernel, 12, 12, 12, gradient);

            assertThat(Arrays.stream(gradient).allMatch(g -> g == 0)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_kernel_used_again_gives_the_same_bits(Cell cell) {
        var trial = Passage.of(cell, 4, 3, 5, 20);
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 5, 20)) {
            double[] once = new double[weights.length];
            double[] again = new double[weights.length];

            trial.forward(kernel, weights);
            trial.back(kernel, once);
            double[][][] output = copy(trial.output);
            trial.forward(kernel, cell.initial(4, 3, 9)); // other weights in between, and no way back
            trial.forward(kernel, weights);
            trial.back(kernel, again);

            assertThat(again).containsExactly(once);
            assertThat(trial.output).isDeepEqualTo(output);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void trials_of_a_batch_never_mix(Cell cell) {
        double[] weights = Passage.jittered(cell, 4, 3);
        var seven = Passage.of(cell, 4, 3, 7, 12);
        var changed = Passage.of(cell, 4, 3, 7, 12);
        for (int step = 0; step < 12; step++) {
            for (int row = 0; row < 4; row++) {
                changed.input[step][row][3] += 1;
            }
            for (int row = 0; row < 3; row++) {
                changed.outputGradient[step][row][3] -= 2;
            }
        }

        for (NetworkKernel kernel : kernels(cell, 7, 12)) {
            for (Passage passage : List.of(seven, changed)) {
                passage.forward(kernel, weights);
                passage.back(kernel, new double[weights.length]);
            }

            for (int place = 0; place < 7; place++) {
                boolean same = place != 3;
                assertThat(Arrays.equals(column(seven.output[11], place), column(changed.output[11], place)))
                        .isEqualTo(same);
                assertThat(Arrays.equals(
                                column(seven.inputGradient[0], place), column(changed.inputGradient[0], place)))
                        .isEqualTo(same);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_trial_takes_the_same_bits_in_any_batch(Cell cell) {
        double[] weights = Passage.jittered(cell, 4, 3);
        var many = Passage.of(cell, 4, 3, 7, 30);
        many.forward(cell.kernel(4, 3, 7, 30, DT), weights);
        for (int place = 0; place < 7; place++) {
            var one = Passage.of(cell, 4, 3, 1, 30);
            for (int step = 0; step < 30; step++) {
                for (int row = 0; row < 4; row++) {
                    one.input[step][row][0] = many.input[step][row][place];
                }
            }

            one.occasion = Passage.occasion(1, place);
            one.forward(cell.kernel(4, 3, 1, 30, DT), weights);

            for (int step = 0; step < 30; step++) {
                assertThat(column(one.output[step], 0)).containsExactly(column(many.output[step], place));
                assertThat(column(one.rate[step], 0)).containsExactly(column(many.rate[step], place));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_are_added_to_what_is_there_and_inputs_are_left_alone(Cell cell) {
        var trial = Passage.of(cell, 4, 3, 2, 6);
        double[] weights = Passage.jittered(cell, 4, 3);
        double[] kept = weights.clone();
        double[][][] input = copy(trial.input);
        for (NetworkKernel kernel : kernels(cell, 2, 6)) {
            double[] gradient = new double[weights.length];
            double[] onTop = new double[weights.length];
            Arrays.fill(onTop, 0.5);

            trial.forward(kernel, weights);
            trial.back(kernel, gradient);
            kernel.addGradient(onTop);

            assertThat(weights).containsExactly(kept);
            assertThat(trial.input).isDeepEqualTo(input);
            for (int i = 0; i < weights.length; i++) {
                assertThat(onTop[i]).isEqualTo(0.5 + gradient[i]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void without_gradients_and_activity_weight_nothing_comes_back(Cell cell) {
        var trial = new Passage(4, cell.units(), 3, 2, 6);
        Arrays.fill(trial.activityWeight, 0);
        Arrays.stream(trial.outputGradient).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 0));
        Arrays.stream(trial.rateGradient).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 0));
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 2, 6)) {
            double[] gradient = new double[weights.length];

            trial.forward(kernel, weights);
            trial.back(kernel, gradient);

            assertThat(Arrays.stream(gradient).allMatch(g -> g == 0)).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void no_gradient_of_the_rates_is_the_same_as_one_of_zeros(Cell cell) {
        var zeros = Passage.of(cell, 4, 3, 2, 6);
        Arrays.stream(zeros.rateGradient).flatMap(Arrays::stream).forEach(row -> Arrays.fill(row, 0));
        var none = Passage.of(cell, 4, 3, 2, 6);
        Arrays.fill(none.rateGradient, new double[0][]);
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 2, 6)) {
            double[] expected = new double[weights.length];
            double[] gradient = new double[weights.length];

            zeros.forward(kernel, weights);
            zeros.back(kernel, expected);
            zeros.forward(kernel, weights);
            none.back(kernel, gradient);

            assertThat(gradient).containsExactly(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void weights_of_the_wrong_number_are_refused(Cell cell) {
        int size = cell.layout(4, 3).size();

        for (NetworkKernel kernel : kernels(cell, 1, 2)) {
            assertThatThrownBy(() -> kernel.begin(new double[size - 1]))
                    .hasMessage("weights is " + (size - 1) + " values, expected " + size + " values");
        }
    }

    private static List<NetworkKernel> kernels(Cell cell, int batch, int steps) {
        return List.of(cell.kernel(4, 3, batch, steps, DT), cell.definition(4, 3, batch, steps, DT));
    }

    /** Float32 over a whole trial: 1e-4 of the greatest value (rounding 6e-8, grown over 130 steps). */
    private static void assertClose(double[][][] found, double[][][] expected) {
        double greatest = 0;
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                for (int k = 0; k < expected[i][j].length; k++) {
                    greatest = Math.max(greatest, Math.abs(expected[i][j][k]));
                    worst = Math.max(worst, Math.abs(found[i][j][k] - expected[i][j][k]));
                }
            }
        }
        assertThat(worst).isLessThanOrEqualTo(1e-4 * greatest);
    }

    private static double[] column(double[][] rows, int place) {
        return Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
    }

    private static double[][][] copy(double[][][] from) {
        return Arrays.stream(from)
                .map(rows -> Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new))
                .toArray(double[][][]::new);
    }
}
