// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OptimalSharingTest {
    private static final int SIZE = 6;
    private static final double CENTRE = 0.05;

    /** Feasible by construction: the right-hand side is that of a random point of the box. */
    @Test
    void the_nearest_point_satisfies_the_optimality_conditions_with_any_number_of_active_bounds() {
        var random = RandomStream.of(3, "boxes");
        int[] active = new int[SIZE + 1];
        for (int trial = 0; trial < 2000; trial++) {
            var nearest = new NearestInBox(SIZE);
            double[] low = new double[SIZE];
            double[] high = new double[SIZE];
            for (int m = 0; m < SIZE; m++) {
                low[m] = 0.3 * random.nextDouble();
                high[m] = low[m] + 0.3 * random.nextDouble();
                nearest.row0()[m] = 40 * random.nextGaussian();
                nearest.row1()[m] = 40 * random.nextGaussian();
                double inside = low[m] + (high[m] - low[m]) * random.nextDouble();
                nearest.right()[0] += nearest.row0()[m] * inside;
                nearest.right()[1] += nearest.row1()[m] * inside;
            }
            double[] a = new double[SIZE];

            nearest.solve(CENTRE, low, high, a);

            assertThat(dot(nearest.row0(), a)).isCloseTo(nearest.right()[0], within(1e-9)); // sums of some 100
            assertThat(dot(nearest.row1(), a)).isCloseTo(nearest.right()[1], within(1e-9));
            active[assertOptimal(nearest, low, high, a)]++;
        }
        assertThat(Arrays.copyOf(active, 5)).doesNotContain(0); // all free, one bound active, .. four
    }

    /** Returns how many bounds are active. */
    private static int assertOptimal(NearestInBox nearest, double[] low, double[] high, double[] a) {
        double[] l = nearest.multiplier();
        int active = 0;
        for (int m = 0; m < SIZE; m++) {
            double slope = a[m] - CENTRE - l[0] * nearest.row0()[m] - l[1] * nearest.row1()[m];
            assertThat(a[m]).isBetween(low[m], high[m]);
            if (a[m] == low[m]) {
                assertThat(slope).isGreaterThan(-1e-12);
                active++;
            } else if (a[m] == high[m]) {
                assertThat(slope).isLessThan(1e-12);
                active++;
            } else {
                assertThat(slope).isCloseTo(0, within(1e-12 * (1 + Math.abs(l[0]) + Math.abs(l[1]))));
            }
        }
        return active;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void no_other_activations_with_the_same_torque_lie_nearer_to_co_contraction(long seed) {
        var random = RandomStream.of(seed, "nearer");
        Arm26 arm = Arm26.DEFAULT.withMuscle(Relu.DEFAULT); // torque is linear, so that every other point is known
        var sharing = new StaticOptimisation(arm);
        double q0 = 0.3 + 1.5 * random.nextDouble();
        double q1 = 0.3 + 2 * random.nextDouble();
        sharing.pose(new double[] {q0, q1, 0, 0}, new double[] {q0, q1});
        double[] low = filled(0.005);
        double[] high = filled(0.3);
        double[] torque = {3 * random.nextGaussian(), 2 * random.nextGaussian()};
        double[] a = filled(CENTRE);

        sharing.solve(torque, low, high, 3, a);

        assertThat(sharing.torque(a)).containsExactly(torque, within(1e-10));
        for (int i = 0; i < 500; i++) {
            double[] other = along(a, arm, q1, random);
            if (Arrays.stream(other).allMatch(v -> v >= 0.005 && v <= 0.3)) {
                assertThat(sharing.torque(other)).containsExactly(torque, within(1e-9));
                assertThat(distance(other)).isGreaterThanOrEqualTo(distance(a) - 1e-12);
            }
        }
    }

    /** Returns the activations moved in a random direction that leaves both torques. */
    private static double[] along(double[] a, Arm26 arm, double q1, RandomStream random) {
        double[][] rows = new double[2][SIZE];
        double[] way = new double[SIZE];
        for (int m = 0; m < SIZE; m++) {
            PolynomialPath path = arm.paths().get(m);
            rows[0][m] = path.maximumForce() * path.shoulder();
            rows[1][m] = path.maximumForce() * path.elbow(q1);
            way[m] = 0.02 * random.nextGaussian();
        }
        double share = dot(rows[1], rows[0]) / dot(rows[0], rows[0]);
        for (int m = 0; m < SIZE; m++) {
            rows[1][m] -= share * rows[0][m];
        }
        for (double[] row : rows) {
            double part = dot(way, row) / dot(row, row);
            for (int m = 0; m < SIZE; m++) {
                way[m] -= part * row[m];
            }
        }
        double[] moved = new double[SIZE];
        Arrays.setAll(moved, m -> a[m] + way[m]);
        return moved;
    }

    @Test
    void hill_muscles_can_hold_the_arm_all_over_the_workspace_near_co_contraction() {
        for (int shoulder = 0; shoulder <= 135; shoulder += 15) {
            for (int elbow = 0; elbow <= 155; elbow += 5) {
                double q0 = Math.toRadians(shoulder);
                double q1 = Math.toRadians(elbow);

                double[] rest = Arm26.DEFAULT.rest(q0, q1);

                var sharing = new StaticOptimisation(Arm26.DEFAULT);
                sharing.pose(new double[] {q0, q1, 0, 0}, new double[] {q0, q1});
                String place = shoulder + " and " + elbow + " degrees";
                assertThat(sharing.torque(rest)).as(place).containsExactly(new double[2], within(1e-6)); // as promised
                assertThat(Arrays.stream(rest).allMatch(a -> a >= 0.005 && a < 0.5))
                        .as(place + Arrays.toString(rest))
                        .isTrue();
            }
        }
    }

    @Test
    void an_arm_held_by_its_rest_excitations_stays_where_it_is_for_half_a_second() {
        for (double[] q : new double[][] {{0.2, 0.5}, {0.2, 2.3}, {1.2, 1.2}, {2, 0.6}, {2.2, 2.2}}) {
            var body = new OneBody(Arm26.DEFAULT, 0.01, 0);
            double[] rest = Arm26.DEFAULT.rest(q[0], q[1]);
            body.reset(q, rest);
            Arrays.stream(body.load).forEach(axis -> axis[0] = 0);
            for (int m = 0; m < SIZE; m++) {
                body.command[m][0] = rest[m];
            }

            for (int step = 0; step < 50; step++) {
                body.advance();
            }

            assertThat(body.state[0][0]).isCloseTo(q[0], within(1e-6)); // 1e-6 N m on 0.2 kg m² for 0.5 s
            assertThat(body.state[1][0]).isCloseTo(q[1], within(1e-6));
        }
    }

    private static double distance(double[] a) {
        return Arrays.stream(a).map(v -> (v - CENTRE) * (v - CENTRE)).sum() / 2;
    }

    private static double[] filled(double value) {
        double[] values = new double[SIZE];
        Arrays.fill(values, value);
        return values;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
