// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.Range;
import betz.data.LoadRows;
import betz.data.Point;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Loads that follow the hand: springs, viscous fields, and torques at the joints. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearLoadTest {
    private static final double DT = 0.01;
    private static final PointMass MASS = PointMass.DEFAULT.with(Integrator.RK4, Convention.BETZ);

    /** A skeleton that never meets its limits, with muscles that pull nothing. */
    private static final Arm26 FREE = new Arm26(
            Relu.DEFAULT,
            Integrator.RK4,
            Convention.BETZ,
            1,
            Posture.DEFAULT,
            new Skeleton(Segment.UPPER_ARM, Segment.FOREARM, new Range(-50, 50), new Range(0, Math.PI), 0),
            0,
            Loads.NONE,
            Loads.NONE);

    static Stream<Effector> effectors() {
        return EffectorContractTest.Bodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void the_gradient_of_a_step_under_a_linear_load_is_its_central_difference(Effector effector) {
        for (int seed = 0; seed < 10; seed++) {
            var one = new OneBody(effector, DT, seed);
            double[] weight = one.random(effector.states());
            one.loadedLinearly();
            double[][] gradient = one.stepGradient(weight);

            double[] byState = one.differences(
                    one.state, EffectorContractTest.steps(effector), gradient[0], () -> dot(weight, one.step()));
            double[] byCommand = one.differences(one.command, row -> 1e-6, gradient[1], () -> dot(weight, one.step()));

            EffectorContractTest.assertAgree(effector, gradient[0], byState);
            EffectorContractTest.assertAgree(effector, gradient[1], byCommand);
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void a_loaded_trial_does_not_depend_on_its_batch(Effector effector) {
        int batch = 64;
        var many = new OneBody(effector, DT, 5, batch).loadedLinearly();
        double[][] next = many.stepAll();

        for (int trial : new int[] {0, 31, batch - 1}) {
            double[] expected = many.only(trial).step();
            for (int row = 0; row < expected.length; row++) {
                assertThat(next[row][trial]).isEqualTo(expected[row]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void a_linear_load_that_is_only_a_force_is_that_force(Effector effector) {
        var plain = new OneBody(effector, DT, 2);
        var linear = new OneBody(effector, DT, 2);
        linear.load = Arrays.copyOf(linear.load, LoadRows.COUNT);
        for (int row = 2; row < LoadRows.COUNT; row++) {
            linear.load[row] = new double[1];
        }
        double[] weight = plain.random(effector.states());

        assertThat(linear.step()).isEqualTo(plain.step());
        assertThat(linear.stepGradient(weight)).isDeepEqualTo(plain.stepGradient(weight));
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.9, 0.7, -1.1", "0.8, 1.6, -2, 0.5", "1.9, 0.3, 1, 3"})
    void a_linear_load_is_the_force_of_its_definition_at_the_hand(double q0, double q1, double qd0, double qd1) {
        OneBody body = moving(FREE, q0, q1, qd0, qd1);
        body.loadedLinearly();
        double[] sense = body.sense();
        double[] force = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            force[axis] = row(body, LoadRows.FORCE + axis);
            for (int other = 0; other < 2; other++) {
                double from = sense[other] - row(body, LoadRows.CENTRE + other);
                force[axis] += row(body, LoadRows.STIFFNESS + 2 * axis + other) * from
                        + row(body, LoadRows.VISCOSITY + 2 * axis + other) * sense[2 + other];
            }
        }
        double h = 1e-6;
        Point byShoulder = slope(FREE.hand(q0 + h, q1), FREE.hand(q0 - h, q1), h);
        Point byElbow = slope(FREE.hand(q0, q1 + h), FREE.hand(q0, q1 - h), h);

        double[] next = explicit(FREE, body);

        double[] torque =
                new ArmDynamics(Skeleton.DEFAULT).torque(q1, qd0, qd1, (next[2] - qd0) / DT, (next[3] - qd1) / DT);
        double[] expected = {
            byShoulder.x() * force[0] + byShoulder.y() * force[1] + row(body, LoadRows.TORQUE),
            byElbow.x() * force[0] + byElbow.y() * force[1] + row(body, LoadRows.TORQUE + 1)
        };
        // central differences of 1e-6, of a Jacobian that meets some 100 N
        assertThat(torque).containsExactly(expected, within(1e-7));
    }

    @Test
    void a_mass_on_a_spring_swings_as_a_cosine() {
        OneBody mass = moving(MASS.withMiniSteps(10), 0.1, 0, 0, 0);
        set(mass, LoadRows.STIFFNESS, -100); // 1 kg: 10 rad/s
        set(mass, LoadRows.CENTRE, 0.02);

        advance(mass, 30);

        // Runge-Kutta of 1 ms: (w h)^5 / 120 in each of 300 steps
        assertThat(mass.state[0][0]).isCloseTo(0.02 + 0.08 * Math.cos(3), within(1e-9));
        assertThat(mass.state[2][0]).isCloseTo(-0.8 * Math.sin(3), within(1e-8));
    }

    @Test
    void a_mass_in_a_viscous_field_slows_down_exponentially() {
        OneBody mass = moving(MASS.withMiniSteps(10), 0, 0, 0.5, 0);
        set(mass, LoadRows.VISCOSITY, -8);

        advance(mass, 20);

        assertThat(mass.state[2][0]).isCloseTo(0.5 * Math.exp(-1.6), within(1e-10)); // (b h)^5 / 120 in 200 steps
        assertThat(mass.state[0][0]).isCloseTo(0.5 / 8 * (1 - Math.exp(-1.6)), within(1e-10));
    }

    @Test
    void a_mass_in_a_curl_field_goes_round_clockwise_at_its_speed() {
        OneBody mass = moving(MASS.withMiniSteps(10), 0, 0, 0, 0.5);
        set(mass, LoadRows.VISCOSITY + 1, 13);
        set(mass, LoadRows.VISCOSITY + 2, -13);

        advance(mass, 20);

        double turned = 13 * 0.2; // rad, clockwise from +y
        double radius = 0.5 / 13;
        assertThat(mass.state[0][0]).isCloseTo(radius * (1 - Math.cos(turned)), within(1e-9));
        assertThat(mass.state[1][0]).isCloseTo(radius * Math.sin(turned), within(1e-9));
        assertThat(mass.state[2][0]).isCloseTo(0.5 * Math.sin(turned), within(1e-8));
    }

    @Test
    void torques_at_the_joints_of_a_mass_are_forces_along_its_axes() {
        OneBody mass = moving(PointMass.DEFAULT, 0, 0, 0, 0);
        set(mass, LoadRows.TORQUE, 3);
        set(mass, LoadRows.TORQUE + 1, -4);

        mass.advance();

        assertThat(mass.state[2][0]).isCloseTo(0.03, within(1e-15)); // 1 kg for 10 ms
        assertThat(mass.state[3][0]).isCloseTo(-0.04, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"EULER, 1", "SEMI_IMPLICIT, 1", "RK4, 4"})
    void a_curl_field_does_no_work_on_an_arm_to_the_order_of_the_integrator(Integrator integrator, int order) {
        Arm26 arm = FREE.with(integrator, Convention.BETZ);

        double coarse = energyError(arm, 64);
        double fine = energyError(arm, 128);

        assertThat(Math.log(coarse / fine) / Math.log(2)).isCloseTo(order, within(0.4)); // higher orders still count
    }

    /** Error of the energy after 0.2 s in a curl field. */
    private static double energyError(Arm26 arm, int steps) {
        var body = new OneBody(arm, 0.2 / steps, 0);
        quiet(body);
        set(body, LoadRows.VISCOSITY + 1, 13);
        set(body, LoadRows.VISCOSITY + 2, -13);
        put(body, 0.5, 1.2, 2, -3);
        var dynamics = new ArmDynamics(arm.skeleton());
        double before = dynamics.energy(1.2, 2, -3);
        advance(body, steps);
        return Math.abs(dynamics.energy(body.state[1][0], body.state[2][0], body.state[3][0]) - before);
    }

    private static OneBody moving(Effector effector, double q0, double q1, double qd0, double qd1) {
        var body = new OneBody(effector, DT, 4);
        quiet(body);
        put(body, q0, q1, qd0, qd1);
        return body;
    }

    /** No muscle pulls, and the load is one of nothing. */
    private static void quiet(OneBody body) {
        Arrays.stream(body.state).forEach(row -> row[0] = 0);
        Arrays.stream(body.command).forEach(row -> row[0] = 0);
        body.load = new double[LoadRows.COUNT][1];
    }

    private static void put(OneBody body, double... core) {
        for (int row = 0; row < core.length; row++) {
            body.state[row][0] = core[row];
        }
    }

    private static double[] explicit(Arm26 arm, OneBody body) {
        double[][] next = new double[arm.states()][1];
        arm.with(Integrator.EULER, Convention.BETZ).kernel(1, DT).step(body.state, body.command, body.load, next);
        return Arrays.stream(next).mapToDouble(row -> row[0]).toArray();
    }

    private static void advance(OneBody body, int steps) {
        for (int step = 0; step < steps; step++) {
            body.advance();
        }
    }

    private static void set(OneBody body, int row, double value) {
        body.load[row][0] = value;
    }

    private static double row(OneBody body, int row) {
        return body.load[row][0];
    }

    private static Point slope(Point above, Point below, double h) {
        return new Point((above.x() - below.x()) / (2 * h), (above.y() - below.y()) / (2 * h));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
