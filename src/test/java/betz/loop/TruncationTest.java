// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.PointMass;
import betz.network.Activation;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds gradients over a part of a trial to central differences of a copy that obeys its old weights before that part. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TruncationTest {
    private static final Draws DRAWS = new Draws(1, 1, 0);
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.03, 0.002), new Feedback.Proprioception(0.01, 0.01));
    private static final MotorNoise NOISE = new MotorNoise(0.1, 0.1, MotorNoise.DEFAULT.tau());
    private static final Leaky CELL = new Leaky(4, 0.03, Activation.TANH, Readout.SIGMOID, -1);
    private static final double DT = 0.01;
    private static final int STEPS = 14;
    private static final int TRIALS = 2;

    /** First step of a piece, its end, and where its gradient stops: at the beginning, within the trial, over single steps. */
    private static final int[][] PIECES = {{0, 13, 0}, {0, 5, 0}, {5, 10, 0}, {5, 10, 3}, {8, 12, 8}, {12, 13, 12}};

    static Stream<Arguments> bodiesAndPieces() {
        return Stream.<Effector>of(PointMass.DEFAULT, Arm26.DEFAULT)
                .flatMap(body -> Arrays.stream(PIECES).map(piece -> Arguments.of(body, piece)));
    }

    @ParameterizedTest
    @MethodSource("bodiesAndPieces")
    void a_part_of_a_closed_loop_has_the_gradient_of_what_comes_after_its_beginning(Effector body, int[] piece) {
        int inputs = Observation.rows(body.muscles());
        double[] weights = CELL.initial(inputs, body.muscles(), 3);
        var exact =
                new Closed(body, (batch, steps) -> CELL.definition(inputs, body.muscles(), batch, steps, DT), piece);
        var held = new Closed(
                body,
                (batch, steps) ->
                        new HeldNetwork(CELL, inputs, body.muscles(), batch, steps, DT, weights.clone(), piece[2]),
                piece);
        exact.loss(weights);
        exact.loop.forward(weights, exact.trials, Starts.of(body, exact.trials), DRAWS, piece[1]);
        double[] gradient = new double[weights.length];

        exact.loop.backward(piece[2], piece[1], gradient);

        check(gradient, weights, held::loss);
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void a_part_of_an_open_loop_has_the_gradient_of_what_comes_after_its_beginning(int first, int end, int from) {
        double[] weights = CELL.initial(Observation.TASK, 2, 3);
        var exact = new Open(Network.aloneDefinition(CELL, 2, DT), first, end);
        var held = new Open(
                new Network(
                        CELL,
                        Observation.ALONE,
                        2,
                        (batch, steps) ->
                                new HeldNetwork(CELL, Observation.TASK, 2, batch, steps, DT, weights.clone(), from)),
                first,
                end);
        exact.loss(weights);
        exact.loop.forward(weights, exact.trials, DRAWS, end);
        double[] gradient = new double[weights.length];

        exact.loop.backward(from, end, gradient);

        check(gradient, weights, held::loss);
    }

    static Stream<Arguments> pieces() {
        return Arrays.stream(PIECES).map(piece -> Arguments.of(piece[0], piece[1], piece[2]));
    }

    private interface Lost {
        double at(double[] weights);
    }

    private static void check(double[] gradient, double[] weights, Lost loss) {
        double greatest = Arrays.stream(gradient).map(Math::abs).max().orElseThrow();
        assertThat(greatest).isPositive();
        for (int i = 0; i < weights.length; i++) {
            double kept = weights[i];
            weights[i] = kept + 1e-5;
            double above = loss.at(weights);
            weights[i] = kept - 1e-5;
            double below = loss.at(weights);
            weights[i] = kept;
            // the rounding of a loss near 10 over a step of 1e-5 is 1e-10
            assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(Math.max(1e-6 * greatest, 1e-9)));
        }
    }

    /** Adds up values times random numbers, which are their gradients, over the steps of all traces from one on up to another. */
    private static double weigh(List<Trace> traces, int first, int end) {
        var random = RandomStream.of(2, "truncation");
        double sum = 0;
        for (Trace trace : traces) {
            for (int step = trace.first(); step < trace.steps(); step++) {
                for (int channel = 0; channel < trace.value()[step].length; channel++) {
                    for (int trial = 0; trial < TRIALS; trial++) {
                        double weight = random.nextGaussian();
                        trace.gradient()[step][channel][trial] += weight;
                        boolean counts = step > first && step <= end;
                        sum += counts ? weight * trace.value()[step][channel][trial] : 0;
                    }
                }
            }
        }
        return sum;
    }

    /** A closed loop whose loss is a piece's part of a random weighting of all that it has. */
    private static final class Closed {
        private final Effector body;
        private final TrialBatch trials;
        private final ClosedLoop loop;
        private final List<Trace> traces;
        private final int first;
        private final int end;

        Closed(Effector body, NetworkFactory network, int[] piece) {
            this.body = body;
            this.first = piece[0];
            this.end = piece[1];
            double[] joint = body.startJoint();
            trials = Reaches.trials(TRIALS, STEPS, body.hand(joint[0], joint[1]));
            loop = new ClosedLoop(body, FEEDBACK, NOISE, network, TRIALS, STEPS, DT);
            traces = List.of(
                    loop.position(),
                    loop.velocity(),
                    loop.activations(),
                    loop.joints(),
                    loop.commands(),
                    loop.rates(CELL.units()).led());
        }

        double loss(double[] weights) {
            loop.forward(weights, trials, Starts.of(body, trials), DRAWS);
            loop.clearGradients();
            double sum = weigh(traces, first, end);
            for (int step = 0; step < STEPS - 1; step++) {
                Arrays.fill(loop.activityWeight(step), 0.3);
                Arrays.fill(loop.jacobianWeight(step), 0.4);
            }
            loop.clearGradientsOutside(first, end);
            for (int step = 0; step < STEPS - 1; step++) {
                sum += loop.activity(step) + loop.jacobian(step); // none outside
            }
            return sum;
        }
    }

    /** An open loop with such a loss. */
    private static final class Open {
        private final TrialBatch trials = Reaches.trials(TRIALS, STEPS);
        private final OpenLoop loop;
        private final List<Trace> traces;
        private final int first;
        private final int end;

        Open(Network network, int first, int end) {
            this.first = first;
            this.end = end;
            loop = new OpenLoop(network, TRIALS, STEPS);
            traces = List.of(loop.outputs(), loop.rates(CELL.units()).led());
        }

        double loss(double[] weights) {
            loop.forward(weights, trials, DRAWS);
            loop.clearGradients();
            double sum = weigh(traces, first, end);
            for (int step = 0; step < STEPS - 1; step++) {
                Arrays.fill(loop.activityWeight(step), 0.3);
                Arrays.fill(loop.jacobianWeight(step), 0.4);
            }
            loop.clearGradientsOutside(first, end);
            for (int step = 0; step < STEPS - 1; step++) {
                sum += loop.activity(step) + loop.jacobian(step); // none outside
            }
            return sum;
        }
    }
}
