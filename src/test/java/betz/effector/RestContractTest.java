// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.effector.EffectorContractTest.Bodies;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Static optimisation with every muscle on every arm, in postures all over the joints' ranges that all muscles can hold. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RestContractTest {
    private static final double H = 1e-6;

    static Stream<Arm> arms() {
        return Bodies.arms().stream();
    }

    @ParameterizedTest
    @MethodSource("arms")
    void activations_at_rest_hold_the_arm_and_are_the_nearest_to_co_contraction(Arm arm) {
        for (double q0 = 0.3; q0 <= 2; q0 += 0.4) {
            for (double q1 = 0.8; q1 <= 2.3; q1 += 0.4) {
                assertNearest(arm, q0, q1, new double[2], arm.rest(q0, q1));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("arms")
    void under_constant_loads_they_make_the_torques_that_these_ask_for(Arm arm) {
        Arm loaded = arm.withLoads(0.5, Bodies.TORQUE, Bodies.FORCE);
        for (double[] q : new double[][] {{0.8, 1.6}, {0.5, 1.2}, {1.2, 1.9}}) {
            double l1 = arm.skeleton().upperArm().length();
            double l2 = arm.skeleton().forearm().length();
            double outer = l2 * (-3 * Math.cos(q[0] + q[1]) - 2 * Math.sin(q[0] + q[1])); // x fy - y fx
            double inner = l1 * (-3 * Math.cos(q[0]) - 2 * Math.sin(q[0]));

            double[] rest = loaded.rest(q[0], q[1]);

            assertNearest(loaded, q[0], q[1], new double[] {-0.4 - inner - outer, 0.2 - outer}, rest);
        }
    }

    /** The slope of the cost is a combination of both torques' slopes, but for muscles at a bound, which would leave it. */
    private static void assertNearest(Arm arm, double q0, double q1, double[] torque, double[] rest) {
        var sharing = new StaticOptimisation(arm);
        sharing.pose(new double[] {q0, q1, 0, 0}, new double[] {q0, q1});
        String place = arm.muscle().getClass().getSimpleName() + " at " + q0 + ", " + q1 + Arrays.toString(rest);
        assertThat(sharing.torque(rest)).as(place).containsExactly(torque, within(1e-6)); // as promised
        double[][] slope = new double[2][rest.length];
        double[] multiplier = multipliers(sharing, rest, slope);
        for (int m = 0; m < rest.length; m++) {
            double left = rest[m]
                    - StaticOptimisation.CO_CONTRACTION
                    - multiplier[0] * slope[0][m]
                    - multiplier[1] * slope[1][m];
            assertThat(rest[m]).as(place).isBetween(sharing.floor(), 1.0);
            // slopes of 10 N m and more by differences of 1e-6, times multipliers of hundredths
            if (rest[m] == sharing.floor()) {
                assertThat(left).as(place).isGreaterThan(-1e-6);
            } else {
                assertThat(left).as(place + " muscle " + m).isCloseTo(0, within(1e-6));
            }
        }
    }

    /** Finds the multipliers of both torques by least squares over the muscles at no bound, with the torques' slopes. */
    private static double[] multipliers(StaticOptimisation sharing, double[] a, double[][] slope) {
        double[][] normal = new double[2][3];
        for (int m = 0; m < a.length; m++) {
            double[] above = a.clone();
            double[] below = a.clone();
            above[m] += H;
            below[m] -= H;
            double[] up = sharing.torque(above);
            double[] down = sharing.torque(below);
            for (int axis = 0; axis < 2; axis++) {
                slope[axis][m] = (up[axis] - down[axis]) / (2 * H);
            }
            if (a[m] > sharing.floor()) {
                double off = a[m] - StaticOptimisation.CO_CONTRACTION;
                for (int axis = 0; axis < 2; axis++) {
                    normal[axis][0] += slope[axis][m] * slope[0][m];
                    normal[axis][1] += slope[axis][m] * slope[1][m];
                    normal[axis][2] += slope[axis][m] * off;
                }
            }
        }
        double d = normal[0][0] * normal[1][1] - normal[0][1] * normal[1][0];
        return new double[] {
            (normal[1][1] * normal[0][2] - normal[0][1] * normal[1][2]) / d,
            (normal[0][0] * normal[1][2] - normal[1][0] * normal[0][2]) / d
        };
    }
}
