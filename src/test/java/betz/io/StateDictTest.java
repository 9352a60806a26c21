// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import betz.network.Activation;
import betz.network.Cell;
import betz.network.Connectivity;
import betz.network.FeedForward;
import betz.network.Readout;
import betz.network.Signs;
import betz.network.Stack;
import betz.network.Start;
import betz.network.Structure;
import betz.network.Vanilla;
import betz.network.WeightLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class StateDictTest {
    private static final WeightLayout LAYOUT = new Vanilla(2, Activation.TANH, Readout.LINEAR, 0).layout(3, 1);
    private static final double[] ALL = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17};

    @TempDir
    Path folder;

    private static HandmadeTensors named(String cell, String layer, String readout) {
        return new HandmadeTensors()
                .f32(readout + "readout.bias", List.of(1), 17)
                .f32(cell + "weight_ih" + layer, List.of(2, 3), 1, 2, 3, 4, 5, 6)
                .f32(cell + "weight_hh" + layer, List.of(2, 2), 7, 8, 9, 10)
                .f32(cell + "bias_ih" + layer, List.of(2), 11, 12)
                .f32(cell + "bias_hh" + layer, List.of(2), 13, 14)
                .f32(readout + "readout.weight", List.of(1, 2), 15, 16);
    }

    private double[] read(HandmadeTensors file) throws IOException {
        return StateDict.read(file.write(folder), LAYOUT);
    }

    private List<String> problems(HandmadeTensors file) {
        var bad = catchThrowableOfType(BadWeights.class, () -> read(file));
        assertThat(bad).isNotNull();
        assertThat(String.valueOf(bad.getMessage()).lines())
                .hasSameSizeAs(bad.problems())
                .allMatch(line -> line.startsWith(folder.resolve("handmade.safetensors") + " comes with"));
        return bad.problems().stream()
                .map(problem -> problem.found() + "; " + problem.expected() + "; " + String.join(" ", problem.meant()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource({"'', '', ''", "'', _l0, ''", "rnn., _l0, ''", "model.rnn., _l0, model.", "cell., '', cell."})
    void names_may_follow_those_of_their_modules_and_end_in_the_layer(String cell, String layer, String readout)
            throws IOException {
        assertThat(read(named(cell, layer, readout))).containsExactly(ALL);
    }

    @Test
    void weights_of_low_rank_and_a_learned_start_have_the_prefix_of_the_cell() throws IOException {
        var structure = new Structure(
                new Connectivity.LowRank(1),
                Signs.Mixed.DEFAULT,
                Structure.DEFAULT.initial(),
                Structure.DEFAULT.gain(),
                Start.Learned.DEFAULT,
                List.of());
        var cell = new Vanilla(2, Activation.TANH, Readout.LINEAR, 0, structure, Cell.DRAWN);
        HandmadeTensors file = new HandmadeTensors()
                .f32("rnn.initial_state", List.of(1, 2), 11, 12)
                .f32("rnn.weight_hh.sums", List.of(1, 2), 5, 6)
                .f32("rnn.weight_hh.spread", List.of(2, 1), 3, 4)
                .f32("rnn.weight_ih", List.of(2, 1), 1, 2)
                .f32("readout.weight", List.of(1, 2), 7, 8);

        double[] weights = StateDict.read(file.write(folder), cell.layout(1, 1));

        assertThat(weights).containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 7, 8, 0, 11, 12);
    }

    @Test
    void layers_of_a_stack_are_numbered_after_one_prefix() throws IOException {
        var stack = new Stack(List.of(
                new FeedForward(1, Activation.TANH, Readout.LINEAR, 0),
                new Vanilla(1, Activation.TANH, Readout.LINEAR, 0)));
        HandmadeTensors file = new HandmadeTensors()
                .f32("net.layers.1.weight_ih_l0", List.of(1, 1), 3)
                .f32("net.layers.1.weight_hh_l0", List.of(1, 1), 4)
                .f32("net.layers.0.hidden.weight", List.of(1, 2), 1, 2)
                .f32("readout.weight", List.of(1, 1), 5);

        assertThat(StateDict.read(file.write(folder), stack.layout(2, 1))).containsExactly(1, 2, 0, 3, 4, 0, 0, 5, 0);
    }

    @Test
    void numbers_may_have_two_four_or_eight_bytes() throws IOException {
        double[] weights = read(new HandmadeTensors()
                .f64("weight_ih", List.of(2, 3), 0.1, 0, 0, 0, 0, 0)
                // 1, the largest, the smallest and the negative of a third, in binary16
                .bits("weight_hh", "F16", List.of(2, 2), 0x3c00, 0x7bff, 0x0001, 0xb555)
                .bits("bias_ih", "BF16", List.of(2), 0x3f80, 0xc049) // 1 and minus pi, cut after 7 bits
                .f32("bias_hh", List.of(2), 0.1, 0)
                .f32("readout.weight", List.of(1, 2), 0, 0)
                .f32("readout.bias", List.of(1), 0));

        assertThat(weights)
                .startsWith(0.1, 0, 0, 0, 0, 0, 1, 65504, Math.pow(2, -24), -0.333251953125, 1, -3.140625, 0.1f);
    }

    @Test
    void a_vector_may_be_a_column() throws IOException {
        HandmadeTensors file = new HandmadeTensors()
                .f32("weight_ih", List.of(2, 3), 1, 2, 3, 4, 5, 6)
                .f32("weight_hh", List.of(2, 2), 7, 8, 9, 10)
                .f32("bias_ih", List.of(2, 1), 11, 12)
                .f32("bias_hh", List.of(2, 1), 13, 14)
                .f32("readout.weight", List.of(1, 2), 15, 16)
                .f32("readout.bias", List.of(1, 1), 17);

        assertThat(read(file)).containsExactly(ALL);
    }

    /** PyTorch has no such tensors where it has {@code bias=False}. */
    @Test
    void biases_that_are_not_there_are_zero() throws IOException {
        double[] weights = read(new HandmadeTensors()
                .f32("weight_ih_l0", List.of(2, 3), 1, 2, 3, 4, 5, 6)
                .f32("weight_hh_l0", List.of(2, 2), 7, 8, 9, 10)
                .f32("readout.weight", List.of(1, 2), 15, 16));

        assertThat(weights).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 0, 0, 0, 0, 15, 16, 0);
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        assertThat(problems(new HandmadeTensors()
                        .f32("weight_hh", List.of(2, 3), 0, 0, 0, 0, 0, 0)
                        .f32("bias_ih", List.of(2), 0, Double.NaN)
                        .bits("bias_hh", "I16", List.of(2), 1, 2)
                        .f32("readout.weight", List.of(1, 2), 0, 0)
                        .f32("fc.bias", List.of(1), 0)
                        .f32("fc.more", List.of(7), 0, 0, 0, 0, 0, 0, 0)))
                .containsExactly(
                        "without weight_ih; weight_ih of [2, 3]; ",
                        "with weight_hh of [2, 3]; [2, 2]; ",
                        "with a value in bias_ih beyond single precision, the first at [1], NaN; finite numbers; ",
                        "with bias_hh of dtype I16; F32, F64, F16 or BF16; ",
                        "with fc.bias of [1]; nothing but weight_ih, weight_hh, bias_ih, bias_hh, readout.weight,"
                                + " readout.bias; readout.bias",
                        "with fc.more of [7]; nothing but weight_ih, weight_hh, bias_ih, bias_hh, readout.weight,"
                                + " readout.bias; ");
    }

    @Test
    void numbers_beyond_single_precision_are_counted_and_the_first_is_told() {
        HandmadeTensors file = new HandmadeTensors()
                .f64("weight_ih", List.of(2, 3), 0, 0, 0, 0, 1e39, -1e39) // single precision ends at 3.4e38
                .f32("weight_hh", List.of(2, 2), 0, 0, 0, 0)
                .f32("readout.weight", List.of(1, 2), 0, 0);

        assertThat(problems(file))
                .containsExactly("with 2 values in weight_ih beyond single precision, the first at [1, 1], 1.0E39;"
                        + " finite numbers; ");
    }

    @Test
    void weights_of_two_networks_or_layers_are_not_mixed() {
        assertThat(problems(named("a.", "", "").f32("b.bias_hh", List.of(2), 0, 0)))
                .containsExactly("with names after 'a.', 'b.'; all after the same, those of one network; ");
        assertThat(problems(named("a.", "", "").f32("a.bias_hh_l0", List.of(2), 0, 0)))
                .containsExactly("with a.bias_hh and a.bias_hh_l0; one of them; ");
        assertThat(problems(named("", "_l0", "").f32("bias_hh_l1", List.of(2), 0, 0)))
                .singleElement()
                .asString()
                .startsWith("with bias_hh_l1 of [2]; nothing but weight_ih");
    }

    @ParameterizedTest
    @ValueSource(strings = {"xweight_ih", "weight_ih_l00", "weight_ih.", "readout.weight_ih_l0.x"})
    void a_name_that_only_looks_alike_is_another(String name) {
        assertThat(problems(named("", "", "").f32(name, List.of(2, 3), 0, 0, 0, 0, 0, 0)))
                .singleElement()
                .asString()
                .startsWith("with " + name + " of [2, 3]; nothing but");
    }

    /** As PyTorch shapes a layer of one input. */
    @Test
    void a_matrix_of_one_column_is_written_as_a_matrix() {
        var layout = new FeedForward(1, Activation.TANH, Readout.LINEAR, 0).layout(1, 2);

        List<Tensor> tensors = StateDict.tensors(layout, new double[layout.size()]);

        assertThat(tensors)
                .extracting(Tensor::shape)
                .containsExactly(List.of(1, 1), List.of(1), List.of(2, 1), List.of(2));
    }
}
