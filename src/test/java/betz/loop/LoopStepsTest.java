// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.EffectorKernel;
import betz.effector.PointMass;
import betz.network.Activation;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Leaky;
import betz.network.NetworkKernel;
import betz.network.Readout;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What leads to what in a loop, taken apart step by step. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LoopStepsTest {
    private static final int STEPS = 22;
    private static final PointMass BODY = PointMass.DEFAULT;
    private static final Cell CELL = new Gru(6, Readout.SIGMOID, -1);
    private static final Feedback NOISY =
            new Feedback(new Feedback.Vision(0.03, 0.003), new Feedback.Proprioception(0.01, 0.02));

    @Test
    void the_command_of_a_step_leads_from_its_state_to_the_next() {
        TrialBatch trials = Reaches.trials(3, STEPS);
        Recording run = new Rollout(BODY, NOISY).run(controller(CELL, BODY), trials, 5);
        EffectorKernel kernel = BODY.kernel(3, trials.dt());
        double[][] state = new double[BODY.states()][3];
        double[][] next = new double[BODY.states()][3];
        double[][] command = new double[4][3];

        for (int step = 0; step < STEPS - 1; step++) {
            read(run, step, state); // a mass is where its hand is
            for (int muscle = 0; muscle < 4; muscle++) {
                for (int trial = 0; trial < 3; trial++) {
                    command[muscle][trial] = run.signal("muscle.excitation").get(trial, step, muscle);
                }
            }
            kernel.step(state, command, new double[2][3], next);
            double[][] found = new double[BODY.states()][3];
            read(run, step + 1, found);
            assertThat(found).isDeepEqualTo(next);
        }
    }

    @Test
    void the_network_of_a_step_sees_the_task_and_the_late_noisy_senses_of_that_step() {
        TrialBatch trials = Reaches.trials(2, STEPS);
        Network network = Network.of(CELL, 4, trials.dt());
        double[] weights = weights(CELL, BODY);
        Recording run = new Rollout(BODY, NOISY).run(new NetworkController(network, weights), trials, 5);
        NetworkKernel kernel = network.factory().kernel(2, STEPS);
        RandomStream[] noise = {RandomStream.of(5, "afferent noise", -1, 0), RandomStream.of(5, "afferent noise", -1, 1)
        };
        kernel.begin(weights);
        double[][] sensed = new double[12][2];
        double[][] seen = new double[16][2];
        double[][] command = new double[4][2];
        double[][] state = new double[BODY.states()][2];
        EffectorKernel body = BODY.kernel(2, trials.dt());

        for (int step = 0; step < STEPS - 1; step++) {
            for (int row = 0; row < 12; row++) {
                read(run, Math.max(0, step - (row < 4 ? 3 : 1)), state);
                body.sense(state, sensed);
                for (int trial = 0; trial < 2; trial++) {
                    double spread = row < 2 ? 0.003 : row < 4 ? 0.03 : 0.02;
                    double felt = sensed[row][trial] + spread * noise[trial].nextGaussian();
                    double origin = row == 0
                            ? trials.get(trial).start().x()
                            : trials.get(trial).start().y();
                    seen[4 + row][trial] = row < 2 ? 10 * (felt - origin) : row < 4 || row >= 8 ? felt : felt - 1;
                }
            }
            for (int trial = 0; trial < 2; trial++) {
                var asked = trials.get(trial);
                boolean shown = step >= asked.targetOn();
                seen[0][trial] =
                        shown ? 10 * (asked.target().x() - asked.start().x()) : 0;
                seen[1][trial] =
                        shown ? 10 * (asked.target().y() - asked.start().y()) : 0;
                seen[2][trial] = step >= asked.goCue() ? 1 : 0;
                seen[3][trial] = shown ? 1 : 0;
            }
            kernel.step(step, seen, command);
            for (int muscle = 0; muscle < 4; muscle++) {
                for (int trial = 0; trial < 2; trial++) {
                    assertThat(run.signal("muscle.excitation").get(trial, step, muscle))
                            .isEqualTo(command[muscle][trial]);
                }
            }
        }
    }

    @Test
    void a_rollout_is_the_loops_way_forward_bit_by_bit_under_the_same_noise() {
        for (Effector body : List.of(BODY, Arm26.DEFAULT)) {
            for (Cell cell : List.of(CELL, new Leaky(5, 0.03, Activation.RELU, Readout.SIGMOID, -1))) {
                double[] joint = body.startJoint();
                TrialBatch trials = Reaches.trials(4, STEPS, body.hand(joint[0], joint[1]));
                var loop = new ClosedLoop(
                        body, NOISY, Network.of(cell, body.muscles(), 0.01).factory(), 4, STEPS, 0.01);
                double[][] rate = new double[cell.units()][4];

                loop.forward(weights(cell, body), trials, Starts.of(body, trials), Draws.judged(9));
                Recording run = new Rollout(body, NOISY).run(controller(cell, body), trials, 9);

                for (int step = 0; step < STEPS; step++) {
                    loop.rates(Math.min(step, STEPS - 2), rate); // the last step repeats the one before
                    for (int trial = 0; trial < 4; trial++) {
                        assertThat(run.signal("hand.position").get(trial, step, 1))
                                .isEqualTo(loop.hand(step)[1][trial]);
                        assertThat(run.signal("hand.velocity").get(trial, step, 0))
                                .isEqualTo(loop.hand(step)[2][trial]);
                        for (int unit = 0; unit < cell.units(); unit++) {
                            assertThat(run.signal("unit.rate").get(trial, step, unit))
                                    .isEqualTo(rate[unit][trial]);
                        }
                    }
                }
            }
        }
    }

    @Test
    void noise_belongs_to_seed_iteration_and_the_trials_place_in_the_whole_batch() {
        TrialBatch four = Reaches.trials(1, STEPS).select(0, 0, 0, 0);
        TrialBatch two = four.select(0, 1);
        double[] weights = weights(CELL, BODY);
        var whole = loop(4);
        var part = loop(2);
        whole.forward(weights, four, Starts.of(BODY, four), new Draws(3, 7, 0));

        part.forward(weights, two, Starts.of(BODY, two), new Draws(3, 7, 2));
        double[] third = part.hand(STEPS - 1)[0].clone();
        part.forward(weights, two, Starts.of(BODY, two), new Draws(3, 8, 2));
        double[] nextIteration = part.hand(STEPS - 1)[0].clone();
        part.forward(weights, two, Starts.of(BODY, two), new Draws(4, 7, 2));
        double[] otherSeed = part.hand(STEPS - 1)[0].clone();

        double[] ends = whole.hand(STEPS - 1)[0];
        assertThat(third).containsExactly(ends[2], ends[3]);
        assertThat(ends).doesNotHaveDuplicates(); // four trials alike but for their noise
        assertThat(nextIteration).isNotEqualTo(third);
        assertThat(otherSeed).isNotEqualTo(third).isNotEqualTo(nextIteration);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 31, 32, 33, 64, 65})
    void parts_of_many_hands_meet_without_a_seam(int count) {
        TrialBatch trials = Reaches.trials(5, 12)
                .select(java.util.stream.IntStream.range(0, count)
                        .map(i -> i % 5)
                        .toArray());
        var rollout = new Rollout(BODY, NOISY);
        Recording whole = rollout.run(controller(CELL, BODY), trials, 2);

        try (var workers = new Workers(2)) {
            Recording hands =
                    rollout.keep(Imitated.HAND.signals(), controller(CELL, BODY), trials, Draws.judged(2), workers);

            assertThat(hands.signals()).extracting(Signal::name).containsExactly("hand.position", "hand.velocity");
            assertThat(hands.trials()).isEqualTo(trials);
            for (Signal signal : hands.signals()) {
                assertThat(signal.values())
                        .containsExactly(whole.signal(signal.name()).values());
            }
        }
    }

    @Test
    void a_recording_names_and_shapes_what_it_holds() {
        double[] joint = Arm26.DEFAULT.startJoint();
        TrialBatch trials = Reaches.trials(2, STEPS, Arm26.DEFAULT.hand(joint[0], joint[1]));

        Recording run = new Rollout(Arm26.DEFAULT, NOISY).run(controller(CELL, Arm26.DEFAULT), trials, 1);

        assertThat(run.signals())
                .extracting(s -> s.name() + " " + s.unit() + " " + s.channels().size())
                .containsExactly(
                        "hand.position m 2",
                        "hand.velocity m/s 2",
                        "joint.angle rad 2",
                        "muscle.excitation 1 6",
                        "muscle.activation 1 6",
                        "muscle.force N 6",
                        "unit.rate 1 6");
        assertThat(run.signals()).allMatch(s -> s.trials() == 2 && s.steps() == STEPS);
        for (int trial = 0; trial < 2; trial++) {
            assertThat(run.signal("hand.position").get(trial, 0, 0))
                    .isCloseTo(trials.get(trial).start().x(), within(1e-12)); // through the joints and back
        }
        for (int step = 0; step < STEPS; step++) {
            double shoulder = run.signal("joint.angle").get(1, step, 0);
            double elbow = run.signal("joint.angle").get(1, step, 1);
            assertThat(run.signal("hand.position").get(1, step, 1))
                    .isEqualTo(Arm26.DEFAULT.hand(shoulder, elbow).y());
        }
    }

    @Test
    void a_network_counts_the_weights_of_its_cell_and_a_controller_refuses_another_number() {
        Network network = Network.of(CELL, 4, 0.01);

        assertThat(network.units()).isEqualTo(6);
        assertThat(network.weights()).isEqualTo(18 * 16 + 18 * 6 + 36 + 4 * 6 + 4);
        assertThatThrownBy(() -> new NetworkController(network, new double[7]))
                .hasMessage("weights is 7 values, expected 460 values");
    }

    @Test
    void both_precisions_of_a_network_command_the_same() {
        TrialBatch trials = Reaches.trials(2, STEPS);
        var exact = new NetworkController(Network.definition(CELL, 4, 0.01), weights(CELL, BODY));

        double[] fast = new Rollout(BODY, NOISY)
                .run(controller(CELL, BODY), trials, 1)
                .signal("muscle.excitation")
                .values();
        double[] slow = new Rollout(BODY, NOISY)
                .run(exact, trials, 1)
                .signal("muscle.excitation")
                .values();

        for (int i = 0; i < fast.length; i++) {
            assertThat(fast[i]).isCloseTo(slow[i], within(1e-4)); // single precision over the trial
        }
        assertThat(fast).isNotEqualTo(slow);
    }

    private static void read(Recording run, int step, double[][] state) {
        for (int trial = 0; trial < state[0].length; trial++) {
            for (int axis = 0; axis < 2; axis++) {
                state[axis][trial] = run.signal("hand.position").get(trial, step, axis);
                state[2 + axis][trial] = run.signal("hand.velocity").get(trial, step, axis);
            }
            for (int muscle = 0; muscle < 4; muscle++) {
                state[4 + muscle][trial] = run.signal("muscle.activation").get(trial, step, muscle);
            }
        }
    }

    private static ClosedLoop loop(int batch) {
        return new ClosedLoop(BODY, NOISY, Network.of(CELL, 4, 0.01).factory(), batch, STEPS, 0.01);
    }

    private static double[] weights(Cell cell, Effector body) {
        return cell.initial(Observation.rows(body.muscles()), body.muscles(), 4);
    }

    private static NetworkController controller(Cell cell, Effector body) {
        return new NetworkController(Network.of(cell, body.muscles(), 0.01), weights(cell, body));
    }
}
