// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FittsLawTest {
    @Test
    void sixteen_inches_to_a_quarter_of_an_inch_are_seven_bits_as_fitts_tabulated() {
        assertThat(FittsLaw.FITTS.difficulty(16 * 0.0254, 0.25 * 0.0254)).isCloseTo(7, within(1e-12)); // rounding
        assertThat(FittsLaw.FITTS.difficulty(2 * 0.0254, 2 * 0.0254)).isCloseTo(1, within(1e-12));
    }

    @Test
    void shannons_index_is_a_whole_number_where_distance_is_one_less_than_a_power_of_two_widths() {
        assertThat(FittsLaw.SHANNON.difficulty(0.07, 0.01)).isCloseTo(3, within(1e-12));
        assertThat(FittsLaw.SHANNON.difficulty(1e-6, 1)).isBetween(0.0, 1e-5); // never below zero
    }

    @Test
    void the_effective_width_is_the_root_of_two_pi_e() {
        assertThat(FittsLaw.EFFECTIVE).isCloseTo(Math.sqrt(2 * Math.PI * Math.E), within(5e-4)); // digits given
    }

    @Test
    void a_target_without_width_has_no_difficulty() {
        assertThatThrownBy(() -> FittsLaw.FITTS.difficulty(0.1, 0))
                .isInstanceOf(BadSetting.class)
                .hasMessage("width is 0.0 m, expected a number above 0 m");
    }

    @Test
    void a_line_through_three_points_is_that_of_the_normal_equations() {
        var line = StraightLine.fit(new double[] {0, 1, 2}, new double[] {1, 3, 4});

        assertThat(line.slope()).isCloseTo(1.5, within(1e-15));
        assertThat(line.intercept()).isCloseTo(7 / 6.0, within(1e-15));
        assertThat(line.explained()).isCloseTo(27 / 28.0, within(1e-15)); // 1 - (1/6)/(14/3)
        assertThat(line.at(4)).isCloseTo(7 / 6.0 + 6, within(1e-14));
    }

    @Test
    void points_above_one_another_have_no_line() {
        var line = StraightLine.fit(new double[] {0.1, 0.1 + 1e-17, 0.1}, new double[] {1, 2, 3});

        assertThat(line.slope()).isNaN();
    }
}
