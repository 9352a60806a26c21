// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class VonMisesTuningTest {
    private static final double[] SIXTEEN =
            IntStream.range(0, 16).mapToDouble(i -> i * Math.PI / 8).toArray();

    @ParameterizedTest
    @CsvSource({"0.3, 1", "1, 0.2", "2.5, 4", "6, 5.9", "12, 3"})
    void a_planted_curve_is_recovered(double kappa, double preferred) {
        double[] rate = Arrays.stream(SIXTEEN)
                .map(d -> 5 + 3 * Math.exp(kappa * (Math.cos(d - preferred) - 1)))
                .toArray();

        var tuning = VonMisesTuning.fit(SIXTEEN, rate);

        // residuals vanish, so the steps end where doubles do; the curve is flat along κ and g together
        assertThat(tuning.r2()).isCloseTo(1, within(1e-10));
        assertThat(tuning.concentration()).isCloseTo(kappa, within(1e-4 * kappa));
        assertThat(tuning.preferredDirection()).isCloseTo(preferred, within(1e-5));
        assertThat(tuning.rate(preferred)).isCloseTo(8, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void no_fit_is_worse_than_a_cosine(long seed) {
        var random = RandomStream.of(seed, "von Mises");
        double[] rate = Arrays.stream(SIXTEEN).map(d -> random.nextGaussian()).toArray();

        double narrow = VonMisesTuning.fit(SIXTEEN, rate).r2();

        assertThat(narrow)
                .isGreaterThanOrEqualTo(CosineTuning.fit(SIXTEEN, rate).r2() - 1e-12);
    }

    @Test
    void a_cosine_is_the_limit_of_no_concentration() {
        double[] rate =
                Arrays.stream(SIXTEEN).map(d -> 20 + 8 * Math.cos(d - 2)).toArray();

        var tuning = VonMisesTuning.fit(SIXTEEN, rate);

        assertThat(tuning.concentration()).isCloseTo(0, within(1e-6));
        assertThat(tuning.baseline()).isCloseTo(20, within(1e-6));
        assertThat(tuning.gain()).isCloseTo(8, within(1e-6));
        assertThat(tuning.halfWidth()).isCloseTo(Math.PI / 2, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 1, 5, 50})
    void at_the_half_width_the_rate_is_half_way(double kappa) {
        var tuning = new VonMisesTuning(4, 2, 1, kappa, 1);

        double middle = (tuning.rate(1) + tuning.rate(1 + Math.PI)) / 2;

        assertThat(tuning.rate(1 + tuning.halfWidth()) / middle).isCloseTo(1, within(1e-9));
        assertThat(tuning.halfWidth()).isLessThan(Math.PI / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void noisy_narrow_tuning_is_found_within_its_error(long seed) {
        var random = RandomStream.of(seed, "noisy von Mises");
        double[] direction =
                IntStream.range(0, 400).mapToDouble(i -> SIXTEEN[i % 16]).toArray();
        double[] rate = Arrays.stream(direction)
                .map(d -> 10 + 20 * Math.exp(4 * (Math.cos(d - 3) - 1)) + 2 * random.nextGaussian())
                .toArray();

        var tuning = VonMisesTuning.fit(direction, rate);

        // standard error of PD about σ/(g·√(n·mean slope²)) = 2/(20·√(400·0.3)) ≈ 0.01; of κ some 0.25
        assertThat(tuning.preferredDirection()).isCloseTo(3, within(0.04));
        assertThat(tuning.concentration()).isCloseTo(4, within(1.0));
        assertThat(tuning.r2()).isGreaterThan(CosineTuning.fit(direction, rate).r2() + 0.03);
    }

    @Test
    void silent_units_have_no_tuning_and_three_directions_are_too_few() {
        assertThat(VonMisesTuning.fit(SIXTEEN, new double[16]).r2()).isEqualTo(0);
        assertThatThrownBy(() -> VonMisesTuning.fit(new double[] {0, 1, 2, 2}, new double[] {1, 2, 3, 3}))
                .hasMessageContaining("different directions is 3, expected 4");
    }
}
