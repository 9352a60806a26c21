// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeanMatchingTest {
    private static final double BIN = 0.25;

    @Test
    void matched_windows_have_the_greatest_distribution_of_means_that_all_share() {
        double[][] means = {{0.1, 0.1, 0.3, 0.6, 0.6, 2}, {0.2, 0.3, 0.4, 0.7, 0.7, 0.7}};

        var matching = new MeanMatching(means, BIN);

        // bins 0, 0, 1, 2, 2, 8 and 0, 1, 1, 2, 2, 2
        assertThat(matching.kept()).isEqualTo(4);
        assertThat(Arrays.stream(matching.draw(0, RandomStream.of(1, "draw")))
                        .map(pair -> (int) (means[0][pair] / BIN)))
                .containsExactlyInAnyOrder(0, 1, 2, 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void every_window_keeps_as_many_pairs_of_each_bin_as_the_window_with_the_fewest_has(long seed) {
        double[][] means = random(seed, 4, 50);
        var matching = new MeanMatching(means, BIN);
        int[] fewest = IntStream.range(0, 20)
                .map(bin -> IntStream.range(0, 4)
                        .map(w -> histogram(means[w])[bin])
                        .min()
                        .orElseThrow())
                .toArray();

        for (int window = 0; window < 4; window++) {
            double[] own = means[window];
            int[] drawn = matching.draw(window, RandomStream.of(seed, "draw", window));
            double[] kept = IntStream.of(drawn).mapToDouble(pair -> own[pair]).toArray();
            assertThat(histogram(kept)).isEqualTo(fewest);
            assertThat(drawn).isSorted().doesNotHaveDuplicates().hasSize(matching.kept());
        }
    }

    @Test
    void one_window_keeps_all_and_windows_without_a_common_bin_keep_none() {
        double[][] one = random(1, 1, 12);

        assertThat(new MeanMatching(one, BIN).draw(0, RandomStream.of(1, "draw")))
                .isEqualTo(IntStream.range(0, 12).toArray());
        assertThat(new MeanMatching(new double[][] {{0, 0.1}, {1, 2}}, BIN).kept())
                .isZero();
    }

    @Test
    void every_pair_of_a_bin_is_drawn_equally_often() {
        double[][] means = {{0.1, 0.1, 0.1, 0.1}, {0.1, 1, 1, 1}};
        var matching = new MeanMatching(means, BIN);
        int[] count = new int[4];

        for (int repeat = 0; repeat < 4000; repeat++) {
            count[matching.draw(0, RandomStream.of(9, "draw", repeat))[0]]++;
        }

        // 1000 each, with a standard deviation of √(4000·3/16) = 27
        assertThat(IntStream.of(count)).allMatch(one -> one > 880 && one < 1120);
    }

    private static double[][] random(long seed, int windows, int pairs) {
        var random = RandomStream.of(seed, "means");
        double[][] means = new double[windows][pairs];
        for (double[] window : means) {
            Arrays.setAll(window, i -> 4 * random.nextDouble() * random.nextDouble());
        }
        return means;
    }

    private static int[] histogram(double... values) {
        int[] count = new int[20];
        for (double value : values) {
            count[(int) (value / BIN)]++;
        }
        return count;
    }
}
