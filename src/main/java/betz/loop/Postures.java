// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Effector;
import java.util.List;

/** The postures that put the hand where it was recorded. */
public final class Postures {
    static final List<String> JOINTS = List.of("shoulder", "elbow");

    private Postures() {}

    /**
     * Returns a recording with the signal joint.angle, rad, by inverse kinematics if it was not recorded.
     *
     * @throws betz.common.BadSetting if the hand was out of the body's reach
     */
    public static Recording added(Effector effector, Recording recording) {
        if (recording.find("joint.angle").isPresent()) {
            return recording;
        }
        Signal hand = recording.signal("hand.position");
        Signal angle = Signal.zeros("joint.angle", "rad", hand.trials(), hand.steps(), JOINTS);
        for (int trial = 0; trial < hand.trials(); trial++) {
            for (int step = 0; step < hand.steps(); step++) {
                double[] joint = effector.posture(new Point(hand.get(trial, step, 0), hand.get(trial, step, 1)));
                angle.set(trial, step, 0, joint[0]);
                angle.set(trial, step, 1, joint[1]);
            }
        }
        return recording.with(angle);
    }
}
