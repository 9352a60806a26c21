// SPDX-License-Identifier: Apache-2.0
package betz.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class RequireTest {
    @Test
    void an_error_carries_name_value_and_expectation() {
        assertThatThrownBy(() -> Require.positive("mass", -1.5, "kg"))
                .isInstanceOfSatisfying(BadSetting.class, bad -> {
                    assertThat(bad.name()).isEqualTo("mass");
                    assertThat(bad.found()).isEqualTo("-1.5 kg");
                    assertThat(bad.expected()).isEqualTo("a number above 0 kg");
                })
                .hasMessage("mass is -1.5 kg, expected a number above 0 kg");
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void numbers_that_are_none_are_refused_everywhere(double value) {
        assertThatThrownBy(() -> Require.finite("a", value, ""))
                .hasMessage("a is " + value + ", expected a finite number");
        assertThatThrownBy(() -> Require.positive("a", value, "")).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> Require.notNegative("a", value, "")).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> Require.within("a", value, 0, 1, "")).isInstanceOf(BadSetting.class);
    }

    @Test
    void the_ends_of_a_range_belong_to_it_and_zero_is_not_positive() {
        Require.within("a", 0, 0, 1, "");
        Require.within("a", 1, 0, 1, "");
        Require.notNegative("a", 0, "");
        Require.count("n", 3, 3, 3);
        assertThatThrownBy(() -> Require.positive("a", 0, "")).hasMessage("a is 0.0, expected a number above 0");
        assertThatThrownBy(() -> Require.within("a", Math.nextUp(1.0), 0, 1, "m"))
                .hasMessage("a is 1.0000000000000002 m, expected 0.0 to 1.0 m");
    }

    @Test
    void counts_and_lengths_are_told_without_decimals() {
        assertThatThrownBy(() -> Require.count("threads", 1L << 40, 1, 64))
                .hasMessage("threads is 1099511627776, expected 1 to 64");
        Require.items("y", 2, "muscle", 2, 2);
        assertThatThrownBy(() -> Require.items("y", 1, "muscle", 2, 9))
                .hasMessage("y is 1 muscle, expected 2 to 9 muscles");
        assertThatThrownBy(() -> Require.items("y", 2, "muscle", 1, 1)).hasMessage("y is 2 muscles, expected 1 muscle");
        assertThatThrownBy(() -> Require.length("y", 2, 3)).hasMessage("y is 2 values, expected 3 values");
    }

    @Test
    void a_range_is_walked_from_its_low_to_its_high_end() {
        var range = new Range(0.2, 0.6);

        assertThat(range.at(0)).isEqualTo(0.2);
        assertThat(range.at(0.5)).isEqualTo(0.4);
        assertThat(new Range(3, 3).at(0.7)).isEqualTo(3);
    }

    @Test
    void a_range_that_runs_backwards_or_has_no_end_is_refused() {
        assertThatThrownBy(() -> new Range(2, 1))
                .hasMessage("range is 2.0..1.0, expected a range whose low end is not above its high end");
        assertThatThrownBy(() -> new Range(0, Double.POSITIVE_INFINITY)).hasMessageStartingWith("high is Infinity");
        assertThatThrownBy(() -> new Range(Double.NaN, 0)).hasMessageStartingWith("low is NaN");
    }

    @ParameterizedTest
    @CsvSource({
        "1e-4, 0.1, 0.0001 to 0.1 s",
        "0.005, 1.5, 0.005 to 1.5 s",
        "2e-9, 1e-3, 0.000000002 to 0.001 s",
        "1e-12, 1e7, 1.0E-12 to 1.0E7 s",
        "-0.25, 100, -0.25 to 100.0 s",
    })
    void small_bounds_are_written_out_without_needless_zeros(double low, double high, String told) {
        assertThatThrownBy(() -> Require.within("dt", 1e9, low, high, "s")).hasMessageEndingWith(", expected " + told);
    }

    @Test
    void what_is_found_keeps_all_the_digits_that_tell_it_from_the_bound() {
        assertThatThrownBy(() -> Require.within("a", Math.nextDown(0.1), 0.1, 1, ""))
                .hasMessage("a is 0.09999999999999999, expected 0.1 to 1.0");
        assertThatThrownBy(() -> Require.notNegative("a", -Double.MIN_VALUE, "s"))
                .hasMessage("a is -4.9E-324 s, expected 0 s or more");
    }

    @Test
    void a_condition_of_ones_own_is_told_in_ones_own_words() {
        Require.that(true, "name", "found", "expected");
        assertThatThrownBy(() -> Require.that(false, "cell", "'x'", "leaky or gru"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cell is 'x', expected leaky or gru");
    }
}
