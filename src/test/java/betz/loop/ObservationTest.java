// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Reflex;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Effector;
import betz.effector.Integrator;
import betz.effector.PointMass;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Leaky;
import betz.network.Readout;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ObservationTest {
    private static final int STEPS = 25;
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.03, 0.003), new Feedback.Proprioception(0.01, 0.02));
    private static final Cell CELL = new Leaky(7, 0.03, Activation.TANH, Readout.SIGMOID, -1);

    static Stream<Effector> effectors() {
        return Stream.of(PointMass.DEFAULT, Arm26.DEFAULT, Arm26.DEFAULT.with(Integrator.EULER, Convention.MOTORNET));
    }

    @Test
    void a_network_sees_task_hand_and_muscles_scaled_to_about_one() {
        TrialBatch trials = Reaches.trials(2, STEPS); // the second starts at (0.01, -0.02)
        double[][] input = {{0, 0.05}, {0, -0.02}, {0, 1}, {0, 1}};
        double[][] afferent = {{0, 0.04}, {0, 0.01}, {0, 0.3}, {0, -0.4}, {1, 1.2}, {1, 0.9}, {0, 0.5}, {0, -0.25}};
        double[][] seen = new double[Observation.rows(2)][2];

        Observation.of(Feedback.DEFAULT, 2).write(trials, input, afferent, seen);

        double[] expected = {0.5, -0.2, 1, 1, 0.3, 0.3, 0.3, -0.4, 0.2, -0.1, 0.5, -0.25};
        assertThat(seen).hasDimensions(12, 2);
        for (int row = 0; row < expected.length; row++) {
            assertThat(seen[row][1]).isCloseTo(expected[row], within(1e-15));
        }
        assertThat(seen[5][0]).isCloseTo(0.2, within(1e-15)); // a hand at y = 0 is 2 cm above the first start
    }

    @Test
    void slopes_are_those_of_the_rows() {
        TrialBatch trials = Reaches.trials(1, STEPS);
        double[][] input = new double[TrialBatch.INPUTS][1];
        double[][] afferent = new double[4 + 2 * 6][1];
        double[][] before = new double[Observation.rows(6)][1];
        double[][] after = new double[Observation.rows(6)][1];
        var observation = Observation.of(Feedback.DEFAULT, 6);
        observation.write(trials, input, afferent, before);

        for (int felt = 0; felt < afferent.length; felt++) {
            afferent[felt][0] = 0.25;
            observation.write(trials, input, afferent, after);
            afferent[felt][0] = 0;
            for (int row = 0; row < after.length; row++) {
                double slope = (after[row][0] - before[row][0]) / 0.25; // linear: exact but for rounding
                double expected = row == Observation.rowOf(felt) ? observation.slope(felt) : 0;
                assertThat(slope).isCloseTo(expected, within(1e-14));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void a_trained_network_in_a_rollout_moves_as_in_training(Effector body) {
        TrialBatch trials = trials(body, 3);
        NetworkFactory factory = network(body, trials).factory();
        double[] weights = CELL.initial(Observation.rows(body.muscles()), body.muscles(), 4);
        var loop = new ClosedLoop(body, Feedback.DEFAULT, factory, 3, STEPS, trials.dt());

        loop.forward(weights, trials, Starts.of(body, trials), new Draws(1, 0, 0));
        Recording run = new Rollout(body, Feedback.DEFAULT).run(controller(body, trials), trials, 1);

        for (int step = 0; step < STEPS; step++) {
            for (int trial = 0; trial < 3; trial++) {
                for (int axis = 0; axis < 2; axis++) {
                    assertThat(run.signal("hand.position").get(trial, step, axis))
                            .isEqualTo(loop.hand(step)[axis][trial]);
                }
                for (int muscle = 0; muscle < body.muscles(); muscle++) {
                    assertThat(run.signal("muscle.activation").get(trial, step, muscle))
                            .isEqualTo(loop.activation(step, muscle)[trial]);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void many_hands_on_many_workers_are_those_of_one_run_noise_and_all(int threads) {
        Effector body = PointMass.DEFAULT;
        TrialBatch trials = trials(body, 70); // three parts, the last not full
        var rollout = new Rollout(body, NOISY);
        Recording whole = rollout.run(controller(body, trials), trials, 6);

        try (var workers = new Workers(threads)) {
            Recording hands =
                    rollout.keep(Imitated.HAND.signals(), controller(body, trials), trials, Draws.judged(6), workers);

            for (String name : new String[] {"hand.position", "hand.velocity"}) {
                assertThat(hands.signal(name).values())
                        .isEqualTo(whole.signal(name).values());
            }
        }
    }

    @Test
    void a_run_with_another_seed_takes_another_path_only_if_there_is_noise() {
        Effector body = PointMass.DEFAULT;
        TrialBatch trials = trials(body, 2);

        assertThat(path(NOISY, trials, 1)).isNotEqualTo(path(NOISY, trials, 2));
        assertThat(path(NOISY, trials, 1)).isEqualTo(path(NOISY, trials, 1));
        assertThat(path(Feedback.DEFAULT, trials, 1)).isEqualTo(path(Feedback.DEFAULT, trials, 2));
    }

    @Test
    void senses_are_late_by_their_own_delays_and_noisy_by_their_own_spreads() {
        var feedback = new Feedback(new Feedback.Vision(0.03, 0), new Feedback.Proprioception(0.01, 0));
        var senses = new Senses(feedback, Columns.of(feedback, Reflex.DEFAULT, 2), 0.01, 6, 1);
        double[][][] sensed = new double[6][8][1];
        for (int step = 0; step < 6; step++) {
            for (double[] row : sensed[step]) {
                row[0] = step;
            }
        }
        double[][] felt = new double[8][1];

        senses.deliver(5, sensed, new RandomStream[] {RandomStream.of(1, "none")}, felt);

        for (int row = 0; row < 8; row++) {
            assertThat(felt[row][0]).isEqualTo(row < 4 ? 2 : 4);
            assertThat(senses.source(row, 0)).isZero();
        }
    }

    private static double[] path(Feedback feedback, TrialBatch trials, long seed) {
        return new Rollout(PointMass.DEFAULT, feedback)
                .run(controller(PointMass.DEFAULT, trials), trials, seed)
                .signal("hand.position")
                .values();
    }

    private static TrialBatch trials(Effector body, int count) {
        double[] posture = body.startJoint();
        Point hand = body.hand(posture[0], posture[1]);
        return count > 5 ? Reaches.trials(5, STEPS, hand).select(places(count)) : Reaches.trials(count, STEPS, hand);
    }

    private static int[] places(int count) {
        return java.util.stream.IntStream.range(0, count).map(i -> i % 5).toArray();
    }

    private static Network network(Effector body, TrialBatch trials) {
        return Network.of(CELL, body.muscles(), trials.dt());
    }

    private static NetworkController controller(Effector body, TrialBatch trials) {
        double[] weights = CELL.initial(Observation.rows(body.muscles()), body.muscles(), 4);
        return new NetworkController(network(body, trials), weights);
    }
}
