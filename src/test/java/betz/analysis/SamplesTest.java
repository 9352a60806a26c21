// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SamplesTest {
    @ParameterizedTest
    @CsvSource({"0, 1", "0.25, 1.75", "0.5, 2.5", "0.9, 3.7", "1, 4"})
    void quantiles_lie_between_order_statistics_as_in_r_type_7(double share, double expected) {
        assertThat(Samples.quantile(new double[] {4, 1, 3, 2}, share)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void what_could_not_be_computed_is_passed_over() {
        double[] values = {Double.NaN, 2, Double.NaN, 4, 9};

        assertThat(Samples.mean(values)).isEqualTo(5);
        assertThat(Samples.median(values)).isEqualTo(4);
        assertThat(Samples.mean(new double[] {Double.NaN})).isNaN();
        assertThat(Samples.median(new double[0])).isNaN();
    }

    @Test
    void an_infinite_end_does_not_turn_an_exact_quantile_into_nan() {
        double[] values = {Double.NEGATIVE_INFINITY, 1, 2};

        assertThat(Samples.quantile(values, 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Samples.median(values)).isEqualTo(1);
    }

    @Test
    void correlation_agrees_with_a_sum_done_by_hand() {
        double[] a = {1, 2, 3};

        // deviations (-1, 0, 1) and (-1, 1, 0): 1 / √(2·2)
        assertThat(Samples.correlation(a, new double[] {1, 3, 2})).isCloseTo(0.5, within(1e-15));
        assertThat(Samples.correlation(a, new double[] {30, 20, 10})).isCloseTo(-1, within(1e-15));
        assertThat(Samples.correlation(a, new double[] {5, 5, 5})).isNaN();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "7, 0.71681469", "-7, -0.71681469", "3, 3", "-3, -3", "12.6, 0.03362939"})
    void angles_are_wrapped_to_half_a_turn_each_way(double angle, double expected) {
        assertThat(Angles.wrapped(angle)).isCloseTo(expected, within(1e-8));
        double positive = expected < 0 ? expected + 2 * Math.PI : expected;
        assertThat(Angles.positive(angle)).isCloseTo(positive, within(1e-8));
    }
}
