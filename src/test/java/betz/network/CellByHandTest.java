// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Offset.offset;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Small networks whose steps and gradients are written out, with the values that follow from them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CellByHandTest {
    private static final double ROUNDING = 1e-12;

    @Test
    void one_leaky_unit_moves_a_quarter_of_the_way_to_its_drive_in_each_step() {
        // alpha = 10 ms / 40 ms; weights: U = 2, W = -1, b_ih = 0.5, b_hh = 0.25, V = 3, d = -1
        var cell = new Leaky(1, 0.04, Activation.TANH, Readout.LINEAR, 0);
        double[] weights = {2, -1, 0.5, 0.25, 3, -1};
        NetworkKernel kernel = cell.definition(1, 1, 1, 2, 0.01);
        double[][] y = new double[1][1];

        kernel.begin(weights);
        kernel.step(0, new double[][] {{1}}, y);
        double h1 = 0.25 * Math.tanh(2 * 1 + 0.75);
        assertThat(y[0][0]).isCloseTo(3 * h1 - 1, within(ROUNDING));

        kernel.step(1, new double[][] {{-0.5}}, y);
        double h2 = 0.75 * h1 + 0.25 * Math.tanh(2 * -0.5 - h1 + 0.75);
        assertThat(y[0][0]).isCloseTo(3 * h2 - 1, within(ROUNDING));
    }

    @Test
    void gradients_of_one_leaky_unit_over_two_steps_follow_the_chain_rule() {
        var cell = new Leaky(1, 0.04, Activation.TANH, Readout.SIGMOID, 0);
        double[] weights = {2, -1, 0.5, 0.25, 3, -1};
        NetworkKernel kernel = cell.definition(1, 1, 1, 2, 0.01);
        double[][] y = new double[1][1];
        double[][] dx = new double[1][1];
        double[] gradient = new double[6];

        // loss = 2 y2 + 0.1 / 2 h1^2
        kernel.begin(weights);
        kernel.step(0, new double[][] {{1}}, y);
        kernel.step(1, new double[][] {{-0.5}}, y);
        double y2 = y[0][0];
        kernel.back(1, new double[][] {{2}}, new double[] {0}, new double[0], new double[0][], dx);
        double dx2 = dx[0][0];
        kernel.back(0, new double[][] {{0}}, new double[] {0.1}, new double[0], new double[0][], dx);
        kernel.addGradient(gradient);

        double p1 = Math.tanh(2.75);
        double h1 = 0.25 * p1;
        double p2 = Math.tanh(-0.25 - h1);
        double h2 = 0.75 * h1 + 0.25 * p2;
        double sum2 = 2 * y2 * (1 - y2); // gradient of 3 h2 - 1
        double a2 = sum2 * 3 * 0.25 * (1 - p2 * p2); // of the second drive
        double onH1 = sum2 * 3 * 0.75 + a2 * -1 + 0.1 * h1;
        double a1 = onH1 * 0.25 * (1 - p1 * p1);
        double[] expected = {a1 * 1 + a2 * -0.5, a2 * h1, a1 + a2, a1 + a2, sum2 * h2, sum2};
        assertThat(gradient).containsExactly(expected, offset(ROUNDING));
        assertThat(dx2).isCloseTo(2 * a2, within(ROUNDING));
        assertThat(dx[0][0]).isCloseTo(2 * a1, within(ROUNDING));
    }

    @Test
    void two_rectified_units_drive_each_other_through_the_rows_of_their_weights() {
        // alpha = 1; W = [[0, 2], [-1, 0.5]] row by row: unit 0 is fed by unit 1 twice
        var cell = new Leaky(2, 0.01, Activation.RELU, Readout.LINEAR, 0);
        double[] weights = {1, -1, 0, 2, -1, 0.5, 0, 0.25, 0.5, 0.25, 10, 1, 7};
        NetworkKernel kernel = cell.definition(1, 1, 1, 3, 0.01);
        double[][] y = new double[1][1];
        double[][] rate = new double[2][1];

        // drives: (1 + .5, -1 + .5), so h = (1.5, 0)
        kernel.begin(weights);
        kernel.step(0, new double[][] {{1}}, y);
        kernel.rates(0, rate);
        assertThat(rate).isDeepEqualTo(new double[][] {{1.5}, {0}});
        assertThat(y[0][0]).isEqualTo(22);

        // drives: (-2 + .5, 2 - 1.5 + .5), so h = (0, 1)
        kernel.step(1, new double[][] {{-2}}, y);
        kernel.rates(1, rate);
        assertThat(rate).isDeepEqualTo(new double[][] {{0}, {1}});

        // drives: (2 + .5, .5 + .5), so h = (2.5, 1)
        kernel.step(2, new double[][] {{0}}, y);
        kernel.rates(2, rate);
        assertThat(rate).isDeepEqualTo(new double[][] {{2.5}, {1}});
        assertThat(y[0][0]).isEqualTo(33);
    }

    @Test
    void a_unit_that_is_silent_passes_no_gradient_to_its_weights() {
        var cell = new Leaky(2, 0.01, Activation.RELU, Readout.LINEAR, 0);
        double[] weights = {1, -1, 0, 2, -1, 0.5, 0, 0.25, 0.5, 0.25, 10, 1, 7};
        NetworkKernel kernel = cell.definition(1, 1, 1, 1, 0.01);
        double[] gradient = new double[13];
        double[][] dx = new double[1][1];

        kernel.begin(weights);
        kernel.step(0, new double[][] {{1}}, new double[1][1]);
        kernel.back(0, new double[][] {{1}}, new double[] {0}, new double[0], new double[0][], dx);
        kernel.addGradient(gradient);

        // only unit 0 speaks, with 1.5: U0 1, b0 1, V0 h0, d 1; times V0 = 10 where it goes through the unit
        assertThat(gradient).containsExactly(10, 0, 0, 0, 0, 0, 10, 0, 10, 0, 1.5, 0, 1);
        assertThat(dx[0][0]).isEqualTo(10);
    }

    @Test
    void a_vanilla_unit_takes_nothing_from_its_past_but_through_its_recurrent_weight() {
        // U = 2, W = -1, b_ih = 0.5, b_hh = 0.25, V = 3, d = -1; loss = 2 y2 + 0.1 / 2 h1^2
        double[] weights = {2, -1, 0.5, 0.25, 3, -1};
        NetworkKernel kernel = new Vanilla(1, Activation.TANH, Readout.LINEAR, 0).definition(1, 1, 1, 2, 0.01);
        double[][] y = new double[1][1];
        double[][] dx = new double[1][1];
        double[] gradient = new double[6];

        kernel.begin(weights);
        kernel.step(0, new double[][] {{1}}, y);
        double y1 = y[0][0];
        kernel.step(1, new double[][] {{-0.5}}, y);
        kernel.back(1, new double[][] {{2}}, new double[] {0}, new double[0], new double[0][], dx);
        kernel.back(0, new double[][] {{0}}, new double[] {0.1}, new double[0], new double[0][], dx);
        kernel.addGradient(gradient);

        double h1 = Math.tanh(2.75);
        double h2 = Math.tanh(-0.25 - h1);
        double a2 = 2 * 3 * (1 - h2 * h2);
        double a1 = (-a2 + 0.1 * h1) * (1 - h1 * h1);
        assertThat(y1).isCloseTo(3 * h1 - 1, within(ROUNDING));
        assertThat(y[0][0]).isCloseTo(3 * h2 - 1, within(ROUNDING));
        double[] expected = {a1 * 1 + a2 * -0.5, a2 * h1, a1 + a2, a1 + a2, 2 * h2, 2};
        assertThat(gradient).containsExactly(expected, offset(ROUNDING));
        assertThat(dx[0][0]).isCloseTo(2 * a1, within(ROUNDING));
    }

    @Test
    void a_feed_forward_layer_answers_an_input_alike_whatever_came_before() {
        // two units, U = (2, -1), b = (0.5, 0.25), V = (3, 4), d = -1
        var cell = new FeedForward(2, Activation.SIGMOID, Readout.LINEAR, 0);
        double[] weights = {2, -1, 0.5, 0.25, 3, 4, -1};
        double expected = 3 * sigmoid(1.5) + 4 * sigmoid(-0.25) - 1;
        for (NetworkKernel kernel :
                new NetworkKernel[] {cell.definition(1, 1, 1, 3, 0.01), cell.kernel(1, 1, 1, 3, 0.01)}) {
            double[][] y = new double[1][1];

            kernel.begin(weights);
            kernel.step(0, new double[][] {{0.5}}, y);
            double first = y[0][0];
            kernel.step(1, new double[][] {{-7}}, y);
            kernel.step(2, new double[][] {{0.5}}, y);

            assertThat(y[0][0]).isEqualTo(first).isCloseTo(expected, within(3e-6)); // single precision of a sum near 3
        }
    }

    @Test
    void one_gated_unit_takes_its_gates_in_the_order_r_z_n() {
        // per gate r, z, n: input, recurrent, bias of the input, bias of the state
        var cell = new Gru(1, Readout.LINEAR, 0);
        double[] weights = {0.5, -0.3, 1.2, 0.7, 0.4, -0.9, 0.1, 0.2, 0.3, -0.4, -0.5, 0.6, 2, 0.5};
        NetworkKernel kernel = cell.definition(1, 1, 1, 2, 0.01);
        double[][] y = new double[1][1];

        kernel.begin(weights);
        kernel.step(0, new double[][] {{1.5}}, y);
        double r1 = sigmoid(0.5 * 1.5 + 0.1 - 0.4);
        double z1 = sigmoid(-0.3 * 1.5 + 0.2 - 0.5);
        double n1 = Math.tanh(1.2 * 1.5 + 0.3 + r1 * 0.6); // the state's bias is gated too
        double h1 = (1 - z1) * n1;
        assertThat(y[0][0]).isCloseTo(2 * h1 + 0.5, within(ROUNDING));

        kernel.step(1, new double[][] {{-1}}, y);
        double r2 = sigmoid(-0.5 + 0.1 + 0.7 * h1 - 0.4);
        double z2 = sigmoid(0.3 + 0.2 + 0.4 * h1 - 0.5);
        double n2 = Math.tanh(-1.2 + 0.3 + r2 * (-0.9 * h1 + 0.6));
        double h2 = (1 - z2) * n2 + z2 * h1;
        assertThat(y[0][0]).isCloseTo(2 * h2 + 0.5, within(ROUNDING));
    }

    @Test
    void gradients_of_one_gated_unit_follow_the_chain_rule() {
        var cell = new Gru(1, Readout.LINEAR, 0);
        double[] weights = {0.5, -0.3, 1.2, 0.7, 0.4, -0.9, 0.1, 0.2, 0.3, -0.4, -0.5, 0.6, 2, 0.5};
        NetworkKernel kernel = cell.definition(1, 1, 1, 1, 0.01);
        double[] gradient = new double[14];
        double[][] dx = new double[1][1];

        kernel.begin(weights);
        kernel.step(0, new double[][] {{1.5}}, new double[1][1]);
        kernel.back(0, new double[][] {{1}}, new double[] {0.4}, new double[0], new double[0][], dx);
        kernel.addGradient(gradient);

        double r = sigmoid(0.75 + 0.1 - 0.4);
        double z = sigmoid(-0.45 + 0.2 - 0.5);
        double n = Math.tanh(1.8 + 0.3 + 0.6 * r);
        double h = (1 - z) * n;
        double dh = 2 + 0.4 * h; // through the read-out, and of 0.4 / 2 h^2
        double dn = dh * (1 - z) * (1 - n * n);
        double dr = dn * 0.6 * r * (1 - r);
        double dz = -dh * n * z * (1 - z);
        double[] expected = {1.5 * dr, 1.5 * dz, 1.5 * dn, 0, 0, 0, dr, dz, dn, dr, dz, dn * r, h, 1};
        assertThat(gradient).containsExactly(expected, offset(ROUNDING));
        assertThat(dx[0][0]).isCloseTo(0.5 * dr - 0.3 * dz + 1.2 * dn, within(ROUNDING));
    }

    @Test
    void one_step_of_long_short_term_memory_is_the_equation_by_hand() {
        var cell = new Lstm(1, Readout.LINEAR, 0, remembering());
        // gates i, f, g, o: weights of x, of h, biases; read-out; h and m at the start
        double[] weights = {
            0.5, -0.3, 1.2, 0.4, 0.1, 0.2, -0.6, 0.7, 0, 1, 0.3, -0.1, 0.05, 0, 0, 0.2, 2, -1, 0.25, -0.5
        };
        double x = 0.8;
        double i = sigmoid(0.5 * x + 0.1 * 0.25 + 0.05);
        double f = sigmoid(-0.3 * x + 0.2 * 0.25 + 1);
        double g = Math.tanh(1.2 * x - 0.6 * 0.25 + 0.3);
        double o = sigmoid(0.4 * x + 0.7 * 0.25 - 0.1 + 0.2);
        double m = f * -0.5 + i * g;
        double[][] y = new double[1][1];
        NetworkKernel kernel = cell.definition(1, 1, 1, 1, 0.01);

        kernel.begin(weights);
        kernel.step(0, new double[][] {{x}}, y);

        assertThat(y[0][0]).isCloseTo(2 * o * Math.tanh(m) - 1, within(ROUNDING));
    }

    private static Structure remembering() {
        Structure usual = Structure.DEFAULT;
        return new Structure(
                usual.connectivity(),
                usual.signs(),
                usual.initial(),
                usual.gain(),
                Start.Learned.DEFAULT,
                usual.frozen());
    }

    @Test
    void an_open_memory_gate_and_a_closed_input_gate_keep_the_memory() {
        // f = 1 and i = 0 to rounding by biases of 100 and -100; o = 1/2
        var cell = new Lstm(1, Readout.LINEAR, 0, remembering());
        double[] weights = {1, 1, 1, 0, 0, 0, 0, 0, -100, 100, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0.7};
        for (NetworkKernel kernel :
                new NetworkKernel[] {cell.definition(1, 1, 1, 5, 0.01), cell.kernel(1, 1, 1, 5, 0.01)}) {
            double[][] y = new double[1][1];
            kernel.begin(weights);
            for (int step = 0; step < 5; step++) {
                kernel.step(step, new double[][] {{1}}, y);
                assertThat(y[0][0]).isCloseTo(Math.tanh(0.7) / 2, within(4e-7)); // the float kernel's approximation
            }
        }
    }

    @Test
    void a_closed_update_gate_keeps_a_gated_unit_as_it_is() {
        // z = 1 to rounding from the second step on, by the input's weight of 100 on z alone
        var cell = new Gru(1, Readout.LINEAR, 0);
        double[] weights = {0, 100, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0};
        for (NetworkKernel kernel :
                new NetworkKernel[] {cell.definition(1, 1, 1, 5, 0.01), cell.kernel(1, 1, 1, 5, 0.01)}) {
            double[][] y = new double[1][1];
            kernel.begin(weights);
            kernel.step(0, new double[][] {{-1}}, y);
            double kept = y[0][0];

            for (int step = 1; step < 5; step++) {
                kernel.step(step, new double[][] {{1}}, y);
                assertThat(y[0][0]).isEqualTo(kept);
            }
            assertThat(kept).isCloseTo(Math.tanh(-1), within(4e-7)); // the float kernel's approximation
        }
    }

    @Test
    void with_no_inputs_a_network_still_runs_on_its_biases() {
        var cell = new Leaky(1, 0.02, Activation.SIGMOID, Readout.LINEAR, 0);
        double[] weights = {0, 0.3, -0.3, 1, 0};
        for (NetworkKernel kernel :
                new NetworkKernel[] {cell.definition(0, 1, 2, 3, 0.01), cell.kernel(0, 1, 2, 3, 0.01)}) {
            double[][] y = new double[1][2];
            double[] rest = new double[3];

            kernel.begin(weights);
            for (int step = 0; step < 3; step++) {
                kernel.step(step, new double[0][], y);
                rest[step] = y[0][1];
            }

            // half of the way to 1/2 in every step
            assertThat(rest).containsExactly(0.25, 0.375, 0.4375);
        }
    }

    @Test
    void the_squashed_read_out_is_the_logistic_function_of_the_linear_one() {
        double[] sums = new double[3];
        for (Readout readout : Readout.values()) {
            var cell = new Leaky(3, 0.02, Activation.TANH, readout, 0.2);
            double[] weights = cell.initial(2, 3, 4);
            double[][] y = new double[3][1];
            NetworkKernel kernel = cell.definition(2, 3, 1, 1, 0.01);
            kernel.begin(weights);
            kernel.step(0, new double[][] {{1}, {-2}}, y);
            for (int o = 0; o < 3; o++) {
                if (readout == Readout.LINEAR) {
                    sums[o] = y[o][0];
                } else {
                    assertThat(y[o][0]).isCloseTo(sigmoid(sums[o]), within(1e-15));
                }
            }
        }
        assertThat(Arrays.stream(sums).distinct().count()).isEqualTo(3);
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }
}
