// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.common.BadSetting;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SavitzkyGolayTest {
    private static final double DT = 1 / 200.0;

    @Test
    void samples_and_their_derivative_agree_with_scipy_at_the_ends_too() {
        double[] x = Golden.numbers("filters/x_200Hz.csv");
        var filter = new SavitzkyGolay(21, 3);

        assertThat(filter.smooth(x)).containsExactly(Golden.numbers("filters/savgol_w21_p3_d0.csv"), within(1e-9));
        assertThat(filter.derivative(x, 1, DT))
                .containsExactly(Golden.numbers("filters/savgol_w21_p3_d1.csv"), within(1e-9));
    }

    @Test
    void a_polynomial_of_the_degree_passes_with_all_its_derivatives() {
        double[] cubic = new double[40];
        Arrays.setAll(cubic, i -> cubic(i * DT));
        var filter = new SavitzkyGolay(9, 3);

        for (int i = 0; i < cubic.length; i++) {
            double t = i * DT;
            assertThat(filter.smooth(cubic)[i]).isCloseTo(cubic(t), within(1e-12));
            assertThat(filter.derivative(cubic, 1, DT)[i]).isCloseTo(3 + 10 * t - 12 * t * t, within(1e-10));
            assertThat(filter.derivative(cubic, 2, DT)[i]).isCloseTo(10 - 24 * t, within(1e-7)); // over DT²
            assertThat(filter.derivative(cubic, 3, DT)[i]).isCloseTo(-24, within(1e-4)); // over DT³
        }
    }

    @Test
    void a_window_of_one_sample_changes_nothing() {
        double[] x = {3, -1, 4, 1, -5};

        assertThat(new SavitzkyGolay(1, 0).smooth(x)).containsExactly(x);
    }

    @Test
    void an_even_window_or_too_few_samples_are_told() {
        assertThatThrownBy(() -> new SavitzkyGolay(10, 3))
                .isInstanceOf(BadSetting.class)
                .hasMessage("window is 10 samples, expected an odd number");
        assertThatThrownBy(() -> new SavitzkyGolay(11, 3).smooth(new double[10]))
                .isInstanceOf(BadSetting.class)
                .hasMessage("samples is 10, expected 11 or more, as the window has");
    }

    private static double cubic(double t) {
        return 1 + 3 * t + 5 * t * t - 4 * t * t * t;
    }
}
