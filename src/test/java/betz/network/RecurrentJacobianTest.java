// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cost of the recurrent Jacobian; its gradients are in {@link CellContractTest}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RecurrentJacobianTest {
    private static final double DT = 0.01;
    private static final double TAU = 0.04;
    private static final int INPUTS = 2;
    private static final int UNITS = 4;
    private static final int STEPS = 3;

    /** Cells whose state can be told from their rates, of full and of low rank, that begin in a learned state. */
    static List<Layer> cells() {
        List<Layer> cells = new ArrayList<>();
        for (Connectivity connectivity : List.of(Connectivity.Dense.DEFAULT, new Connectivity.LowRank(2))) {
            Structure usual = Structure.DEFAULT;
            var structure = new Structure(
                    connectivity, usual.signs(), usual.initial(), usual.gain(), Start.Learned.DEFAULT, usual.frozen());
            for (Activation activation : Activation.values()) {
                cells.add(new Vanilla(UNITS, activation, Readout.LINEAR, 0, structure));
                cells.add(leaky(Leaky.Form.RATE, activation, structure));
            }
            for (Activation activation : List.of(Activation.TANH, Activation.SOFTPLUS, Activation.IDENTITY)) {
                cells.add(leaky(Leaky.Form.POTENTIAL, activation, structure));
            }
        }
        return cells;
    }

    private static Leaky leaky(Leaky.Form form, Activation activation, Structure structure) {
        return new Leaky(UNITS, new Range(TAU, TAU), form, 0, activation, Readout.LINEAR, 0, structure);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void it_is_the_squared_derivative_of_the_step_without_its_leak_by_central_differences(Layer cell) {
        double[] weights = Passage.jittered(cell, INPUTS, 1);
        var trial = new Passage(INPUTS, UNITS, 1, 1, STEPS);
        NetworkKernel exact = cell.definition(INPUTS, 1, 1, STEPS, DT);
        NetworkKernel fast = cell.kernel(INPUTS, 1, 1, STEPS, DT);
        trial.forward(fast, weights);
        trial.forward(exact, weights);

        double[] state = start(cell, weights);
        for (int step = 0; step < STEPS; step++) {
            double expected = squaredJacobian(cell, weights, state, trial.input[step]);
            // the third derivative over a step of 1e-5 is 1e-10, and so is rounding
            assertThat(exact.jacobian(step, new double[] {2})).isCloseTo(expected / UNITS, within(1e-7 * expected));
            assertThat(fast.jacobian(step, new double[] {2})).isCloseTo(expected / UNITS, within(1e-5 * expected));
            state = next(cell, weights, state, trial.input[step]);
        }
    }

    private static double[] start(Layer cell, double[] weights) {
        int offset = cell.layout(INPUTS, 1).block("initial_state").offset();
        return Arrays.copyOfRange(weights, offset, offset + UNITS);
    }

    /** Returns the sum of squares of what is left of the derivatives of a step, less the leak, over its share. */
    private static double squaredJacobian(Layer cell, double[] weights, double[] state, double[][] input) {
        double alpha = cell instanceof Leaky ? DT / TAU : 1;
        double sum = 0;
        for (int column = 0; column < UNITS; column++) {
            double[] above = state.clone();
            double[] below = state.clone();
            above[column] += 1e-5;
            below[column] -= 1e-5;
            double[] high = next(cell, weights, above, input);
            double[] low = next(cell, weights, below, input);
            for (int row = 0; row < UNITS; row++) {
                double slope = (high[row] - low[row]) / 2e-5;
                double element = (slope - (row == column ? 1 - alpha : 0)) / alpha;
                sum += element * element;
            }
        }
        return sum;
    }

    /** Returns the state, rate or potential, after one step from another. */
    private static double[] next(Layer cell, double[] weights, double[] state, double[][] input) {
        double[] changed = weights.clone();
        System.arraycopy(
                state, 0, changed, cell.layout(INPUTS, 1).block("initial_state").offset(), UNITS);
        NetworkKernel kernel = cell.definition(INPUTS, 1, 1, 1, DT);
        double[][] rate = new double[UNITS][1];
        kernel.begin(changed);
        kernel.step(0, input, new double[1][1]);
        kernel.rates(0, rate);
        boolean isPotential = cell instanceof Leaky leaky && leaky.form() == Leaky.Form.POTENTIAL;
        return Arrays.stream(rate)
                .mapToDouble(one -> isPotential ? drive(((Leaky) cell).activation(), one[0]) : one[0])
                .toArray();
    }

    private static double drive(Activation activation, double value) {
        return switch (activation) {
            case TANH -> Math.log((1 + value) / (1 - value)) / 2;
            case SOFTPLUS -> Math.log(Math.expm1(value));
            default -> value;
        };
    }

    @Test
    void units_at_rest_have_the_mean_squared_row_of_their_weights() {
        double[] weights = new double[8];
        System.arraycopy(new double[] {1, 2, 3, 4}, 0, weights, 0, 4); // from no input; biases and read-out follow
        for (NetworkKernel kernel : kernels(new Vanilla(2, Activation.TANH, Readout.LINEAR, 0), 0)) {
            kernel.begin(weights);
            kernel.step(0, new double[0][], new double[0][]);

            assertThat(kernel.jacobian(0, new double[] {2})).isEqualTo((1 + 4 + 9 + 16) / 2.0);
        }
    }

    @Test
    void it_counts_slopes_after_the_step_for_rates_and_before_it_for_potentials() {
        double slope = 1 - StrictMath.tanh(0.5) * StrictMath.tanh(0.5);
        double[] weights = {3, 0.5, 0}; // W, and a bias of 0.5
        for (NetworkKernel kernel : kernels(new Vanilla(1, Activation.TANH, Readout.LINEAR, 0), 0)) {
            kernel.begin(weights);
            kernel.step(0, new double[0][], new double[0][]);

            // single precision
            assertThat(kernel.jacobian(0, new double[] {2})).isCloseTo(9 * slope * slope, within(1e-5));
        }
        Layer potential =
                leaky(Leaky.Form.POTENTIAL, Activation.TANH, Structure.DEFAULT).withUnits(1);
        for (NetworkKernel kernel : kernels(potential, 0)) {
            kernel.begin(weights);
            kernel.step(0, new double[0][], new double[0][]);

            assertThat(kernel.jacobian(0, new double[] {2})).isEqualTo(9); // at rest the slope is 1
        }
    }

    @Test
    void layers_are_added_up_and_those_without_recurrence_have_no_cost() {
        var lower = new Vanilla(3, Activation.SIGMOID, Readout.LINEAR, 0);
        var middle = new FeedForward(2, Activation.TANH, Readout.LINEAR, 0);
        var upper = new Leaky(4, TAU, Activation.TANH, Readout.LINEAR, 0);
        var stack = new Stack(List.of(lower, middle, upper));
        double[] weights = Passage.jittered(stack, INPUTS, 1);
        for (boolean isFast : new boolean[] {true, false}) {
            NetworkKernel whole =
                    isFast ? stack.kernel(INPUTS, 1, 1, STEPS, DT) : stack.definition(INPUTS, 1, 1, STEPS, DT);
            var all = new Passage(INPUTS, 9, 1, 1, STEPS);
            all.forward(whole, weights);

            double low = alone(lower, weights, 0, all.input, 0);
            double high = alone(upper, weights, stackedAt(stack, 2), middleRates(all), 1);

            // single precision
            assertThat(whole.jacobian(STEPS - 1, new double[] {2})).isCloseTo(low + high, within(1e-5));
        }
    }

    private static int stackedAt(Stack stack, int place) {
        return Level.of(stack, INPUTS, 1).get(place).offset();
    }

    private static double[][][] middleRates(Passage all) {
        return Arrays.stream(all.rate)
                .map(rates -> new double[][] {rates[3], rates[4]})
                .toArray(double[][][]::new);
    }

    /** Returns the cost of the last step of a layer that hears what it heard in a stack. */
    private static double alone(Layer cell, double[] all, int offset, double[][][] input, int outputs) {
        int size = cell.layout(2, outputs).size();
        NetworkKernel kernel = cell.definition(2, outputs, 1, STEPS, DT);
        kernel.begin(Arrays.copyOfRange(all, offset, offset + size));
        IntStream.range(0, STEPS).forEach(step -> kernel.step(step, input[step], new double[outputs][1]));
        return kernel.jacobian(STEPS - 1, new double[] {2});
    }

    @Test
    void units_with_gates_refuse_to_tell_it_unless_nobody_asks() {
        for (Layer cell : List.of(Gru.DEFAULT.withUnits(2), Lstm.DEFAULT.withUnits(2))) {
            for (NetworkKernel kernel : kernels(cell, 1)) {
                kernel.begin(new double[cell.layout(0, 1).size()]);
                kernel.step(0, new double[0][], new double[1][1]);

                assertThat(kernel.jacobian(0, new double[] {0})).isZero();
                assertThatThrownBy(() -> kernel.jacobian(0, new double[] {0.1}))
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("drives of a unit, for their Jacobian is ")
                        .hasMessageEndingWith(", expected 1 to 1");
            }
        }
    }

    @Test
    void weights_of_zero_give_the_bits_of_none() {
        for (Layer cell : cells()) {
            double[] weights = Passage.jittered(cell, 0, 1);
            for (NetworkKernel kernel : kernels(cell, 1)) {
                assertThat(gradient(kernel, weights, new double[] {0}))
                        .containsExactly(gradient(kernel, weights, new double[0]))
                        .isNotEqualTo(gradient(kernel, weights, new double[] {1}));
            }
        }
    }

    private static double[] gradient(NetworkKernel kernel, double[] weights, double[] jacobianWeight) {
        double[] gradient = new double[weights.length];
        kernel.begin(weights);
        kernel.step(0, new double[0][], new double[1][1]);
        kernel.back(0, new double[][] {{1}}, new double[] {1}, jacobianWeight, new double[0][], new double[0][]);
        kernel.addGradient(gradient);
        return gradient;
    }

    private static List<NetworkKernel> kernels(Layer cell, int outputs) {
        return List.of(cell.definition(0, outputs, 1, 1, DT), cell.kernel(0, outputs, 1, 1, DT));
    }

    @ParameterizedTest
    @EnumSource
    void the_curvature_of_an_activation_is_the_central_difference_of_its_slope(Activation activation) {
        for (double drive : new double[] {-3, -0.7, -0.1, 0.2, 0.9, 4}) {
            double above = activation.slope(activation.of(drive + 1e-5));
            double below = activation.slope(activation.of(drive - 1e-5));
            double value = activation.of(drive);

            // the fourth derivative over a step of 1e-5 is 1e-10, and rounding 1e-11
            assertThat(activation.curvature(value, activation.slope(value)))
                    .isCloseTo((above - below) / 2e-5, within(1e-9));
        }
    }

    @Test
    void curvatures_are_those_of_the_closed_forms() {
        double tanh = StrictMath.tanh(1);
        double logistic = 1 / (1 + StrictMath.exp(-1));

        assertThat(Activation.TANH.curvature(tanh, 1 - tanh * tanh)).isEqualTo(-2 * tanh * (1 - tanh * tanh));
        assertThat(Activation.SOFTPLUS.curvature(StrictMath.log1p(StrictMath.E), logistic))
                .isEqualTo(logistic * (1 - logistic));
        assertThat(Activation.SIGMOID.curvature(0.5, 0.25)).isZero(); // the steepest point
        assertThat(Activation.IDENTITY.curvature(7, 1)).isZero();
    }
}
