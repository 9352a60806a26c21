// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A limit that is met within a step: the body stops there in one mini-step and moves off in the next. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MiddleLimitTest {
    private static final double DT = 0.01;
    private static final int PARTS = 4;
    private static final double FAST = 2; // towards the limit, rad/s or m/s
    private static final double BACK = -60; // load, N

    /** Returns bodies in four mini-steps, each with the same body in one. */
    static Stream<Arguments> bodies() {
        Arm26 arm = Arm26.DEFAULT.withMuscle(Relu.DEFAULT);
        Arm26 hill = Arm26.DEFAULT.withMuscle(RigidTendonHill.DEFAULT);
        return Stream.of(
                Arguments.of(PointMass.DEFAULT.withMiniSteps(PARTS), PointMass.DEFAULT),
                Arguments.of(arm.withMiniSteps(PARTS), arm),
                Arguments.of(
                        hill.with(Integrator.SEMI_IMPLICIT, Convention.BETZ).withMiniSteps(PARTS),
                        hill.with(Integrator.SEMI_IMPLICIT, Convention.BETZ)),
                Arguments.of(
                        arm.with(Integrator.EULER, Convention.MOTORNET).withMiniSteps(PARTS),
                        arm.with(Integrator.EULER, Convention.MOTORNET)));
    }

    /** Puts coordinate 0 so near its upper limit that it gets there in the second mini-step, and pushes it back. */
    private static void approach(Effector effector, OneBody body) {
        for (int m = 0; m < effector.muscles(); m++) {
            body.state[4 + m][0] = 0.05 + 0.01 * m;
            body.command[m][0] = 0.04 + 0.01 * m;
        }
        double[] start = effector.startJoint();
        body.state[0][0] = effector.limits().get(0).high() - 1.5 * FAST * DT / PARTS;
        body.state[1][0] = start[1];
        body.state[2][0] = FAST;
        body.state[3][0] = 0.1;
        int memory = effector.states() - 4;
        for (int row = 0; row < 4 && memory >= 4 + effector.muscles(); row++) {
            body.state[memory + row][0] = body.state[row][0]; // the mini-step before was like this one
        }
        boolean arm = effector instanceof Arm26; // of whose hand a force to the right turns the shoulder back
        body.load[0][0] = arm ? -BACK : BACK;
        body.load[1][0] = 0;
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void the_gradient_past_a_limit_in_a_middle_mini_step_is_its_central_difference(Effector whole, Effector part) {
        var one = new OneBody(whole, DT, 1);
        approach(whole, one);
        double[] weight = one.random(whole.states());
        double limit = whole.limits().get(0).high();
        var parts = new OneBody(part, DT / PARTS, 1);
        approach(part, parts);

        parts.advance();
        assertThat(parts.state[0][0]).isLessThan(limit - 1e-4); // far from the kink, compared with differences
        assertThat(parts.state[2][0]).isGreaterThan(0.1);
        parts.advance();
        assertThat(parts.state[0][0]).isEqualTo(limit);
        assertThat(parts.state[2][0]).isZero();
        parts.advance();
        parts.advance();
        assertThat(parts.state[0][0]).isLessThan(limit);
        double[] next = one.step();
        for (int row = 0; row < next.length; row++) {
            assertThat(next[row]).isEqualTo(parts.state[row][0]);
        }

        double[][] gradient = one.stepGradient(weight);
        double[] byState = one.difference(one.state, row -> 1e-6, () -> dot(weight, one.step()));
        double[] byCommand = one.difference(one.command, 1e-6, () -> dot(weight, one.step()));
        EffectorContractTest.assertAgree(whole, gradient[0], byState);
        EffectorContractTest.assertAgree(whole, gradient[1], byCommand);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void a_start_keeps_the_velocity_it_is_given_also_out_of_a_limit() {
        for (Effector effector : List.of(PointMass.DEFAULT, Arm26.DEFAULT)) {
            var body = new Playback(effector, DT);
            double high = effector.limits().get(0).high();
            double low = effector.limits().get(1).low();
            double[] row = new double[Playback.columns(effector).size()];

            body.reset(new double[] {high + 1e-9, low}, new double[] {3, -2});
            body.show(row);
            assertThat(row).startsWith(high, low, 3, -2);

            body.step(new double[effector.muscles()]);
            body.show(row);
            assertThat(row).startsWith(high, low, 0, 0); // which the first step takes away
        }
    }
}
