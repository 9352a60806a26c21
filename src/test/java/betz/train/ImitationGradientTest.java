// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Arm26;
import betz.loop.Imitated;
import betz.loop.Network;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Readout;
import betz.network.Vanilla;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImitationGradientTest {
    private static final Workers ALONE = new Workers(1);
    private static final Arm26 BODY = Arm26.DEFAULT;
    private static final Loss EVERY_TERM = Losses.squares(
            "position", 0.5, "velocity", 0.1, "activity", 3, "weights", 0.2, "joint", 2, "excitation", 4);

    static Stream<Arguments> signalsAndCells() {
        List<Cell> cells = List.of(
                new Leaky(3, 0.03, Activation.TANH, Readout.LINEAR, 0),
                new Vanilla(3, Activation.SIGMOID, Readout.LINEAR, 0.2),
                new FeedForward(3, Activation.TANH, Readout.SIGMOID, -1),
                new Gru(3, Readout.SIGMOID, -1));
        return Arrays.stream(Imitated.values()).flatMap(of -> cells.stream().map(cell -> Arguments.of(of, cell)));
    }

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    @ParameterizedTest
    @MethodSource("signalsAndCells")
    void the_gradient_of_an_imitation_equals_central_differences(Imitated of, Cell cell) {
        check(of, cell, EVERY_TERM);
    }

    @Test
    void the_gradient_of_absolute_distances_equals_central_differences() {
        var absolute = Losses.with(EVERY_TERM, "position", new Term(0.5, Norm.ABSOLUTE, 1, Window.TRIAL));
        check(Imitated.HAND, new Leaky(3, 0.03, Activation.TANH, Readout.LINEAR, 0), absolute);
    }

    private static void check(Imitated of, Cell cell, Loss loss) {
        Network network = Network.aloneDefinition(cell, of.outputs(BODY), MinimumJerk.DT);
        double[] weights = network.initial(5);
        Trainer trainer = trainer(network, of, loss);
        double[] gradient = new double[weights.length];

        trainer.gradient(2, weights, ALONE, gradient);

        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(greatest).isGreaterThan(1e-3);
        for (int place = 0; place < weights.length; place++) {
            // the rounding of a loss of some hundreds over a step of 1e-5 is 1e-9
            assertThat(gradient[place])
                    .as("weight %d", place)
                    .isCloseTo(difference(trainer, weights, place), within(1e-6 * greatest));
        }
    }

    @Test
    void errors_count_in_centimetres_decimetres_per_second_degrees_and_tenths() {
        Cell still = new Vanilla(2, Activation.TANH, Readout.LINEAR, 0);
        for (Imitated of : Imitated.values()) {
            Network network = Network.aloneDefinition(still, of.outputs(BODY), MinimumJerk.DT);
            Recording target = target();
            double[] weights = new double[network.weights()]; // puts out zeros

            LossTerms terms = trainer(
                            network, of, Losses.squares("position", 2, "velocity", 3, "joint", 5, "excitation", 7))
                    .gradient(0, weights, ALONE, new double[weights.length]);

            switch (of) {
                case HAND -> {
                    assertThat(terms.get("position"))
                            .isCloseTo(2 * mean(target, "hand.position", 0.01, v -> v * v), within(1e-9));
                    assertThat(terms.get("velocity"))
                            .isCloseTo(3 * mean(target, "hand.velocity", 0.1, v -> v * v), within(1e-9));
                    Loss absolutely = Losses.with(
                            Losses.squares("velocity", 3), "position", new Term(2, Norm.ABSOLUTE, 1, Window.TRIAL));
                    LossTerms absolute =
                            trainer(network, of, absolutely).gradient(0, weights, ALONE, new double[weights.length]);
                    assertThat(absolute.get("position"))
                            .isCloseTo(2 * mean(target, "hand.position", 0.01, Math::abs), within(1e-9));
                    assertThat(absolute.get("velocity")).isEqualTo(terms.get("velocity"));
                }
                case JOINT_ANGLES ->
                    assertThat(terms.get("joint"))
                            .isCloseTo(5 * mean(target, "joint.angle", Math.PI / 180, v -> v * v), within(1e-9));
                case EXCITATIONS ->
                    assertThat(terms.get("excitation"))
                            .isCloseTo(7 * mean(target, "muscle.excitation", 0.1, v -> v * v), within(1e-9));
            }
        }
    }

    /** Every trial of the target is in the batch once or more often, and all are alike but for their direction. */
    private static double mean(Recording target, String name, double unit, DoubleUnaryOperator cost) {
        Signal signal = target.signal(name);
        boolean next = !name.equals("muscle.excitation"); // the others are what a step leads to
        boolean fromStart = name.equals("hand.position") || name.equals("joint.angle");
        double sum = 0;
        long samples = 0;
        for (int i = 0; i < 4; i++) {
            int trial =
                    RandomStream.of(8, "batch", 0, i).nextInt(target.trials().size());
            int end = target.trials().get(trial).end();
            samples += end;
            for (int step = 1; step < end; step++) {
                for (int channel = 0; channel < signal.channels().size(); channel++) {
                    double value = signal.get(trial, next ? step : step - 1, channel)
                            - (fromStart ? signal.get(trial, 0, channel) : 0);
                    sum += cost.applyAsDouble(value / unit);
                }
            }
        }
        return sum / samples;
    }

    private static Trainer trainer(Network network, Imitated of, Loss loss) {
        var training = new Training(new Mode.Imitation(of), Bptt.DEFAULT, 1, 4, 5, 1, loss);
        return new Trainer(BODY, Feedback.DEFAULT, network, target(), training, 8);
    }

    /** Reaches with joint angles and excitations that vary with trial, step and channel. */
    private static Recording target() {
        Recording hand = MinimumJerk.reaches(BODY, 5, 12, 2);
        return hand.with(WaitingReaches.waves("joint.angle", "rad", hand, 2))
                .with(WaitingReaches.waves("muscle.excitation", "1", hand, BODY.muscles()));
    }

    private static double difference(Trainer trainer, double[] weights, int place) {
        double step = 1e-5;
        double kept = weights[place];
        double[] unused = new double[weights.length];
        weights[place] = kept + step;
        double above = trainer.gradient(2, weights, ALONE, unused).total();
        weights[place] = kept - step;
        double below = trainer.gradient(2, weights, ALONE, unused).total();
        weights[place] = kept;
        return (above - below) / (2 * step);
    }
}
