// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BootstrapTest {
    private static final double[] VALUES = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};

    @Test
    void an_interval_of_95_percent_holds_the_true_mean_of_normal_samples_95_times_in_100() {
        var random = RandomStream.of(11, "coverage");
        var bootstrap = new Bootstrap(300, 0.95);
        int samples = 300;
        int held = 0;
        for (int sample = 0; sample < samples; sample++) {
            double[] values = new double[60];
            Arrays.setAll(values, i -> 2 + random.nextGaussian());
            var interval = bootstrap.interval(60, sample, "mean", drawn -> mean(values, drawn));
            held += interval.low() <= 2 && 2 <= interval.high() ? 1 : 0;
        }

        // percentile intervals of 60 values hold about 0.94; the share of 300 scatters by 0.014
        assertThat(held / (double) samples).isCloseTo(0.94, within(4 * 0.014));
    }

    @Test
    void an_interval_moves_and_stretches_with_its_figure() {
        var plain = interval(0.9, 1, drawn -> mean(VALUES, drawn));
        var stretched = interval(0.9, 1, drawn -> 1 + 2 * mean(VALUES, drawn));

        assertThat(stretched.value()).isCloseTo(1 + 2 * plain.value(), within(1e-12));
        assertThat(stretched.low()).isCloseTo(1 + 2 * plain.low(), within(1e-12));
        assertThat(stretched.high()).isCloseTo(1 + 2 * plain.high(), within(1e-12));
    }

    @Test
    void a_higher_level_gives_a_wider_interval_around_the_same_value() {
        var narrow = interval(0.5, 1, drawn -> mean(VALUES, drawn));
        var wide = interval(0.99, 1, drawn -> mean(VALUES, drawn));

        assertThat(wide.low()).isLessThan(narrow.low());
        assertThat(wide.high()).isGreaterThan(narrow.high());
        assertThat(wide.value()).isEqualTo(narrow.value()).isCloseTo(3.9, within(1e-15));
    }

    @Test
    void a_single_trial_has_an_interval_without_width() {
        var interval = Bootstrap.DEFAULT.interval(1, 1, "one", drawn -> 7 + drawn[0]);

        assertThat(interval).isEqualTo(new Interval(7, 7, 7));
    }

    @Test
    void the_purpose_and_the_seed_fix_the_draws() {
        var once = interval(0.9, 1, drawn -> drawn[0]);

        assertThat(interval(0.9, 1, drawn -> drawn[0])).isEqualTo(once);
        assertThat(draws(1, "a")).isEqualTo(draws(1, "a")).isNotEqualTo(draws(1, "b"));
        assertThat(draws(1, "a")).isNotEqualTo(draws(2, "a"));
    }

    @Test
    void every_draw_has_as_many_trials_as_there_are_and_the_value_takes_each_once() {
        new Bootstrap(50, 0.9).interval(10, 1, "size", drawn -> {
            assertThat(drawn).hasSize(10);
            assertThat(Arrays.stream(drawn)).allMatch(trial -> trial >= 0 && trial < 10);
            return 0;
        });
        assertThat(Bootstrap.DEFAULT.text()).contains("1000 resamples", "level 0.95");
    }

    @Test
    void bad_settings_are_told_with_value_and_range() {
        assertThatThrownBy(() -> new Bootstrap(0, 0.9)).hasMessage("resamples is 0, expected 1 to 1000000");
        assertThatThrownBy(() -> new Bootstrap(1, 1.5)).hasMessage("level is 1.5, expected 0.0 to 1.0");
        assertThatThrownBy(() -> Bootstrap.DEFAULT.interval(0, 1, "x", drawn -> 0))
                .hasMessage("trials is 0, expected 1 to 2147483647");
    }

    private static Interval interval(double level, long seed, ToDoubleFunction<int[]> figure) {
        return new Bootstrap(500, level).interval(VALUES.length, seed, "test", figure);
    }

    private static int draws(long seed, String purpose) {
        int[] hash = {0};
        new Bootstrap(5, 0.9).interval(10, seed, purpose, drawn -> {
            hash[0] = 31 * hash[0] + Arrays.hashCode(drawn);
            return 0;
        });
        return hash[0];
    }

    private static double mean(double[] values, int... drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> values[i]).sum() / drawn.length;
    }
}
