// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpectralArcLengthTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"minjerk_1s", "two_sub_gap0.4", "three_overlap", "noisy_minjerk", "gauss_doc_example", "sin_abs"
            })
    void smoothness_agrees_with_the_authors_code(String profile) {
        double[] speed = Golden.numbers("sparc/" + profile + ".csv");

        assertThat(SpectralArcLength.DEFAULT.of(speed, 0.01))
                .isCloseTo(expected(profile, "sparc_default"), within(1e-10));
        assertThat(new SpectralArcLength(20, 0.05, 4).of(speed, 0.01))
                .isCloseTo(expected(profile, "sparc_fc20_th0.05_pad4"), within(1e-10));
        assertThat(new SpectralArcLength(5, 0.1, 2).of(speed, 0.01))
                .isCloseTo(expected(profile, "sparc_fc5_th0.1_pad2"), within(1e-10));
    }

    @Test
    void smoothness_does_not_depend_on_amplitude() {
        double[] speed = Golden.numbers("sparc/three_overlap.csv");
        double[] faster = Arrays.stream(speed).map(v -> 8 * v).toArray();

        assertThat(SpectralArcLength.DEFAULT.of(faster, 0.01))
                .isCloseTo(SpectralArcLength.DEFAULT.of(speed, 0.01), within(1e-12));
    }

    @Test
    void rest_has_no_smoothness() {
        assertThat(SpectralArcLength.DEFAULT.of(new double[20], 0.01)).isNaN();
    }

    private static double expected(String profile, String key) {
        String all = Golden.text("sparc/expected.json");
        String own = all.substring(all.indexOf("\"" + profile + "\""));
        Matcher match =
                Pattern.compile("\"" + Pattern.quote(key) + "\": ([-0-9.]+)").matcher(own);
        assertThat(match.find()).isTrue();
        return Double.parseDouble(match.group(1));
    }
}
