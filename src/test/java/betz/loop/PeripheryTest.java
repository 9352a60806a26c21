// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Controller;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.MotorNoise;
import betz.data.Recording;
import betz.data.Reflex;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.PointMass;
import betz.network.Gru;
import betz.network.Readout;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whole roll-outs with channels and reflexes of every kind. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PeripheryTest {
    private static final int STEPS = 20;
    private static final int KICK = 4;
    private static final Reflex REFLEX = new Reflex(1.5, 0.6, 0.4, 0.03);

    /** All that can be felt, at once and as it is. */
    private static final Feedback CLEAR = new Feedback(new Feedback.Vision(0, 0), new Feedback.Proprioception(0, 0))
            .with(new Feedback.Spindle(0, 0, 1, 0, true))
            .with(new Feedback.Golgi(0, 0, 1, 0, true))
            .with(new Feedback.Commands(2, 0, 0, 1, 0));

    static Stream<Effector> bodies() {
        return Stream.of(Arm26.DEFAULT, PointMass.DEFAULT);
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_reflex_answers_what_its_own_muscle_did_exactly_the_delay_ago(Effector body) {
        var kick = new Kick(body);

        Recording run = run(body, CLEAR, REFLEX, kick);

        int muscles = body.muscles();
        boolean answered = false;
        for (int step = 0; step < STEPS - 1; step++) {
            double[] then = kick.felt[Math.max(0, step - 3)];
            for (int muscle = 0; muscle < muscles; muscle++) {
                double stretch = Math.max(0, then[4 + muscle] - kick.felt[0][4 + muscle]);
                double velocity = Math.max(0, then[4 + muscles + muscle]);
                double force = then[4 + 3 * muscles + muscle] - kick.felt[0][4 + 3 * muscles + muscle];
                double expected = 1.5 * stretch + 0.6 * velocity - 0.4 * force;
                assertThat(run.signal("muscle.reflex").get(0, step, muscle)).isCloseTo(expected, within(1e-12));
                answered |= expected > 0.01;
            }
        }
        assertThat(answered).isTrue();
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_reflex_changes_nothing_before_its_delay_has_passed_and_something_after(Effector body) {
        Recording with = run(body, CLEAR, REFLEX, new Kick(body));
        Recording without = run(body, CLEAR, Reflex.DEFAULT, new Kick(body));

        assertThat(without.find("muscle.reflex")).isEmpty();
        assertThat(with.signal("muscle.excitation").values())
                .isEqualTo(without.signal("muscle.excitation").values()); // what was commanded
        for (int step = 0; step < STEPS; step++) {
            double[] reflex = step(with, "muscle.activation", step);
            double[] none = step(without, "muscle.activation", step);
            if (step <= KICK + 3) {
                // nothing moves before the kick's force: only the rounding of rest is reflected
                assertThat(reflex).containsExactly(none, within(1e-9));
            } else if (step > KICK + 6) {
                assertThat(IntStream.range(0, none.length).anyMatch(i -> Math.abs(reflex[i] - none[i]) > 1e-3))
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void tendon_organs_tell_forces_and_copies_tell_commands(Effector body) {
        var kick = new Kick(body);

        Recording run = run(body, CLEAR, Reflex.DEFAULT, kick);

        int muscles = body.muscles();
        for (int step = 0; step < STEPS - 1; step++) {
            for (int muscle = 0; muscle < muscles; muscle++) {
                double force = run.signal("muscle.force").get(0, step, muscle) / body.maximumForces()[muscle];
                assertThat(kick.felt[step][4 + 3 * muscles + muscle]).isCloseTo(force, within(1e-15));
                for (int age = 1; age <= 2; age++) {
                    double copy = kick.felt[step][4 + (3 + age) * muscles + muscle];
                    assertThat(copy)
                            .isEqualTo(
                                    step < age
                                            ? run.signal("muscle.activation").get(0, 0, muscle)
                                            : run.signal("muscle.excitation").get(0, step - age, muscle));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_network_moves_in_a_roll_out_as_in_training_with_every_channel_noise_and_reflex(Effector body) {
        var noisy = new Feedback(
                new Feedback.Vision(0.02, 0.001, true, 0.9, 0.1, true),
                new Feedback.Proprioception(0.01, 0.01, 1.1, 0.1, true),
                new Feedback.Spindle(0.01, 2, 1, 0.1, true),
                new Feedback.Golgi(0.02, 0.01, 1, 0.1, true),
                new Feedback.Commands(2, 0.01, 0.01, 1, 0.1));
        var periphery = new Periphery(body, noisy, new MotorNoise(0.2, 0.1, 0.025), REFLEX);
        var network = Network.of(new Gru(5, Readout.SIGMOID, -1), noisy, body.muscles(), 0.01);
        double[] weights = network.initial(3);
        TrialBatch trials = trials(body, 3);
        var loop = new ClosedLoop(periphery, network.factory(), 3, STEPS, 0.01);

        loop.forward(weights, trials, Starts.of(body, trials), Draws.judged(4));
        Recording run = new Rollout(periphery).run(new NetworkController(network, weights), trials, 4);

        for (int step = 0; step < STEPS; step++) {
            for (int muscle = 0; muscle < body.muscles(); muscle++) {
                for (int trial = 0; trial < 3; trial++) {
                    assertThat(run.signal("muscle.activation").get(trial, step, muscle))
                            .isEqualTo(loop.activation(step, muscle)[trial]);
                }
            }
        }
    }

    @Test
    void the_signal_repeats_its_last_step_as_commands_do() {
        Recording run = run(Arm26.DEFAULT, CLEAR, REFLEX, new Kick(Arm26.DEFAULT));

        assertThat(step(run, "muscle.reflex", STEPS - 1)).isEqualTo(step(run, "muscle.reflex", STEPS - 2));
    }

    private static double[] step(Recording run, String name, int step) {
        return IntStream.range(0, run.signal(name).channels().size())
                .mapToDouble(channel -> run.signal(name).get(0, step, channel))
                .toArray();
    }

    private static Recording run(Effector body, Feedback feedback, Reflex reflex, Controller controller) {
        return new Rollout(new Periphery(body, feedback, MotorNoise.DEFAULT, reflex))
                .run(controller, trials(body, 1), 1);
    }

    private static TrialBatch trials(Effector body, int count) {
        double[] posture = body.startJoint();
        return Reaches.trials(count, STEPS, body.hand(posture[0], posture[1]));
    }

    /** Holds the start, then excites one muscle more, and keeps what it feels of the first trial. */
    private static final class Kick implements Controller {
        final double[][] felt = new double[STEPS][];
        private final Effector body;

        Kick(Effector body) {
            this.body = body;
        }

        @Override
        public int units() {
            return 1;
        }

        @Override
        public String rateUnit() {
            return "1";
        }

        @Override
        public List<String> groups() {
            return List.of("none");
        }

        @Override
        public Run begin(TrialBatch trials, Draws draws) {
            double[] joint = body.posture(trials.get(0).start());
            double[] rest = body.rest(joint[0], joint[1]);
            return new Run() {
                @Override
                public void step(int step, double[][] input, double[][] afferent, double[][] command) {
                    felt[step] = Stream.of(afferent).mapToDouble(row -> row[0]).toArray();
                    for (int muscle = 0; muscle < rest.length; muscle++) {
                        command[muscle][0] = rest[muscle] + (muscle == 0 && step >= KICK ? 0.5 : 0);
                    }
                }

                @Override
                public void rates(double[][] rate) {
                    rate[0][0] = 0;
                }
            };
        }
    }
}
