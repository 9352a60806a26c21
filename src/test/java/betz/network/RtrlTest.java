// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds what goes back to what goes forward: gradients of the definitions to real-time recurrent learning. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RtrlTest {
    private static final double DT = 0.01;
    private static final double TAU = 0.04;
    private static final int UNITS = 4;
    private static final int INPUTS = 2;
    private static final int OUTPUTS = 2;
    private static final int BATCH = 2;
    private static final int STEPS = 12;

    /** Sums of some hundred products in another order. */
    private static final double ROUNDING = 1e-10;

    static List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Start start : List.of(Start.Zero.DEFAULT, Start.Learned.DEFAULT, new Start.PerCondition(2))) {
            Structure usual = Structure.DEFAULT;
            var structure = new Structure(
                    usual.connectivity(), usual.signs(), usual.initial(), usual.gain(), start, usual.frozen());
            cells.add(new Vanilla(UNITS, Activation.TANH, Readout.SIGMOID, -1, structure));
            cells.add(leaky(Leaky.Form.RATE, structure));
            cells.add(leaky(Leaky.Form.POTENTIAL, structure));
            cells.add(new Gru(UNITS, Readout.LINEAR, -1, structure));
        }
        return cells;
    }

    private static Leaky leaky(Leaky.Form form, Structure structure) {
        return new Leaky(UNITS, new Range(TAU, TAU), form, 0, Activation.TANH, Readout.SIGMOID, -1, structure);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void what_goes_back_over_the_whole_trial_is_what_goes_forward(Cell cell) {
        check(cell, 0, 0, STEPS);
    }

    /** A window is what is left when the sensitivities are forgotten where it begins. */
    @ParameterizedTest
    @MethodSource("cells")
    void what_goes_back_over_a_window_is_what_goes_forward_from_its_beginning(Cell cell) {
        check(cell, 0, 3, 7);
        check(cell, 1, 4, 7);
        check(cell, 5, 5, 9);
        check(cell, 8, 11, STEPS);
        check(cell, 11, 11, STEPS);
    }

    private static void check(Cell cell, int from, int first, int end) {
        var trial = new Passage(INPUTS, UNITS, OUTPUTS, BATCH, STEPS);
        double[] weights = Passage.jittered(cell, INPUTS, OUTPUTS);
        NetworkKernel kernel = cell.definition(INPUTS, OUTPUTS, BATCH, STEPS, DT);
        double[] gradient = new double[weights.length];

        trial.forward(kernel, weights, end);
        trial.back(kernel, from, first, end, gradient);

        double[] expected = new double[weights.length];
        for (int place = 0; place < BATCH; place++) {
            addForward(cell, weights, trial, place, new int[] {from, first, end}, expected);
        }
        for (int i = 0; i < weights.length; i++) {
            assertThat(gradient[i]).isCloseTo(expected[i], within(ROUNDING));
        }
        assertThat(Arrays.stream(expected).map(Math::abs).max().orElseThrow()).isGreaterThan(0.1);
    }

    private static void addForward(
            Cell cell, double[] weights, Passage trial, int place, int[] part, double[] gradient) {
        var network = new Rtrl(cell, weights, INPUTS, OUTPUTS, DT, place);
        for (int step = 0; step < part[2]; step++) {
            if (step == part[0] && step > 0) {
                network.forget();
            }
            network.step(column(trial.input[step], place));
            if (step >= part[1]) {
                addLoss(network, trial, place, step, gradient);
            }
        }
    }

    private static void addLoss(Rtrl network, Passage trial, int place, int step, double[] gradient) {
        Rtrl.Sensed[] outputs = network.outputs();
        for (int o = 0; o < outputs.length; o++) {
            add(outputs[o], trial.outputGradient[step][o][place], gradient);
        }
        Rtrl.Sensed[] rates = network.rates();
        for (int unit = 0; unit < rates.length; unit++) {
            double ofSquare = trial.activityWeight[place] * rates[unit].value();
            add(rates[unit], trial.rateGradient[step][unit][place] + ofSquare, gradient);
        }
    }

    private static void add(Rtrl.Sensed what, double slope, double[] gradient) {
        for (int p = 0; p < gradient.length; p++) {
            gradient[p] += slope * what.slope()[p];
        }
    }

    private static double[] column(double[][] rows, int place) {
        return Arrays.stream(rows).mapToDouble(row -> row[place]).toArray();
    }

    /** One linear unit {@code h' = w h + u x}, {@code y = h}, with x = 1 at step 0 alone: h after step k is {@code u w^k}. */
    @Test
    void a_window_of_a_linear_unit_leaves_its_last_terms() {
        var cell = new Vanilla(1, Activation.IDENTITY, Readout.LINEAR, 0);
        WeightLayout layout = cell.layout(1, 1);
        double[] weights = new double[layout.size()];
        double u = 0.7;
        double w = 0.9;
        weights[layout.block("weight_ih").offset()] = u;
        weights[layout.block("weight_hh").offset()] = w;
        weights[layout.block("readout.weight").offset()] = 1;

        for (NetworkKernel kernel : List.of(cell.definition(1, 1, 1, 8, DT), cell.kernel(1, 1, 1, 8, DT))) {
            for (int window = 1; window <= 8; window++) {
                double[] gradient = new double[weights.length];
                kernel.begin(weights);
                for (int step = 0; step < 8; step++) {
                    kernel.step(step, new double[][] {{step == 0 ? 1 : 0}}, new double[1][1]);
                }
                for (int step = 7; step >= 8 - window; step--) {
                    double[][] last = {{step == 7 ? 1 : 0}};
                    kernel.back(step, last, new double[1], new double[0], new double[0][], new double[0][]);
                }
                kernel.addGradient(gradient);

                // h7 = w h6 + ..., h6 = w h5 + ...: each step of the window that reads w gives u w^6; step 0 reads u,
                // not w
                double ofW = Math.min(window, 7) * u * Math.pow(w, 6);
                assertThat(gradient[layout.block("weight_hh").offset()]).isCloseTo(ofW, within(1e-5)); // float32
                double ofU = window == 8 ? Math.pow(w, 7) : 0;
                assertThat(gradient[layout.block("weight_ih").offset()]).isCloseTo(ofU, within(1e-5)); // float32
            }
        }
    }
}
