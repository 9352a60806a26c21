// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Readout;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MotorTest {
    private static final MotorNoise NOISE = new MotorNoise(0.2, 0.01, 0.025);
    private static final double REST = 0.05;
    private static final Cell CELL = new Gru(6, Readout.SIGMOID, -1);

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.3, 0.5, 0.03})
    void noise_has_the_stated_spread_around_the_command(double command) {
        double[] error = errors(command, 0.010, 4000, 20);

        double expected = 0.2 * Math.abs(command - REST) + 0.01 * REST;
        // 80000 draws that hang together over 25 ms are worth 30000: 0.4 %; four times that
        assertThat(spread(error)).isCloseTo(expected, within(0.016 * expected));
        assertThat(Arrays.stream(error).average().orElseThrow()).isCloseTo(0, within(0.03 * expected));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.010, 0.050})
    void noise_forgets_with_its_time_constant_whatever_the_step(double dt) {
        int lag = 1;
        double[] error = errors(0.5, dt, 40_000, 1);

        double product = 0;
        for (int i = 0; i + lag < error.length; i++) {
            product += error[i] * error[i + lag];
        }
        double correlation = product / (error.length - lag) / (spread(error) * spread(error));

        // the exact step of the process; 40000 draws leave 0.005, or 0.5 % where each resembles the one before
        assertThat(correlation).isCloseTo(Math.exp(-dt / 0.025), within(0.02));
    }

    @Test
    void noise_is_stationary_from_the_first_step_on() {
        double[] first = errors(0.5, 0.010, 1, 20_000);

        assertThat(spread(first)).isCloseTo(0.2 * 0.45 + 0.01 * REST, within(0.02 * 0.09)); // 0.5 % from 20000 draws
    }

    @Test
    void what_arrives_stays_between_0_and_1_and_has_no_slope_there() {
        double[][][] command = new double[400][1][1];
        var motor = new Motor(new MotorNoise(3, 0, 0.025), command, 0.010);
        RandomStream[] random = {RandomStream.of(1, "motor test")};
        motor.reset(new double[][] {{REST}}, random);

        int clipped = 0;
        for (int step = 0; step < 400; step++) {
            double[][] gradient = {{1}};
            double arrived = motor.send(step, new double[][] {{0.6}}, random)[0][0];
            motor.back(step, gradient);
            boolean ends = arrived == 0 || arrived == 1;
            assertThat(arrived).isBetween(0.0, 1.0);
            assertThat(gradient[0][0] == 0).isEqualTo(ends);
            // inside, what is added is (slope - 1) (u - rest)
            assertThat(ends ? 0 : arrived - 0.6).isCloseTo(ends ? 0 : (gradient[0][0] - 1) * 0.55, within(1e-12));
            clipped += ends ? 1 : 0;
        }
        assertThat(clipped).isBetween(50, 350);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void noise_depends_on_trial_and_iteration_and_never_on_parts_or_threads(int threads) {
        TrialBatch trials = trials(70); // three parts
        var rollout = new Rollout(Arm26.DEFAULT, Feedback.DEFAULT, NOISE);
        Recording whole = rollout.run(controller(), trials, new Draws(1, Draws.TAUGHT, 0));

        try (var workers = new Workers(threads)) {
            assertThat(hand(rollout.keep(
                            Imitated.HAND.signals(), controller(), trials, new Draws(1, Draws.TAUGHT, 0), workers)))
                    .isEqualTo(hand(whole));
            assertThat(hand(rollout.keep(
                            Imitated.HAND.signals(), controller(), trials, new Draws(1, Draws.SHOWN, 0), workers)))
                    .isNotEqualTo(hand(whole));
        }
    }

    @Test
    void training_and_roll_out_add_the_same_noise_and_the_recording_tells_the_command() {
        TrialBatch trials = trials(3);
        Network network = network();
        var loop = new ClosedLoop(Arm26.DEFAULT, Feedback.DEFAULT, NOISE, network.factory(), 3, trials.steps(), 0.01);

        loop.forward(weights(), trials, Starts.of(Arm26.DEFAULT, trials), Draws.judged(4));
        Recording noisy = new Rollout(Arm26.DEFAULT, Feedback.DEFAULT, NOISE).run(controller(), trials, 4);
        Recording clean = new Rollout(Arm26.DEFAULT, Feedback.DEFAULT).run(controller(), trials, 4);

        int last = trials.steps() - 1;
        for (int muscle = 0; muscle < 6; muscle++) {
            double activation = noisy.signal("muscle.activation").get(2, last, muscle);
            assertThat(activation).isEqualTo(loop.activation(last, muscle)[2]);
            assertThat(activation)
                    .isNotEqualTo(clean.signal("muscle.activation").get(2, last, muscle));
            // the first command is made before any noise is felt
            assertThat(noisy.signal("muscle.excitation").get(2, 0, muscle))
                    .isEqualTo(clean.signal("muscle.excitation").get(2, 0, muscle));
        }
    }

    /** Returns what is added to a constant command, step by step and trial by trial. */
    private static double[] errors(double command, double dt, int steps, int trials) {
        var motor = new Motor(NOISE, new double[steps][1][trials], dt);
        var random = new RandomStream[trials];
        Arrays.setAll(random, trial -> RandomStream.of(7, "motor test", trial));
        double[][] u = new double[1][trials];
        double[][] rest = new double[1][trials];
        Arrays.fill(u[0], command);
        Arrays.fill(rest[0], REST);
        motor.reset(rest, random);
        double[] errors = new double[steps * trials];
        for (int step = 0; step < steps; step++) {
            double[] arrived = motor.send(step, u, random)[0];
            for (int trial = 0; trial < trials; trial++) {
                errors[trial * steps + step] = arrived[trial] - command;
            }
        }
        return errors;
    }

    private static double spread(double[] values) {
        return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElseThrow());
    }

    private static double[] hand(Recording recording) {
        return recording.signal("hand.position").values();
    }

    private static TrialBatch trials(int count) {
        double[] joint = Arm26.DEFAULT.startJoint();
        int[] places = new int[count];
        Arrays.setAll(places, i -> i % 5);
        return Reaches.trials(5, 12, Arm26.DEFAULT.hand(joint[0], joint[1])).select(places);
    }

    private static Network network() {
        return Network.of(CELL, 6, 0.01);
    }

    private static double[] weights() {
        return CELL.initial(Observation.rows(6), 6, 4);
    }

    private static NetworkController controller() {
        return new NetworkController(network(), weights());
    }
}
