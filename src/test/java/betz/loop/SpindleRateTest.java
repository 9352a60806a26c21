// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpindleRateTest {
    @ParameterizedTest
    @CsvSource({"0, 0, 82", "10, 0, 102", "0, 100, 150.149", "0, 200, 185.295", "-5, 200, 175.295", "4, -30, 56.908"})
    void the_rate_is_that_of_the_published_fit_in_millimetres(double stretch, double velocity, double rate) {
        // a fibre of 100 mm; by hand: 82 + 2 d + 4.3 sign(v) |v|^0.6
        double told = SpindleRate.of(1 + stretch / 100, velocity / 1000);

        // the line around standstill takes off 0.2 (5/v)^2 of the power: at 30 mm/s 0.18 of 33 spikes/s, above less
        assertThat(told).isCloseTo(rate, within(0.19));
    }

    @Test
    void a_spindle_falls_silent_in_fast_shortening_and_stays_so() {
        assertThat(SpindleRate.of(1, -0.15)).isZero(); // 82 - 4.3 * 150^0.6 = -5
        assertThat(SpindleRate.perLength(1, -0.15)).isZero();
        assertThat(SpindleRate.perVelocity(1, -0.15)).isZero();
        assertThat(SpindleRate.of(1.1, -0.15)).isPositive();
    }

    @Test
    void lengthening_and_shortening_alike_change_the_rate_alike() {
        for (double v : new double[] {0.0001, 0.004, 0.05}) {
            assertThat(SpindleRate.of(1.2, v) - SpindleRate.of(1.2, 0))
                    .isCloseTo(SpindleRate.of(1.2, 0) - SpindleRate.of(1.2, -v), within(1e-12)); // rounding
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "1, 0.001", "1.3, -0.004", "0.8, 0.02", "1.1, -0.1", "0.9, 0.7"})
    void slopes_equal_central_differences(double length, double velocity) {
        double step = 1e-7; // of a curve that bends within 5e-3: truncation 1e-9, rounding 1e-8 of the slope

        double byLength =
                (SpindleRate.of(length + step, velocity) - SpindleRate.of(length - step, velocity)) / (2 * step);
        double byVelocity =
                (SpindleRate.of(length, velocity + step) - SpindleRate.of(length, velocity - step)) / (2 * step);

        assertThat(SpindleRate.perLength(length, velocity)).isCloseTo(byLength, within(1e-6 * 200));
        assertThat(SpindleRate.perVelocity(length, velocity)).isCloseTo(byVelocity, within(1e-6 * byVelocity));
    }
}
