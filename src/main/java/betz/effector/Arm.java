// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.Range;
import betz.common.Require;
import betz.data.Point;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A planar arm of two joints; its kinds differ in their muscles. */
public sealed interface Arm extends Effector permits Arm26, ViaPointArm, MotorArm {
    /** Returns how the arm is carried from step to step. */
    Integrator integrator();

    /** Returns the joint angles at the start of a trial. */
    Posture posture();

    /** Returns bones and joints. */
    Skeleton skeleton();

    /** Returns the muscles, in the order of commands. */
    List<? extends MusclePath> paths();

    /** Returns this arm with another integrator and convention. */
    Arm with(Integrator integrator, Convention convention);

    @Override
    Arm withMiniSteps(int miniSteps);

    @Override
    Arm withLoads(double damping, List<Double> jointLoad, List<Double> endpointLoad);

    /** Throws unless the settings that all arms have suit each other. */
    static void check(
            Muscle muscle,
            Integrator integrator,
            Convention convention,
            int miniSteps,
            double damping,
            Posture posture,
            Skeleton skeleton) {
        convention.check(integrator);
        Require.that(
                !(muscle instanceof CompliantTendonHill) || integrator != Integrator.RK4,
                "integrator",
                "rk4",
                "euler or semi-implicit, since the muscles are compliant-tendon-hill, whose fibres take a step of"
                        + " their own");
        Require.count("miniSteps", miniSteps, 1, MOST_MINI_STEPS);
        Require.notNegative("damping", damping, "N*m*s/rad");
        within("posture.shoulder", posture.shoulder(), skeleton.shoulder());
        within("posture.elbow", posture.elbow(), skeleton.elbow());
    }

    private static void within(String name, double angle, Range range) {
        Require.within(name, angle, range.low(), range.high(), "rad");
    }

    /** Tells whether tendons stretch, so that the lengths of fibres are states. */
    default boolean compliant() {
        return muscle() instanceof CompliantTendonHill;
    }

    /** Tells whether a state holds positions and velocities of the step before. */
    private boolean remembers() {
        return convention().lags() && !compliant();
    }

    @Override
    default List<String> muscleNames() {
        return paths().stream().map(MusclePath::name).toList();
    }

    @Override
    default int muscles() {
        return paths().size();
    }

    @Override
    default double[] maximumForces() {
        return paths().stream().mapToDouble(MusclePath::maximumForce).toArray();
    }

    /** Checks a step also against what explicit fibres bear; see {@link CompliantTendonHill#LONGEST_EXPLICIT}. */
    @Override
    default Optional<String> checkStep(double dt) {
        Optional<String> usual = Effector.super.checkStep(dt);
        return compliant() && convention().lags()
                ? CompliantTendonHill.checkExplicit(dt, miniSteps()).or(() -> usual)
                : usual;
    }

    @Override
    default int states() {
        int memory = remembers() ? Mechanics.ACTIVATION : 0;
        return Mechanics.ACTIVATION + muscles() + Contraction.rows(this) + memory;
    }

    @Override
    default double[] startJoint() {
        return new double[] {posture().shoulder(), posture().elbow()};
    }

    @Override
    default List<Range> limits() {
        return List.of(skeleton().shoulder(), skeleton().elbow());
    }

    @Override
    default Point hand(double q0, double q1) {
        return skeleton().hand(q0, q1);
    }

    @Override
    default double[] posture(Point hand) {
        return new InverseKinematics(skeleton()).joint(hand);
    }

    @Override
    default double[] rest(double q0, double q1) {
        return new StaticOptimisation(this).rest(q0, q1);
    }

    @Override
    default Point anywhere(RandomGenerator random) {
        double shoulder = skeleton().shoulder().at(random.nextDouble());
        return hand(shoulder, skeleton().elbow().at(random.nextDouble()));
    }

    @Override
    default boolean reaches(Point hand) {
        return new InverseKinematics(skeleton()).reaches(hand);
    }

    @Override
    default String workspace() {
        return new InverseKinematics(skeleton()).workspace();
    }

    @Override
    default EffectorKernel kernel(int batch, double dt) {
        checkStep(dt);
        Activation law = Activation.of(muscle());
        var mechanics = new ArmMechanics(this, law, batch, dt);
        var stepper = integrator().stepper(new Rates(mechanics, law, batch), dt / miniSteps(), batch);
        var bounds = new Bounds(skeleton().shoulder(), skeleton().elbow(), law);
        return new BodyKernel(batch, mechanics, stepper, bounds, remembers(), miniSteps());
    }

    /** Returns the damping of both joints in all, N·m·s/rad. */
    default double jointDamping() {
        return damping() + skeleton().damping();
    }

    /** Returns the torques that the constant loads make in a posture, [2], N·m. */
    default double[] loadTorque(double q0, double q1) {
        Point hand = skeleton().hand(q0, q1);
        double ex = hand.x() - skeleton().upperArm().length() * StrictMath.cos(q0);
        double ey = hand.y() - skeleton().upperArm().length() * StrictMath.sin(q0);
        double fx = endpointLoad().get(0);
        double fy = endpointLoad().get(1);
        return new double[] {
            jointLoad().get(0) + hand.x() * fy - hand.y() * fx, jointLoad().get(1) + ex * fy - ey * fx
        };
    }
}
