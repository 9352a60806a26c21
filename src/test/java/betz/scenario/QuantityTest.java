// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.Range;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "10 ms, s, 0.01",
        "10ms, s, 0.01",
        "1.5 min, s, 90",
        "0.1 mm, m, 1e-4",
        "31 cm, m, 0.31",
        "180 deg, rad, 3.141592653589793",
        "1 kN, N, 1000",
        "2 N*m, N*m, 2",
        "2 kg*m^2/s^2, N*m, 2",
        "250 g, kg, 0.25",
        "20 Hz, 1/s, 20",
        "20 1/s, Hz, 20",
        "20/s, Hz, 20",
        "-65 mV, V, -0.065",
        "120 pA, A, 1.2e-10",
        "15 cm/s, m/s, 0.15",
        "13 N*s/m, N*s/m, 13",
        "1 1/ms^2, 1/s^2, 1e6",
        "510 g*m², kg·m², 0.51",
        "4 mV/ms, V/s, 4",
        "0.5 nS*mV, A, 5e-13",
        "30 spikes/s, Hz, 30",
        "25 %, '', 0.25",
        "1e-4, '', 1e-4",
        "90 deg/s, rad/s, 1.5707963267948966",
    })
    void units_scale_with_a_single_rounding(String text, String unit, double expected) {
        assertThat(Quantity.parse(text, unit)).isEqualTo(expected); // exactly: the nearest double
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "50|s|50 (no unit), expected a time such as 10 ms|50 ms",
                "10 cm|s|10 cm (a length), expected a time such as 10 ms|",
                "10 msec|s|10 msec (unknown unit msec), expected a time such as 10 ms|10 ms",
                "10 MS|s|10 MS (a conductance), expected a time such as 10 ms|10 ms",
                "0,5 s|s|0,5 s, expected a time such as 10 ms|0.5 s",
                "0,5||0,5, expected a number without a unit|0.5",
                "5 m||5 m (a length), expected a number without a unit|5",
                "2 N|N*m|2 N (a force), expected a torque such as 2 N*m|",
                "0|m|0 (no unit), expected a length such as 10 cm|0 m",
                "five|s|five, expected a time such as 10 ms|",
                "1e999 ms|s|1e999 ms, expected a number below 1.8e308|",
                "10 N*m|N*m/rad|10 N*m (a torque), expected a joint stiffness such as 10 N*m/rad|",
                "3|V*s^3|3 (no unit), expected a quantity in V*s^3 such as 1 V*s^3|3 V*s^3",
            })
    void a_wrong_unit_is_refused_with_the_likely_meaning(String text, String unit, String told, String meant) {
        String declared = unit == null ? "" : unit;

        assertThatThrownBy(() -> Quantity.parse(text, declared))
                .hasMessage(told)
                .extracting(e -> ((Unreadable) e).at(Place.whole("f"), "p").suggestion())
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ms", "1 2 s", "1 s s", "1 s//s", "1 s^", "١٠ s", "0x10 s", "1 s*", "--1 s", "1 s^0"})
    void nonsense_is_no_quantity(String text) {
        assertThatThrownBy(() -> Quantity.parse(text, "s")).isInstanceOf(Unreadable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, s, 10 ms",
        "2, s, 2 s",
        "0.2, s, 200 ms",
        "1.82, kg, 1.82 kg",
        "0.1, m, 10 cm",
        "0.0005, m, 0.5 mm",
        "0.7853981633974483, rad, 45 deg",
        "0.5235987755982989, rad, 30 deg",
        "1.2e-10, A, 120 pA",
        "-0.065, V, -65 mV",
        "0, m, 0 m",
        "13, N*s/m, 13 N*s/m",
        "1.0E-5, '', 1.0e-5",
        "128, '', 128",
    })
    void values_are_written_in_the_unit_that_reads_best(double value, String unit, String text) {
        assertThat(Quantity.text(value, unit)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1 + 0.2, 1.0 / 3, Math.PI / 7, 1e-300, 12345.678901234567, Double.MIN_VALUE})
    void a_written_value_reads_back_as_the_same_bits(double value) {
        for (String unit : new String[] {"s", "m", "rad", "A", "Hz", "N*s/m", ""}) {
            assertThat(Quantity.parse(Quantity.text(value, unit), unit)).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "200..600 ms, 0.2, 0.6",
        "200 ms..0.6 s, 0.2, 0.6",
        "0.2 .. 0.6 s, 0.2, 0.6",
        "300 ms, 0.3, 0.3",
        "-1..1 s, -1, 1",
    })
    void ranges_share_the_unit_of_their_high_end(String text, double low, double high) {
        assertThat(RangeText.parse(text, "s", null)).isEqualTo(new Range(low, high));
    }

    @Test
    void a_range_turned_round_is_refused() {
        assertThatThrownBy(() -> RangeText.parse("600..200 ms", "s", null))
                .hasMessageContaining("a range from low to high")
                .extracting(e -> ((Unreadable) e).at(Place.whole("f"), "p").suggestion())
                .isEqualTo("200..600 ms");
    }

    @Test
    void ranges_are_written_with_one_unit() {
        assertThat(RangeText.text(new Range(0.2, 0.6), "s")).isEqualTo("200..600 ms");
    }
}
