// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.BadSetting;
import betz.effector.Arm;
import betz.effector.Effector;
import betz.effector.ExactInverse;
import betz.effector.MuscleCommands;

/** The exact inverse of the two-joint arm as what a calibration asks for. */
final class ArmInverse implements HandInverse {
    private static final double MISSED = 0.01; // torque, N·m; above it a path counts as one that muscles cannot follow
    private final double[] rest;
    private final ExactInverse inverse;

    /** Prepares for a body at the posture that its trials start from; only an arm can be inverted. */
    static ArmInverse of(Effector body, double dt) {
        if (body instanceof Arm arm) {
            return new ArmInverse(arm, dt);
        }
        throw new BadSetting(
                "effector", body.getClass().getSimpleName(), "an arm of two joints, to calibrate a cortex on");
    }

    private ArmInverse(Arm arm, double dt) {
        double[] posture = arm.startJoint();
        rest = arm.rest(posture[0], posture[1]);
        inverse = new ExactInverse(arm, dt);
    }

    @Override
    public double[] rest() {
        return rest.clone();
    }

    @Override
    public double[][] follow(double[][] path) {
        MuscleCommands commands = inverse.solve(path);
        return commands.missed() > MISSED ? new double[0][] : commands.excitation();
    }
}
