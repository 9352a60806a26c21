// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Unit;
import java.util.List;

/**
 * A planar human arm of two joints and six muscles; Nijhof &amp; Kouwenhoven (2000), doi:10.1007/978-1-4612-2104-3_29, and
 * Kistemaker, Wong &amp; Gribble (2010), doi:10.1152/jn.00483.2010.
 *
 * @param muscle how the muscles make force
 * @param integrator from step to step
 * @param convention which state a force belongs to
 * @param miniSteps equal parts of a step, with the excitation held
 * @param posture joint angles at the start of a trial
 * @param skeleton bones and joints
 * @param damping of both joints beside the skeleton's own, N·m·s/rad
 * @param jointLoad constant torques at shoulder and elbow, N·m
 * @param endpointLoad constant force at the hand, x and y, N
 */
@About(value = "A planar human arm of two joints and six muscles.", source = "doi:10.1007/978-1-4612-2104-3_29")
public record Arm26(
        @About("How the muscles make force.") Muscle muscle,

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
        implements Arm {
    /** Hill muscles, explicit Euler without lag, starting at 45 and 90 degrees; neither damping nor loads. */
    public static final Arm26 DEFAULT = new Arm26(
            RigidTendonHill.DEFAULT,
            Integrator.EULER,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            Skeleton.DEFAULT,
            0,
            Loads.NONE,
            Loads.NONE);

    public Arm26 {
        Arm.check(muscle, integrator, convention, miniSteps, damping, posture, skeleton);
        jointLoad = Loads.checked("jointLoad", jointLoad, "N*m");
        endpointLoad = Loads.checked("endpointLoad", endpointLoad, "N");
    }

    @Override
    public List<PolynomialPath> paths() {
        return muscle.paths();
    }

    /** Returns this arm with other muscles. */
    public Arm26 withMuscle(Muscle other) {
        return new Arm26(other, integrator, convention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public Arm26 with(Integrator other, Convention otherConvention) {
        return new Arm26(
                muscle, other, otherConvention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public Arm26 withMiniSteps(int other) {
        return new Arm26(muscle, integrator, convention, other, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public Arm26 withLoads(double otherDamping, List<Double> torque, List<Double> force) {
        return new Arm26(muscle, integrator, convention, miniSteps, posture, skeleton, otherDamping, torque, force);
    }
}
