// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ButterworthTest {
    @ParameterizedTest
    @CsvSource({"2, 6", "2, 10", "4, 20"})
    void filtering_agrees_with_scipy(int order, int cutoff) {
        String name = "n" + order + "_fc" + cutoff;
        double[] expected = Golden.numbers("filters/filtfilt_" + name + ".csv");
        double[] coefficients = Golden.numbers("filters/butter_" + name + "_ba.csv");
        var filter = new Butterworth(order, cutoff, 1.0 / 200);

        double[] filtered = filter.filter(Golden.numbers("filters/x_200Hz.csv"));

        int half = order + 1;
        assertThat(filter.numerator()).containsExactly(Arrays.copyOf(coefficients, half), within(1e-12));
        assertThat(filter.denominator())
                .containsExactly(Arrays.copyOfRange(coefficients, half, 2 * half), within(1e-12));
        assertThat(filtered).containsExactly(expected, within(1e-9)); // the golden vector's tolerance
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 12, 300})
    void a_straight_line_passes_unchanged_even_where_the_padding_is_cut_short(int samples) {
        double[] line = new double[samples];
        Arrays.setAll(line, i -> 3 - 0.25 * i);

        double[] filtered = new Butterworth(2, 8, 0.01).filter(line);

        // odd padding continues the line; only the start of the padding can disturb it
        if (samples == 300) {
            assertThat(Arrays.copyOfRange(filtered, 100, 200))
                    .containsExactly(Arrays.copyOfRange(line, 100, 200), within(1e-6));
        }
        assertThat(filtered[0]).isCloseTo(3, within(0.3));
    }

    @Test
    void a_sine_at_the_cutoff_is_halved_without_delay() {
        double[] sine = new double[4000];
        Arrays.setAll(sine, i -> Math.sin(2 * Math.PI * 8 * i * 0.001));

        double[] filtered = new Butterworth(2, 8, 0.001).filter(sine);

        for (int i = 1500; i < 2500; i++) {
            assertThat(filtered[i]).isCloseTo(0.5 * sine[i], within(1e-6)); // transients are long gone
        }
    }

    @Test
    void a_cutoff_beyond_half_the_sampling_rate_is_refused() {
        assertThatThrownBy(() -> new Butterworth(2, 8, 0.1)).hasMessage("cutoff is 8.0 Hz, expected 0 to 5.0 Hz");
    }
}
