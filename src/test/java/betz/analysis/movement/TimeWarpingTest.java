// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.common.BadSetting;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeWarpingTest {
    @ParameterizedTest
    @CsvSource({"dtw_ab, 0, 0", "dtw_ab_window10, 10, 0", "dtw_ab_window20, 20, 0", "dtw_ab_penalty0.5, 0, 0.5"})
    void distances_of_series_agree_with_dtaidistance(String key, int window, double penalty) {
        var warped = TimeWarping.of(rows("a", 1), rows("b", 1), window, penalty);

        assertThat(warped.distance()).isCloseTo(expected(key), within(1e-10));
    }

    @Test
    void paths_in_the_plane_are_warped_together_as_dtaidistance_does() {
        var warped = TimeWarping.of(rows("A2", 2), rows("B2", 2), 0, 0);

        assertThat(warped.distance()).isCloseTo(expected("dtw_AB_ndim_dependent"), within(1e-10));
    }

    @Test
    void samples_are_met_together_as_dtaidistance_has_them() {
        int[][] path = TimeWarping.of(rows("a", 1), rows("b", 1), 0, 0).path();

        int[] flat = Arrays.stream(path).flatMapToInt(Arrays::stream).toArray();
        int[] golden = Arrays.stream(Golden.numbers("dtw/path_ab.csv"))
                .mapToInt(v -> (int) v)
                .toArray();
        assertThat(flat).containsExactly(golden);
    }

    @Test
    void a_path_that_only_takes_longer_is_at_no_distance() {
        double[][] quick = {{0, 0}, {1, 2}, {3, 1}};
        double[][] slow = {{0, 0}, {0, 0}, {1, 2}, {1, 2}, {1, 2}, {3, 1}};

        var warped = TimeWarping.of(quick, slow, 0, 0);

        assertThat(warped.distance()).isZero();
        assertThat(warped.path()).hasDimensions(6, 2);
    }

    /** The window of 1 lets equal lengths meet at equal times only: the plain distance, root of the sum of 1² + 2² + 2². */
    @Test
    void a_window_of_one_sample_lets_no_time_be_stretched() {
        double[][] a = {{0}, {1}, {2}};
        double[][] b = {{1}, {3}, {0}};

        var rigid = TimeWarping.of(a, b, 1, 0);

        assertThat(rigid.distance()).isEqualTo(3);
        assertThat(rigid.rootMeanSquare()).isCloseTo(Math.sqrt(3), within(1e-15));
    }

    @Test
    void a_penalty_counts_in_the_distance_but_not_in_how_far_the_paths_are_apart() {
        double[][] a = {{0}, {5}};
        double[][] b = {{0}, {0}, {5}};

        var warped = TimeWarping.of(a, b, 0, 2);

        assertThat(warped.distance()).isEqualTo(2); // one step along b alone
        assertThat(warped.rootMeanSquare()).isZero();
    }

    @Test
    void paths_of_different_axes_do_not_compare() {
        assertThatThrownBy(() -> TimeWarping.of(new double[3][2], new double[3][1], 0, 0))
                .isInstanceOf(BadSetting.class)
                .hasMessage("axes of the second path is 1 values, expected 2 values");
    }

    private static double[][] rows(String name, int axes) {
        double[] all = Golden.numbers("dtw/" + name + ".csv");
        double[][] rows = new double[all.length / axes][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(all, axes * i, axes * i + axes));
        return rows;
    }

    private static double expected(String key) {
        Matcher match =
                Pattern.compile("\"" + Pattern.quote(key) + "\": ([-0-9.]+)").matcher(Golden.text("dtw/expected.json"));
        assertThat(match.find()).isTrue();
        return Double.parseDouble(match.group(1));
    }
}
