// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpanTest {
    @ParameterizedTest
    @CsvSource({"0,10,5,2", "0,1200,6,200", "0,0.03,4,0.01", "-1,1,3,1", "0,7,1,10"})
    void a_step_is_one_two_or_five_times_a_power_of_ten(double low, double high, int most, double step) {
        assertThat(new Span(low, high).step(most)).isCloseTo(step, within(1e-12));
    }

    @Test
    void a_vertical_axis_holds_the_whole_interval() {
        var span = Span.up(Axis.of("v", ""), List.of(figure(-3.2, 4, 9.1)));

        assertThat(span.low()).isBetween(-5.0, -3.2);
        assertThat(span.high()).isBetween(9.1, 11.0);
    }

    @Test
    void a_logarithmic_axis_covers_whole_decades_and_ignores_what_is_not_positive() {
        var span = Span.up(Axis.logarithmic("v", ""), List.of(figure(-1, 0.02, 3)));

        assertThat(span.low()).isCloseTo(0.01, within(1e-15));
        assertThat(span.high()).isCloseTo(10, within(1e-12));
    }

    @Test
    void a_constant_still_gets_a_range() {
        assertThat(Span.up(Axis.of("v", ""), List.of(figure(2, 2, 2))).length()).isPositive();
        assertThat(Span.up(Axis.fromZero("v", ""), List.of(figure(0, 0, 0))).length())
                .isPositive();
    }

    private static Figure figure(double low, double y, double high) {
        var series = Series.of("s", Role.PREDICTED, new double[] {1}, new double[] {y})
                .between(new double[] {low}, new double[] {high});
        return new Lines(Caption.of("f", "F", "f"), Axis.of("x", ""), Axis.of("v", ""), List.of(series));
    }
}
