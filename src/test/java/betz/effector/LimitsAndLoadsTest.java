// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Point;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LimitsAndLoadsTest {
    private static final double DT = 0.01;
    private static final Arm26 WEAK = Arm26.DEFAULT.withMuscle(Relu.DEFAULT);

    static Stream<Effector> effectors() {
        return EffectorContractTest.Bodies.all().stream();
    }

    @ParameterizedTest
    @MethodSource("effectors")
    void sixty_four_bodies_take_exactly_the_paths_that_each_takes_alone(Effector effector) {
        int batch = 64;
        var many = new OneBody(effector, DT, 11, batch);
        OneBody[] alone = new OneBody[batch];
        Arrays.setAll(alone, many::only);

        for (int step = 0; step < 15; step++) {
            double[][] next = many.stepAll();
            for (int row = 0; row < next.length; row++) {
                System.arraycopy(next[row], 0, many.state[row], 0, batch);
            }
            for (OneBody body : alone) {
                body.advance();
            }
        }

        for (int trial = 0; trial < batch; trial++) {
            for (int row = 0; row < effector.states(); row++) {
                assertThat(many.state[row][trial]).isEqualTo(alone[trial].state[row][0]);
            }
        }
    }

    static Stream<Effector> plain() {
        return EffectorContractTest.Bodies.plain().stream();
    }

    @ParameterizedTest
    @MethodSource("plain")
    void no_load_makes_a_velocity_above_a_thousand(Effector effector) {
        for (double load : new double[] {1e9, -1e9}) {
            var body = new OneBody(effector, DT, 3);
            body.reset(effector.startJoint(), new double[effector.muscles()]);
            body.load[0][0] = load; // at 45 and 90 degrees it turns the shoulder the other way
            double shoulder = effector instanceof Arm ? -Math.signum(load) : Math.signum(load);

            double[] next = body.step();

            assertThat(next[2]).isEqualTo(1000 * shoulder);
            assertThat(next[0]).isEqualTo(effector.startJoint()[0]); // moved by the velocity before
        }
    }

    @ParameterizedTest
    @CsvSource({"-60, 0, 2.356194490192345", "60, 0, 0"})
    void a_joint_driven_into_its_limit_stands_still_there_and_can_leave(double x, double y, double shoulder) {
        OneBody body = still(WEAK);
        body.load[0][0] = x;
        body.load[1][0] = y;
        boolean met = false;
        for (int step = 0; step < 300; step++) {
            body.advance();
            assertThat(body.state[0][0]).isBetween(0.0, Math.toRadians(135));
            assertThat(body.state[1][0]).isBetween(0.0, Math.toRadians(155));
            if (body.state[0][0] == shoulder && body.state[2][0] == 0) {
                met = true;
                break;
            }
        }
        assertThat(met).isTrue();

        double inward = shoulder > 0 ? -1 : 1;
        body.state[2][0] = inward;
        body.advance();
        assertThat(body.state[0][0]).isCloseTo(shoulder + DT * inward, within(1e-15)); // Euler's step of the position
    }

    @Test
    void a_mass_thrown_against_its_limit_keeps_the_other_velocity() {
        OneBody body = still(PointMass.DEFAULT);
        body.state[0][0] = 0.99;
        body.state[2][0] = 5;
        body.state[3][0] = 0.25;

        body.advance();

        assertThat(body.state[0][0]).isEqualTo(1);
        assertThat(body.state[2][0]).isZero();
        assertThat(body.state[3][0]).isEqualTo(0.25);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 0.9, 5, 0", "0.8, 1.6, 0, -4", "1.9, 0.3, 3, 7", "1.2, 2.4, -6, 2"})
    void a_load_at_the_hand_is_the_torque_of_the_transposed_jacobian(double q0, double q1, double fx, double fy) {
        OneBody body = still(WEAK);
        body.state[0][0] = q0;
        body.state[1][0] = q1;
        body.load[0][0] = fx;
        body.load[1][0] = fy;
        double h = 1e-6;
        Point byShoulder = slope(WEAK.hand(q0 + h, q1), WEAK.hand(q0 - h, q1), h);
        Point byElbow = slope(WEAK.hand(q0, q1 + h), WEAK.hand(q0, q1 - h), h);

        double[] next = body.step();

        double[] torque = new ArmDynamics(Skeleton.DEFAULT).torque(q1, 0, 0, next[2] / DT, next[3] / DT);
        double[] expected = {byShoulder.x() * fx + byShoulder.y() * fy, byElbow.x() * fx + byElbow.y() * fy};
        assertThat(torque).containsExactly(expected, within(1e-8)); // central differences of 1e-6
    }

    @ParameterizedTest
    // 1/2 n (n - 1) dt² over (n dt)² after ten steps, 1/2 n (n + 1) dt² over it, and 1/2
    @CsvSource({"EULER, 0.45", "SEMI_IMPLICIT, 0.55", "RK4, 0.5"})
    void a_pushed_mass_falls_as_the_integrator_says(Integrator integrator, double share) {
        var mass = new PointMass(
                2, 500, Anatomy.FOUR_CORNERS, Relu.DEFAULT, integrator, Convention.BETZ, 1, 0, Loads.NONE, Loads.NONE);
        OneBody body = still(mass);
        body.load[1][0] = 3;

        for (int step = 0; step < 10; step++) {
            body.advance();
        }

        assertThat(body.state[1][0]).isCloseTo(share * 3 / 2.0 * 0.01, within(1e-15)); // (10 dt)² is 0.01 s²
        assertThat(body.state[3][0]).isCloseTo(3 / 2.0 * 0.1, within(1e-15));
        assertThat(body.state[0][0]).isZero();
    }

    @Test
    void each_muscle_of_the_mass_pulls_towards_its_corner() {
        for (int m = 0; m < 4; m++) {
            OneBody body = still(PointMass.DEFAULT);
            body.state[4 + m][0] = 0.5;

            double[] next = body.step();

            double pull = 0.5 * 500 / Math.sqrt(2) * DT; // per axis, on 1 kg
            assertThat(next[2]).isCloseTo(m % 2 == 0 ? pull : -pull, within(1e-14));
            assertThat(next[3]).isCloseTo(m < 2 ? pull : -pull, within(1e-14));
        }
        assertThat(PointMass.DEFAULT.muscleNames())
                .isEqualTo(List.of("upper-right", "upper-left", "lower-right", "lower-left"));
    }

    private static Point slope(Point above, Point below, double h) {
        return new Point((above.x() - below.x()) / (2 * h), (above.y() - below.y()) / (2 * h));
    }

    /** A body at its start with nothing pulling at it. */
    private static OneBody still(Effector effector) {
        var body = new OneBody(effector, DT, 0);
        body.reset(effector.startJoint(), new double[effector.muscles()]);
        Arrays.stream(body.command).forEach(row -> row[0] = 0);
        Arrays.stream(body.load).forEach(row -> row[0] = 0);
        return body;
    }
}
