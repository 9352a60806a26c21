// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class NormTest {
    @ParameterizedTest
    @CsvSource({
        "SQUARED, 3, 18, 12",
        "SQUARED, -3, 18, -12",
        "ABSOLUTE, 3, 6, 2",
        "ABSOLUTE, -3, 6, -2",
        "ABSOLUTE, 0, 0, 0",
        // of width 4: 2 * 9 / 8 and 2 * 3 / 4 inside, 2 * (5 - 2) and 2 outside
        "SMOOTH, 3, 2.25, 1.5",
        "SMOOTH, -3, 2.25, -1.5",
        "SMOOTH, 4, 4, 2",
        "SMOOTH, 5, 6, 2",
        "SMOOTH, -5, 6, -2",
        "SMOOTH, 0, 0, 0",
    })
    void a_difference_of_weight_two_costs_this_and_has_this_slope(
            Norm norm, double difference, double cost, double slope) {
        assertThat(norm.cost(2, difference, 4)).isEqualTo(cost);
        assertThat(norm.slope(2, difference, 4)).isEqualTo(slope);
    }

    @ParameterizedTest
    @EnumSource
    void the_slope_is_the_central_difference_of_the_cost(Norm norm) {
        for (double difference : new double[] {-2.5, -0.69, -0.1, 0.3, 0.71, 4}) {
            double above = norm.cost(3, difference + 1e-6, 0.7);
            double below = norm.cost(3, difference - 1e-6, 0.7);

            // rounding of a cost of some tens over a step of 1e-6 is 1e-8
            assertThat(norm.slope(3, difference, 0.7)).isCloseTo((above - below) / 2e-6, within(1e-7));
        }
    }

    @Test
    void a_smooth_norm_of_no_width_is_nearly_the_absolute_one() {
        assertThat(Norm.SMOOTH.cost(2, -3, 1e-12)).isCloseTo(Norm.ABSOLUTE.cost(2, -3, 1), within(1e-11));
        assertThat(Norm.SMOOTH.slope(2, -3, 1e-12)).isEqualTo(Norm.ABSOLUTE.slope(2, -3, 1));
    }

    @Test
    void a_term_counts_differences_in_its_own_unit_and_so_its_width() {
        var term = new Term(6, Norm.SMOOTH, 2, Window.TRIAL); // 2 cm wide

        Toll toll = Toll.of(term, 0.01, 3); // the mean of three differences in metres

        assertThat(toll.cost(0.01)).isCloseTo(6 * (1 * 1 / 4.0) / 3, within(1e-12)); // 1 cm is inside
        assertThat(toll.cost(-0.05)).isCloseTo(6 * (5 - 1) / 3.0, within(1e-12)); // 5 cm are outside
        assertThat(toll.slope(-0.05)).isCloseTo(-6 / 3.0 / 0.01, within(1e-9));
    }
}
