// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MuscleForceTest {
    static Stream<PolynomialPath> paths() {
        return Anatomy.SIX_MUSCLES.stream();
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_muscle_at_its_best_length_and_fully_active_holds_its_greatest_force(PolynomialPath path) {
        for (Muscle muscle : MuscleContractTest.RIGID) {
            double held = muscle.force(path, 1).at(1, path.tendon() + path.fibre(), 0);

            assertThat(held).isCloseTo(path.maximumForce(), within(1e-9)); // rounding of a length of 0.3 m
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.8", "0.1, 1", "0.3, 1.2", "0.3, 0.6", "0.7, 1.3", "1, 1.5"})
    void the_force_runs_on_from_shortening_to_lengthening_at_twice_the_slope(double a, double length) {
        var force = new HillForce(at(4), 1);
        double metres = length(4, length);

        double held = force.at(a, metres, 0);
        double lengthening = force.byVelocity();
        double shortened = force.at(a, metres, -1e-12);

        assertThat(shortened).isCloseTo(held, within(1e-6)); // 1e-12 m/s times some 1e5 N s/m
        assertThat(lengthening).isCloseTo(2 * force.byVelocity(), within(1e-6 * lengthening));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.8, -0.2, 0, 0.2, 0.8})
    void the_force_runs_on_where_low_activation_begins(double v) {
        var force = new HillForce(at(0), 1);
        double metres = length(0, 1.1);
        double speed = v * 10 * at(0).fibre();

        double below = force.at(Math.nextDown(0.3), metres, speed);

        assertThat(below).isCloseTo(force.at(0.3, metres, speed), within(1e-9)); // an ulp of activation and rounding
    }

    @Test
    void low_activation_shortens_more_slowly() {
        var force = new HillForce(at(0), 1);

        // at a = 0.005 the share is 0.1 and br 0.052: f = a (v ar + br) / (br - v), over a
        double relative = force.at(0.005, length(0, 1), -0.1 * 10 * at(0).fibre()) / (838 * 0.005);

        assertThat(relative).isCloseTo((-0.1 * 0.41 + 0.052) / (0.052 + 0.1), within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void a_held_muscle_pulls_in_proportion_to_its_activation(PolynomialPath path) {
        for (Muscle muscle : MuscleContractTest.RIGID) {
            Force force = muscle.force(path, 1);
            double metres = path.tendon() + 0.9 * path.fibre(); // below the length where passive force begins

            assertThat(force.at(0.8, metres, 0)).isCloseTo(4 * force.at(0.2, metres, 0), within(1e-9)); // rounding
        }
    }

    @Test
    void a_faster_shortening_muscle_is_weaker_until_it_pulls_no_more() {
        var force = new HillForce(at(2), 1);
        double last = Double.POSITIVE_INFINITY;
        for (double v = 0; v >= -16; v -= 0.25) { // optimal lengths per second; Hill's end is br/ar = 12.7 of 10
            double now = force.at(1, length(2, 1), v * at(2).fibre() * 10);
            assertThat(now).isLessThanOrEqualTo(last);
            last = now;
        }
        assertThat(last).isZero();
        assertThat(force.at(1, length(2, 1), -5.2 / 0.41 * 10 * at(2).fibre())).isCloseTo(0, within(1e-9));
        assertThat(force.at(1, length(2, 1), -5.1 / 0.41 * 10 * at(2).fibre())).isPositive();
    }

    @Test
    void a_slack_muscle_and_tendon_has_no_slope_over_length() {
        var force = new HillForce(at(1), 1);

        force.at(0.5, at(1).tendon() - 0.01, 0);

        assertThat(force.byLength()).isZero();
    }

    @Test
    void a_rectified_muscle_knows_neither_length_nor_velocity() {
        Force force = Relu.DEFAULT.force(at(3), 1);

        double pull = force.at(0.25, 0.1, -3);

        assertThat(pull).isEqualTo(1549 / 4.0).isEqualTo(force.at(0.25, 0.9, 8));
        assertThat(force.byActivation()).isEqualTo(1549);
        assertThat(force.byLength()).isZero();
        assertThat(force.byVelocity()).isZero();
    }

    private static PolynomialPath at(int muscle) {
        return Anatomy.SIX_MUSCLES.get(muscle);
    }

    private static double length(int muscle, double relative) {
        return at(muscle).tendon() + relative * at(muscle).fibre();
    }
}
