// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaticOptimisationTest {
    private static final int MUSCLES = 6;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void a_solution_satisfies_the_optimality_conditions(long seed) {
        var random = RandomStream.of(seed, "torques");
        double[] torque = {4 * random.nextGaussian(), 3 * random.nextGaussian()};
        double[] low = filled(0.005);
        double[] high = filled(0.4);
        double[] a = filled(0.05);
        var sharing = new StaticOptimisation(Arm26.DEFAULT);
        sharing.pose(new double[] {0.8, 1.5, 0.3, -0.2}, new double[] {0.8, 1.5});

        sharing.solve(torque, low, high, 100, a);

        assertThat(sharing.torque(a)).containsExactly(torque, within(1e-9)); // a hundred Gauss-Newton steps
        double[] multiplier = sharing.multiplier();
        double[] pull = torqueByActivation(sharing, a, multiplier);
        for (int m = 0; m < MUSCLES; m++) {
            double slope = a[m] - StaticOptimisation.CO_CONTRACTION - pull[m];
            if (a[m] <= low[m]) {
                assertThat(slope).isGreaterThan(-1e-6); // of differences of 1e-6
            } else if (a[m] >= high[m]) {
                assertThat(slope).isLessThan(1e-6);
            } else {
                assertThat(slope).isCloseTo(0, within(1e-6));
            }
        }
    }

    @Test
    void muscles_at_a_bound_leave_the_torque_to_the_others() {
        double[] low = filled(0.05);
        double[] a = filled(0.05);
        var sharing = new StaticOptimisation(Arm26.DEFAULT);
        sharing.pose(new double[] {0.8, 1.5, 0, 0}, new double[] {0.8, 1.5});

        sharing.solve(new double[] {6, 4}, low, filled(1), 60, a);

        assertThat(a[1]).isEqualTo(0.05); // the deltoid would pull back
        assertThat(a[3]).isEqualTo(0.05); // as would the triceps
        assertThat(sharing.torque(a)).containsExactly(new double[] {6, 4}, within(1e-9));
    }

    @Test
    void torques_beyond_all_strength_end_at_a_bound_without_failing() {
        double[] a = filled(0.05);
        var sharing = new StaticOptimisation(Arm26.DEFAULT);
        sharing.pose(new double[] {0.8, 1.5, 0, 0}, new double[] {0.8, 1.5});

        sharing.solve(new double[] {500, 0}, filled(0.005), filled(1), 3, a);

        assertThat(a)
                .satisfies(values -> assertThat(Arrays.stream(values).allMatch(v -> v >= 0.005 && v <= 1))
                        .isTrue());
        assertThat(a[0]).isEqualTo(1); // the pectoralis gives all it has
    }

    @Test
    void a_posture_that_no_muscle_can_hold_is_refused_by_its_angles() {
        var weak = new StaticOptimisation(Arm26.DEFAULT);

        assertThatThrownBy(() -> weak.rest(-8, 1.5)).hasMessageContaining("-458.4 and 85.9 degrees");
    }

    /** Derivative of the multipliers' torque by each activation, by central differences. */
    private static double[] torqueByActivation(StaticOptimisation sharing, double[] a, double[] multiplier) {
        double h = 1e-6;
        double[] pull = new double[MUSCLES];
        for (int m = 0; m < MUSCLES; m++) {
            double[] above = a.clone();
            double[] below = a.clone();
            above[m] += h;
            below[m] -= h;
            double[] up = sharing.torque(above);
            double[] down = sharing.torque(below);
            pull[m] = (multiplier[0] * (up[0] - down[0]) + multiplier[1] * (up[1] - down[1])) / (2 * h);
        }
        return pull;
    }

    private static double[] filled(double value) {
        double[] values = new double[MUSCLES];
        Arrays.fill(values, value);
        return values;
    }
}
