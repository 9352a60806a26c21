// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.Range;
import betz.common.Workers;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.effector.PointMass;
import betz.loop.Imitated;
import betz.loop.Network;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Connectivity;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Lstm;
import betz.network.Readout;
import betz.network.Stack;
import betz.network.Start;
import betz.network.Structure;
import betz.network.Vanilla;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What truncation does to the gradient of a batch, in a closed loop and in imitation, with every cell that has a past. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TruncatedBpttTest {
    private static final Workers ALONE = new Workers(1);
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));
    private static final MotorNoise NOISE = new MotorNoise(0.1, 0.1, MotorNoise.DEFAULT.tau());
    private static final int STEPS = 20;
    private static final Extent SHORT = new Extent.Truncated(0.07, 0.03);

    /** Little jerk: the third difference of outputs in single precision is mostly their rounding. */
    private static final Loss LOSS =
            Losses.squares("position", 1, "velocity", 0.1, "jerk", 0.001, "activity", 0.1, "activityRate", 0.01);

    private static final Loss BODILY = Losses.with(
            Losses.with(Losses.with(LOSS, "force", Term.squares(0.1)), "muscleRate", Term.squares(0.1)),
            "excitationRate",
            Term.squares(0.01));

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    /** Cells of full and of low rank that begin in a learned state, and layers of cells, each in both modes. */
    static Stream<Arguments> cellsAndModes() {
        List<Cell> cells = new ArrayList<>();
        for (Connectivity connectivity : List.of(Connectivity.Dense.DEFAULT, new Connectivity.LowRank(2))) {
            Structure usual = Structure.DEFAULT;
            var structure = new Structure(
                    connectivity, usual.signs(), usual.initial(), usual.gain(), Start.Learned.DEFAULT, usual.frozen());
            cells.add(new Vanilla(5, Activation.TANH, Readout.LINEAR, 0.2, structure));
            cells.add(new Gru(5, Readout.LINEAR, 0.2, structure));
            cells.add(new Lstm(5, Readout.LINEAR, 0.2, structure));
            for (Leaky.Form form : Leaky.Form.values()) {
                var tau = new Range(0.03, 0.06);
                cells.add(new Leaky(5, tau, form, 0.05, Activation.TANH, Readout.LINEAR, 0.2, structure));
            }
        }
        cells.add(new Stack(
                List.of(new Gru(4, Readout.LINEAR, 0), new Leaky(3, 0.03, Activation.TANH, Readout.LINEAR, 0.2))));
        return cells.stream()
                .flatMap(cell -> Stream.of(Mode.ClosedLoop.DEFAULT, new Mode.Imitation(Imitated.HAND))
                        .map(mode -> Arguments.of(cell, mode)));
    }

    @ParameterizedTest
    @MethodSource("cellsAndModes")
    void a_stride_of_the_whole_trial_gives_the_bits_of_the_whole(Cell cell, Mode mode) {
        for (Network network : List.of(fast(cell, mode), exact(cell, mode))) {
            var whole = new Told(network, mode, Extent.Whole.DEFAULT);
            for (Extent extent : List.of(new Extent.Truncated(0.19, 0.19), new Extent.Truncated(7, 3))) {
                var truncated = new Told(network, mode, extent);

                assertThat(truncated.gradient).containsExactly(whole.gradient);
                assertThat(truncated.loss).isEqualTo(whole.loss);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cellsAndModes")
    void pieces_that_go_back_to_the_beginning_add_up_to_the_whole(Cell cell, Mode mode) {
        Network network = exact(cell, mode);
        var whole = new Told(network, mode, Extent.Whole.DEFAULT);

        for (double stride : new double[] {0.01, 0.03, 0.1}) {
            var pieces = new Told(network, mode, new Extent.Truncated(0.2, stride));

            assertThat(pieces.loss).isEqualTo(whole.loss);
            assertThat(pieces.farFrom(whole)).isLessThan(1e-12); // sums in another order
        }
    }

    @ParameterizedTest
    @MethodSource("cellsAndModes")
    void the_fast_kernel_follows_the_definition(Cell cell, Mode mode) {
        var exact = new Told(exact(cell, mode), mode, SHORT);
        var fast = new Told(fast(cell, mode), mode, SHORT);

        assertThat(fast.farFrom(exact)).isLessThan(1e-4); // single precision
    }

    @ParameterizedTest
    @MethodSource("cellsAndModes")
    void a_short_window_tells_the_same_loss_and_another_gradient(Cell cell, Mode mode) {
        var whole = new Told(exact(cell, mode), mode, Extent.Whole.DEFAULT);
        var truncated = new Told(exact(cell, mode), mode, SHORT);

        assertThat(truncated.loss).isEqualTo(whole.loss);
        assertThat(truncated.farFrom(whole)).isGreaterThan(1e-6); // rounding is below 1e-12, as above
    }

    private static Network fast(Cell cell, Mode mode) {
        return mode instanceof Mode.Imitation imitation
                ? Network.alone(cell, imitation.of().outputs(BODY), MinimumJerk.DT)
                : Network.of(cell, BODY.muscles(), MinimumJerk.DT);
    }

    private static Network exact(Cell cell, Mode mode) {
        return mode instanceof Mode.Imitation imitation
                ? Network.aloneDefinition(cell, imitation.of().outputs(BODY), MinimumJerk.DT)
                : Network.definition(cell, BODY.muscles(), MinimumJerk.DT);
    }

    /** Gradient and loss of one batch, whose trials end at different steps. */
    private static final class Told {
        private final double[] gradient;
        private final LossTerms loss;

        Told(Network network, Mode mode, Extent extent) {
            var rule = new Bptt(Adam.DEFAULT, 1, Schedule.Constant.DEFAULT, 0, extent);
            var training = new Training(mode, rule, 1, 6, 7, 1, loss(network));
            var trainer =
                    new Trainer(BODY, FEEDBACK, NOISE, network, MinimumJerk.reaches(BODY, 7, STEPS, 2), training, 8);
            gradient = new double[network.weights()];
            loss = trainer.gradient(2, network.initial(5), ALONE, gradient);
        }

        /** Adds the Jacobian where units have one drive. */
        private static Loss loss(Network network) {
            boolean hasGates = network.cell().layers().stream().anyMatch(layer -> layer.gates() > 1);
            Loss loss = network.feels() ? BODILY : LOSS;
            return hasGates ? loss : Losses.with(loss, "jacobian", Term.squares(10));
        }

        /** Returns the greatest difference of the gradients, relative to the greatest value. */
        double farFrom(Told other) {
            double greatest = Arrays.stream(other.gradient).map(Math::abs).max().orElseThrow();
            double worst = 0;
            for (int i = 0; i < gradient.length; i++) {
                worst = Math.max(worst, Math.abs(gradient[i] - other.gradient[i]));
            }
            return worst / greatest;
        }
    }
}
