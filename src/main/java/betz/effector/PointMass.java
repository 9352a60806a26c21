// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.AlsoKnownAs;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mass in the plane, pulled by muscles towards places around it; by default towards the corners of a square, as {@code
 * point-mass-4} of MotorNet (doi:10.7554/eLife.88591).
 *
 * @param mass kg
 * @param maximumForce of each muscle, N
 * @param anatomy the muscles, in the order of commands
 * @param muscle how the muscles make force
 * @param integrator from step to step
 * @param convention which state a muscle's length and velocity belong to
 * @param miniSteps equal parts of a step, with the excitation held
 * @param damping along both axes, N·s/m
 * @param jointLoad constant force along both axes, N; what torques at the joints are to an arm
 * @param endpointLoad constant force at the hand, x and y, N
 */
@AlsoKnownAs("point-mass-4")
@About("A mass in the plane, pulled by muscles towards places around it: four corners of a square by default.")
public record PointMass(
        @Unit("kg") @About(value = "Mass.", source = "doi:10.7554/eLife.88591")
        double mass,

        @Unit("N") @About(value = "Greatest force of a muscle of strength 1.", source = "doi:10.7554/eLife.88591")
        double maximumForce,

        @About(value = "The muscles, in the order of commands.", source = "doi:10.7554/eLife.88591")
        List<Anchor> anatomy,

        @About("How the muscles make force.") Relu muscle,

        @About("How the body is carried from step to step.") Integrator integrator,

        @About(
                value =
                        "Which state a muscle's length and velocity belong to; motornet for models that come from there.",
                source = "doi:10.7554/eLife.88591")
        Convention convention,

        @AlsoKnownAs("mini-steps")
        @About("Equal parts of a step that the body is carried in, with the excitation held.")
        int miniSteps,

        @Unit("N*s/m") @About("Viscous damping along both axes.")
        double damping,

        @Unit("N")
        @AlsoKnownAs("joint-load")
        @About("Constant force along both axes; what torques at the joints are to an arm.")
        List<Double> jointLoad,

        @Unit("N") @AlsoKnownAs("endpoint-load") @About("Constant force at the hand, x and y.")
        List<Double> endpointLoad)
        implements Effector {
    /** Both coordinates stay within it, m. */
    public static final Range LIMIT = new Range(-1, 1);

    private static final String WITHIN = LIMIT.low() + " to " + LIMIT.high() + " m in x and y";
    private static final int MOST_MUSCLES = 1000;

    /** The preset of MotorNet, doi:10.7554/eLife.88591. */
    public static final PointMass DEFAULT = new PointMass(
            1.0,
            500.0,
            Anatomy.FOUR_CORNERS,
            Relu.DEFAULT,
            Integrator.EULER,
            Convention.BETZ,
            1,
            0,
            Loads.NONE,
            Loads.NONE);

    public PointMass {
        Require.positive("mass", mass, "kg");
        Require.positive("maximumForce", maximumForce, "N");
        anatomy = List.copyOf(anatomy);
        Require.items("anatomy", anatomy.size(), "muscle", 1, MOST_MUSCLES);
        Anatomy.checkNames(anatomy.stream().map(Anchor::name).toList());
        for (int i = 0; i < anatomy.size(); i++) {
            Anchor anchor = anatomy.get(i);
            String place = anchor.x() + ", " + anchor.y() + " m";
            Require.that(
                    anchor.isOutside(),
                    "anatomy[" + i + "]",
                    place,
                    "a place that the mass cannot get to, outside " + WITHIN);
        }
        double least = muscle.minimumActivation();
        Require.that(least == 0, "muscle.minimumActivation", Double.toString(least), "0, so that the mass can rest");
        convention.check(integrator);
        Require.count("miniSteps", miniSteps, 1, MOST_MINI_STEPS);
        Require.notNegative("damping", damping, "N*s/m");
        jointLoad = Loads.checked("jointLoad", jointLoad, "N");
        endpointLoad = Loads.checked("endpointLoad", endpointLoad, "N");
    }

    /** Returns this mass with another integrator and convention. */
    public PointMass with(Integrator other, Convention otherConvention) {
        return copy(other, otherConvention, miniSteps, damping, jointLoad, endpointLoad);
    }

    @Override
    public PointMass withMiniSteps(int other) {
        return copy(integrator, convention, other, damping, jointLoad, endpointLoad);
    }

    @Override
    public PointMass withLoads(double otherDamping, List<Double> along, List<Double> force) {
        return copy(integrator, convention, miniSteps, otherDamping, along, force);
    }

    private PointMass copy(
            Integrator how, Convention order, int parts, double drag, List<Double> along, List<Double> force) {
        return new PointMass(mass, maximumForce, anatomy, muscle, how, order, parts, drag, along, force);
    }

    /** Returns this mass with other muscles. */
    public PointMass withAnatomy(List<Anchor> other) {
        return new PointMass(
                mass, maximumForce, other, muscle, integrator, convention, miniSteps, damping, jointLoad, endpointLoad);
    }

    @Override
    public List<String> muscleNames() {
        return anatomy.stream().map(Anchor::name).toList();
    }

    @Override
    public int muscles() {
        return anatomy.size();
    }

    @Override
    public double[] maximumForces() {
        return anatomy.stream()
                .mapToDouble(anchor -> maximumForce * anchor.strength())
                .toArray();
    }

    @Override
    public int states() {
        int memory = convention.lags() ? Mechanics.ACTIVATION : 0;
        return Mechanics.ACTIVATION + muscles() + memory;
    }

    @Override
    public double[] startJoint() {
        return new double[] {0, 0};
    }

    @Override
    public List<Range> limits() {
        return List.of(LIMIT, LIMIT);
    }

    @Override
    public Point hand(double q0, double q1) {
        return new Point(q0, q1);
    }

    @Override
    public double[] posture(Point hand) {
        Require.that(reaches(hand), "hand", hand.x() + ", " + hand.y() + " m", workspace());
        return new double[] {hand.x(), hand.y()};
    }

    @Override
    public double[] rest(double q0, double q1) {
        return new PointMassRest(this).at(q0, q1);
    }

    @Override
    public Point anywhere(RandomGenerator random) {
        double x = LIMIT.at(random.nextDouble());
        return new Point(x, LIMIT.at(random.nextDouble()));
    }

    @Override
    public boolean reaches(Point hand) {
        return Math.abs(hand.x()) <= LIMIT.high() && Math.abs(hand.y()) <= LIMIT.high();
    }

    @Override
    public String workspace() {
        return WITHIN;
    }

    /** Returns the sum of the constant loads, [2], N. */
    double[] constantLoad() {
        return new double[] {jointLoad.get(0) + endpointLoad.get(0), jointLoad.get(1) + endpointLoad.get(1)};
    }

    @Override
    public EffectorKernel kernel(int batch, double dt) {
        checkStep(dt);
        var law = Activation.of(muscle);
        var mechanics = new PointMassMechanics(this, law, batch);
        var stepper = integrator.stepper(new Rates(mechanics, law, batch), dt / miniSteps, batch);
        var bounds = new Bounds(LIMIT, LIMIT, law);
        return new BodyKernel(batch, mechanics, stepper, bounds, convention.lags(), miniSteps);
    }
}
