// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.effector.Relu;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ClosedLoopTest {
    private static final Draws DRAWS = new Draws(1, 1, 0);

    private static final int STEPS = 14;
    private static final Feedback FEEDBACK =
            new Feedback(new Feedback.Vision(0.03, 0.002), new Feedback.Proprioception(0.01, 0.01));
    /** Neither delay nor noise. */
    private static final Feedback PRESENT = new Feedback(new Feedback.Vision(0, 0), new Feedback.Proprioception(0, 0));
    /** Sight comes after the trial has ended, so that only the first state is ever seen; muscles are felt near its end. */
    private static final Feedback LATE =
            new Feedback(new Feedback.Vision(0.2, 0.001), new Feedback.Proprioception(0.11, 0));

    /** Every body, muscle, integrator and convention with every cell, read-out and kind of feedback at least once. */
    static Stream<Arguments> loops() {
        Cell tanh = new Leaky(5, 0.03, Activation.TANH, Readout.SIGMOID, -1);
        Cell sigmoid = new Leaky(4, 0.03, Activation.SIGMOID, Readout.LINEAR, 0.3);
        Cell relu = new Leaky(5, 0.03, Activation.RELU, Readout.SIGMOID, -1);
        Cell gru = new Gru(4, Readout.SIGMOID, -1);
        Cell linear = new Gru(4, Readout.LINEAR, 0.3);
        var rk4 = PointMass.DEFAULT.with(Integrator.RK4, Convention.BETZ);
        Arm26 arm = Arm26.DEFAULT;
        return Stream.of(
                Arguments.of(tanh, PointMass.DEFAULT, FEEDBACK),
                Arguments.of(relu, PointMass.DEFAULT, PRESENT),
                Arguments.of(gru, PointMass.DEFAULT, LATE),
                Arguments.of(sigmoid, rk4, FEEDBACK),
                Arguments.of(linear, rk4, Feedback.DEFAULT),
                Arguments.of(tanh, arm, FEEDBACK),
                Arguments.of(sigmoid, arm, PRESENT),
                Arguments.of(gru, arm.withMuscle(Relu.DEFAULT), FEEDBACK),
                Arguments.of(tanh, arm.withMuscle(Relu.DEFAULT), LATE),
                Arguments.of(relu, arm.with(Integrator.RK4, Convention.BETZ), FEEDBACK),
                Arguments.of(linear, arm.with(Integrator.RK4, Convention.BETZ), PRESENT),
                Arguments.of(gru, arm.with(Integrator.EULER, Convention.MOTORNET), FEEDBACK),
                Arguments.of(tanh, arm.with(Integrator.EULER, Convention.MOTORNET), LATE));
    }

    /** Through read-out, muscles, body, delays and noise: rounding of the difference is about 1e-9 of the loss. */
    @ParameterizedTest
    @MethodSource("loops")
    void gradient_of_the_whole_loop_equals_central_differences(Cell cell, Effector effector, Feedback feedback) {
        checkGradient(cell, effector, feedback, MotorNoise.DEFAULT);
    }

    /** Half of what is commanded beyond rest: two kinks, at rest and where noise is clipped, lie between most draws. */
    @ParameterizedTest
    @MethodSource("loops")
    void motor_noise_leaves_the_gradient_of_the_whole_loop_exact(Cell cell, Effector effector, Feedback feedback) {
        checkGradient(cell, effector, feedback, new MotorNoise(0.5, 0.1, 0.025));
    }

    private static void checkGradient(Cell cell, Effector effector, Feedback feedback, MotorNoise noise) {
        var problem = new Problem(cell, effector, feedback, noise);
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

    @Test
    void a_loop_used_again_gives_the_same_bits() {
        var problem =
                new Problem(new Gru(4, Readout.SIGMOID, -1), Arm26.DEFAULT, FEEDBACK, new MotorNoise(0.2, 0.01, 0.025));
        double[] weights = new Gru(4, Readout.SIGMOID, -1).initial(Observation.rows(6), 6, 2);
        double[] other = new Gru(4, Readout.SIGMOID, -1).initial(Observation.rows(6), 6, 3);
        double[] once = new double[weights.length];
        double[] again = new double[weights.length];

        double loss = problem.loss(weights);
        problem.back(once);
        problem.loss(other);
        problem.back(new double[weights.length]);

        assertThat(problem.loss(weights)).isEqualTo(loss);
        problem.back(again);
        assertThat(again).containsExactly(once);
    }

    @Test
    void the_gradient_is_added_to_what_is_there() {
        var cell = new Leaky(5, 0.03, Activation.TANH, Readout.SIGMOID, -1);
        var problem = new Problem(cell, PointMass.DEFAULT, FEEDBACK, MotorNoise.DEFAULT);
        double[] weights = cell.initial(Observation.rows(4), 4, 2);
        double[] gradient = new double[weights.length];
        double[] onTop = new double[weights.length];
        Arrays.fill(onTop, 3);

        problem.loss(weights);
        problem.back(gradient);
        problem.loss(weights);
        problem.back(onTop);

        for (int i = 0; i < gradient.length; i++) {
            assertThat(onTop[i]).isEqualTo(3 + gradient[i]);
        }
    }

    @Test
    void trials_that_do_not_fit_the_loop_are_refused() {
        Network network = Network.of(new Gru(4, Readout.SIGMOID, -1), 4, 0.01);
        var loop = new ClosedLoop(PointMass.DEFAULT, FEEDBACK, network.factory(), 2, STEPS, 0.01);
        double[] weights = new double[network.weights()];
        TrialBatch three = Reaches.trials(3, STEPS);
        TrialBatch longer = Reaches.trials(2, STEPS + 1);
        Starts starts = Starts.of(PointMass.DEFAULT, longer);

        assertThatThrownBy(() -> loop.forward(weights, three, starts, DRAWS))
                .hasMessage("trials of a loop is 3 values, expected 2 values");
        assertThatThrownBy(() -> loop.forward(weights, longer, starts, DRAWS))
                .hasMessage("steps of a loop is 15 values, expected 14 values");
    }

    @Test
    void a_trial_of_one_step_commands_nothing_and_teaches_nothing() {
        Network network = Network.definition(new Gru(4, Readout.SIGMOID, -1), 4, 0.01);
        var loop = new ClosedLoop(PointMass.DEFAULT, PRESENT, network.factory(), 2, 1, 0.01);
        double[] weights = new Gru(4, Readout.SIGMOID, -1).initial(Observation.rows(4), 4, 1);
        double[] gradient = new double[weights.length];

        TrialBatch trials = Reaches.trials(2, 1).select(1, 0);
        loop.forward(weights, trials, Starts.of(PointMass.DEFAULT, trials), DRAWS);
        loop.clearGradients();
        Arrays.fill(loop.handGradient(0)[0], 1);
        loop.backward(gradient);

        assertThat(loop.hand(0)[0]).containsExactly(0.01, 0); // the starts of both
        assertThat(gradient).containsOnly(0);
    }

    @Test
    void the_gradient_of_the_first_state_reaches_no_weight() {
        var cell = new Leaky(5, 0.03, Activation.TANH, Readout.SIGMOID, -1);
        Network network = Network.definition(cell, 4, 0.01);
        var loop = new ClosedLoop(PointMass.DEFAULT, PRESENT, network.factory(), 1, 4, 0.01);
        double[] first = new double[network.weights()];
        double[] second = new double[network.weights()];
        double[] weights = cell.initial(Observation.rows(4), 4, 1);
        TrialBatch trial = Reaches.trials(1, 4);
        Starts starts = Starts.of(PointMass.DEFAULT, trial);

        loop.forward(weights, trial, starts, DRAWS);
        loop.clearGradients();
        loop.handGradient(0)[0][0] = 1;
        loop.backward(first);
        loop.clearGradients();
        loop.activationGradient(1)[0][0] = 1;
        loop.forward(weights, trial, starts, DRAWS);
        loop.backward(second);

        assertThat(first).containsOnly(0); // nothing was commanded before it
        assertThat(Arrays.stream(second).anyMatch(g -> g != 0)).isTrue(); // the command of step 0 excites state 1
    }

    /** A random weighting of hand and activations at every step, and half the squared activity. */
    private static final class Problem {
        private static final double ACTIVITY = 0.2;
        private final Effector effector;
        private final TrialBatch trials;
        private final ClosedLoop loop;
        private final double[][] rate;

        Problem(Cell cell, Effector effector, Feedback feedback, MotorNoise noise) {
            this.effector = effector;
            double[] posture = effector.startJoint();
            trials = Reaches.trials(3, STEPS, effector.hand(posture[0], posture[1]));
            Network network = Network.definition(cell, effector.muscles(), trials.dt());
            loop = new ClosedLoop(effector, feedback, noise, network.factory(), trials.size(), STEPS, trials.dt());
            rate = new double[cell.units()][trials.size()];
        }

        double loss(double[] weights) {
            loop.forward(weights, trials, Starts.of(effector, trials), new Draws(7, 1, 0));
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
