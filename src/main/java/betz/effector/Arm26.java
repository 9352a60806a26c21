// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

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
        implements Effector {
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
        convention.check(integrator);
        Require.that(
                !(muscle instanceof CompliantTendonHill) || integrator != Integrator.RK4,
                "integrator",
                "rk4",
                "euler or semi-implicit, since the muscles are compliant-tendon-hill, whose fibres take a step of"
                        + " their own");
        Require.count("miniSteps", miniSteps, 1, MOST_MINI_STEPS);
        Require.notNegative("damping", damping, "N*m*s/rad");
        jointLoad = Loads.checked("jointLoad", jointLoad, "N*m");
        endpointLoad = Loads.checked("endpointLoad", endpointLoad, "N");
        within("posture.shoulder", posture.shoulder(), skeleton.shoulder());
        within("posture.elbow", posture.elbow(), skeleton.elbow());
    }

    private static void within(String name, double angle, Range range) {
        Require.within(name, angle, range.low(), range.high(), "rad");
    }

    /** Returns the muscles, in the order of commands. */
    public List<MusclePath> paths() {
        return muscle.paths();
    }

    /** Tells whether tendons stretch, so that the lengths of fibres are states. */
    boolean compliant() {
        return muscle instanceof CompliantTendonHill;
    }

    /** Tells whether a state holds positions and velocities of the step before. */
    private boolean remembers() {
        return convention.lags() && !compliant();
    }

    /** Returns this arm with other muscles. */
    public Arm26 withMuscle(Muscle other) {
        return new Arm26(other, integrator, convention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    /** Returns this arm with another integrator and convention. */
    public Arm26 with(Integrator other, Convention otherConvention) {
        return new Arm26(
                muscle, other, otherConvention, miniSteps, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    /** Returns this arm with another number of mini-steps. */
    public Arm26 withMiniSteps(int other) {
        return new Arm26(muscle, integrator, convention, other, posture, skeleton, damping, jointLoad, endpointLoad);
    }

    @Override
    public Arm26 withLoads(double otherDamping, List<Double> torque, List<Double> force) {
        return new Arm26(muscle, integrator, convention, miniSteps, posture, skeleton, otherDamping, torque, force);
    }

    @Override
    public List<String> muscleNames() {
        return paths().stream().map(MusclePath::name).toList();
    }

    @Override
    public int muscles() {
        return paths().size();
    }

    @Override
    public double[] maximumForces() {
        return paths().stream().mapToDouble(MusclePath::maximumForce).toArray();
    }

    @Override
    public int states() {
        int memory = remembers() ? Mechanics.ACTIVATION : 0;
        return Mechanics.ACTIVATION + muscles() + Contraction.rows(this) + memory;
    }

    /** Checks a step also against what explicit fibres bear; see {@link CompliantTendonHill#LONGEST_EXPLICIT}. */
    @Override
    public Optional<String> checkStep(double dt) {
        Optional<String> usual = Effector.super.checkStep(dt);
        return compliant() && convention.lags()
                ? CompliantTendonHill.checkExplicit(dt, miniSteps).or(() -> usual)
                : usual;
    }

    @Override
    public double[] startJoint() {
        return new double[] {posture.shoulder(), posture.elbow()};
    }

    @Override
    public List<Range> limits() {
        return List.of(skeleton.shoulder(), skeleton.elbow());
    }

    @Override
    public Point hand(double q0, double q1) {
        return skeleton.hand(q0, q1);
    }

    @Override
    public double[] posture(Point hand) {
        return new InverseKinematics(skeleton).joint(hand);
    }

    @Override
    public double[] rest(double q0, double q1) {
        return new StaticOptimisation(this).rest(q0, q1);
    }

    @Override
    public Point anywhere(RandomGenerator random) {
        double shoulder = skeleton.shoulder().at(random.nextDouble());
        return hand(shoulder, skeleton.elbow().at(random.nextDouble()));
    }

    @Override
    public boolean reaches(Point hand) {
        return new InverseKinematics(skeleton).reaches(hand);
    }

    @Override
    public String workspace() {
        return new InverseKinematics(skeleton).workspace();
    }

    @Override
    public EffectorKernel kernel(int batch, double dt) {
        checkStep(dt);
        Activation law = Activation.of(muscle);
        var mechanics = new ArmMechanics(this, law, batch, dt);
        var stepper = integrator.stepper(new Rates(mechanics, law, batch), dt / miniSteps, batch);
        var bounds = new Bounds(skeleton.shoulder(), skeleton.elbow(), law);
        return new BodyKernel(batch, mechanics, stepper, bounds, remembers(), miniSteps);
    }

    /** Returns the damping of both joints in all, N·m·s/rad. */
    double jointDamping() {
        return damping + skeleton.damping();
    }

    /** Returns the torques that the constant loads make in a posture, [2], N·m. */
    double[] loadTorque(double q0, double q1) {
        Point hand = skeleton.hand(q0, q1);
        double ex = hand.x() - skeleton.upperArm().length() * StrictMath.cos(q0);
        double ey = hand.y() - skeleton.upperArm().length() * StrictMath.sin(q0);
        double fx = endpointLoad.get(0);
        double fy = endpointLoad.get(1);
        return new double[] {jointLoad.get(0) + hand.x() * fy - hand.y() * fx, jointLoad.get(1) + ex * fy - ey * fx};
    }

    /** Makes the muscles of a batch of arms with their scratch. */
    ArmMuscles armMuscles(int batch) {
        return new ArmMuscles(paths(), muscle, batch);
    }
}
