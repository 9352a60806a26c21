// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every cell. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CellContractTest {
    private static final double DT = 0.01;

    static List<Cell> cells() {
        return List.of(
                new Leaky(7, 0.05, Activation.TANH, Readout.SIGMOID, -1),
                new Leaky(6, 0.02, Activation.SIGMOID, Readout.LINEAR, 0),
                new Leaky(5, 0.03, Activation.RELU, Readout.SIGMOID, 0),
                new Gru(5, Readout.SIGMOID, -2),
                new Gru(6, Readout.LINEAR, 0));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void gradients_of_weights_and_inputs_equal_central_differences(Cell cell) {
        var trial = new Passage(3, 2, 3, 9);
        double[] weights = jittered(cell, 3, 2);
        double[] gradient = new double[weights.length];
        NetworkKernel kernel = cell.definition(3, 2, 3, 9, DT);

        trial.forward(kernel, weights);
        trial.back(kernel, gradient);

        double step = 1e-5;
        for (int i = 0; i < weights.length; i++) {
            double difference = difference(trial, kernel, weights, weights, i, step);
            assertThat(gradient[i]).isCloseTo(difference, within(1e-6 * Math.max(1, Math.abs(difference))));
        }
        double[] x = trial.input[4][1];
        double difference = difference(trial, kernel, weights, x, 2, step);
        assertThat(trial.inputGradient[4][1][2]).isCloseTo(difference, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_fast_kernel_follows_the_definition_over_a_whole_trial(Cell cell) {
        // sizes that leave remainders in every product
        var exact = new Passage(4, 3, 5, 130);
        var fast = new Passage(4, 3, 5, 130);
        double[] weights = jittered(cell, 4, 3);
        double[] exactGradient = new double[weights.length];
        double[] fastGradient = new double[weights.length];
        NetworkKernel definition = cell.definition(4, 3, 5, 130, DT);
        NetworkKernel kernel = cell.kernel(4, 3, 5, 130, DT);

        exact.forward(definition, weights);
        exact.back(definition, exactGradient);
        fast.forward(kernel, weights);
        fast.back(kernel, fastGradient);

        for (int step = 0; step < 130; step++) {
            assertClose(fast.output[step], exact.output[step]);
        }
        assertClose(new double[][] {fastGradient}, new double[][] {exactGradient});
        assertClose(fast.inputGradient[7], exact.inputGradient[7]);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void a_kernel_used_again_gives_the_same_bits(Cell cell) {
        var trial = new Passage(4, 3, 5, 20);
        double[] weights = jittered(cell, 4, 3);
        double[] once = new double[weights.length];
        double[] again = new double[weights.length];
        NetworkKernel kernel = cell.kernel(4, 3, 5, 20, DT);

        trial.forward(kernel, weights);
        trial.back(kernel, once);
        trial.forward(kernel, weights);
        trial.back(kernel, again);

        assertThat(again).containsExactly(once);
    }

    @ParameterizedTest
    @MethodSource("cells")
    void recurrent_weights_begin_orthogonal(Cell cell) {
        double[] weights = cell.initial(3, 2, 1);
        WeightLayout.Block block = cell.layout(3, 2).block("weight_hh");
        int n = cell.units();

        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double dot = 0;
                for (int k = 0; k < n; k++) {
                    dot += weights[block.offset() + i * n + k] * weights[block.offset() + j * n + k];
                }
                assertThat(dot).isCloseTo(i == j ? 1 : 0, within(1e-13)); // rounding only
            }
        }
        assertThat(weights[weights.length - 1]).isEqualTo(cell.readoutBias());
    }

    /** Float32 over a whole trial: 1e-4 of the greatest value (rounding 6e-8, grown over 130 steps). */
    private static void assertClose(double[][] found, double[][] expected) {
        double scale = 0;
        for (double[] row : expected) {
            for (double value : row) {
                scale = Math.max(scale, Math.abs(value));
            }
        }
        for (int i = 0; i < expected.length; i++) {
            for (int j = 0; j < expected[i].length; j++) {
                assertThat(found[i][j]).isCloseTo(expected[i][j], within(1e-4 * scale));
            }
        }
    }

    private static double difference(
            Passage trial, NetworkKernel kernel, double[] weights, double[] varied, int place, double step) {
        double kept = varied[place];
        varied[place] = kept + step;
        double above = trial.forward(kernel, weights);
        varied[place] = kept - step;
        double below = trial.forward(kernel, weights);
        varied[place] = kept;
        return (above - below) / (2 * step);
    }

    /** Initial weights with biases that are not zero. */
    private static double[] jittered(Cell cell, int inputs, int outputs) {
        double[] weights = cell.initial(inputs, outputs, 3);
        var random = RandomStream.of(3, "jitter");
        for (int i = 0; i < weights.length; i++) {
            weights[i] += 0.1 * random.nextGaussian();
        }
        return weights;
    }

    /** A pass through a trial whose loss is a random weighting of outputs plus half the squared activity. */
    private static final class Passage {
        private final int units = 7;
        private final int batch;
        private final double[][][] input;
        private final double[][][] output;
        private final double[][][] outputGradient;
        private final double[][][] inputGradient;
        private final double[] activityWeight;

        Passage(int inputs, int outputs, int batch, int steps) {
            this.batch = batch;
            input = new double[steps][inputs][batch];
            output = new double[steps][outputs][batch];
            outputGradient = new double[steps][outputs][batch];
            inputGradient = new double[steps][inputs][batch];
            activityWeight = new double[batch];
            var random = RandomStream.of(5, "passage");
            for (int step = 0; step < steps; step++) {
                fill(input[step], random);
                fill(outputGradient[step], random);
            }
            java.util.Arrays.setAll(activityWeight, i -> 0.3 + 0.1 * i);
        }

        double forward(NetworkKernel kernel, double[] weights) {
            double loss = 0;
            double[][] rate = new double[units][batch];
            kernel.begin(weights);
            for (int step = 0; step < input.length; step++) {
                kernel.step(step, input[step], output[step]);
                for (int o = 0; o < output[step].length; o++) {
                    for (int trial = 0; trial < batch; trial++) {
                        loss += outputGradient[step][o][trial] * output[step][o][trial];
                    }
                }
                kernel.rates(step, rate);
                for (double[] row : rate) {
                    for (int trial = 0; trial < batch; trial++) {
                        loss += activityWeight[trial] / 2 * row[trial] * row[trial];
                    }
                }
            }
            return loss;
        }

        void back(NetworkKernel kernel, double[] gradient) {
            for (int step = input.length - 1; step >= 0; step--) {
                kernel.back(step, outputGradient[step], activityWeight, inputGradient[step]);
            }
            kernel.addGradient(gradient);
        }

        private static void fill(double[][] rows, RandomStream random) {
            for (double[] row : rows) {
                java.util.Arrays.setAll(row, i -> random.nextGaussian());
            }
        }
    }
}
