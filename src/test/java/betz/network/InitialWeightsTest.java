// SPDX-License-Identifier: Apache-2.0
package betz.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the weights lie and how they begin. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InitialWeightsTest {
    private static final Leaky LEAKY = new Leaky(60, 0.05, Activation.TANH, Readout.SIGMOID, -1.5);
    private static final Vanilla VANILLA = new Vanilla(60, Activation.TANH, Readout.SIGMOID, 0.5);
    private static final FeedForward LAYER = new FeedForward(60, Activation.RELU, Readout.LINEAR, -2);
    private static final Gru GRU = new Gru(60, Readout.LINEAR, 0.75);

    static List<Layer> recurrent() {
        return cells().stream().filter(cell -> !(cell instanceof FeedForward)).toList();
    }

    static List<Layer> cells() {
        return List.of(
                LEAKY,
                VANILLA,
                LAYER,
                GRU,
                new Vanilla(2, Activation.RELU, Readout.LINEAR, 1),
                new FeedForward(1, Activation.TANH, Readout.SIGMOID, 0),
                new Leaky(1, 0.05, Activation.RELU, Readout.LINEAR, 2),
                new Gru(2, Readout.SIGMOID, 0),
                new Lstm(7, Readout.SIGMOID, -3),
                new Gru(7, Readout.SIGMOID, -3));
    }

    @Test
    void blocks_are_named_and_shaped_as_in_pytorch() {
        assertThat(GRU.layout(20, 6).blocks())
                .extracting(block -> block.name() + " " + block.rows() + " x " + block.columns())
                .containsExactly(
                        "weight_ih 180 x 20",
                        "weight_hh 180 x 60",
                        "bias_ih 180 x 1",
                        "bias_hh 180 x 1",
                        "readout.weight 6 x 60",
                        "readout.bias 6 x 1");
        assertThat(LEAKY.layout(20, 6).block("weight_hh"))
                .isEqualTo(new WeightLayout.Block("weight_hh", 60, 60, 60 * 20));
        assertThat(VANILLA.layout(20, 6).blocks()).isEqualTo(LEAKY.layout(20, 6).blocks());
    }

    @Test
    void a_layer_without_memory_has_the_blocks_of_two_linear_layers_and_no_recurrent_ones() {
        assertThat(LAYER.layout(20, 6).blocks())
                .extracting(block -> block.name() + " " + block.rows() + " x " + block.columns())
                .containsExactly(
                        "hidden.weight 60 x 20", "hidden.bias 60 x 1", "readout.weight 6 x 60", "readout.bias 6 x 1");
    }

    @ParameterizedTest
    @MethodSource("cells")
    void blocks_fill_the_array_without_a_gap(Layer cell) {
        for (int inputs : new int[] {0, 1, 20}) {
            WeightLayout layout = cell.layout(inputs, 6);
            int end = 0;
            for (WeightLayout.Block block : layout.blocks()) {
                assertThat(block.offset()).isEqualTo(end);
                end += block.rows() * block.columns();
            }
            int n = cell.units();
            int fan = cell instanceof FeedForward ? inputs + 1 : inputs + n + 2;
            assertThat(layout.size()).isEqualTo(end).isEqualTo(cell.gates() * n * fan + 6 * (n + 1));
            assertThat(cell.initial(inputs, 6, 1)).hasSize(end);
        }
    }

    @Test
    void blocks_with_one_name_or_with_a_gap_are_refused() {
        var first = new WeightLayout.Block("a", 2, 3, 0);

        assertThatThrownBy(() -> new WeightLayout(List.of(first, new WeightLayout.Block("a", 1, 1, 6))))
                .hasMessage("distinct names of weight blocks is 1, expected 2 to 2");
        assertThatThrownBy(() -> new WeightLayout(List.of(first, new WeightLayout.Block("b", 1, 1, 7))))
                .hasMessage("offset of b is 7, expected 6 to 6");
        assertThatThrownBy(() -> new WeightLayout(List.of(first)).block("c")).hasMessage("No weights c among [a]");
    }

    @ParameterizedTest
    @MethodSource("recurrent")
    void each_gates_recurrent_weights_are_orthogonal(Layer cell) {
        double[] weights = cell.initial(3, 2, 1);
        int offset = cell.layout(3, 2).block("weight_hh").offset();
        int n = cell.units();

        for (int gate = 0; gate < cell.gates(); gate++) {
            int at = offset + gate * n * n;
            for (int i = 0; i < n; i++) {
                for (int j = 0; j <= i; j++) {
                    // rows and columns; rounding of 60 terms
                    assertThat(dot(weights, at + i * n, at + j * n, 1, n)).isCloseTo(i == j ? 1 : 0, within(1e-13));
                    assertThat(dot(weights, at + i, at + j, n, n)).isCloseTo(i == j ? 1 : 0, within(1e-13));
                }
            }
        }
    }

    @Test
    void entries_of_orthogonal_matrices_are_spread_evenly_around_zero() {
        double[] entries = block(LEAKY, "weight_hh", 4);

        // a random orthogonal matrix has entries of variance 1/n, and a mean whose standard error is 1/n^1.5
        double mean = Arrays.stream(entries).average().orElseThrow();
        assertThat(mean).isCloseTo(0, within(5 * Math.pow(60, -1.5)));
        assertThat(Arrays.stream(entries).map(x -> x * x).sum()).isCloseTo(60, within(1e-11));
        double diagonal =
                IntStream.range(0, 60).mapToDouble(i -> entries[i * 61]).sum();
        assertThat(diagonal).isCloseTo(0, within(5.0)); // the trace of such a matrix has variance 1
    }

    @ParameterizedTest
    @ValueSource(strings = {"weight_ih", "readout.weight"})
    void input_and_read_out_are_drawn_evenly_within_glorots_limit(String name) {
        for (Layer cell : List.of(LEAKY, VANILLA, LAYER, GRU)) {
            boolean plain = cell instanceof FeedForward && name.equals("weight_ih");
            double[] drawn = block(cell, plain ? "hidden.weight" : name, 2);
            // a gate counts as a layer of its own: 60 rows of 20 inputs; the read-out 6 rows of 60
            double limit = name.equals("weight_ih") ? Math.sqrt(6.0 / (60 + 20)) : Math.sqrt(6.0 / (6 + 60));

            double greatest = Arrays.stream(drawn).map(Math::abs).max().orElseThrow();
            double variance = Arrays.stream(drawn).map(x -> x * x).average().orElseThrow();

            assertThat(greatest).isBetween(0.98 * limit, limit); // 360 draws or more come that near, but for 1 in 1000
            // the square of an even draw has mean limit^2 / 3 and standard deviation limit^2 sqrt(4 / 45)
            double error = limit * limit * Math.sqrt(4.0 / 45 / drawn.length);
            assertThat(variance).isCloseTo(limit * limit / 3, within(4 * error));
        }
    }

    @ParameterizedTest
    @MethodSource("cells")
    void biases_begin_at_zero_but_for_the_read_outs(Layer cell) {
        List<String> hidden = cell instanceof FeedForward ? List.of("hidden.bias") : List.of("bias_ih", "bias_hh");
        assertThat(hidden).allSatisfy(name -> assertThat(block(cell, name, 3)).containsOnly(0));
        assertThat(block(cell, "readout.bias", 3)).containsOnly(cell.readoutBias());
    }

    @ParameterizedTest
    @MethodSource("cells")
    void the_same_seed_gives_the_same_bits_and_another_seed_other_weights(Layer cell) {
        assertThat(cell.initial(20, 6, 5)).containsExactly(cell.initial(20, 6, 5));
        assertThat(cell.initial(20, 6, 6)).isNotEqualTo(cell.initial(20, 6, 5));
        assertThat(cell.initial(20, 6, -5)).isNotEqualTo(cell.initial(20, 6, 5));
    }

    @Test
    void gates_begin_different_from_one_another() {
        double[] hh = block(GRU, "weight_hh", 1);
        double[] ih = block(GRU, "weight_ih", 1);

        for (int gate = 1; gate < 3; gate++) {
            assertThat(Arrays.copyOfRange(hh, gate * 3600, (gate + 1) * 3600))
                    .isNotEqualTo(Arrays.copyOfRange(hh, 0, 3600));
            assertThat(Arrays.copyOfRange(ih, gate * 1200, (gate + 1) * 1200))
                    .isNotEqualTo(Arrays.copyOfRange(ih, 0, 1200));
        }
    }

    @Test
    void a_step_longer_than_the_time_constant_is_refused() {
        assertThatThrownBy(() -> LEAKY.kernel(1, 1, 1, 1, 0.0501)).hasMessage("dt is 0.0501 s, expected 0.0 to 0.05 s");
        assertThatThrownBy(() -> LEAKY.definition(1, 1, 1, 1, Double.NaN)).hasMessageStartingWith("dt is NaN s");
        assertThat(LEAKY.kernel(1, 1, 1, 1, 0.05)).isNotNull(); // at once, then
    }

    @Test
    void cells_and_shapes_out_of_range_are_refused_with_name_value_and_range() {
        assertThatThrownBy(() -> new Gru(0, Readout.LINEAR, 0)).hasMessage("units is 0, expected 1 to 4096");
        assertThatThrownBy(() -> new Gru(1, Readout.LINEAR, Double.NaN))
                .hasMessage("readoutBias is NaN, expected a finite number");
        assertThatThrownBy(() -> new Vanilla(0, Activation.TANH, Readout.LINEAR, 0))
                .hasMessage("units is 0, expected 1 to 4096");
        assertThatThrownBy(() -> new Vanilla(1, Activation.TANH, Readout.LINEAR, Double.POSITIVE_INFINITY))
                .hasMessage("readoutBias is Infinity, expected a finite number");
        assertThatThrownBy(() -> new FeedForward(4097, Activation.TANH, Readout.LINEAR, 0))
                .hasMessage("units is 4097, expected 1 to 4096");
        assertThatThrownBy(() -> new FeedForward(1, Activation.TANH, Readout.LINEAR, Double.NaN))
                .hasMessage("readoutBias is NaN, expected a finite number");
        assertThatThrownBy(() -> new Leaky(4097, 0.05, Activation.TANH, Readout.LINEAR, 0))
                .hasMessage("units is 4097, expected 1 to 4096");
        assertThatThrownBy(() -> new Leaky(1, 0, Activation.TANH, Readout.LINEAR, 0))
                .hasMessage("tau is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> GRU.kernel(1, -1, 1, 1, 0.01)).hasMessage("outputs is -1, expected 0 to 65536");
        assertThatThrownBy(() -> GRU.kernel(1, 1, 0, 1, 0.01)).hasMessage("batch is 0, expected 1 to 1048576");
        assertThatThrownBy(() -> GRU.definition(1, 1, 1, 0, 0.01)).hasMessage("steps is 0, expected 1 to 1048576");
        assertThatThrownBy(() -> GRU.definition(-1, 1, 1, 1, 0.01)).hasMessage("inputs is -1, expected 0 to 65536");
    }

    private static double[] block(Layer cell, String name, long seed) {
        WeightLayout.Block block = cell.layout(20, 6).block(name);
        double[] weights = cell.initial(20, 6, seed);
        return Arrays.copyOfRange(weights, block.offset(), block.offset() + block.size());
    }

    private static double dot(double[] x, int a, int b, int stride, int count) {
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += x[a + k * stride] * x[b + k * stride];
        }
        return sum;
    }
}
