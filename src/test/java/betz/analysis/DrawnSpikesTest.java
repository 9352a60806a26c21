// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.data.Recording;
import betz.data.Signal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DrawnSpikesTest {
    private static Recording rates(String unit, double... each) {
        Recording reaches = Reaches.minimumJerk(8);
        int steps = reaches.trials().steps();
        Signal rates = Signal.zeros("unit.rate", unit, 8, steps, List.of("a", "b"));
        for (int i = 0; i < rates.values().length; i++) {
            rates.values()[i] = each[i % 2];
        }
        return reaches.with(rates);
    }

    @Test
    void counts_have_the_rates_mean_and_as_much_variance() {
        Recording drawn = DrawnSpikes.of(rates("spikes/s", 40, 0), 1);

        Signal counts = drawn.signal("unit.rate");
        double dt = drawn.trials().dt();
        double[] all = new double[counts.trials() * counts.steps()];
        for (int i = 0; i < all.length; i++) {
            all[i] = counts.get(i / counts.steps(), i % counts.steps(), 0) * dt;
            assertThat(counts.get(i / counts.steps(), i % counts.steps(), 1)).isZero();
        }
        double mean = Samples.mean(all);
        double variance = Arrays.stream(all).map(v -> (v - mean) * (v - mean)).sum() / (all.length - 1);
        // 2,408 counts of mean 0.2: four standard errors of mean and variance
        assertThat(mean).isCloseTo(0.2, within(4 * Math.sqrt(0.2 / all.length)));
        assertThat(variance / mean).isCloseTo(1, within(4 * Math.sqrt((2 + 1 / 0.2) / all.length)));
        assertThat(Arrays.stream(all)
                        .map(count -> count - Math.rint(count))
                        .map(Math::abs)
                        .max()
                        .orElseThrow())
                .isLessThan(1e-9);
    }

    @Test
    void the_seed_decides_and_nothing_else() {
        Recording rates = rates("spikes/s", 40, 5);

        double[] once = DrawnSpikes.of(rates, 1).signal("unit.rate").values();

        assertThat(DrawnSpikes.of(rates, 1).signal("unit.rate").values()).containsExactly(once);
        assertThat(DrawnSpikes.of(rates, 2).signal("unit.rate").values()).isNotEqualTo(once);
        assertThat(rates.signal("unit.rate").get(0, 0, 0)).isEqualTo(40);
    }

    @Test
    void what_is_no_rate_of_spikes_is_refused() {
        assertThatThrownBy(() -> DrawnSpikes.of(rates("1", 0.5, 0.5), 1))
                .isInstanceOf(BadSetting.class)
                .hasMessage("unit of unit.rate is 1, expected spikes/s, of which spikes come");
        assertThatThrownBy(() -> DrawnSpikes.of(rates("spikes/s", 1, -1), 1))
                .hasMessage("rate of b is below 0, expected 0 spikes/s or more");
    }
}
