// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import betz.data.Point;
import betz.effector.EffectorContractTest.Bodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What mechanics asks of every body, whatever its muscles, integrator and convention. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MechanicsContractTest {
    private static final double DT = 0.01;
    private static final double H = 1e-6; // of differences, rad or m
    private static final List<Double> NONE = Loads.NONE;
    private static final double TIME = 0.2; // s, in which a free arm turns by some tenths of a radian

    /** Those whose step takes one acceleration. */
    static Stream<Effector> single() {
        return Bodies.plain().stream()
                .flatMap(body -> Stream.of(
                        Bodies.with(body, Integrator.EULER, Convention.BETZ, 1),
                        Bodies.with(body, Integrator.SEMI_IMPLICIT, Convention.BETZ, 1),
                        Bodies.with(body, Integrator.EULER, Convention.MOTORNET, 1)))
                .flatMap(body -> Stream.of(body, body.withLoads(0.5, Bodies.TORQUE, Bodies.FORCE)));
    }

    /** The torque is minus force times the derivative of the length, so that inverse dynamics undoes forward dynamics. */
    @ParameterizedTest
    @MethodSource("single")
    void inverse_dynamics_of_a_step_finds_the_loads_and_the_forces_times_the_derivatives_of_the_lengths(Effector body) {
        for (int seed = 0; seed < 8; seed++) {
            var one = inside(body, DT, seed);
            double[] q = {one.state[0][0], one.state[1][0]};
            double[] qd = {one.state[2][0], one.state[3][0]};
            double[] forces = one.forces();

            double[] next = one.step();

            double[] found = inverse(body, q, qd, (next[2] - qd[0]) / DT, (next[3] - qd[1]) / DT);
            for (int axis = 0; axis < 2; axis++) {
                double[] above = moved(q, axis, H);
                double[] below = moved(q, axis, -H);
                double expected = body.jointLoad().get(axis) - damping(body) * qd[axis];
                Point up = body.hand(above[0], above[1]);
                Point down = body.hand(below[0], below[1]);
                expected += (up.x() - down.x()) / (2 * H) * (body.endpointLoad().get(0) + one.load[0][0]);
                expected += (up.y() - down.y()) / (2 * H) * (body.endpointLoad().get(1) + one.load[1][0]);
                double most = 1;
                for (int m = 0; m < forces.length; m++) {
                    double arm = (length(body, m, above) - length(body, m, below)) / (2 * H);
                    expected -= forces[m] * arm;
                    most = Math.max(most, forces[m]);
                }
                // lengths of some dm round to 1e-17 and more, over 2e-6
                assertThat(found[axis]).isCloseTo(expected, within(1e-9 * most));
            }
        }
    }

    /** Without the arms of via points in the convention of MotorNet, whose velocities are not rates, and fibres that have a state. */
    static Stream<Effector> geometric() {
        return Bodies.all().stream()
                .filter(body -> !OneBody.compliant(body))
                .filter(body ->
                        !(body instanceof ViaPointArm && body.convention().lags()));
    }

    @ParameterizedTest
    @MethodSource("geometric")
    void velocities_of_muscles_are_rates_of_their_lengths(Effector body) {
        int count = body.muscles();
        int row = body.convention().lags() ? Mechanics.ACTIVATION + count : 0; // joints that lengths belong to
        for (int seed = 0; seed < 5; seed++) {
            var one = new OneBody(body, DT, seed);
            double[] told = one.muscles();
            double[] q = {one.state[row][0], one.state[row + 1][0]};

            double[] later = told(one, row, q, H);
            double[] before = told(one, row, q, -H);

            for (int m = 0; m < count; m++) {
                double rate = (later[m] - before[m]) / (2 * H);
                // lengths of some m round to 1e-16, over 2e-6; curvature over 1e-6 s is less
                assertThat(told[count + m]).isCloseTo(rate, within(1e-8));
            }
        }
    }

    /** What muscles are told to be a time later, at constant velocities. */
    private static double[] told(OneBody one, int row, double[] q, double time) {
        for (int axis = 0; axis < 2; axis++) {
            one.state[row + axis][0] = q[axis] + time * one.state[row + 2 + axis][0];
        }
        return one.muscles();
    }

    static Stream<Effector> compliant() {
        return Bodies.plain().stream().filter(OneBody::compliant);
    }

    @ParameterizedTest
    @MethodSource("compliant")
    void velocities_of_fibres_on_tendons_that_stretch_are_rates_of_their_lengths(Effector body) {
        double dt = 1e-9;
        int count = body.muscles();
        int first = Mechanics.ACTIVATION + count;
        for (int seed = 0; seed < 5; seed++) {
            var one = inside(body, dt, seed);
            double[] told = one.muscles();

            double[] next = one.step();

            for (int m = 0; m < count; m++) {
                double rate = (next[first + m] - one.state[first + m][0]) / dt;
                // lengths of a dm round to 1e-17 over 1e-9 s; velocities themselves change by up to 1e-4 in that time
                assertThat(told[count + m]).isCloseTo(rate, within(1e-6 + 1e-4 * Math.abs(rate)));
            }
        }
    }

    /** Arms without limits, damping and pulling muscles, in all ways to step, and the order of their errors. */
    static Stream<Arguments> free() {
        List<Arguments> all = new ArrayList<>();
        for (Arm arm : List.of(
                Arm26.DEFAULT.withMuscle(Relu.DEFAULT),
                ViaPointArm.DEFAULT.withMuscle(Relu.DEFAULT),
                TorqueArm.DEFAULT,
                Reacher.DEFAULT)) {
            for (int miniSteps : new int[] {1, 4}) {
                for (Integrator integrator : Integrator.values()) {
                    Arm stepped = arm.with(integrator, Convention.BETZ).withMiniSteps(miniSteps);
                    all.add(Arguments.of(unbound(stepped), integrator == Integrator.RK4 ? 4 : 1));
                }
                Arm lagging = arm.with(Integrator.EULER, Convention.MOTORNET).withMiniSteps(miniSteps);
                all.add(Arguments.of(unbound(lagging), 1));
            }
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("free")
    void an_arm_without_forces_and_damping_keeps_its_energy_to_the_order_of_its_integrator(Arm arm, int order) {
        int steps = order == 1 ? 128 : 32;
        double coarse = energyError(arm, steps);
        double fine = energyError(arm, 2 * steps);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isGreaterThan(order - 0.2); // higher orders still count
        assertThat(fine).isLessThan(order == 1 ? 0.02 : 1e-7); // of some J
    }

    /** Returns the error of the energy after a time, over the energy. */
    private static double energyError(Arm arm, int steps) {
        int whole = steps / arm.miniSteps();
        var one = new OneBody(arm, TIME / whole, 0);
        one.reset(new double[] {0.7, 1.6}, new double[arm.muscles()]);
        one.state[2][0] = 3;
        one.state[3][0] = -5;
        var dynamics = new ArmDynamics(arm.skeleton());
        double before = dynamics.energy(1.6, 3, -5);

        double[] end = one.rising(whole, new double[arm.muscles()]);

        return Math.abs(dynamics.energy(end[1], end[2], end[3]) / before - 1);
    }

    /** The same arm with a shoulder that turns without end, and joints without damping. */
    private static Arm unbound(Arm arm) {
        Skeleton s = arm.skeleton();
        var free = new Skeleton(s.upperArm(), s.forearm(), new Range(-50, 50), new Range(0, Math.PI), 0, s.armature());
        if (arm instanceof Arm26 a) {
            return new Arm26(
                    a.muscle(), a.integrator(), a.convention(), a.miniSteps(), a.posture(), free, 0, NONE, NONE);
        } else if (arm instanceof ViaPointArm a) {
            return new ViaPointArm(
                    a.muscle(),
                    a.anatomy(),
                    a.integrator(),
                    a.convention(),
                    a.miniSteps(),
                    a.posture(),
                    free,
                    0,
                    NONE,
                    NONE);
        } else if (arm instanceof TorqueArm a) {
            return new TorqueArm(
                    a.muscle(), 1, 1, a.integrator(), a.convention(), a.miniSteps(), a.posture(), free, 0, NONE, NONE);
        }
        var a = (Reacher) arm;
        return new Reacher(
                a.muscle(), 1, 1, a.integrator(), a.convention(), a.miniSteps(), a.posture(), free, 0, NONE, NONE);
    }

    /** Returns a body in a random state that is no step away from any limit. */
    private static OneBody inside(Effector body, double dt, int seed) {
        var one = new OneBody(body, dt, seed);
        double[] start = body.startJoint();
        for (int axis = 0; axis < 2; axis++) {
            one.state[axis][0] = start[axis] + 0.1 * Math.sin(seed + axis);
        }
        return one;
    }

    private static double[] moved(double[] q, int axis, double by) {
        double[] other = q.clone();
        other[axis] += by;
        return other;
    }

    private static double length(Effector body, int m, double[] q) {
        if (body instanceof Arm arm) {
            return arm.paths().get(m).length(q[0], q[1]);
        }
        Anchor anchor = ((PointMass) body).anatomy().get(m);
        return Math.hypot(q[0] - anchor.x(), q[1] - anchor.y());
    }

    private static double damping(Effector body) {
        return body instanceof Arm arm ? arm.jointDamping() : body.damping();
    }

    /** Returns the torques, or forces, that an acceleration needs. */
    private static double[] inverse(Effector body, double[] q, double[] qd, double qdd0, double qdd1) {
        return body instanceof Arm arm
                ? new ArmDynamics(arm.skeleton()).torque(q[1], qd[0], qd[1], qdd0, qdd1)
                : Arrays.stream(new double[] {qdd0, qdd1})
                        .map(each -> ((PointMass) body).mass() * each)
                        .toArray();
    }
}
