// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MotornetLagTest {
    private static final double DT = 0.01;
    private static final double[] START = {0.1, 0.2, 0.05, 0.3, 0.15, 0.25};
    private static final double[] EXCITED = {0.8, 0.01, 0.4, 0.3, 0.02, 0.6};

    /** Force of a step: present activation, but length and velocity of the step before; moment arms are the present ones. */
    @Test
    void two_steps_are_those_computed_by_hand() {
        OneBody body = body(Convention.MOTORNET);
        double[] q = Arm26.DEFAULT.startJoint();
        double[] first = acceleration(q[1], 0, 0, START, q[0], q[1], 0, 0);

        body.advance();

        double[] v = {DT * first[0], DT * first[1]};
        assertState(body, q[0], q[1], v[0], v[1]); // positions move with the old velocity, which is 0
        double[] activated = new double[6];
        for (int m = 0; m < 6; m++) {
            double k = 0.5 + 1.5 * START[m];
            double tau = EXCITED[m] > START[m] ? 0.015 * k : 0.05 / k;
            activated[m] = Math.min(1, START[m] + DT * (EXCITED[m] - START[m]) / tau);
            assertThat(body.state[4 + m][0]).isCloseTo(activated[m], within(1e-15));
        }

        // the force of the second step still belongs to the start, where nothing moved
        double[] second = acceleration(q[1], v[0], v[1], activated, q[0], q[1], 0, 0);

        body.advance();

        assertState(body, q[0] + DT * v[0], q[1] + DT * v[1], v[0] + DT * second[0], v[1] + DT * second[1]);

        // and that of the third to the velocity that the second began with
        double[] a = new double[6];
        for (int m = 0; m < 6; m++) {
            a[m] = body.state[4 + m][0];
        }
        double[][] s = body.state;
        double[] third = acceleration(s[1][0], s[2][0], s[3][0], a, q[0], q[1], v[0], v[1]);
        double expected = s[2][0] + DT * third[0];

        body.advance();

        assertThat(body.state[2][0]).isCloseTo(expected, within(1e-12));
    }

    @Test
    void a_first_step_from_rest_is_the_same_in_both_conventions_and_the_second_is_not() {
        OneBody lagging = body(Convention.MOTORNET);
        OneBody present = body(Convention.BETZ);

        lagging.advance();
        present.advance();
        for (int row = 0; row < 10; row++) {
            assertThat(lagging.state[row][0]).isEqualTo(present.state[row][0]);
        }

        lagging.advance();
        present.advance();
        assertThat(lagging.state[2][0]).isNotCloseTo(present.state[2][0], within(1e-3));
    }

    @Test
    void the_last_four_rows_are_the_joints_of_the_step_before() {
        OneBody body = body(Convention.MOTORNET);
        body.advance();
        double[] before = {body.state[0][0], body.state[1][0], body.state[2][0], body.state[3][0]};

        body.advance();

        for (int row = 0; row < 4; row++) {
            assertThat(body.state[10 + row][0]).isEqualTo(before[row]);
        }
    }

    @Test
    void runge_kutta_is_refused_since_only_euler_has_a_step_before() {
        assertThatThrownBy(() -> Arm26.DEFAULT.with(Integrator.RK4, Convention.MOTORNET))
                .hasMessage("integrator is rk4, expected euler, since the convention is motornet");
        assertThatThrownBy(() -> PointMass.DEFAULT.with(Integrator.SEMI_IMPLICIT, Convention.MOTORNET))
                .hasMessage("integrator is semi-implicit, expected euler, since the convention is motornet");
    }

    private static void assertState(OneBody body, double... expected) {
        for (int row = 0; row < expected.length; row++) {
            assertThat(body.state[row][0]).isCloseTo(expected[row], within(1e-12)); // sums in another order
        }
    }

    private static double[] acceleration(
            double q1, double v0, double v1, double[] a, double l0, double l1, double lv0, double lv1) {
        double[] torque = new double[2];
        for (int m = 0; m < 6; m++) {
            PolynomialPath path = Anatomy.SIX_MUSCLES.get(m);
            double force = new HillForce(path, 1).at(a[m], path.length(l0, l1), path.velocity(l0, l1, lv0, lv1));
            torque[0] -= force * path.shoulder();
            torque[1] -= force * path.elbow(q1);
        }
        return PlainArm.accelerate(new ArmDynamics(Skeleton.DEFAULT), q1, v0, v1, torque);
    }

    private static OneBody body(Convention convention) {
        Arm26 arm = Arm26.DEFAULT.with(Integrator.EULER, convention);
        var body = new OneBody(arm, DT, 0);
        body.reset(arm.startJoint(), START);
        for (int m = 0; m < 6; m++) {
            body.command[m][0] = EXCITED[m];
        }
        body.load[0][0] = 0;
        body.load[1][0] = 0;
        return body;
    }
}
