// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import betz.common.About;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A mass in the plane, pulled by four muscles towards the corners of a square; {@code point-mass-4} of MotorNet
 * (doi:10.7554/eLife.88591).
 *
 * @param mass kg
 * @param maximumForce of each muscle, N
 * @param muscle how the muscles make force
 * @param integrator from step to step
 */
@About("A mass in the plane, pulled by four muscles towards the corners of a square.")
public record PointMass(
        @Unit("kg") @About(value = "Mass.", source = "doi:10.7554/eLife.88591")
        double mass,

        @Unit("N") @About(value = "Greatest force of each muscle.", source = "doi:10.7554/eLife.88591")
        double maximumForce,

        @About("How the muscles make force.") Relu muscle,

        @About("How the body is carried from step to step.") Integrator integrator)
        implements Effector {
    /** The preset of MotorNet, doi:10.7554/eLife.88591. */
    public static final PointMass DEFAULT = new PointMass(1.0, 500.0, Relu.DEFAULT, Integrator.EULER);

    /** Both coordinates stay within it, m. */
    public static final Range LIMIT = new Range(-1, 1);

    /** The muscles pull towards the corners of a square, this far from the origin along each axis, m. */
    static final double ANCHOR = 2;

    public PointMass {
        Require.positive("mass", mass, "kg");
        Require.positive("maximumForce", maximumForce, "N");
        double least = muscle.minimumActivation();
        Require.that(least == 0, "muscle.minimumActivation", Double.toString(least), "0, so that the mass can rest");
    }

    @Override
    public List<String> muscleNames() {
        return List.of("upper-right", "upper-left", "lower-right", "lower-left");
    }

    @Override
    public int states() {
        return Mechanics.ACTIVATION + muscles();
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
    public double[] startJoint() {
        return new double[] {0, 0};
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
        return new double[muscles()];
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
        return LIMIT.low() + " to " + LIMIT.high() + " m in x and y";
    }

    @Override
    public EffectorKernel kernel(int batch, double dt) {
        checkStep(dt);
        var law = Activation.of(muscle);
        var mechanics = new PointMassMechanics(this, law, batch);
        var stepper = integrator.stepper(new Rates(mechanics, law, batch), dt, batch);
        return new BodyKernel(batch, mechanics, stepper, new Bounds(LIMIT, LIMIT, law), false);
    }
}
