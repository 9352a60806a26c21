// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PreferredDirectionsTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 5, 8, 100})
    void evenly_spread_directions_are_as_even_as_can_be(int units) {
        double[] angles = IntStream.range(0, units)
                .mapToDouble(i -> 2 * Math.PI * i / units)
                .toArray();

        var spread = PreferredDirections.of(angles);

        assertThat(spread.units()).isEqualTo(units);
        assertThat(spread.resultant()).isLessThan(1e-14);
        assertThat(spread.bimodality()).isLessThan(1e-14);
        assertThat(spread.rayleighP()).isCloseTo(1, within(1e-12)); // √(1 + 2n)² − (1 + 2n) = 0
    }

    @Test
    void six_equal_directions_have_a_chance_of_e_to_the_minus_eight() {
        double[] angles = new double[6];
        Arrays.fill(angles, 2.5);

        var spread = PreferredDirections.of(angles);

        assertThat(spread.mean()).isCloseTo(2.5, within(1e-14));
        assertThat(spread.resultant()).isCloseTo(1, within(1e-14));
        assertThat(spread.rayleighZ()).isCloseTo(6, within(1e-13));
        // √(1 + 4·6) − (1 + 2·6) = 5 − 13
        assertThat(spread.rayleighP()).isCloseTo(Math.exp(-8), within(1e-15));
    }

    @Test
    void two_opposite_groups_show_in_the_second_moment_alone() {
        double[] angles = {0.5, 0.5, 0.5, 0.5 + Math.PI, 0.5 + Math.PI, 0.5 + Math.PI};

        var spread = PreferredDirections.of(angles);

        assertThat(spread.resultant()).isLessThan(1e-15);
        assertThat(spread.rayleighP()).isCloseTo(1, within(1e-12));
        assertThat(spread.bimodality()).isCloseTo(1, within(1e-14));
        assertThat(spread.axialP()).isCloseTo(Math.exp(-8), within(1e-14));
        assertThat(spread.axis()).isCloseTo(1, within(1e-14)); // doubled
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 0.7, 1.2})
    void two_directions_have_the_cosine_of_their_half_angle_as_resultant(double half) {
        var spread = PreferredDirections.of(new double[] {1 - half, 1 + half});

        assertThat(spread.mean()).isCloseTo(1, within(1e-14));
        assertThat(spread.resultant()).isCloseTo(Math.cos(half), within(1e-14));
        assertThat(spread.bimodality()).isCloseTo(Math.abs(Math.cos(2 * half)), within(1e-14));
    }

    @Test
    void turning_all_directions_turns_the_mean_and_nothing_else() {
        double[] angles = {0.1, 0.4, 1.5, 2.2, 5.9};
        double[] turned = Arrays.stream(angles).map(a -> a + 1).toArray();

        var before = PreferredDirections.of(angles);
        var after = PreferredDirections.of(turned);

        assertThat(after.mean() - before.mean()).isCloseTo(1, within(1e-12));
        assertThat(after.resultant()).isCloseTo(before.resultant(), within(1e-14));
        assertThat(after.bimodality()).isCloseTo(before.bimodality(), within(1e-14));
        assertThat(after.rayleighP()).isCloseTo(before.rayleighP(), within(1e-12));
    }

    @Test
    void a_tuning_curve_of_four_directions_agrees_with_sums_done_by_hand() {
        double[] direction = {0, Math.PI / 2, Math.PI, 3 * Math.PI / 2};

        var tuning = CosineTuning.fit(direction, new double[] {4, 1, 2, 1});

        // 2 + cos θ fits 3, 2, 1, 2: residual 4 of a spread of 6, one degree of freedom is left
        assertThat(tuning.baseline()).isCloseTo(2, within(1e-14));
        assertThat(tuning.gain()).isCloseTo(1, within(1e-14));
        assertThat(tuning.r2()).isCloseTo(1 / 3.0, within(1e-14));
        assertThat(tuning.f()).isCloseTo(0.25, within(1e-14));
        assertThat(tuning.p()).isCloseTo(Math.sqrt(2 / 3.0), within(1e-14));
    }

    @Test
    void a_tuning_curve_through_three_samples_is_exact_and_cannot_be_tested() {
        var tuning = CosineTuning.fit(new double[] {0, 2, 4}, new double[] {1, 5, 2});

        assertThat(tuning.r2()).isCloseTo(1, within(1e-12));
        assertThat(tuning.p()).isNaN();
        assertThat(tuning.rate(2)).isCloseTo(5, within(1e-12));
    }
}
