// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Recording;
import betz.data.Signal;

/** The torques that pairs of motors make at the joints: what the one that flexes makes less what the one that extends makes. */
final class MotorTorques {
    private static final int PAIR = 2; // a flexor and an extensor at each joint

    private MotorTorques() {}

    /** Returns the signal joint.torque, N·m, counter-clockwise above 0, of a recording that has the torque of every motor. */
    static Signal of(Recording recording) {
        Signal motor = recording.signal("muscle.force");
        Signal torque = Signal.zeros("joint.torque", motor.unit(), motor.trials(), motor.steps(), Postures.JOINTS);
        for (int trial = 0; trial < motor.trials(); trial++) {
            for (int step = 0; step < motor.steps(); step++) {
                for (int joint = 0; joint < Postures.JOINTS.size(); joint++) {
                    double flexes = motor.get(trial, step, PAIR * joint);
                    torque.set(trial, step, joint, flexes - motor.get(trial, step, PAIR * joint + 1));
                }
            }
        }
        return torque;
    }
}
