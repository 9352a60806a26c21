// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import betz.analysis.Golden;
import betz.common.BadSetting;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DimensionlessJerkTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"minjerk_1s", "two_sub_gap0.4", "three_overlap", "noisy_minjerk", "gauss_doc_example", "sin_abs"
            })
    void jerk_agrees_with_the_public_code(String profile) {
        double[] speed = Golden.numbers("sparc/" + profile + ".csv");

        assertThat(DimensionlessJerk.of(speed, 0.01))
                .isCloseTo(expected(profile, "dimensionless_jerk"), withinPercentage(1e-8)); // 1e-10 of it
        assertThat(DimensionlessJerk.logarithm(speed, 0.01))
                .isCloseTo(expected(profile, "log_dimensionless_jerk"), within(1e-10));
    }

    /** v = 30 s²(1 - s)²: v'' = 60 - 360 s + 360 s², whose square integrates to 720, over a peak of 1.875². */
    @Test
    void minimum_jerk_tends_to_the_analytic_204_8_as_steps_get_short() {
        assertThat(720 / (1.875 * 1.875)).isEqualTo(204.8);
        for (int steps : new int[] {1_000, 4_000}) {
            double found = DimensionlessJerk.logarithm(minimumJerk(steps, 0.7), 0.7 / steps);
            // the sum leaves out half an end sample of 60² at either side and the duration has one sample more: O(1/n)
            assertThat(found).isCloseTo(-Math.log(204.8), within(8.0 / steps));
        }
    }

    @Test
    void jerk_depends_neither_on_amplitude_nor_on_duration() {
        double slow = DimensionlessJerk.of(minimumJerk(200, 2.0), 0.01);
        double fast = DimensionlessJerk.of(minimumJerk(200, 0.4), 0.002);

        assertThat(fast).isCloseTo(slow, within(1e-9)); // rounding
    }

    @Test
    void two_samples_have_no_jerk_and_the_sentence_says_so() {
        assertThatThrownBy(() -> DimensionlessJerk.of(new double[2], 0.01))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("samples of speed is 2, expected 3");
    }

    private static double[] minimumJerk(int steps, double duration) {
        double[] speed = new double[steps + 1];
        Arrays.setAll(speed, i -> {
            double s = i / (double) steps;
            return 30 / duration * s * s * (1 - s) * (1 - s);
        });
        return speed;
    }

    private static double expected(String profile, String key) {
        String all = Golden.text("sparc/expected.json");
        String own = all.substring(all.indexOf("\"" + profile + "\""));
        Matcher match = Pattern.compile("\"" + key + "\": ([-0-9.]+)").matcher(own);
        assertThat(match.find()).isTrue();
        return Double.parseDouble(match.group(1));
    }
}
