// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Require;
import betz.common.Unit;
import java.util.List;

/**
 * A planar arm of two joints whose muscles are described entirely by the scenario: each runs straight from point to point.
 *
 * @param muscle how the muscles make force
 * @param anatomy the muscles, in the order of commands
 * @param integrator from step to step
 * @param convention which state a force belongs to
 * @param miniSteps equal parts of a step, with the excitation held
 * @param posture joint angles at the start of a trial
 * @param skeleton bones and joints
 * @param damping of both joints beside the skeleton's own, N·m·s/rad
 * @param jointLoad constant torques at shoulder and elbow, N·m
 * @param endpointLoad constant force at the hand, x and y, N
 */
@About("A planar arm of two joints with muscles of your own, each described by the points that it runs through.")
public record ViaPointArm(
        @About("How the muscles make force.") Muscle muscle,

        @About("The muscles, in the order of commands.") List<ViaPointMuscle> anatomy,

        @About("How the body is carried from step to step.") Integrator integrator,

        @About(
                value =
                        "Which state a force belongs to; motornet for models that come from there, velocities of paths too.",
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
        implements Arm {
    /** Six muscles on the arm of MotorNet (doi:10.7554/eLife.88591) that has none of its own. */
    public static final ViaPointArm DEFAULT = new ViaPointArm(
            RigidTendonHill.DEFAULT,
            Anatomy.SIX_VIA_POINT_MUSCLES,
            Integrator.EULER,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            Skeleton.TWO_DOF_ARM,
            0,
            Loads.NONE,
            Loads.NONE);

    private static final int MOST_MUSCLES = 1000;

    public ViaPointArm {
        anatomy = List.copyOf(anatomy);
        Require.items("anatomy", anatomy.size(), "muscle", 1, MOST_MUSCLES);
        Anatomy.checkNames(anatomy.stream().map(ViaPointMuscle::name).toList());
        Arm.check(muscle, integrator, convention, miniSteps, damping, posture, skeleton);
        jointLoad = Loads.checked("jointLoad", jointLoad, "N*m");
        endpointLoad = Loads.checked("endpointLoad", endpointLoad, "N");
    }

    @Override
    public List<ViaPointPath> paths() {
        double upperArm = skeleton.upperArm().length();
        return anatomy.stream().map(each -> new ViaPointPath(each, upperArm)).toList();
    }

    @Override
    public int muscles() {
        return anatomy.size();
    }

    /** Returns this arm with muscles that make force in another way. */
    public ViaPointArm withMuscle(Muscle other) {
        return new ViaPointArm(
                other, anatomy, integrator, convention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    /** Returns this arm with other muscles. */
    public ViaPointArm withAnatomy(List<ViaPointMuscle> other) {
        return new ViaPointArm(
                muscle, other, integrator, convention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public ViaPointArm with(Integrator other, Convention otherConvention) {
        return new ViaPointArm(
                muscle,
                anatomy,
                other,
                otherConvention,
                miniSteps,
                posture,
                skeleton,
                damping,
                jointLoad,
                endpointLoad);
    }

    @Override
    public ViaPointArm withMiniSteps(int other) {
        return new ViaPointArm(
                muscle, anatomy, integrator, convention, other, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public ViaPointArm withLoads(double otherDamping, List<Double> torque, List<Double> force) {
        return new ViaPointArm(
                muscle, anatomy, integrator, convention, miniSteps, posture, skeleton, otherDamping, torque, force);
    }
}
