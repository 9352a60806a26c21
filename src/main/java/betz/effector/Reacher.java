// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Unit;
import java.util.List;

/**
 * The arm of the Reacher of Gymnasium and MuJoCo, doi:10.1109/IROS.2012.6386109: a {@link TorqueArm} with other defaults. Its elbow
 * bends one way.
 *
 * @param muscle how torques follow commands
 * @param shoulderTorque greatest torque of either motor at the shoulder, N·m
 * @param elbowTorque greatest torque of either motor at the elbow, N·m
 * @param integrator from step to step
 * @param convention which state a torque belongs to
 * @param miniSteps equal parts of a step, with the command held
 * @param posture joint angles at the start of a trial
 * @param skeleton bones and joints
 * @param damping of both joints beside the skeleton's own, N·m·s/rad
 * @param jointLoad constant torques at shoulder and elbow, N·m
 * @param endpointLoad constant force at the hand, x and y, N
 */
@About(
        value = "The two-joint arm of Gymnasium's Reacher, turned by a pair of motors at each joint.",
        source = "doi:10.1109/IROS.2012.6386109")
public record Reacher(
        @About("How torques follow commands: as forces of muscles do, whatever the posture.")
        Relu muscle,

        @Unit("N*m")
        @About(value = "Greatest torque of either motor at the shoulder.", source = "doi:10.1109/IROS.2012.6386109")
        double shoulderTorque,

        @Unit("N*m")
        @About(value = "Greatest torque of either motor at the elbow.", source = "doi:10.1109/IROS.2012.6386109")
        double elbowTorque,

        @About("How the body is carried from step to step.") Integrator integrator,

        @About(
                value = "Which state a force belongs to; motornet for models that come from there.",
                source = "doi:10.7554/eLife.88591")
        Convention convention,

        @AlsoKnownAs("mini-steps")
        @About("Equal parts of a step that the body is carried in, with the excitation held.")
        int miniSteps,

        @About("Posture at the start of a trial.") Posture posture,

        @About("Bones and joints.") Skeleton skeleton,

        @Unit("N*m*s/rad")
        @About("Viscous damping of both joints, as of a medium that the arm moves in; skeleton.damping is added to it.")
        double damping,

        @Unit("N*m") @AlsoKnownAs("joint-load") @About("Constant torques at shoulder and elbow.")
        List<Double> jointLoad,

        @Unit("N") @AlsoKnownAs("endpoint-load") @About("Constant force at the hand, x and y.")
        List<Double> endpointLoad)
        implements MotorArm {
    /** As in Gymnasium: motors of 200 N·m that turn an armature of 1 kg·m² against a damping of 1 N·m·s/rad. */
    public static final Reacher DEFAULT = new Reacher(
            Relu.DEFAULT,
            200,
            200,
            Integrator.EULER,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            Skeleton.REACHER,
            0,
            Loads.NONE,
            Loads.NONE);

    public Reacher {
        MotorArm.check(shoulderTorque, elbowTorque);
        Arm.check(muscle, integrator, convention, miniSteps, damping, posture, skeleton);
        jointLoad = Loads.checked("jointLoad", jointLoad, "N*m");
        endpointLoad = Loads.checked("endpointLoad", endpointLoad, "N");
    }

    @Override
    public Reacher with(
            Integrator how, Convention order, int parts, double drag, List<Double> torque, List<Double> force) {
        return new Reacher(
                muscle, shoulderTorque, elbowTorque, how, order, parts, posture, skeleton, drag, torque, force);
    }
}
