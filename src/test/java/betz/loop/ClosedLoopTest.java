// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Feedback;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.PointMass;
import betz.effector.Relu;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedLoopTest {
    private static final int STEPS = 14;
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.03, 0.002), new Feedback.Proprioception(0.01, 0.01));

    static Stream<Arguments> loops() {
        Cell leaky = new Leaky(5, 0.03, Activation.TANH, Readout.SIGMOID, -1);
        Cell gru = new Gru(4, Readout.SIGMOID, -1);
        return Stream.of(
                Arguments.of(leaky, PointMass.DEFAULT),
                Arguments.of(gru, PointMass.DEFAULT),
                Arguments.of(leaky, Arm26.DEFAULT),
                Arguments.of(gru, Arm26.DEFAULT.withMuscle(Relu.DEFAULT)));
    }

    /** Through read-out, muscles, body, delays and noise: rounding of the difference is about 1e-9 of the loss. */
    @ParameterizedTest
    @MethodSource("loops")
    void gradient_of_the_whole_loop_equals_central_differences(Cell cell, Effector effector) {
        var problem = new Problem(cell, effector);
        double[] weights = cell.initial(Observation.rows(effector.muscles()), effector.muscles(), 2);
        double[] gradient = new double[weights.length];

        problem.loss(weights);
        problem.back(gradient);

        double greatest = 0;
        for (double value : gradient) {
            greatest = Math.max(greatest, Math.abs(value));
        }
        for (int i = 0; i < weights.length; i += 3) {
            double kept = weights[i];
            weights[i] = kept + 1e-5;
            double above = problem.loss(weights);
            weights[i] = kept - 1e-5;
            double below = problem.loss(weights);
            weights[i] = kept;
            assertThat(gradient[i]).isCloseTo((above - below) / 2e-5, within(1e-6 * greatest));
        }
    }

    /** A random weighting of hand and activations at every step, and half the squared activity. */
    private static final class Problem {
        private static final double ACTIVITY = 0.2;
        private final Effector effector;
        private final TrialBatch trials;
        private final ClosedLoop loop;
        private final double[][] rate;

        Problem(Cell cell, Effector effector) {
            this.effector = effector;
            double[] posture = effector.startJoint();
            trials = Reaches.trials(3, STEPS, effector.hand(posture[0], posture[1]));
            int inputs = Observation.rows(effector.muscles());
            NetworkFactory factory =
                    (batch, steps) -> cell.definition(inputs, effector.muscles(), batch, steps, trials.dt());
            loop = new ClosedLoop(effector, FEEDBACK, factory, trials.size(), STEPS, trials.dt());
            rate = new double[cell.units()][trials.size()];
        }

        double loss(double[] weights) {
            double[] start = effector.startJoint();
            loop.forward(weights, trials, effector.rest(start[0], start[1]), 7, 1, 0);
            loop.clearGradients();
            var random = RandomStream.of(3, "weighting");
            double sum = 0;
            for (int step = 0; step < STEPS; step++) {
                for (int trial = 0; trial < trials.size(); trial++) {
                    sum += weigh(step, trial, random);
                }
            }
            return sum;
        }

        private double weigh(int step, int trial, RandomStream random) {
            double sum = 0;
            for (int row = 0; row < 4; row++) {
                double weight = random.nextGaussian();
                sum += weight * loop.hand(step)[row][trial];
                loop.handGradient(step)[row][trial] += weight;
            }
            for (int muscle = 0; muscle < effector.muscles(); muscle++) {
                double weight = random.nextGaussian();
                sum += weight * loop.activation(step, muscle)[trial];
                loop.activationGradient(step)[muscle][trial] += weight;
            }
            if (step < STEPS - 1) {
                loop.activityWeight(step)[trial] = ACTIVITY;
                loop.rates(step, rate);
                for (double[] unit : rate) {
                    sum += ACTIVITY / 2 * unit[trial] * unit[trial];
                }
            }
            return sum;
        }

        void back(double[] gradient) {
            loop.backward(gradient);
        }
    }
}
