// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Feedback;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.effector.Relu;
import betz.loop.Network;
import betz.loop.Observation;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.FeedForward;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Readout;
import betz.network.Vanilla;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The terms that count by default, alone and with every other, through every body, integrator and cell, delays and noise. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LossGradientTest {
    private static final Workers ALONE = new Workers(1);
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.02, 0.001), new Feedback.Proprioception(0.01, 0.01));

    /** Weights that make every term about as large as the others. */
    private static final double[] WEIGHT = {0.5, 0.1, 3, 0.2, 40};

    static Stream<Arguments> bodiesAndCells() {
        PointMass rk4 = PointMass.DEFAULT.with(Integrator.RK4, Convention.BETZ);
        List<Effector> bodies = List.of(
                PointMass.DEFAULT,
                rk4,
                Arm26.DEFAULT,
                Arm26.DEFAULT.with(Integrator.RK4, Convention.BETZ),
                Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET),
                Arm26.DEFAULT.withMuscle(Relu.DEFAULT));
        return bodies.stream()
                .flatMap(body -> Stream.of(
                                new Leaky(3, 0.03, Activation.TANH, Readout.SIGMOID, -1),
                                new Leaky(3, 0.03, Activation.SIGMOID, Readout.LINEAR, 0.3),
                                new Vanilla(3, Activation.TANH, Readout.SIGMOID, -1),
                                new FeedForward(3, Activation.SIGMOID, Readout.SIGMOID, -1),
                                new Gru(3, Readout.SIGMOID, -1))
                        .map(cell -> Arguments.of(body, cell)));
    }

    @AfterAll
    static void stop() {
        ALONE.close();
    }

    @ParameterizedTest
    @MethodSource("bodiesAndCells")
    void gradients_of_single_terms_and_of_all_pairs_equal_central_differences(Effector body, Cell cell) {
        double[] weights = cell.initial(Observation.rows(body.muscles()), body.muscles(), 5);
        var target = MinimumJerk.reaches(body, 5, 12, 2); // trials of 12, 10, 8 and 6 steps
        int place = 0;
        for (Loss loss : losses()) {
            var training = new Training(Mode.ClosedLoop.DEFAULT, Bptt.DEFAULT, 1, 5, 5, 1, loss);
            var network = Network.definition(cell, body.muscles(), MinimumJerk.DT);
            var trainer = new Trainer(body, NOISY, network, target, training, 8);
            double[] gradient = new double[weights.length];

            trainer.gradient(2, weights, ALONE, gradient);

            double greatest =
                    java.util.Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
            assertThat(greatest).isGreaterThan(1e-4);
            for (int i = 0; i < 6; i++) {
                place = (place + 29) % weights.length; // other weights for every loss, spread over all blocks
                double difference = difference(trainer, weights, place);
                // the rounding of a loss of some tens over a step of 1e-5 is 1e-9
                assertThat(gradient[place])
                        .as("%s, weight %d", loss, place)
                        .isCloseTo(difference, within(1e-6 * Math.max(greatest, 0.01)));
            }
        }
    }

    private static List<Loss> losses() {
        List<Loss> losses = new ArrayList<>();
        for (int one = 0; one < WEIGHT.length; one++) {
            for (int other = one; other < WEIGHT.length; other++) {
                double[] w = new double[WEIGHT.length];
                w[one] = WEIGHT[one];
                w[other] = WEIGHT[other];
                losses.add(Losses.squares(
                        "position", w[0], "velocity", w[1], "activity", w[2], "weights", w[3], "muscle", w[4]));
            }
        }
        Loss speed = Losses.squares("velocity", 0.3);
        losses.add(Losses.with(speed, "position", new Term(2, Norm.ABSOLUTE, 1, Window.TRIAL)));
        return losses;
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
