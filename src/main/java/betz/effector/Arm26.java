// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Range;
import betz.common.Require;
import betz.data.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A planar human arm of two joints and six muscles; Nijhof &amp; Kouwenhoven (2000), doi:10.1007/978-1-4612-2104-3_29, and
 * Kistemaker, Wong &amp; Gribble (2010), doi:10.1152/jn.00483.2010.
 *
 * @param muscle how the muscles make force
 * @param integrator from step to step
 * @param convention which state a force belongs to
 * @param posture joint angles at the start of a trial
 * @param skeleton bones and joints
 */
@About(value = "A planar human arm of two joints and six muscles.", source = "doi:10.1007/978-1-4612-2104-3_29")
public record Arm26(
        @About("How the muscles make force.") Muscle muscle,

        @About("How the body is carried from step to step.") Integrator integrator,

        @About(
                value = "Which state a force belongs to; motornet for models that come from there.",
                source = "doi:10.7554/eLife.88591")
        Convention convention,

        @About("Posture at the start of a trial.") Posture posture,

        @About("Bones and joints.") Skeleton skeleton)
        implements Effector {
    /** Hill muscles, explicit Euler without lag, starting at 45 and 90 degrees. */
    public static final Arm26 DEFAULT =
            new Arm26(RigidTendonHill.DEFAULT, Integrator.EULER, Convention.BETZ, Posture.DEFAULT, Skeleton.DEFAULT);

    public Arm26 {
        Require.that(
                convention == Convention.BETZ || integrator == Integrator.EULER,
                "integrator",
                "rk4",
                "euler, since the convention is motornet");
        within("posture.shoulder", posture.shoulder(), skeleton.shoulder());
        within("posture.elbow", posture.elbow(), skeleton.elbow());
    }

    private static void within(String name, double angle, Range range) {
        Require.within(name, angle, range.low(), range.high(), "rad");
    }

    /** Returns the muscles, in the order of commands. */
    public List<MusclePath> paths() {
        return Anatomy.SIX_MUSCLES;
    }

    /** Returns this arm with other muscles. */
    public Arm26 withMuscle(Muscle other) {
        return new Arm26(other, integrator, convention, posture, skeleton);
    }

    /** Returns this arm with another integrator and convention. */
    public Arm26 with(Integrator other, Convention otherConvention) {
        return new Arm26(muscle, other, otherConvention, posture, skeleton);
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
    public int states() {
        int memory = convention == Convention.MOTORNET ? Mechanics.ACTIVATION : 0;
        return Mechanics.ACTIVATION + muscles() + memory;
    }

    @Override
    public double minimumActivation() {
        return muscle.minimumActivation();
    }

    @Override
    public double fastestTime() {
        return Activation.OFFSET * muscle.activationTime();
    }

    @Override
    public boolean refusesLongSteps() {
        return convention == Convention.BETZ;
    }

    @Override
    public double[] startJoint() {
        return new double[] {posture.shoulder(), posture.elbow()};
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
        Activation law = activation();
        var mechanics = new ArmMechanics(this, law, batch);
        var stepper = integrator.stepper(new Rates(mechanics, law, batch), dt, batch);
        var bounds = new Bounds(skeleton.shoulder(), skeleton.elbow(), law);
        return new BodyKernel(batch, mechanics, stepper, bounds, convention == Convention.MOTORNET);
    }

    /** Returns the law by which activations follow excitations. */
    Activation activation() {
        return Activation.of(muscle);
    }

    /** Makes the muscles of a batch of arms with their scratch. */
    ArmMuscles armMuscles(int batch) {
        return new ArmMuscles(paths(), muscle, batch);
    }
}
