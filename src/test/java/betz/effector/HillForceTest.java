// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HillForceTest {
    private static final PolynomialPath BICEPS = Anatomy.SIX_MUSCLES.get(4);
    private final Force force = RigidTendonHill.DEFAULT.force(BICEPS, 1);

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0, 1.0", // the optimum
        "0.5, 1.0, 0.5",
        "1.0, 1.33, 0.75", // half the parabola's half-width away: 1 - 1/4
        "0.6, 0.67, 0.45",
        "1.0, 0.2, 0.01", // the least of the curve
        "1.0, 1.66, 1.01", // the least, and the passive force that is 1 there
    })
    void a_resting_muscle_is_on_the_force_length_curve(double activation, double length, double expected) {
        assertThat(relative(activation, length, 0)).isCloseTo(expected, within(1e-12)); // rounding
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.9, -0.5, -0.1, -0.01})
    void shortening_follows_hills_hyperbola(double v) {
        double expected = (0.41 * v + 5.2) / (5.2 - v); // (f + a)(b - v) = const at full activation and optimal length

        assertThat(relative(1, 1, v)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void fast_lengthening_tends_to_one_and_a_half_times_the_isometric_force() {
        double half =
                0.25 * 5.2 / 1.41; // relative velocity at which half the gain is reached, but for the slope of 0.001

        assertThat(relative(1, 1, half)).isCloseTo(1.25, within(3e-3));
        assertThat(relative(1, 1, 100)).isCloseTo(1.5 + 0.001 * 100, within(2e-2)); // its asymptote has slope 0.001
    }

    @Test
    void the_force_is_continuous_where_shortening_turns_to_lengthening() {
        double shortening = relative(0.4, 1.1, -1e-9);
        double lengthening = relative(0.4, 1.1, 1e-9);

        assertThat(lengthening).isCloseTo(shortening, within(1e-7)); // slopes of some ten
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void derivatives_are_central_differences(long seed) {
        var random = RandomStream.of(seed, "hill");
        double a = 0.02 + 0.9 * random.nextDouble();
        double l = BICEPS.tendon() + BICEPS.fibre() * (0.6 + 0.9 * random.nextDouble());
        double v = random.nextGaussian();
        double h = 1e-6;

        force.at(a, l, v);
        double byActivation = force.byActivation();
        double byLength = force.byLength();
        double byVelocity = force.byVelocity();

        double scale = BICEPS.maximumForce() * 1e-6;
        assertThat(byActivation).isCloseTo((force.at(a + h, l, v) - force.at(a - h, l, v)) / (2 * h), within(scale));
        assertThat(byLength).isCloseTo((force.at(a, l + h, v) - force.at(a, l - h, v)) / (2 * h), within(30 * scale));
        assertThat(byVelocity).isCloseTo((force.at(a, l, v + h) - force.at(a, l, v - h)) / (2 * h), within(scale));
    }

    @Test
    void no_length_or_velocity_makes_a_force_that_is_not_a_number() {
        for (double a : new double[] {0.001, 0.0014, 0.3, 1}) {
            for (double l = -0.5; l < 4; l += 0.01) {
                for (double v : new double[] {-50, -1, -0.017, 0, 0.0167, 1, 50}) {
                    assertThat(relative(a, l, v)).isFinite().isNotNegative();
                }
            }
        }
    }

    @Test
    void an_activation_of_zero_is_refused_for_hill_muscles() {
        assertThatThrownBy(() -> new RigidTendonHill(0.015, 0.05, 0))
                .hasMessage("minimumActivation is 0.0, expected 0.001 to 0.1");
    }

    private double relative(double activation, double length, double v) {
        double metres = BICEPS.tendon() + BICEPS.fibre() * length;
        return force.at(activation, metres, v * 10 * BICEPS.fibre()) / BICEPS.maximumForce();
    }
}
