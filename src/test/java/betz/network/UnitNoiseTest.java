// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class UnitNoiseTest {
    private static final double SIGMA = 0.3;
    private static final int STEPS = 400;
    private static final int BATCH = 200;

    @ParameterizedTest
    @EnumSource(Leaky.Form.class)
    void a_linear_unit_comes_to_scatter_by_sigma_and_a_little_more_where_steps_are_long(Leaky.Form form) {
        for (double dt : new double[] {0.002, 0.01}) {
            var cell = new Leaky(
                    1, new Range(0.05, 0.05), form, SIGMA, Activation.IDENTITY, Readout.LINEAR, 0, Structure.DEFAULT);
            for (NetworkKernel kernel :
                    new NetworkKernel[] {cell.kernel(0, 1, BATCH, STEPS, dt), cell.definition(0, 1, BATCH, STEPS, dt)
                    }) {
                double found = scatter(kernel, Passage.occasion(BATCH, 0));

                // the exact law of x' = (1 - α)x + α√(2/α)σξ is σ/√(1 - α/2); 200 trials with some ten time constants
                // each
                double exact = SIGMA / Math.sqrt(1 - dt / 0.05 / 2);
                assertThat(found).isCloseTo(exact, within(0.05 * SIGMA));
            }
        }
    }

    @Test
    void each_layer_of_a_stack_has_noise_of_its_own() {
        var layer = new Leaky(
                1,
                new Range(0.05, 0.05),
                Leaky.Form.RATE,
                SIGMA,
                Activation.IDENTITY,
                Readout.LINEAR,
                0,
                Structure.DEFAULT);
        NetworkKernel kernel = new Stack(List.of(layer, layer)).kernel(0, 1, 1, STEPS, 0.01);
        double[] silent = new double[9]; // no weights: W, two biases; U, W, two biases, and the read-out's two
        double[][] output = new double[1][1];
        double[][] rate = new double[2][1];
        kernel.begin(silent, Passage.occasion(1, 0));

        int alike = 0;
        for (int step = 0; step < STEPS; step++) {
            kernel.step(step, new double[0][], output);
            kernel.rates(step, rate);
            alike += rate[0][0] == rate[1][0] ? 1 : 0;
        }

        assertThat(alike).isZero();
    }

    @ParameterizedTest
    @EnumSource(Leaky.Form.class)
    void without_an_occasion_nothing_is_drawn(Leaky.Form form) {
        var cell = new Leaky(
                1, new Range(0.05, 0.05), form, SIGMA, Activation.IDENTITY, Readout.LINEAR, 0, Structure.DEFAULT);

        assertThat(scatter(cell.kernel(0, 1, BATCH, STEPS, 0.01), null)).isZero();
    }

    /** Returns the root mean square of the unit in the second half. */
    private static double scatter(NetworkKernel kernel, @Nullable Occasion occasion) {
        kernel.begin(new double[] {0, 0, 0, 1, 0}, occasion);
        double[][] output = new double[1][BATCH];
        double sum = 0;
        for (int step = 0; step < STEPS; step++) {
            kernel.step(step, new double[0][], output);
            for (int trial = 0; trial < BATCH && step >= STEPS / 2; trial++) {
                sum += output[0][trial] * output[0][trial];
            }
        }
        return Math.sqrt(sum / (BATCH * (STEPS / 2)));
    }
}
