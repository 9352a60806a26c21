// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import betz.data.LoadRows;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mass in the hand, which adds to the inertia of the body. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CarriedMassTest {
    private static final double DT = 0.01;

    static Stream<Effector> effectors() {
        return EffectorContractTest.Bodies.all().stream();
    }

    static Stream<Arm> arms() {
        return effectors().filter(Arm.class::isInstance).map(Arm.class::cast);
    }

    @ParameterizedTest
    @MethodSource("arms")
    void an_arm_with_a_mass_in_its_hand_is_one_with_a_heavier_forearm(Arm arm) {
        double mass = 1.3;
        var carrying = new OneBody(arm, DT, 6).loadedLinearly().carrying(mass);
        var heavier = new OneBody(withForearm(arm, with(arm.skeleton().forearm(), mass)), DT, 6).loadedLinearly();

        for (int step = 0; step < 20; step++) {
            carrying.advance();
            heavier.advance();
        }

        for (int row = 0; row < carrying.state.length; row++) {
            double expected = heavier.state[row][0];
            // rounding of 20 steps, which stiff fibres enlarge
            assertThat(carrying.state[row][0]).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void the_gradient_of_a_step_with_a_mass_is_its_central_difference(Effector effector) {
        for (int seed = 0; seed < 10; seed++) {
            var one = new OneBody(effector, DT, seed);
            double[] weight = one.random(effector.states());
            one.loadedLinearly().carrying(0.5 + seed);
            double[][] gradient = one.stepGradient(weight);

            double[] byState = one.differences(
                    one.state, EffectorContractTest.steps(effector), gradient[0], () -> dot(weight, one.step()));
            double[] byCommand = one.difference(one.command, 1e-6, () -> dot(weight, one.step()));

            EffectorContractTest.assertAgree(effector, gradient[0], byState);
            EffectorContractTest.assertAgree(effector, gradient[1], byCommand);
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void a_trial_with_a_mass_does_not_depend_on_its_batch(Effector effector) {
        int batch = 64;
        var many = new OneBody(effector, DT, 5, batch).loadedLinearly();
        Arrays.setAll(many.load[LoadRows.MASS], trial -> 0.1 * trial);
        double[][] next = many.stepAll();

        for (int trial : new int[] {0, 31, batch - 1}) {
            double[] expected = many.only(trial).step();
            for (int row = 0; row < expected.length; row++) {
                assertThat(next[row][trial]).isEqualTo(expected[row]);
            }
        }
    }

    /** A hand at rest gives way to a force as a mass L; with m in it, as L + m (Khatib 1987, doi:10.1109/JRA.1987.1087068). */
    @ParameterizedTest
    @MethodSource("effectors")
    void a_mass_adds_to_what_the_hand_weighs_against_a_force(Effector effector) {
        var body = new OneBody(effector, DT, 3);
        double mass = 2;

        double[][] empty = invert(yielding(effector, body, 0));
        double[][] full = invert(yielding(effector, body, mass));

        for (int axis = 0; axis < 2; axis++) {
            for (int other = 0; other < 2; other++) {
                double expected = empty[axis][other] + (axis == other ? mass : 0);
                // rounding of differences of some 100 rad/s² over a reacher's few 100 kg
                assertThat(full[axis][other]).isCloseTo(expected, within(1e-7 * Math.max(1, Math.abs(expected))));
            }
        }
    }

    /** Returns the acceleration of the hand by a force of 1 N, at rest, [2][force's axis], 1/kg. */
    private static double[][] yielding(Effector effector, OneBody body, double mass) {
        double[][] yielding = new double[2][2];
        Arrays.fill(body.state[2], 0);
        Arrays.fill(body.state[3], 0);
        double size = 1000; // N, so that muscles count for little in rounding
        for (int axis = 0; axis < 2; axis++) {
            double[] above = velocity(effector, body, mass, axis, size);
            double[] below = velocity(effector, body, mass, axis, -size);
            for (int other = 0; other < 2; other++) {
                yielding[other][axis] = (above[other] - below[other]) / (2 * size * SHORT);
            }
        }
        return yielding;
    }

    private static final double SHORT = 1e-9; // s, in which nothing moves

    /** Returns how fast a hand is, SHORT after it was at rest under a force. */
    private static double[] velocity(Effector effector, OneBody body, double mass, int axis, double force) {
        body.load = new double[LoadRows.COUNT][1];
        body.load[LoadRows.FORCE + axis][0] = force;
        body.carrying(mass);
        EffectorKernel kernel = effector.kernel(1, SHORT);
        double[][] next = new double[effector.states()][1];
        kernel.step(body.state, body.command, body.load, next);
        double[][] sense = new double[4 + 2 * effector.muscles()][1];
        kernel.sense(next, sense);
        return new double[] {sense[2][0], sense[3][0]};
    }

    private static double[][] invert(double[][] a) {
        double determinant = a[0][0] * a[1][1] - a[0][1] * a[1][0];
        return new double[][] {
            {a[1][1] / determinant, -a[0][1] / determinant}, {-a[1][0] / determinant, a[0][0] / determinant}
        };
    }

    static Stream<Effector> resting() {
        return EffectorContractTest.resting();
    }

    @ParameterizedTest
    @MethodSource("resting")
    void a_hand_that_is_held_at_rest_does_not_notice(Effector effector) {
        double[] start = effector.startJoint();
        double[] rest = effector.rest(start[0], start[1]);
        var one = new OneBody(effector, DT, 0);
        one.reset(start, rest);
        for (int m = 0; m < rest.length; m++) {
            one.command[m][0] = rest[m];
        }
        one.load = new double[LoadRows.COUNT][1];
        one.carrying(5);

        for (int step = 0; step < 50; step++) {
            one.advance();
        }

        assertThat(one.state[0][0]).isCloseTo(start[0], within(1e-9)); // the tolerance of the excitations of rest
        assertThat(one.state[1][0]).isCloseTo(start[1], within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"EULER, 1", "SEMI_IMPLICIT, 1", "RK4, 4"})
    void a_free_arm_with_a_mass_keeps_its_energy_to_the_order_of_the_integrator(Integrator integrator, int order) {
        double coarse = energyError(integrator, 64);
        double fine = energyError(integrator, 128);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(order, within(0.4)); // higher orders still count
    }

    /** Error of the energy of arm and mass after 0.2 s, J. */
    private static double energyError(Integrator integrator, int steps) {
        double mass = 3;
        Skeleton bones = new Skeleton(
                Segment.UPPER_ARM,
                Segment.FOREARM,
                new Range(-50, 50),
                new Range(0, Math.PI),
                0,
                0); // limits out of the way
        Arm arm = withSkeleton(Arm26.DEFAULT.withMuscle(Relu.DEFAULT).with(integrator, Convention.BETZ), bones);
        var body = new OneBody(arm, 0.2 / steps, 0);
        body.reset(new double[] {0.5, 1.2}, new double[arm.muscles()]);
        body.state[2][0] = 2;
        body.state[3][0] = -3;
        Arrays.stream(body.command).forEach(row -> row[0] = 0);
        body.load = new double[LoadRows.COUNT][1];
        body.carrying(mass);
        double before = energy(bones, mass, body);
        for (int step = 0; step < steps; step++) {
            body.advance();
        }
        return Math.abs(energy(bones, mass, body) - before);
    }

    /** Energy of the arm and that of a point that moves with its hand, J. */
    private static double energy(Skeleton bones, double mass, OneBody body) {
        double[] sense = body.sense();
        double ofArm = new ArmDynamics(bones).energy(body.state[1][0], body.state[2][0], body.state[3][0]);
        return ofArm + 0.5 * mass * (sense[2] * sense[2] + sense[3] * sense[3]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, 100})
    void a_point_mass_with_a_mass_in_its_hand_is_a_heavier_one(double mass) {
        var body = new OneBody(PointMass.DEFAULT, DT, 0);
        body.reset(new double[2], new double[4]);
        Arrays.stream(body.command).forEach(row -> row[0] = 0);
        body.load = new double[LoadRows.COUNT][1];
        body.load[LoadRows.FORCE][0] = 8;
        body.carrying(mass);

        body.advance();

        assertThat(body.state[2][0]).isCloseTo(8 / (1 + mass) * DT, within(1e-15)); // 1 kg by itself; rounding
    }

    @Test
    void a_stretched_arm_with_the_greatest_mass_has_finite_accelerations_and_gradients() {
        var body = new OneBody(Arm26.DEFAULT, DT, 1).loadedLinearly().carrying(100);
        body.state[1][0] = 0; // where hands cannot go inwards, and a mass makes the inertia nearly singular

        assertThat(body.step()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        for (double[] gradient : body.stepGradient(body.random(Arm26.DEFAULT.states()))) {
            assertThat(gradient).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
        }
    }

    /** Returns a forearm and a mass at its end as one rigid body. */
    private static Segment with(Segment fore, double mass) {
        double both = fore.mass() + mass;
        double centre = (fore.mass() * fore.centreOfMass() + mass * fore.length()) / both;
        double inner = centre - fore.centreOfMass();
        double outer = fore.length() - centre;
        double inertia = fore.inertia() + fore.mass() * inner * inner + mass * outer * outer;
        return new Segment(fore.length(), both, centre, inertia);
    }

    private static Arm withForearm(Arm arm, Segment forearm) {
        Skeleton s = arm.skeleton();
        return withSkeleton(
                arm, new Skeleton(s.upperArm(), forearm, s.shoulder(), s.elbow(), s.damping(), s.armature()));
    }

    private static Arm withSkeleton(Arm arm, Skeleton bones) {
        if (arm instanceof Arm26 a) {
            return new Arm26(
                    a.muscle(),
                    a.integrator(),
                    a.convention(),
                    a.miniSteps(),
                    a.posture(),
                    bones,
                    a.damping(),
                    a.jointLoad(),
                    a.endpointLoad());
        }
        if (arm instanceof ViaPointArm a) {
            return new ViaPointArm(
                    a.muscle(),
                    a.anatomy(),
                    a.integrator(),
                    a.convention(),
                    a.miniSteps(),
                    a.posture(),
                    bones,
                    a.damping(),
                    a.jointLoad(),
                    a.endpointLoad());
        }
        if (arm instanceof TorqueArm a) {
            return new TorqueArm(
                    a.muscle(),
                    a.shoulderTorque(),
                    a.elbowTorque(),
                    a.integrator(),
                    a.convention(),
                    a.miniSteps(),
                    a.posture(),
                    bones,
                    a.damping(),
                    a.jointLoad(),
                    a.endpointLoad());
        }
        Reacher a = (Reacher) arm;
        return new Reacher(
                a.muscle(),
                a.shoulderTorque(),
                a.elbowTorque(),
                a.integrator(),
                a.convention(),
                a.miniSteps(),
                a.posture(),
                bones,
                a.damping(),
                a.jointLoad(),
                a.endpointLoad());
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
