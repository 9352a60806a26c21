// SPDX-License-Identifier: Apache-2.0
package betz.effector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivationTest {
    private static final Activation LAW = new Activation(0.015, 0.05, 0.001);

    @Test
    void at_a_third_the_time_constants_are_the_stated_ones() {
        assertThat(LAW.tau(1 / 3.0, true)).isCloseTo(0.015, within(1e-17)); // 0.5 + 1.5 / 3 = 1
        assertThat(LAW.tau(1 / 3.0, false)).isCloseTo(0.05, within(1e-16));
    }

    /** Over all activations a rise takes 0.5 to 2 times the one constant, a fall 2 to 0.5 times the other. */
    @ParameterizedTest
    @CsvSource({"0.015, 0.05, 0.0075", "0.05, 0.015, 0.0075", "0.02, 0.02, 0.01", "0.03, 0.008, 0.004"})
    void no_rise_and_no_fall_is_faster_than_half_of_the_smaller_time_constant(double up, double down, double expected) {
        var law = new Activation(up, down, 0);
        double least = Double.POSITIVE_INFINITY;
        for (double a = 0; a <= 1; a += 0.125) {
            least = Math.min(least, Math.min(law.tau(a, true), law.tau(a, false)));
        }

        assertThat(law.fastest()).isEqualTo(expected).isEqualTo(least); // halves and eighths are exact
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1, 132.801595214357", // 0.999 / (0.015 * 0.5015)
        "1, 0.001, -39.96", // -0.999 * 2 / 0.05
        "0.5, 1, 26.6666666666667", // 0.5 / (0.015 * 1.25)
        "0.5, 0.25, -6.25", // -0.25 * 1.25 / 0.05
        "0.4, 0.4, 0",
    })
    void the_rate_is_the_way_to_go_over_the_time_constant(double activation, double excitation, double rate) {
        assertThat(LAW.rate(activation, excitation)).isCloseTo(rate, within(1e-10)); // digits given
    }

    @Test
    void what_is_outside_the_bounds_counts_as_the_bound() {
        assertThat(LAW.rate(-3, 0.5)).isEqualTo(LAW.rate(0.001, 0.5));
        assertThat(LAW.rate(0.5, 7)).isEqualTo(LAW.rate(0.5, 1));
        assertThat(LAW.rate(1.5, -1)).isEqualTo(LAW.rate(1, 0.001));
        assertThat(LAW.byActivation(-3, 0.5)).isZero();
        assertThat(LAW.byExcitation(0.5, 7)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.7", "0.7, 0.2", "0.01, 0.9", "0.95, 0.05"})
    void both_derivatives_are_central_differences(double a, double u) {
        double h = 1e-6;
        double byActivation = (LAW.rate(a + h, u) - LAW.rate(a - h, u)) / (2 * h);
        double byExcitation = (LAW.rate(a, u + h) - LAW.rate(a, u - h)) / (2 * h);

        // rates of 100/s round to 1e-14, over 1e-6
        assertThat(LAW.byActivation(a, u)).isCloseTo(byActivation, within(1e-6));
        assertThat(LAW.byExcitation(a, u)).isCloseTo(byExcitation, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.2, 0.5, 1})
    void with_short_steps_activation_goes_to_the_excitation_from_one_side(double excitation) {
        for (double start : new double[] {0.001, 0.3, 1}) {
            double a = start;
            for (int step = 0; step < 2000; step++) {
                double next = a + 0.001 * LAW.rate(a, excitation);
                assertThat(Math.abs(next - excitation)).isLessThanOrEqualTo(Math.abs(a - excitation));
                assertThat((next - excitation) * (start - excitation)).isNotNegative();
                a = next;
            }
            assertThat(a).isCloseTo(excitation, within(1e-6)); // 2 s are 20 of the slowest time constants
        }
    }
}
