// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.network.Activation;
import betz.network.Cell;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Lstm;
import betz.network.NetworkKernel;
import betz.network.Readout;
import betz.network.Vanilla;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A file with PyTorch's names and order of gates makes each cell do what PyTorch's does.
 *
 * <p>Two inputs, two units, one output, three steps. Weights are those of {@link #sequence}, which every precision holds
 * exactly, so that a wrong order of gates, rows or columns gives other numbers. What is expected was computed with PyTorch 1.13 in
 * double precision: RNN, GRU, LSTM and two Linear around a Tanh; and, as PyTorch has no leaky cell, by its equation.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PyTorchWeightsTest {
    private static final double[][] INPUT = {{0.5, -1}, {1, 0.25}, {-0.75, 0.5}}; // [step][input]
    private static final double DT = 0.01;

    @TempDir
    Path folder;

    record Case(Cell cell, HandmadeTensors file, List<Double> output) {
        @Override
        public String toString() {
            return cell.getClass().getSimpleName();
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case(
                        new FeedForward(2, Activation.TANH, Readout.LINEAR, 0),
                        readout(new HandmadeTensors()
                                .f32("hidden.weight", List.of(2, 2), sequence(4, 0))
                                .f32("hidden.bias", List.of(2), sequence(2, 5))),
                        List.of(-0.3616121884024869, -0.6767135027390776, 0.08452926168790081)),
                new Case(
                        new Vanilla(2, Activation.TANH, Readout.LINEAR, 0),
                        recurrent(1),
                        List.of(-0.7053698412861495, -1.1260708908578922, -0.8890231113653719)),
                new Case(
                        new Leaky(2, 2 * DT, Activation.TANH, Readout.LINEAR, 0),
                        recurrent(1),
                        List.of(-0.22768492064307477, -0.6453417886159987, -0.7253442560694121)),
                new Case(
                        new Gru(2, Readout.LINEAR, 0),
                        recurrent(3),
                        List.of(0.061472385814854424, 0.3438095967009084, 0.9363280267676795)),
                new Case(
                        new Lstm(2, Readout.LINEAR, 0),
                        recurrent(4),
                        List.of(0.21874284761661072, 0.396777488988267, 0.530430113568148)));
    }

    /** Returns eighths from -5/8 to 5/8 in an order without a pattern of 2, 3 or 4. */
    private static double[] sequence(int length, int first) {
        double[] values = new double[length];
        for (int i = 0; i < length; i++) {
            values[i] = (7 * (first + i) % 11 - 5) / 8.0;
        }
        return values;
    }

    private static HandmadeTensors recurrent(int gates) {
        int rows = 2 * gates;
        return readout(new HandmadeTensors()
                .f32("rnn.weight_ih_l0", List.of(rows, 2), sequence(2 * rows, 0))
                .f32("rnn.weight_hh_l0", List.of(rows, 2), sequence(2 * rows, 3))
                .f32("rnn.bias_ih_l0", List.of(rows), sequence(rows, 5))
                .f32("rnn.bias_hh_l0", List.of(rows), sequence(rows, 8)));
    }

    private static HandmadeTensors readout(HandmadeTensors cell) {
        return cell.f32("readout.weight", List.of(1, 2), 1, -0.5).f32("readout.bias", List.of(1), 0.25);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void a_cell_does_what_that_of_pytorch_does(Case known) throws IOException {
        double[] weights =
                StateDict.read(known.file().write(folder), known.cell().layout(2, 1));

        double[] exact = outputs(known.cell().definition(2, 1, 1, 3, DT), weights);
        double[] single = outputs(known.cell().kernel(2, 1, 1, 3, DT), weights);

        double[] expected = known.output().stream().mapToDouble(d -> d).toArray();
        assertThat(exact).containsExactly(expected, within(1e-15 * 16)); // some roundings of numbers near 1
        assertThat(single).containsExactly(expected, within(1e-7 * 16)); // the same in single precision
    }

    private static double[] outputs(NetworkKernel kernel, double[] weights) {
        double[] outputs = new double[INPUT.length];
        double[][] output = new double[1][1];
        kernel.begin(weights);
        for (int step = 0; step < INPUT.length; step++) {
            kernel.step(step, new double[][] {{INPUT[step][0]}, {INPUT[step][1]}}, output);
            outputs[step] = output[0][0];
        }
        return outputs;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_written_is_read_back(Case known) throws IOException {
        var layout = known.cell().layout(2, 1);
        double[] weights = StateDict.read(known.file().write(folder), layout);
        Path written = folder.resolve("written.safetensors");

        new Safetensors(StateDict.tensors(layout, weights), java.util.Map.of("run", "x")).write(written);

        assertThat(StateDict.read(written, layout)).containsExactly(weights);
    }
}
