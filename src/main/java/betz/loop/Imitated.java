// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import betz.data.Recording;
import betz.data.Signal;
import betz.effector.Effector;
import java.util.List;

/**
 * What a network that sees the task alone can be taught to reproduce of a reference, without a body in the loop.
 *
 * <p>Its outputs are scaled to values near one. That of step k stands for what it leads to: the hand or the joints at step
 * k + 1, or the excitations of step k.
 */
public enum Imitated {
    /** Hand x, y relative to the start (10 cm), then hand velocity x, y (m/s). */
    HAND,
    /** Shoulder and elbow relative to the posture at the start, rad. */
    JOINT_ANGLES,
    /** Muscle excitations, 0 to 1; in judgement they move the body, which the network does not feel. */
    EXCITATIONS;

    /** Outputs per axis of the plane that stand for one quantity. */
    static final int PLANE = 2;

    /** Hand position of a unit of output, m. */
    public static final double LENGTH = 0.1;

    /** Returns the names of the signals that a recording must have to be imitated. */
    public List<String> signals() {
        return switch (this) {
            case HAND -> List.of("hand.position", "hand.velocity");
            case JOINT_ANGLES -> List.of("joint.angle");
            case EXCITATIONS -> List.of("muscle.excitation");
        };
    }

    /** Returns the number of outputs. */
    public int outputs(Effector effector) {
        return switch (this) {
            case HAND -> 2 * PLANE;
            case JOINT_ANGLES -> PLANE;
            case EXCITATIONS -> effector.muscles();
        };
    }

    /** Returns what a network should put out at a step, which is not the last. */
    public double wanted(Recording target, int trial, int step, int output) {
        Signal signal = target.signal(signals().get(this == HAND ? output / PLANE : 0));
        return switch (this) {
            case HAND ->
                output < PLANE
                        ? (signal.get(trial, step + 1, output) - startOf(target, trial, output)) / LENGTH
                        : signal.get(trial, step + 1, output - PLANE);
            case JOINT_ANGLES -> signal.get(trial, step + 1, output) - signal.get(trial, 0, output);
            case EXCITATIONS -> signal.get(trial, step, output);
        };
    }

    private static double startOf(Recording recording, int trial, int axis) {
        var start = recording.trials().get(trial).start();
        return axis == 0 ? start.x() : start.y();
    }
}
