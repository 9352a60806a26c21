// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Analysis;
import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.About;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change a figure, and what must change it in a known way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class InvarianceTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void the_regularity_of_intervals_does_not_depend_on_the_unit_of_time_or_on_its_direction(long seed) {
        var random = RandomStream.of(seed, "intervals");
        double[] times = Trains.renewal(5, () -> Trains.gamma(random, 2, 0.02));
        double[] slow = Arrays.stream(times).map(t -> 10 + 7 * t).toArray();
        double[] back = IntStream.range(0, times.length)
                .mapToDouble(i -> 5 - times[times.length - 1 - i])
                .toArray();
        var intervals = Intervals.of(times);

        for (var other : List.of(Intervals.of(slow), Intervals.of(back))) {
            assertThat(other.cv()).isCloseTo(intervals.cv(), within(1e-10));
            assertThat(other.cv2()).isCloseTo(intervals.cv2(), within(1e-10));
            assertThat(other.lv()).isCloseTo(intervals.lv(), within(1e-10));
        }
        assertThat(Intervals.of(slow).lvR(0.035)).isCloseTo(intervals.lvR(0.005), within(1e-10));
        assertThat(Intervals.of(back).lvR(0.005)).isCloseTo(intervals.lvR(0.005), within(1e-10));
    }

    @Test
    void the_order_of_trials_changes_no_figure_but_a_bootstraps_and_a_later_time_0_none() {
        SpikeTrains trains = Trains.of(3, 2, 15, 0.4, 1, 10, 20, 30, 40, 50);
        var raw = new FanoFactor(0.05, 0.05, 0.25, 0, true);

        Finding found = raw.of(Trains.subject(trains));

        assertThat(raw.of(Trains.subject(reversed(trains, 0)))
                        .list("fano_factors")
                        .numbers())
                .containsExactly(found.list("fano_factors").numbers(), within(1e-12));
        Finding later = raw.of(Trains.subject(reversed(trains, 0.5)));
        assertThat(later.list("fano_factors").numbers())
                .containsExactly(found.list("fano_factors").numbers(), within(1e-12));
        assertThat(later.list("times_s").numbers()[0]).isCloseTo(0.525, within(1e-12));
        assertThat(IntervalStatistics.DEFAULT
                        .of(Trains.subject(reversed(trains, 0)))
                        .list("unit_lv")
                        .numbers())
                .containsExactly(
                        IntervalStatistics.DEFAULT
                                .of(Trains.subject(trains))
                                .list("unit_lv")
                                .numbers(),
                        within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8})
    void spikes_that_come_or_do_not_have_a_fano_factor_of_1_less_their_chance(double chance) {
        double[][][] times = new double[400][20][];
        for (int trial = 0; trial < times.length; trial++) {
            for (int unit = 0; unit < 20; unit++) {
                boolean spikes = RandomStream.of(8, "coin", trial, unit).nextDouble() < chance;
                times[trial][unit] = spikes ? new double[] {0.02} : new double[0];
            }
        }

        var found = new FanoFactor(0.05, 0.05, 0.25, 0, false).of(Trains.subject(Trains.of(0, 0.05, times)));

        // 8,000 tosses: the chance is found to 0.006 (one sd), the factor to about as much
        assertThat(found.value("fano_factor").value()).isCloseTo(1 - chance, within(0.025));
    }

    @Test
    void weights_matter_little_where_pairs_are_alike_and_are_told() {
        SpikeTrains trains = Trains.of(3, 1, 100, 0.4, 1, 20, 20, 20, 20, 20, 20);
        var weighted = new FanoFactor(0.1, 0.1, 0.25, 0, true).of(Trains.subject(trains));
        var plain = new FanoFactor(0.1, 0.1, 0.25, 0, false).of(Trains.subject(trains));

        assertThat(plain.value("fano_factor").value())
                .isCloseTo(weighted.value("fano_factor").value(), within(0.05));
        assertThat(plain.value("fano_factor")).isNotEqualTo(weighted.value("fano_factor"));
        assertThat(weighted.conventions().get(1)).endsWith("weighted by trials / (mean + 1.0 spikes/s × window)².");
        assertThat(plain.conventions().get(1)).endsWith("not weighted.");
        assertThat(plain.conventions().get(0)).startsWith("Counts: windows of 100 ms every 100 ms");
        assertThat(plain.conventions().get(2)).isEqualTo("Means are not matched over windows.");
        assertThat(plain.plots().get(0).curves()).hasSize(1);
    }

    @Test
    void courses_of_spikes_are_those_of_a_signal_of_their_counts() {
        SpikeTrains trains = Trains.of(3, 2, 10, 0.5, 1, 10, 40);
        var settings = new TimeHistogram("unit.rate", 0.02, true, 0.01, true, 5, 0);

        double[][] spikes = settings.of(Trains.subject(trains)).list("courses").rows();
        double[][] signal =
                settings.of(Subject.of(counted(trains), 1)).list("courses").rows();

        for (int i = 0; i < spikes.length; i++) {
            assertThat(signal[i]).containsExactly(spikes[i], within(1e-10));
        }
    }

    @Test
    void no_constant_prediction_scores_better_than_the_mean_and_units_add_up() {
        double[] gain = {0.8, 0.95, 1, 1.05, 1.3};
        double[] bits = Arrays.stream(gain).map(g -> constant(g, 1)).toArray();

        assertThat(bits[2]).isCloseTo(0, within(1e-12));
        for (int i = 0; i < gain.length; i++) {
            // (ln g − (g − 1)) / ln 2 for a prediction of g times the mean
            assertThat(bits[i]).isCloseTo((Math.log(gain[i]) - gain[i] + 1) / Math.log(2), within(1e-12));
            assertThat(constant(gain[i], 3)).isCloseTo(bits[i], within(1e-12));
        }
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void every_setting_is_explained_and_the_defaults_are_within_their_ranges(Analysis analysis) {
        assertThat(analysis.getClass().getAnnotation(About.class).source()).containsAnyOf("doi:", "arXiv:");
        for (var setting : analysis.getClass().getRecordComponents()) {
            assertThat(setting.getAnnotation(About.class).value()).endsWith(".");
        }
    }

    @Test
    void times_are_written_as_people_write_them() {
        assertThat(Milliseconds.of(0.025)).isEqualTo("25 ms");
        assertThat(Milliseconds.of(0.035)).isEqualTo("35 ms"); // 1000 · 0.035 is 35.00000000000001
        assertThat(Milliseconds.of(0.0005)).isEqualTo("0.5 ms");
        assertThat(Milliseconds.of(2)).isEqualTo("2000 ms");
    }

    static List<Analysis> analyses() {
        return List.of(FanoFactor.DEFAULT, IntervalStatistics.DEFAULT, TimeHistogram.DEFAULT, BitsPerSpike.DEFAULT);
    }

    /** Returns the score of a constant prediction of so many units with 4, 8, 12 spikes in 10 bins. */
    private static double constant(double gain, int units) {
        var score = new PoissonScore(1, units);
        for (int bin = 0; bin < 10; bin++) {
            score.bin(0);
            for (int unit = 0; unit < units; unit++) {
                int spikes = 4 * (unit + 1);
                score.add(0, unit, bin == 0 ? spikes : 0, gain * spikes / 10);
            }
        }
        return score.bits(0);
    }

    private static SpikeTrains reversed(SpikeTrains trains, double later) {
        List<Condition> conditions = new ArrayList<>(trains.conditions());
        Collections.reverse(conditions);
        double[][][] times = new double[trains.trials()][trains.units().size()][];
        for (int trial = 0; trial < times.length; trial++) {
            for (int unit = 0; unit < times[trial].length; unit++) {
                times[trial][unit] = Arrays.stream(trains.times(times.length - 1 - trial, unit))
                        .map(t -> t + later)
                        .toArray();
            }
        }
        return new SpikeTrains(conditions, trains.units(), trains.from() + later, trains.to() + later, times);
    }

    /** Counts spikes in bins of 10 ms. */
    private static Recording counted(SpikeTrains trains) {
        Signal rates = Signal.zeros("unit.rate", "spikes/s", trains.trials(), 50, trains.units());
        List<Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < trains.trials(); trial++) {
            trials.add(new Trial(trains.conditions().get(trial), new Point(0, 0), new Point(1, 0), 0, 0, 50));
            for (int step = 0; step < 50; step++) {
                for (int unit = 0; unit < trains.units().size(); unit++) {
                    int count = trains.count(trial, unit, 0.01 * step, 0.01 * (step + 1));
                    rates.set(trial, step, unit, count / 0.01);
                }
            }
        }
        return new Recording(new TrialBatch(0.01, 50, trials), List.of(rates));
    }
}
