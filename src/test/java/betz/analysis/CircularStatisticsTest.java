// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CircularStatisticsTest {
    @Test
    void figures_of_two_heaps_are_those_of_circstat() {
        compare(2, 28, Golden.numbers("circstat/bimodal_angles_rad.csv"));
    }

    @Test
    void figures_of_recorded_preferred_directions_are_those_of_circstat() throws IOException {
        double[] preferred = Files.readAllLines(Recorded.vector("cosine_tuning/PD_rad_tuned.csv")).stream()
                .filter(line -> !line.isBlank())
                .mapToDouble(Double::parseDouble)
                .toArray();

        compare(1, 42, preferred);
    }

    private static void compare(int row, int counted, double[] angles) {
        double[] expected = Arrays.stream(
                        Golden.lines("circstat/expected.csv").get(row).split(",", -1))
                .skip(1)
                .mapToDouble(Double::parseDouble)
                .toArray();

        var found = CircularStatistics.of(angles);

        double tolerance = 1e-8; // the golden vector's
        assertThat(found.angles()).isEqualTo((int) expected[0]);
        assertThat(found.variance()).isCloseTo(expected[3], within(tolerance));
        assertThat(found.angularDeviation()).isCloseTo(expected[4], within(tolerance));
        // CircStat2010d counts on one side of lines turned by half a circle, in steps of a degree, and so misses the
        // fewest
        assertThat(CircularStatistics.omnibus(angles.length, counted)).isCloseTo(expected[7], within(tolerance));
        assertThat(found.fewest()).isEqualTo(fewest(angles, 40_000)).isLessThan(counted);
        assertThat(found.omnibusP()).isEqualTo(CircularStatistics.omnibus(angles.length, found.fewest()));
        assertThat(found.raoP()).isLessThanOrEqualTo(expected[8]); // a table's end
        assertThat(found.concentration()).isCloseTo(expected[13], within(tolerance));
    }

    /** Critical values of U in degrees from Russell and Levitin (1995), doi:10.1080/03610919508813281. */
    @ParameterizedTest
    @CsvSource({"10, 171.98, 0.05", "10, 192.37, 0.01", "15, 165.75, 0.05", "15, 157.06, 0.10"})
    void chances_of_raos_test_are_those_of_its_published_table(int n, double degrees, double p) {
        // n angles with that U: all but one gap equal to a small one, the last the rest
        double excess = Math.toRadians(degrees);
        double small = 2 * Math.PI / n - excess / (n - 1);
        double[] angles = IntStream.range(0, n).mapToDouble(i -> i * small).toArray();

        var found = CircularStatistics.of(angles);

        assertThat(found.raoU()).isCloseTo(excess, within(1e-12));
        // four standard errors of a share of 9,999 draws
        assertThat(found.raoP()).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 9999)));
    }

    @Test
    void evenly_spaced_angles_have_no_excess_of_gaps_and_no_heap() {
        double[] angles =
                IntStream.range(0, 12).mapToDouble(i -> 0.3 + i * Math.PI / 6).toArray();

        var found = CircularStatistics.of(angles);

        assertThat(found.raoU()).isCloseTo(0, within(1e-12));
        assertThat(found.raoP()).isEqualTo(1);
        assertThat(found.variance()).isCloseTo(1, within(1e-12));
        assertThat(found.fewest()).isBetween(5, 6); // opposite angles lie on a line, up to rounding
    }

    @Test
    void angles_on_one_side_have_the_omnibus_chance_of_a_closed_form() {
        double[] angles = {0.1, 0.3, 0.5, 1, 1.2, 2};

        var found = CircularStatistics.of(angles);

        assertThat(found.fewest()).isEqualTo(0);
        assertThat(found.omnibusP()).isCloseTo(6 / 32.0, within(1e-15)); // 2^(1 − 6)·6: all in one half by chance
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_omnibus_tail_is_how_often_evenly_spread_angles_have_so_few_on_a_side(long seed) {
        var random = RandomStream.of(seed, "omnibus");
        int n = 9;
        int draws = 1000;
        int few = 0;
        double claimed = Double.NaN;
        for (int draw = 0; draw < draws; draw++) {
            double[] angles = random.doubles(n).map(u -> 2 * Math.PI * u).toArray();
            double[] heap = {0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 3.6};
            claimed = draw == 0 ? CircularStatistics.of(heap).omnibusP() : claimed; // 1 on a side
            few += fewest(angles, 500) <= 1 ? 1 : 0;
        }
        assertThat(few / (double) draws).isCloseTo(claimed, within(4 * Math.sqrt(claimed * (1 - claimed) / draws)));
    }

    /** Turns a line in small steps. */
    private static int fewest(double[] angles, int turns) {
        return IntStream.range(0, turns)
                .map(i -> (int) Arrays.stream(angles)
                        .filter(a -> Math.sin(a - 2 * Math.PI * i / turns) > 0)
                        .count())
                .min()
                .orElseThrow();
    }

    @Test
    void concentration_of_many_von_mises_angles_is_near_the_one_that_drew_them() {
        // r = I₁(κ)/I₀(κ): 0.44640 for 1, 0.69777 for 2, 0.89338 for 5; Fisher's approximation holds to 1 %
        assertThat(CircularStatistics.concentration(0.44640, 1000)).isCloseTo(1, within(0.01));
        assertThat(CircularStatistics.concentration(0.69777, 1000)).isCloseTo(2, within(0.02));
        assertThat(CircularStatistics.concentration(0.89338, 1000)).isCloseTo(5, within(0.05));
        assertThat(CircularStatistics.concentration(0.89338, 10)).isCloseTo(5 * 729 / 1010.0, within(0.04));
        assertThat(CircularStatistics.concentration(0.1, 10)).isEqualTo(0);
    }

    @Test
    void one_angle_has_no_spread() {
        assertThatThrownBy(() -> CircularStatistics.of(new double[] {1})).hasMessageContaining("angles is 1");
    }
}
