// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AllocationTest {
    private static final int STEPS = 50;

    static List<NetworkKernel> kernels() {
        var leaky = new Leaky(9, 0.05, Activation.TANH, Readout.SIGMOID, 0);
        var rectified = new Leaky(9, 0.05, Activation.RELU, Readout.LINEAR, 0);
        var gru = new Gru(9, Readout.SIGMOID, 0);
        var vanilla = new Vanilla(9, Activation.SIGMOID, Readout.LINEAR, 0);
        var memoryless = new FeedForward(9, Activation.TANH, Readout.SIGMOID, 0);
        return List.of(
                vanilla.kernel(4, 2, 3, STEPS, 0.01),
                memoryless.kernel(4, 2, 3, STEPS, 0.01),
                vanilla.definition(4, 2, 3, STEPS, 0.01),
                memoryless.definition(4, 2, 3, STEPS, 0.01),
                leaky.kernel(4, 2, 3, STEPS, 0.01),
                rectified.kernel(4, 2, 3, STEPS, 0.01),
                gru.kernel(4, 2, 3, STEPS, 0.01),
                leaky.definition(4, 2, 3, STEPS, 0.01),
                gru.definition(4, 2, 3, STEPS, 0.01));
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void nothing_is_allocated_in_a_step_forward_or_back(NetworkKernel kernel) {
        assumeTrue(ManagementFactory.getThreadMXBean() instanceof ThreadMXBean);
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        assumeTrue(threads.isThreadAllocatedMemorySupported());
        double[][] input = new double[4][3];
        double[][] output = new double[2][3];
        double[][] rate = new double[9][3];
        double[] activity = new double[3];
        kernel.begin(new double[weights(kernel)]);
        pass(kernel, input, output, rate, activity); // loads classes
        long self = Thread.currentThread().getId();
        threads.getThreadAllocatedBytes(self);

        long before = threads.getThreadAllocatedBytes(self);
        pass(kernel, input, output, rate, activity);
        long after = threads.getThreadAllocatedBytes(self);

        // one array of one byte per step would be 16 bytes in each of 100 calls; the counter itself may take a few
        // hundred
        assertThat(after - before).isLessThan(16 * 2 * STEPS);
    }

    private static int weights(NetworkKernel kernel) {
        boolean gated = kernel instanceof GruKernel || kernel instanceof GruDefinition;
        boolean memoryless = kernel instanceof FeedForwardKernel || kernel instanceof FeedForwardDefinition;
        int hidden = memoryless ? 9 * (4 + 1) : (gated ? 3 : 1) * 9 * (4 + 9 + 2);
        return hidden + 2 * (9 + 1);
    }

    private static void pass(
            NetworkKernel kernel, double[][] input, double[][] output, double[][] rate, double[] activity) {
        for (int step = 0; step < STEPS; step++) {
            kernel.step(step, input, output);
            kernel.rates(step, rate);
        }
        for (int step = STEPS - 1; step >= 0; step--) {
            kernel.back(step, output, activity, input);
        }
    }
}
