// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Point;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SharingTest {
    private static final double DT = 0.01;

    @Test
    void inside_the_box_the_nearest_point_is_the_projection() {
        var nearest = new NearestInBox(3);
        nearest.row0()[0] = 1;
        nearest.row0()[1] = 1;
        nearest.row1()[2] = 2;
        nearest.right()[0] = 1;
        nearest.right()[1] = 0.6;
        double[] a = new double[3];

        nearest.solve(0.1, new double[3], new double[] {1, 1, 1}, a);

        // a0 + a1 = 1 is shared equally; multipliers are (a - c) over the coefficients
        assertThat(a).containsExactly(new double[] {0.5, 0.5, 0.3}, within(1e-12));
        assertThat(nearest.multiplier()).containsExactly(new double[] {0.4, 0.1}, within(1e-8)); // the Newton ridge
    }

    @Test
    void what_one_bound_withholds_the_others_give() {
        var nearest = new NearestInBox(3);
        Arrays.fill(nearest.row0(), 1);
        nearest.right()[0] = 1;
        double[] a = new double[3];

        nearest.solve(0, new double[3], new double[] {0.2, 1, 1}, a);

        assertThat(a).containsExactly(new double[] {0.2, 0.4, 0.4}, within(1e-12));
    }

    @Test
    void without_a_solution_the_nearest_corner_is_found() {
        var nearest = new NearestInBox(2);
        nearest.row0()[0] = 1;
        nearest.row1()[1] = -1;
        nearest.right()[0] = 5;
        nearest.right()[1] = 5;
        double[] a = new double[2];

        nearest.solve(0.5, new double[2], new double[] {1, 1}, a);

        assertThat(a).containsExactly(1, 0);
    }

    @Test
    void an_arm_of_rectified_muscles_rests_at_co_contraction_but_for_what_balances_it() {
        Arm26 arm = Arm26.DEFAULT.withMuscle(Relu.DEFAULT);
        double[] rest = arm.rest(0.8, 1.5);
        double[][] row = new double[2][6];
        for (int m = 0; m < 6; m++) {
            PolynomialPath path = arm.paths().get(m);
            row[0][m] = path.maximumForce() * path.shoulder();
            row[1][m] = path.maximumForce() * path.elbow(1.5);
        }

        // no torque, and a - c is a combination of both rows: its part across them is nothing
        double[] off = Arrays.stream(rest).map(a -> a - 0.05).toArray();
        assertThat(dot(row[0], rest)).isCloseTo(0, within(1e-10));
        assertThat(dot(row[1], rest)).isCloseTo(0, within(1e-10));
        double g00 = dot(row[0], row[0]);
        double g01 = dot(row[0], row[1]);
        double g11 = dot(row[1], row[1]);
        double b0 = dot(row[0], off);
        double b1 = dot(row[1], off);
        double l0 = (g11 * b0 - g01 * b1) / (g00 * g11 - g01 * g01);
        double l1 = (g00 * b1 - g01 * b0) / (g00 * g11 - g01 * g01);
        for (int m = 0; m < 6; m++) {
            assertThat(off[m]).isCloseTo(l0 * row[0][m] + l1 * row[1][m], within(1e-9));
        }
    }

    @Test
    void the_inverse_of_an_arm_of_rectified_muscles_moves_it_along_the_path() {
        Arm26 arm = Arm26.DEFAULT.withMuscle(Relu.DEFAULT);
        Point start = arm.hand(arm.posture().shoulder(), arm.posture().elbow());
        double[][] path = new double[100][];
        Arrays.setAll(path, k -> {
            double t = Math.max(0, Math.min(1, (k * DT - 0.2) / 0.5));
            double share = t * t * t * (10 - 15 * t + 6 * t * t);
            return new double[] {start.x() - 0.06 * share, start.y() + 0.07 * share};
        });

        MuscleCommands commands = new ExactInverse(arm, DT).solve(path);

        assertThat(commands.missed()).isLessThan(1e-6);
        var body = new OneBody(arm, DT, 0);
        body.reset(arm.startJoint(), commands.activation()[0]);
        Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
        for (int k = 0; k < path.length; k++) {
            double[] sense = body.sense();
            assertThat(sense[0]).isCloseTo(path[k][0], within(1e-7)); // as for Hill muscles
            assertThat(sense[1]).isCloseTo(path[k][1], within(1e-7));
            for (int m = 0; m < 6; m++) {
                assertThat(body.state[4 + m][0]).isCloseTo(commands.activation()[k][m], within(1e-9));
                body.command[m][0] = commands.excitation()[k][m];
            }
            body.advance();
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
