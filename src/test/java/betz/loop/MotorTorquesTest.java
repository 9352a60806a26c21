// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Feedback;
import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Arm26;
import betz.effector.Effector;
import betz.effector.TorqueArm;
import betz.network.Cell;
import betz.network.Gru;
import betz.network.Readout;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MotorTorquesTest {
    private static final int STEPS = 30;

    private static Recording run(Effector effector) {
        Cell cell = new Gru(9, Readout.SIGMOID, -1);
        var trials = Reaches.trials(3, STEPS, effector.home());
        Network network = Network.of(cell, effector.muscles(), trials.dt());
        double[] weights = cell.initial(Observation.rows(effector.muscles()), effector.muscles(), 4);
        return new Rollout(effector, Feedback.DEFAULT).run(new NetworkController(network, weights), trials, 1);
    }

    @Test
    void a_joint_has_the_torque_of_the_motor_that_flexes_less_that_of_the_motor_that_extends() {
        Recording recording = run(TorqueArm.DEFAULT);

        Signal torque = recording.signal("joint.torque");
        Signal activation = recording.signal("muscle.activation");
        assertThat(torque.channels()).containsExactly("shoulder", "elbow");
        for (int joint = 0; joint < 2; joint++) {
            double flexes = activation.get(2, STEPS - 1, 2 * joint);
            double extends_ = activation.get(2, STEPS - 1, 2 * joint + 1);
            assertThat(flexes).isNotEqualTo(extends_);
            assertThat(torque.get(2, STEPS - 1, joint)).isCloseTo(40 * (flexes - extends_), within(1e-13)); // rounding
        }
    }

    @Test
    void motors_make_torques_and_muscles_make_forces() {
        Recording motors = run(TorqueArm.DEFAULT);
        Recording muscles = run(Arm26.DEFAULT);

        assertThat(motors.signal("muscle.force").unit()).isEqualTo("N*m");
        assertThat(motors.signal("joint.torque").unit()).isEqualTo("N*m");
        assertThat(muscles.signal("muscle.force").unit()).isEqualTo("N");
        assertThat(muscles.find("joint.torque")).isEmpty();
    }
}
