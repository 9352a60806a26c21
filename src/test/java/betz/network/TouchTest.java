// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Since;
import betz.data.Touch;
import betz.data.UnitChoice;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What touches do to every cell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TouchTest {
    private static final double DT = 0.01;
    private static final int STEPS = 9;
    private static final double WHOLE = 60; // s, longer than any trial here

    static List<Cell> cells() {
        return CellContractTest.cells();
    }

    /** One layer of each cell and activation, with weights of its own from unit to unit where it has any. */
    static List<Layer> dense() {
        return cells().stream()
                .filter(Layer.class::isInstance)
                .map(Layer.class::cast)
                .filter(layer -> !(layer.structure().connectivity() instanceof Connectivity.LowRank))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_of_all_weights_equal_central_differences_whatever_is_done_to_units(Cell cell) {
        int batch = TouchedPassage.kinds().size();
        var trial = Passage.of(cell, 3, 2, batch, STEPS);
        trial.occasion = TouchedPassage.occasion(TouchedPassage.kinds(), 0);
        double[] weights = Passage.jittered(cell, 3, 2);
        double[] gradient = new double[weights.length];
        NetworkKernel kernel = cell.definition(3, 2, batch, STEPS, DT);

        trial.forward(kernel, weights);
        trial.back(kernel, gradient);

        for (int i = 0; i < weights.length; i++) {
            double difference = trial.difference(kernel, weights, weights, i);
            // the loss of nine trials: rounding over a step of 1e-5, and third derivatives times its square, reach 1e-8
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(0.03, Math.abs(difference))));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_fast_kernel_follows_the_definition_of_every_touch(Cell cell) {
        int batch = TouchedPassage.kinds().size();
        double[] weights = Passage.jittered(cell, 4, 3);
        List<NetworkKernel> kernels = List.of(cell.definition(4, 3, batch, 40, DT), cell.kernel(4, 3, batch, 40, DT));
        List<Passage> passages = List.of(Passage.of(cell, 4, 3, batch, 40), Passage.of(cell, 4, 3, batch, 40));
        double[][] gradients = new double[2][weights.length];

        for (int i = 0; i < 2; i++) {
            passages.get(i).occasion = TouchedPassage.occasion(TouchedPassage.kinds(), 0);
            passages.get(i).forward(kernels.get(i), weights);
            passages.get(i).back(kernels.get(i), gradients[i]);
        }

        Passage exact = passages.get(0);
        Passage fast = passages.get(1);
        assertClose(fast.output, exact.output);
        assertClose(fast.rate, exact.rate);
        assertClose(fast.inputGradient, exact.inputGradient);
        assertClose(new double[][][] {{gradients[1]}}, new double[][][] {{gradients[0]}});
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_touched_trial_takes_the_same_bits_in_any_batch(Cell cell) {
        List<Perturbation> kinds = TouchedPassage.kinds();
        double[] weights = Passage.jittered(cell, 4, 3);
        var many = Passage.of(cell, 4, 3, kinds.size(), STEPS);
        many.occasion = TouchedPassage.occasion(kinds, 0);
        many.forward(cell.kernel(4, 3, kinds.size(), STEPS, DT), weights);
        for (int place = 0; place < kinds.size(); place++) {
            var one = Passage.of(cell, 4, 3, 1, STEPS);
            for (int step = 0; step < STEPS; step++) {
                for (int row = 0; row < 4; row++) {
                    one.input[step][row][0] = many.input[step][row][place];
                }
            }

            one.occasion = TouchedPassage.occasion(List.of(kinds.get(place)), place);
            one.forward(cell.kernel(4, 3, 1, STEPS, DT), weights);

            for (int step = 0; step < STEPS; step++) {
                assertThat(column(one.output[step], 0)).containsExactly(column(many.output[step], place));
                assertThat(column(one.rate[step], 0)).containsExactly(column(many.rate[step], place));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_touch_leaves_no_trace_in_a_kernel_that_is_used_again(Cell cell) {
        var trial = Passage.of(cell, 4, 3, 2, STEPS);
        Occasion usual = trial.occasion;
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 2)) {
            double[] once = new double[weights.length];
            double[] again = new double[weights.length];

            trial.forward(kernel, weights);
            trial.back(kernel, once);
            trial.occasion = TouchedPassage.occasion(TouchedPassage.kinds().subList(5, 7), 0);
            trial.forward(kernel, weights);
            trial.back(kernel, new double[weights.length]);
            trial.occasion = usual;
            trial.forward(kernel, weights);
            trial.back(kernel, again);

            assertThat(again).containsExactly(once);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void silencing_all_units_leaves_the_bias_of_the_read_out_alone(Cell cell) {
        var trial = TouchedPassage.of(cell, STEPS, new Passing.Silence(UnitChoice.DEFAULT, Since.START, 0, WHOLE));
        double[] weights = Passage.jittered(cell, 4, 3);
        WeightLayout.Block bias = cell.layout(4, 3).block("readout.bias");
        double[] expected = new double[3];
        Arrays.setAll(expected, o -> cell.readout().of(weights[bias.offset() + o]));

        for (NetworkKernel kernel : kernels(cell, 1)) {
            trial.forward(kernel, weights);

            for (int step = 0; step < STEPS; step++) {
                assertThat(column(trial.rate[step], 0)).containsOnly(0);
                // single precision near 1
                assertThat(column(trial.output[step], 0)).containsExactly(expected, within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void before_its_window_and_with_a_share_of_none_a_touch_changes_no_bit(Cell cell) {
        double[] weights = Passage.jittered(cell, 4, 3);
        UnitChoice none = UnitChoice.DEFAULT.withShare(0);
        for (int i = 0; i < 2; i++) {
            var plain = TouchedPassage.of(cell, STEPS, Perturbation.None.DEFAULT);
            plain.forward(kernels(cell, 1).get(i), weights);
            for (Touch touch : later(UnitChoice.DEFAULT)) {
                var touched = TouchedPassage.of(cell, STEPS, touch);
                touched.forward(kernels(cell, 1).get(i), weights);
                assertThat(Arrays.copyOf(touched.output, 4)).isDeepEqualTo(Arrays.copyOf(plain.output, 4));
                assertThat(Arrays.copyOf(touched.rate, 4)).isDeepEqualTo(Arrays.copyOf(plain.rate, 4));
                assertThat(touched.rate[4]).isNotEqualTo(plain.rate[4]);
            }
            for (Touch touch : later(none)) {
                var touched = TouchedPassage.of(cell, STEPS, touch);
                touched.forward(kernels(cell, 1).get(i), weights);
                assertThat(touched.output).isDeepEqualTo(plain.output);
            }
        }
    }

    /** From step 4 on, for two steps. */
    private static List<Touch> later(UnitChoice units) {
        return List.of(
                new Passing.Silence(units, Since.START, 4 * DT, 2 * DT),
                new Passing.Clamp(units, 0.4, Since.START, 4 * DT, 2 * DT),
                new Passing.Stimulate(units, 3, Since.START, 4 * DT, 2 * DT),
                new Passing.Cool(units, 0.3, Since.START, 4 * DT, 2 * DT));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_unit_that_is_held_where_it_is_anyway_changes_nothing(Cell cell) {
        double[] weights = Passage.jittered(cell, 4, 3);
        UnitChoice one = UnitChoice.DEFAULT.withShare(1.0 / cell.units());
        boolean[] chosen = one.among(cell.areas(), unit -> 0);
        int unit = 0;
        while (!chosen[unit]) {
            unit++;
        }
        for (NetworkKernel kernel : kernels(cell, 1)) {
            var plain = TouchedPassage.of(cell, STEPS, Perturbation.None.DEFAULT);
            plain.forward(kernel, weights);
            double rate = plain.rate[4][unit][0];

            var held = TouchedPassage.of(cell, STEPS, new Passing.Clamp(one, rate, Since.START, 4 * DT, DT));
            held.forward(kernel, weights);

            // the very number is put in its place
            assertThat(held.output).isDeepEqualTo(plain.output);
        }
    }

    @ParameterizedTest
    @MethodSource("dense")
    void a_lesion_is_the_network_without_the_outgoing_weights_of_its_units(Layer cell) {
        double[] weights = Passage.jittered(cell, 4, 3);
        boolean[] gone = TouchedPassage.SOME.among(cell.areas(), unit -> 0);
        double[] cut = weights.clone();
        for (String name : List.of("weight_hh", "readout.weight")) {
            cell.layout(4, 3).find(name).ifPresent(block -> {
                for (int i = 0; i < block.size(); i++) {
                    cut[block.offset() + i] *= gone[i % block.columns()] ? 0 : 1;
                }
            });
        }
        for (NetworkKernel kernel : kernels(cell, 1)) {
            var lesion = TouchedPassage.of(cell, STEPS, new Touch.Lesion(TouchedPassage.SOME));
            lesion.forward(kernel, weights);
            var plain = TouchedPassage.of(cell, STEPS, Perturbation.None.DEFAULT);
            plain.forward(kernel, cut);

            assertThat(lesion.output).isDeepEqualTo(plain.output);
            assertThat(lesion.rate[STEPS - 1]).isNotEqualTo(plain.rate[STEPS - 1]); // they are not recorded
        }
    }

    @ParameterizedTest
    @MethodSource("dense")
    void a_current_over_the_whole_trial_is_a_bias_of_the_candidate(Layer cell) {
        double current = 0.8;
        double[] weights = Passage.jittered(cell, 4, 3);
        double[] raised = weights.clone();
        boolean[] chosen = TouchedPassage.SOME.among(cell.areas(), unit -> 0);
        WeightLayout.Block bias = cell.layout(4, 3)
                .find("bias_ih")
                .orElseGet(() -> cell.layout(4, 3).block("hidden.bias"));
        int gate = cell.gates() == 1 ? 0 : 2; // n of r, z, n; g of i, f, g, o
        for (int unit = 0; unit < cell.units(); unit++) {
            raised[bias.offset() + gate * cell.units() + unit] += chosen[unit] ? current : 0;
        }
        List<NetworkKernel> kernels = kernels(cell, 1);
        for (int i = 0; i < 2; i++) {
            var driven = TouchedPassage.of(
                    cell, STEPS, new Passing.Stimulate(TouchedPassage.SOME, current, Since.START, 0, WHOLE));
            driven.forward(kernels.get(i), weights);
            var plain = TouchedPassage.of(cell, STEPS, Perturbation.None.DEFAULT);
            plain.forward(kernels.get(i), raised);

            // sums in another order, in single and in double precision; a linear network without leak grows to 1e3
            double rounding = i == 0 ? 1e-6 : 1e-14;
            assertAllClose(driven.rate, plain.rate, rounding);
            assertAllClose(driven.output, plain.output, rounding);
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void cooling_by_a_half_halves_what_a_unit_does_in_its_first_step(Cell cell) {
        if (cell instanceof Stack) {
            return; // there the layer above hears the one below cooled in that step
        }
        double[] weights = Passage.jittered(cell, 4, 3);
        for (NetworkKernel kernel : kernels(cell, 1)) {
            var plain = TouchedPassage.of(cell, STEPS, Perturbation.None.DEFAULT);
            plain.forward(kernel, weights);
            var cooled =
                    TouchedPassage.of(cell, STEPS, new Passing.Cool(UnitChoice.DEFAULT, 0.5, Since.START, 4 * DT, DT));
            cooled.forward(kernel, weights);

            double[] half = column(plain.rate[4], 0);
            Arrays.setAll(half, unit -> half[unit] / 2);
            assertThat(column(cooled.rate[4], 0)).containsExactly(half); // a power of two
        }
    }

    @Test
    void leaky_units_come_back_from_rest_at_the_pace_of_their_time_constant() {
        // two units that hear an input of 1 alone, by a weight of 0.5; α = dt/tau = 0.25
        double[] weights = {0.5, 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
        var silence = new Passing.Silence(UnitChoice.DEFAULT, Since.START, 0.02, 0.03);
        double goal = StrictMath.tanh(0.5);
        double[] rate = {goal * 0.25, goal * (1 - 0.75 * 0.75), 0, 0, 0, goal * 0.25, goal * (1 - 0.75 * 0.75)};
        double[] potential = new double[7];
        Arrays.setAll(potential, step -> StrictMath.tanh(0.5 * rate[step] / goal));

        assertThat(silenced(new Leaky(2, 0.04, Activation.TANH, Readout.LINEAR, 0), weights, silence))
                .containsExactly(rate, within(1e-15)); // rounding
        var tau = new Range(0.04, 0.04);
        var leaky = new Leaky(2, tau, Leaky.Form.POTENTIAL, 0, Activation.TANH, Readout.LINEAR, 0, Structure.DEFAULT);
        assertThat(silenced(leaky, weights, silence)).containsExactly(potential, within(1e-15));
    }

    private static double[] silenced(Cell cell, double[] weights, Touch touch) {
        NetworkKernel kernel = cell.definition(1, 1, 1, 7, DT);
        double[] rates = new double[7];
        double[][] rate = new double[2][1];
        kernel.begin(weights, TouchedPassage.occasion(List.of(touch), 0));
        for (int step = 0; step < 7; step++) {
            kernel.step(step, new double[][] {{1}}, new double[1][1]);
            kernel.rates(step, rate);
            rates[step] = rate[1][0];
        }
        return rates;
    }

    @Test
    void a_layer_of_a_stack_is_touched_by_its_name() {
        var stack = new Stack(List.of(
                new Vanilla(4, Activation.TANH, Readout.LINEAR, 0),
                new Vanilla(3, Activation.TANH, Readout.LINEAR, 0)));
        double[] weights = Passage.jittered(stack, 4, 3);
        for (NetworkKernel kernel : kernels(stack, 1)) {
            var trial = TouchedPassage.of(stack, STEPS, new Touch.Lesion(UnitChoice.of("Layer 2", 1)));

            trial.forward(kernel, weights);

            double[] rate = column(trial.rate[STEPS - 1], 0);
            assertThat(Arrays.copyOfRange(rate, 4, 7)).containsOnly(0);
            assertThat(Arrays.copyOf(rate, 4)).doesNotContain(0);
        }
    }

    private static List<NetworkKernel> kernels(Cell cell, int batch) {
        return List.of(cell.kernel(4, 3, batch, STEPS, DT), cell.definition(4, 3, batch, STEPS, DT));
    }

    /** Float32: 1e-4 of the greatest value (rounding 6e-8, grown over 40 steps). */
    private static void assertClose(double[][][] found, double[][][] expected) {
        assertAllClose(found, expected, 1e-4);
    }

    /** Compares to a share of the greatest value. */
    private static void assertAllClose(double[][][] found, double[][][] expected, double share) {
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
        assertThat(worst).isLessThanOrEqualTo(share * greatest);
    }

    private static double[] column(double[][] rows, int place) {
        return Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
    }
}
