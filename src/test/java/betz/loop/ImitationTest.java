// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.Workers;
import betz.data.Draws;
import betz.data.Feedback;
import betz.data.Point;
import betz.data.Recording;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.network.Activation;
import betz.network.Gru;
import betz.network.Readout;
import betz.network.Vanilla;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ImitationTest {
    private static final Arm26 BODY = Arm26.DEFAULT;
    private static final int STEPS = 8;
    private final double[] joint = BODY.startJoint();
    private final Point start = BODY.hand(joint[0], joint[1]);
    private final TrialBatch trials = Reaches.trials(3, STEPS, start);

    @Test
    void an_output_of_a_network_that_imitates_the_hand_is_a_decimetre_and_a_metre_per_second() {
        Recording hand = constant(Imitated.HAND, 0.2, -0.3, 0.4, 0.5);

        for (int trial = 0; trial < 3; trial++) {
            Point from = trials.get(trial).start();
            assertThat(hand.signal("hand.position").get(trial, 0, 0)).isEqualTo(from.x());
            assertThat(hand.signal("hand.velocity").get(trial, 0, 1)).isZero();
            assertThat(hand.signal("hand.position").get(trial, 5, 0)).isCloseTo(from.x() + 0.02, within(1e-8));
            assertThat(hand.signal("hand.position").get(trial, 5, 1)).isCloseTo(from.y() - 0.03, within(1e-8));
            assertThat(hand.signal("hand.velocity").get(trial, 5, 0)).isCloseTo(0.4, within(1e-7)); // single precision
            assertThat(hand.signal("hand.velocity").get(trial, 5, 1)).isCloseTo(0.5, within(1e-7));
        }
    }

    @Test
    void imitated_joints_carry_the_hand_with_them() {
        Recording arm = constant(Imitated.JOINT_ANGLES, 0.1, -0.2);

        for (int trial = 0; trial < 3; trial++) {
            double[] from = BODY.posture(trials.get(trial).start());
            Point there = BODY.hand(from[0] + 0.1, from[1] - 0.2);
            assertThat(arm.signal("joint.angle").get(trial, 4, 1)).isCloseTo(from[1] - 0.2, within(1e-7));
            assertThat(arm.signal("hand.position").get(trial, 4, 0)).isCloseTo(there.x(), within(1e-7));
            assertThat(arm.signal("hand.velocity").get(trial, 4, 0)).isCloseTo(0, within(1e-7)); // it stays there
        }
    }

    @Test
    void what_a_network_should_put_out_makes_it_repeat_the_reference() {
        Network network = Network.of(new Gru(5, Readout.SIGMOID, -1), 6, 0.01);
        var controller = new NetworkController(network, network.initial(3));
        Recording reference = new Rollout(BODY, Feedback.DEFAULT).run(controller, trials, 2);

        for (int trial = 0; trial < 3; trial++) {
            double[] posture = {
                reference.signal("joint.angle").get(trial, 0, 0),
                reference.signal("joint.angle").get(trial, 0, 1)
            };
            double x = trials.get(trial).start().x() + 0.1 * Imitated.HAND.wanted(reference, trial, 3, 0);
            double elbow = posture[1] + Imitated.JOINT_ANGLES.wanted(reference, trial, 3, 1);
            assertThat(x).isCloseTo(reference.signal("hand.position").get(trial, 4, 0), within(1e-15));
            assertThat(Imitated.HAND.wanted(reference, trial, 3, 3))
                    .isEqualTo(reference.signal("hand.velocity").get(trial, 4, 1));
            assertThat(elbow).isCloseTo(reference.signal("joint.angle").get(trial, 4, 1), within(1e-15));
            assertThat(Imitated.EXCITATIONS.wanted(reference, trial, 3, 5))
                    .isEqualTo(reference.signal("muscle.excitation").get(trial, 3, 5));
        }
    }

    @Test
    void a_network_that_sees_the_task_alone_moves_an_arm_that_it_does_not_feel() {
        Network network = Network.alone(new Gru(5, Readout.SIGMOID, -1), 6, 0.01);
        var controller = new NetworkController(network, network.initial(3));
        var blind = new Feedback(new Feedback.Vision(0.05, 0.01), new Feedback.Proprioception(0.01, 0.1));

        Recording once = new Rollout(BODY, Feedback.DEFAULT).run(controller, trials, 2);
        Recording again = new Rollout(BODY, blind).run(controller, trials, 5);

        assertThat(once.signal("muscle.excitation").values())
                .isEqualTo(again.signal("muscle.excitation").values());
        assertThat(once.signal("hand.position").get(0, STEPS - 1, 0)).isNotEqualTo(start.x());
    }

    @Test
    void kept_signals_are_those_of_a_whole_recording() {
        Network network = Network.of(new Gru(5, Readout.SIGMOID, -1), 6, 0.01);
        var controller = new NetworkController(network, network.initial(3));
        var rollout = new Rollout(BODY, Feedback.DEFAULT);
        List<String> names = List.of("hand.position", "joint.angle", "muscle.excitation");

        Recording whole = rollout.run(controller, trials, 2);
        try (var workers = new Workers(2)) {
            Recording kept = rollout.keep(names, controller, trials, Draws.judged(2), workers);

            assertThat(kept.signals()).extracting(signal -> signal.name()).containsExactlyElementsOf(names);
            for (String name : names) {
                assertThat(kept.signal(name).values())
                        .isEqualTo(whole.signal(name).values());
            }
            assertThatThrownBy(
                            () -> rollout.keep(List.of("hand.positon"), controller, trials, Draws.judged(2), workers))
                    .hasMessage("signals to keep is 0 values, expected 1 values");
        }
    }

    @Test
    void joint_angles_that_were_not_recorded_follow_from_the_hand() {
        Network network = Network.of(new Gru(5, Readout.SIGMOID, -1), 6, 0.01);
        Recording whole =
                new Rollout(BODY, Feedback.DEFAULT).run(new NetworkController(network, network.initial(3)), trials, 2);
        var hand = new Recording(trials, List.of(whole.signal("hand.position")));

        Recording added = Postures.added(BODY, hand);

        double[] angle = added.signal("joint.angle").values();
        for (int i = 0; i < angle.length; i++) {
            // the elbow's cosine loses digits where the arm is nearly stretched; here it is bent
            assertThat(angle[i]).isCloseTo(whole.signal("joint.angle").values()[i], within(1e-12));
        }
        assertThat(Postures.added(BODY, whole)).isSameAs(whole);
    }

    /** Returns what a network does whose outputs are constants: no weight but the biases of its read-out. */
    private Recording constant(Imitated of, double... bias) {
        Network network = Network.alone(new Vanilla(2, Activation.TANH, Readout.LINEAR, 0), bias.length, 0.01);
        double[] weights = new double[network.weights()];
        System.arraycopy(
                bias, 0, weights, network.layout().block("readout.bias").offset(), bias.length);
        return new Imitation(of, BODY).run(network, weights, trials, Draws.judged(1));
    }
}
