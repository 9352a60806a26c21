// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import betz.common.Range;
import betz.data.Passing;
import betz.data.Perturbation;
import betz.data.Since;
import betz.data.UnitChoice;
import betz.math.Products;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllocationTest {
    private static final int STEPS = 50;

    static List<Cell> cells() {
        return List.of(
                new Leaky(9, 0.05, Activation.TANH, Readout.SIGMOID, 0),
                new Leaky(9, 0.05, Activation.RELU, Readout.LINEAR, 0),
                new Leaky(
                        9,
                        new Range(0.05, 0.1),
                        Leaky.Form.POTENTIAL,
                        0,
                        Activation.SOFTPLUS,
                        Readout.LINEAR,
                        0,
                        Structure.DEFAULT),
                new Gru(9, Readout.SIGMOID, 0),
                new Lstm(9, Readout.SIGMOID, 0),
                new Vanilla(
                        9,
                        Activation.TANH,
                        Readout.LINEAR,
                        0,
                        new Structure(
                                new Connectivity.LowRank(2),
                                Signs.Mixed.DEFAULT,
                                Initialisation.Orthogonal.DEFAULT,
                                new Range(1, 1),
                                Start.Zero.DEFAULT,
                                List.of())),
                new Vanilla(9, Activation.SIGMOID, Readout.LINEAR, 0),
                new FeedForward(9, Activation.TANH, Readout.SIGMOID, 0));
    }

    static List<Arguments> kernels() {
        // not the vectors: before they are compiled, each is an object
        return cells().stream()
                .flatMap(cell -> Stream.of(
                        arguments(cell, cell.kernel(Products.plain(), 4, 2, 3, STEPS, 0.01)),
                        arguments(cell, cell.definition(4, 2, 3, STEPS, 0.01))))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void nothing_is_allocated_in_a_step_forward_or_back(Cell cell, NetworkKernel kernel) {
        checkNothingIsAllocated(cell, kernel, null);
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void nothing_is_allocated_in_a_step_in_which_units_are_touched(Cell cell, NetworkKernel kernel) {
        var silence = new Passing.Silence(UnitChoice.DEFAULT, Since.START, 0.1, 0.2);
        var cool = new Passing.Cool(UnitChoice.DEFAULT, 0.5, Since.START, 0, 0.2);

        checkNothingIsAllocated(
                cell, kernel, TouchedPassage.occasion(List.of(silence, cool, Perturbation.None.DEFAULT), 0));
    }

    private static void checkNothingIsAllocated(Cell cell, NetworkKernel kernel, @Nullable Occasion occasion) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported());
        double[][] input = new double[4][3];
        double[][] output = new double[2][3];
        double[][] rate = new double[9][3];
        double[] activity = new double[3];
        double[] jacobian = new double[3];
        Arrays.fill(jacobian, cell instanceof Layer layer && layer.gates() == 1 ? 0.5 : 0);
        kernel.begin(new double[cell.layout(4, 2).size()], occasion);
        assertThat(pass(kernel, input, output, rate, activity, jacobian)).isZero(); // loads classes
        threads.getCurrentThreadAllocatedBytes();

        long before = threads.getCurrentThreadAllocatedBytes();
        double sum = pass(kernel, input, output, rate, activity, jacobian);
        long after = threads.getCurrentThreadAllocatedBytes();

        assertThat(sum).isZero(); // no weights
        // one array of one byte per step would be 16 bytes in each of 100 calls; the counter itself may take a few
        // hundred
        assertThat(after - before).isLessThan(16 * 2 * STEPS);
    }

    private static double pass(
            NetworkKernel kernel,
            double[][] input,
            double[][] output,
            double[][] rate,
            double[] activity,
            double[] jacobian) {
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            kernel.step(step, input, output);
            kernel.rates(step, rate);
            sum += kernel.activity(step, activity) + kernel.jacobian(step, jacobian);
        }
        for (int step = STEPS - 1; step >= 0; step--) {
            kernel.back(step, output, activity, jacobian, rate, input);
        }
        return sum;
    }
}
