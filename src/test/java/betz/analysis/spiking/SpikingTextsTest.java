// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Plot;
import betz.analysis.Subject;
import betz.data.SpikeTrains;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What findings on spikes say must be what was done. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SpikingTextsTest {
    @Test
    void a_course_that_is_not_smoothed_is_not_said_to_be() {
        var trains = Trains.of(1, 2, 4, 0.5, 1, 30, 50);
        var raw = new TimeHistogram("unit.rate", 0, false, 0.01, false, 5, 2).of(Trains.subject(trains));
        var smooth = new TimeHistogram("unit.rate", 0.035, true, 0.01, true, 5, 2).of(Trains.subject(trains));

        for (Plot plot : raw.plots()) {
            assertThat(plot.text()).endsWith("not smoothed.").doesNotContain("Gaussian");
        }
        for (Plot plot : smooth.plots()) {
            assertThat(plot.text()).endsWith("over the softened range, smoothed with a Gaussian of 35 ms.");
        }
        assertThat(raw.conventions()).contains("Not smoothed.", "Not normalised.");
        assertThat(smooth.conventions()).anyMatch(one -> one.contains("sd 35 ms, cut at 4 sd"));
        assertThat(smooth.conventions()).anyMatch(one -> one.contains("plus 5.0; the figures are not"));
    }

    @Test
    void courses_that_are_not_smoothed_hold_every_spike_once() {
        var trains = Trains.of(2, 3, 9, 0.5, 1, 30, 50);
        var raw = new TimeHistogram("unit.rate", 0, false, 0.01, false, 5, 2).of(Trains.subject(trains));
        double[][] courses = raw.list("courses").rows();

        // nine trials a condition, 10 ms a bin
        for (int unit = 0; unit < 2; unit++) {
            int column = unit;
            double told = Arrays.stream(courses)
                    .mapToDouble(row -> row[column] * 0.01 * 9)
                    .sum();
            assertThat(told).isCloseTo(spikes(trains, unit), within(1e-9));
        }
        double[] population = Arrays.stream(raw.list("population").rows())
                .flatMapToDouble(Arrays::stream)
                .toArray();
        assertThat(raw.value("peak_population_rate").value())
                .isEqualTo(Arrays.stream(population).max().orElseThrow());
        assertThat(raw.value("mean_rate").value())
                .isCloseTo((spikes(trains, 0) + spikes(trains, 1)) / (2 * 27 * 0.5), within(1e-9));
    }

    @Test
    void softening_divides_by_the_range_and_itself() {
        var trains = Trains.of(2, 3, 9, 0.5, 1, 30, 50);
        double[][] raw = courses(trains, false, 5);
        for (double soften : new double[] {0, 5, 20}) {
            double[][] told = courses(trains, true, soften);
            for (int unit = 0; unit < 2; unit++) {
                int column = unit;
                double high =
                        Arrays.stream(raw).mapToDouble(row -> row[column]).max().orElseThrow();
                double low =
                        Arrays.stream(raw).mapToDouble(row -> row[column]).min().orElseThrow();
                for (int i = 0; i < raw.length; i++) {
                    assertThat(told[i][unit]).isCloseTo(raw[i][unit] / (high - low + soften), within(1e-12));
                }
            }
        }
    }

    @Test
    void a_clocks_intervals_are_all_in_the_chart() {
        double[] clock = IntStream.range(0, 33).mapToDouble(i -> i / 64.0).toArray();

        var found = IntervalStatistics.DEFAULT.of(Trains.subject(Trains.of(0, 1, new double[][] {clock})));

        var bars = found.plots().get(0).curves().get(0);
        assertThat(Arrays.stream(bars.y()).sum()).isEqualTo(32);
        assertThat(bars.y()[bars.y().length - 1]).isEqualTo(32);
        assertThat(bars.x()[bars.x().length - 1])
                .isCloseTo(1000 / 64.0 * 0.99, within(1e-9)); // the middle of 98 to 100 %
    }

    @Test
    void the_chart_of_intervals_leaves_out_no_more_than_one_in_a_hundred() {
        var trains = Trains.of(5, 1, 20, 5, 1, 20, 35);

        var found = IntervalStatistics.DEFAULT.of(Trains.subject(trains));

        double all = found.value("intervals").value();
        double drawn = Arrays.stream(found.plots().get(0).curves().get(0).y()).sum();
        assertThat(drawn / all).isBetween(0.99 - 1 / all, 0.99 + 2 / all);
        assertThat(found.conventions()).anyMatch(one -> one.contains("1000 resamples, level 0.95, seeded"));
    }

    @Test
    void rates_are_spikes_over_the_time_of_all_trials_wherever_time_begins() {
        double[][] first = {{-0.4, -0.3, -0.2, 0.1}};
        double[][] second = {{-0.45, 0.2, 0.3}};

        var found = new IntervalStatistics(0.005, 2, 10).of(Trains.subject(Trains.of(-0.5, 1.5, first, second)));

        assertThat(found.list("unit_rates").numbers()).containsExactly(7 / 4.0);
        assertThat(found.list("unit_intervals").numbers()).containsExactly(5);
    }

    @Test
    void a_units_place_among_all_is_told_where_one_before_it_is_left_out() {
        double[] clock = IntStream.range(0, 20).mapToDouble(i -> i / 32.0).toArray();

        var found = IntervalStatistics.DEFAULT.of(Trains.subject(
                Trains.of(0, 1, new double[][] {{}, clock, {0.5}, clock})));

        assertThat(found.list("unit_numbers").numbers()).containsExactly(2, 4);
        assertThat(found.plots().get(1).curves().get(0).x()).containsExactly(2, 4);
        assertThat(found.conventions())
                .contains("2 of 4 units have fewer than 10 intervals, or no two next to each other, and are left out:"
                        + " u1, u3.");
    }

    @Test
    void windows_before_and_after_time_0_do_not_hold_it_between_them() {
        double[][][] times = new double[8][1][];
        for (int trial = 0; trial < 8; trial++) {
            // one spike or none before 0, always one across, two or none after
            times[trial][0] =
                    trial % 2 == 0 ? new double[] {-0.15, -0.02, 0.06, 0.07, 0.16, 0.17} : new double[] {-0.02};
        }

        var found = new FanoFactor(0.1, 0.05, 0.25, 0, false).of(Trains.subject(Trains.of(-0.2, 0.2, times)));

        // windows from −200, −150, −100 ms end by 0; −50 lies across; 0, 50, 100 begin from 0
        double half = 2 / 7.0; // the variance of 0 and 1, four each, with 7 below
        double[] factors = found.list("fano_factors").numbers();
        assertThat(factors)
                .containsExactly(
                        new double[] {2 * half, 2 * half, 0, 0, 2 * 2 * half, 2 * 2 * half, 2 * 2 * half},
                        within(1e-12));
        double before = (2 * half + 2 * half + 0) / 3;
        assertThat(found.value("fano_factor_before").value()).isCloseTo(before, within(1e-12));
        assertThat(found.value("fano_factor_after").value()).isCloseTo(4 * half, within(1e-12));
        assertThat(found.value("decline").value()).isCloseTo(1 - 4 * half / before, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.02, 0.05, 0.1})
    void intervals_of_the_fano_factor_are_two_standard_errors_on_either_side(double window) {
        var trains = Trains.of(6, 2, 20, 0.4, 1, 10, 25, 40, 60);
        var found = new FanoFactor(window, window, 0.25, 0, false).of(Trains.subject(trains));
        double[][] mean = found.list("count_means").rows();
        double[][] variance = found.list("count_variances").rows();

        for (int w = 0; w < mean.length; w++) {
            double[] ones = new double[mean[w].length];
            Arrays.fill(ones, 1);
            var slope = OriginSlope.of(mean[w], variance[w], ones);
            assertThat(found.list("fano_factors").numbers()[w]).isCloseTo(slope.value(), within(1e-12));
            assertThat(found.list("fano_factors_high").numbers()[w])
                    .isCloseTo(slope.value() + 2 * slope.error(), within(1e-12));
            assertThat(found.list("fano_factors_low").numbers()[w])
                    .isCloseTo(slope.value() - 2 * slope.error(), within(1e-12));
            assertThat(found.list("rates").numbers()[w])
                    .isCloseTo(Arrays.stream(mean[w]).average().orElseThrow() / window, within(1e-9));
        }
    }

    @Test
    void settings_out_of_range_are_refused_by_name() {
        assertThatThrownBy(() -> new FanoFactor(0, 0.05, 0.25, 10, true)).hasMessageContaining("window");
        assertThatThrownBy(() -> new FanoFactor(0.05, 0, 0.25, 10, true)).hasMessageContaining("step");
        assertThatThrownBy(() -> new FanoFactor(0.05, 0.05, 0, 10, true)).hasMessageContaining("bin");
        assertThatThrownBy(() -> new FanoFactor(0.05, 0.05, 0.25, -1, true)).hasMessageContaining("repeats");
        assertThatThrownBy(() -> new IntervalStatistics(-0.001, 10, 10)).hasMessageContaining("refractory");
        assertThatThrownBy(() -> new IntervalStatistics(0.005, 1, 10)).hasMessageContaining("least");
        assertThatThrownBy(() -> new BitsPerSpike("unit.rate", 0)).hasMessageContaining("resamples");
        assertThatThrownBy(() -> new TimeHistogram("unit.rate", -1, false, 0.01, false, 5, 4))
                .hasMessageContaining("sd");
    }

    @Test
    void another_seed_moves_intervals_and_leaves_figures() {
        double[] rates = IntStream.range(0, 60).mapToDouble(i -> 20 + i).toArray();
        var trains = Trains.of(6, 1, 10, 1, 1, rates);
        var one = IntervalStatistics.DEFAULT.of(new Subject(null, null, trains, null, 1));
        var two = IntervalStatistics.DEFAULT.of(new Subject(null, null, trains, null, 2));

        for (String name : new String[] {"cv", "cv2", "lv", "lvr"}) {
            assertThat(two.value(name).value()).isEqualTo(one.value(name).value());
        }
        assertThat(two.measures()).isNotEqualTo(one.measures());
        assertThat(IntervalStatistics.DEFAULT
                        .of(new Subject(null, null, trains, null, 1))
                        .measures())
                .isEqualTo(one.measures());
    }

    private static double[][] courses(SpikeTrains trains, boolean normalised, double soften) {
        return new TimeHistogram("unit.rate", 0.02, false, 0.01, normalised, soften, 0)
                .of(Trains.subject(trains))
                .list("courses")
                .rows();
    }

    private static double spikes(SpikeTrains trains, int unit) {
        return IntStream.range(0, trains.trials())
                .map(trial -> trains.times(trial, unit).length)
                .sum();
    }
}
