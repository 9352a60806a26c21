// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IntervalStatisticsTest {
    @Test
    void three_intervals_give_what_the_equations_give_by_hand() {
        // intervals 1, 3, 2 s
        var intervals = Intervals.of(new double[] {0, 1, 4, 6});

        // mean 2, squares 1, 1, 0
        assertThat(intervals.cv()).isCloseTo(Math.sqrt(2.0 / 3) / 2, within(1e-15));
        // 2·2/4 and 2·1/5
        assertThat(intervals.cv2()).isCloseTo((1 + 0.4) / 2, within(1e-15));
        // 3·(2/4)² and 3·(1/5)²
        assertThat(intervals.lv()).isCloseTo((0.75 + 0.12) / 2, within(1e-15));
        // the same times 1 + 4·0.5/4 and 1 + 4·0.5/5
        assertThat(intervals.lvR(0.5)).isCloseTo((0.75 * 1.5 + 0.12 * 1.4) / 2, within(1e-15));
    }

    @Test
    void the_written_form_of_lvr_is_that_of_its_authors() {
        double[] times = Trains.renewal(5, new Deal(2)::next);
        double r = 0.005;
        double sum = 0;
        for (int i = 0; i + 2 < times.length; i++) {
            double a = times[i + 1] - times[i];
            double b = times[i + 2] - times[i + 1];
            sum += (1 - 4 * a * b / ((a + b) * (a + b))) * (1 + 4 * r / (a + b));
        }

        assertThat(Intervals.of(times).lvR(r)).isCloseTo(3 * sum / (times.length - 2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 9})
    void a_gamma_process_has_the_cv_and_lv_of_its_closed_forms(int shape) {
        var intervals = Intervals.of(Trains.renewal(2000, new Deal(shape)::next));

        // 100,000 intervals leave CV and LV an uncertainty below 0.005 (one sd, measured at shape 1); four of them
        assertThat(intervals.all().length).isGreaterThan(98_000);
        assertThat(intervals.cv()).isCloseTo(1 / Math.sqrt(shape), within(0.02));
        assertThat(intervals.lv()).isCloseTo(3.0 / (2 * shape + 1), within(0.02));
        if (shape == 1) {
            assertThat(intervals.cv2()).isCloseTo(1, within(0.02));
        }
    }

    @Test
    void a_clock_has_no_variation() {
        double[] times = new double[100];
        Arrays.setAll(times, i -> i / 64.0); // exact in binary

        var intervals = Intervals.of(times);

        assertThat(intervals.cv()).isZero();
        assertThat(intervals.cv2()).isZero();
        assertThat(intervals.lvR(0.005)).isZero();
    }

    @Test
    void a_dead_time_lowers_lv_and_lvr_makes_up_for_it() {
        var random = RandomStream.of(3, "dead time");
        double[] times = Trains.renewal(1000, () -> 0.005 + Trains.gamma(random, 1, 0.02));

        var intervals = Intervals.of(times);

        assertThat(intervals.lv()).isLessThan(0.75);
        assertThat(Math.abs(intervals.lvR(0.005) - 1)).isLessThan(Math.abs(intervals.lv() - 1) / 2);
    }

    @Test
    void a_slow_change_of_rate_raises_cv_but_not_cv2_and_lv() {
        var random = RandomStream.of(3, "drift");
        double[] seconds = {0};
        double[] times = Trains.renewal(1000, () -> {
            double next = Trains.gamma(random, 1, seconds[0] < 500 ? 0.01 : 0.1);
            seconds[0] += next;
            return next;
        });

        var intervals = Intervals.of(times);

        assertThat(intervals.cv()).isGreaterThan(1.5);
        assertThat(intervals.cv2()).isCloseTo(1, within(0.02));
        assertThat(intervals.lv()).isCloseTo(1, within(0.02));
    }

    @Test
    void no_interval_and_no_pair_spans_trials() {
        var intervals = Intervals.of(new double[] {0, 1, 2}, new double[] {}, new double[] {0.5}, new double[] {0, 5});

        assertThat(intervals.all()).containsExactly(1, 1, 5);
        assertThat(intervals.pairs()).isEqualTo(1);
        assertThat(intervals.lv()).isZero();
    }

    @Test
    void units_are_told_one_by_one_and_by_their_medians_with_intervals() {
        var trains = Trains.of(1, 2, 40, 2, 1, 8, 10, 12, 14, 16, 18, 20);

        var found = IntervalStatistics.DEFAULT.of(Trains.subject(trains));

        assertThat(found.name()).isEqualTo("interval_statistics");
        var cv = found.value("cv");
        assertThat(cv.low()).isLessThan(cv.value());
        assertThat(cv.high()).isGreaterThan(cv.value());
        // one third of the intervals have twice the mean of the others, as one condition has half the other's rate: CV²
        // = 5/4,
        // and trials of 2 s cut a few long ones off
        assertThat(cv.value()).isCloseTo(Math.sqrt(1.25), within(0.06));
        assertThat(found.value("lv").value()).isCloseTo(1, within(0.1));
        // rates of 14 and 28 spikes/s in the two conditions on average; 21 within 4 sd of √(21·1120 s)/1120
        assertThat(found.value("mean_rate").value()).isCloseTo(21, within(0.6));
        assertThat(found.list("unit_cv").numbers()).hasSize(7);
        assertThat(found.plots()).extracting(plot -> plot.id()).doesNotHaveDuplicates();
        assertThat(found.conventions()).anyMatch(line -> line.contains("R = 5 ms"));
    }

    @Test
    void the_histogram_counts_every_interval_below_the_99th_percentile() {
        var trains = Trains.of(1, 1, 20, 2, 1, 50);

        var plot = IntervalStatistics.DEFAULT.of(Trains.subject(trains)).plots().get(0);
        double intervals = IntervalStatistics.DEFAULT
                .of(Trains.subject(trains))
                .value("intervals")
                .value();

        double drawn = Arrays.stream(plot.curves().get(0).y()).sum();
        assertThat(drawn / intervals).isCloseTo(0.99, within(2 / intervals));
    }

    @Test
    void a_unit_with_few_spikes_is_left_out_and_told() {
        double[] many = Trains.renewal(3, new Deal(1)::next);
        var trains = Trains.of(0, 3, new double[][] {{1, 2}, many});

        var found = IntervalStatistics.DEFAULT.of(Trains.subject(trains));

        assertThat(found.list("unit_numbers").numbers()).containsExactly(2);
        assertThat(found.value("cv").low()).isNaN();
        assertThat(found.conventions().get(3))
                .startsWith("1 of 2 units have fewer than 10 intervals")
                .endsWith("u1.");
    }

    @Test
    void too_few_spikes_and_times_that_do_not_ascend_are_told_in_a_sentence() {
        var few = Trains.of(0, 3, new double[][] {{1, 2}});
        var twice = Trains.of(0, 3, new double[][] {{1, 2, 2}});

        assertThatThrownBy(() -> IntervalStatistics.DEFAULT.of(Trains.subject(few)))
                .hasMessage(
                        "intervals within trials is at most 1 of a unit, expected 10 or more of one unit at least, two of "
                                + "them next to each other: three spikes in a trial");
        assertThatThrownBy(() -> IntervalStatistics.DEFAULT.of(Trains.subject(twice)))
                .hasMessage("a spike is at 2.0 s after one at 2.0 s, expected one later than the spike before it");
        assertThatThrownBy(() -> new IntervalStatistics(0.005, 1, 10)).hasMessageContaining("least is 1");
    }

    /** Intervals of a gamma process with mean 20 ms. */
    private static final class Deal {
        private final int shape;
        private final RandomStream random = RandomStream.of(7, "gamma");

        Deal(int shape) {
            this.shape = shape;
        }

        double next() {
            return Trains.gamma(random, shape, 0.02);
        }
    }
}
