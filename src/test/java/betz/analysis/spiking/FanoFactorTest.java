// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.SpikeTrains;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FanoFactorTest {
    @Test
    void the_slope_of_weighted_points_is_that_of_points_repeated_as_often_as_they_weigh() {
        double[] x = {1, 2, 4};
        double[] y = {1.5, 1, 5};

        var weighted = OriginSlope.of(x, y, new double[] {1, 3, 2});
        var repeated = OriginSlope.of(
                new double[] {1, 2, 2, 2, 4, 4}, new double[] {1.5, 1, 1, 1, 5, 5}, new double[] {1, 1, 1, 1, 1, 1});

        // (1.5 + 3·2 + 2·20) / (1 + 3·4 + 2·16)
        assertThat(weighted.value()).isCloseTo(47.5 / 45, within(1e-15));
        assertThat(repeated.value()).isCloseTo(weighted.value(), within(1e-15));
        // the same residuals, but over 2 and 5 degrees of freedom
        assertThat(weighted.error()).isCloseTo(repeated.error() * Math.sqrt(5.0 / 2), within(1e-12));
    }

    @Test
    void the_standard_error_is_the_spread_of_slopes_over_repeated_noise() {
        double[] x = {1, 2, 3, 4, 5, 6, 7, 8};
        double[] weight = new double[x.length];
        Arrays.setAll(weight, i -> 1 / (x[i] * x[i]));
        var random = RandomStream.of(4, "noise");
        double squares = 0;
        double told = 0;
        for (int i = 0; i < 4000; i++) {
            double[] y = Arrays.stream(x)
                    .map(v -> v + 0.3 * v * random.nextGaussian())
                    .toArray();
            var slope = OriginSlope.of(x, y, weight);
            squares += (slope.value() - 1) * (slope.value() - 1) / 4000;
            told += slope.error() * slope.error() / 4000;
        }

        assertThat(told / squares).isCloseTo(1, within(0.1)); // 4000 draws: 2.2 % (one sd) in the spread
    }

    @Test
    void counts_of_one_window_have_the_mean_and_the_variance_with_one_less_below() {
        var trains = Trains.of(
                -0.1, 0.1, new double[][] {{-0.1, -0.05, 0.03}}, new double[][] {{0, 0.05}}, new double[][] {{-0.06}});

        var counts = WindowCounts.of(trains, 0.1, 0.1);

        assertThat(counts.begins()).containsExactly(new double[] {-0.1, 0}, within(1e-15));
        // counts 2, 0, 1 and then 1, 2, 0: the spike at 0 is in the second window
        assertThat(counts.means()[0][0]).isEqualTo(1);
        assertThat(counts.variances()[0][0]).isEqualTo(1);
        assertThat(counts.means()[1][0]).isEqualTo(1);
        assertThat(counts.trials()).containsExactly(3);
    }

    @Test
    void a_spike_at_a_rounded_time_falls_into_the_window_that_begins_there() {
        double[][] trial = {IntStream.range(0, 20).mapToDouble(i -> 0.05 * i).toArray()};
        double[][] decimal = {
            Arrays.stream(trial[0]).map(t -> Math.round(t * 1000) / 1000.0).toArray()
        };

        var counts = WindowCounts.of(Trains.of(0, 1, trial, decimal), 0.05, 0.05);

        assertThat(counts.begins()).hasSize(20);
        for (double[] mean : counts.means()) {
            assertThat(mean).containsExactly(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_poisson_process_has_a_fano_factor_of_1(long seed) {
        double[] rates = IntStream.range(0, 30).mapToDouble(i -> 5 + i).toArray();

        var found = FanoFactor.DEFAULT.of(Trains.subject(Trains.of(seed, 2, 30, 0.5, 1, rates)));

        // 600 variances, each known to √(2/29) = 26 % or a little worse: about 1.3 % together; four of it
        assertThat(found.value("fano_factor_all").value()).isCloseTo(1, within(0.05));
        assertThat(found.value("fano_factor").value()).isCloseTo(1, within(0.05));
        assertThat(found.value("pairs").value()).isEqualTo(60);
        assertThat(found.value("pairs_kept").value()).isBetween(5.0, 60.0);
    }

    @Test
    void counts_that_do_not_vary_have_a_fano_factor_of_0_and_twofold_spikes_one_of_2() {
        var trains = Trains.of(1, 1, 200, 0.4, 1, 20, 30);
        double[][][] twofold = new double[200][2][];
        double[][][] clock = new double[200][2][];
        for (int trial = 0; trial < 200; trial++) {
            for (int unit = 0; unit < 2; unit++) {
                twofold[trial][unit] = Arrays.stream(trains.times(trial, unit))
                        .flatMap(t -> Arrays.stream(new double[] {t, t}))
                        .toArray();
                clock[trial][unit] = new double[] {0.025, 0.075, 0.125, 0.175, 0.225, 0.275, 0.325, 0.375};
            }
        }
        var raw = new FanoFactor(0.05, 0.05, 0.25, 0, true);
        double single = raw.of(Trains.subject(trains)).value("fano_factor").value();

        // twice the count has twice the mean and four times the variance, whatever the weights but for their soft 1
        // spike/s
        assertThat(raw.of(Trains.subject(Trains.of(0, 0.4, twofold)))
                        .value("fano_factor")
                        .value())
                .isCloseTo(2 * single, within(0.002));
        assertThat(raw.of(Trains.subject(Trains.of(0, 0.4, clock)))
                        .value("fano_factor")
                        .value())
                .isZero();
    }

    @Test
    void regular_spiking_after_time_0_is_told_as_a_decline_of_counts_alike_in_mean() {
        SpikeTrains trains = quenched();

        var found = FanoFactor.DEFAULT.of(Trains.subject(trains));

        double before = found.value("fano_factor_before").value();
        double after = found.value("fano_factor_after").value();
        assertThat(before).isCloseTo(1, within(0.08));
        // shape 9 would have 1/9 in long windows, and more in windows about as long as an interval
        assertThat(after).isBetween(0.1, 0.7);
        assertThat(found.value("decline").value()).isCloseTo(1 - after / before, within(1e-15));
        double[] fano = found.list("fano_factors").numbers();
        double[] low = found.list("fano_factors_low").numbers();
        double[] high = found.list("fano_factors_high").numbers();
        for (int w = 0; w < fano.length; w++) {
            assertThat(fano[w]).isBetween(low[w], high[w]);
        }
        assertThat(found.list("times_s").numbers()).contains(new double[] {0.025}, within(1e-12));
    }

    @Test
    void matching_takes_a_difference_of_means_away_that_all_pairs_have() {
        var found = FanoFactor.DEFAULT.of(Trains.subject(rising()));

        double[] all = found.list("rates_all").numbers();
        double[] matched = found.list("rates").numbers();
        assertThat(all[all.length - 1] / all[0]).isGreaterThan(1.4);
        // the same bins in all windows: means differ by less than the width of a bin, 0.25 spikes / 50 ms
        assertThat(matched[matched.length - 1]).isCloseTo(matched[0], within(1.0));
    }

    @Test
    void the_same_seed_draws_the_same_pairs() {
        var trains = rising();

        double[] once = FanoFactor.DEFAULT
                .of(Trains.subject(trains))
                .list("fano_factors")
                .numbers();
        double[] again = FanoFactor.DEFAULT
                .of(Trains.subject(trains))
                .list("fano_factors")
                .numbers();
        double[] other = FanoFactor.DEFAULT
                .of(new Subject(null, null, trains, null, 2))
                .list("fano_factors")
                .numbers();

        assertThat(again).isEqualTo(once);
        assertThat(other).isNotEqualTo(once);
    }

    @Test
    void a_units_own_factor_is_the_slope_over_its_windows_and_conditions() {
        var found = new FanoFactor(0.1, 0.1, 0.25, 0, false).of(Trains.subject(Trains.of(1, 2, 20, 0.3, 1, 10, 30)));

        double[][] mean = found.list("count_means").rows();
        double[][] variance = found.list("count_variances").rows();
        double xx = 0;
        double xy = 0;
        for (int w = 0; w < 3; w++) {
            for (int pair : new int[] {1, 3}) {
                xx += mean[w][pair] * mean[w][pair];
                xy += mean[w][pair] * variance[w][pair];
            }
        }
        assertThat(found.list("unit_fano_factors").numbers()[1]).isCloseTo(xy / xx, within(1e-12));
    }

    @Test
    void what_is_missing_is_told_in_a_sentence() {
        var single = Trains.of(0, 1, new double[][] {{0.5}});
        var two = Trains.of(0, 1, new double[][] {{0.5}}, new double[][] {{0.5}});
        var silent = Trains.of(0, 1, new double[][] {{}}, new double[][] {{}});

        assertThatThrownBy(() -> FanoFactor.DEFAULT.of(Trains.subject(single)))
                .hasMessage(
                        "trials of condition right is 1, expected 2 or more, since a variance over trials is sought");
        assertThatThrownBy(() -> FanoFactor.DEFAULT.of(Trains.subject(two)))
                .hasMessageStartingWith(
                        "pairs of a unit and a condition that are left when means are matched is 0, expected 5");
        assertThatThrownBy(() -> FanoFactor.DEFAULT.of(Trains.subject(silent)))
                .hasMessage("spikes is none in any window, expected spikes between 0.0 and 1.0 s");
        assertThatThrownBy(() -> new FanoFactor(2, 0.05, 0.25, 0, true).of(Trains.subject(two)))
                .hasMessage("window is 2000 ms, expected no more than the trials' 1000 ms");
        assertThatThrownBy(() -> new FanoFactor(0, 0.05, 0.25, 0, true)).hasMessageStartingWith("window is 0.0 s");
    }

    @Test
    void windows_without_a_spike_are_passed_over_and_told() {
        var half = Trains.of(0, 0.2, new double[][] {{0.01}}, new double[][] {{0.01, 0.02}});

        var found = new FanoFactor(0.1, 0.1, 0.25, 0, true).of(Trains.subject(half));

        assertThat(found.list("fano_factors").numbers()[1]).isNaN();
        assertThat(found.value("fano_factor").value()).isCloseTo(0.5 / 1.5, within(1e-12));
        assertThat(found.conventions()).contains("1 of 2 windows hold no spike and are passed over.");
    }

    /** Poisson until time 0, much more regular after it, at the same rates. */
    private static SpikeTrains quenched() {
        double[][][] times = new double[60][40][];
        for (int trial = 0; trial < times.length; trial++) {
            for (int unit = 0; unit < 40; unit++) {
                var random = RandomStream.of(5, "quenched", trial, unit);
                double mean = 1.0 / (20 + unit);
                double phase = random.nextDouble() * mean;
                double[] early = Trains.renewal(0.3, () -> Trains.gamma(random, 1, mean));
                double[] late = Trains.renewal(0.3 + phase, () -> Trains.gamma(random, 9, mean));
                times[trial][unit] = DoubleStream.concat(
                                Arrays.stream(early).map(t -> t - 0.3),
                                Arrays.stream(late).map(t -> t - phase).filter(t -> t >= 0))
                        .toArray();
            }
        }
        return Trains.of(-0.3, 0.3, times);
    }

    /** Poisson spikes of many units whose rates rise by half. */
    private static SpikeTrains rising() {
        double[][][] times = new double[20][60][];
        for (int trial = 0; trial < times.length; trial++) {
            for (int unit = 0; unit < 60; unit++) {
                var random = RandomStream.of(6, "rising", trial, unit);
                double top = 1.5 * (5 + unit);
                times[trial][unit] = Arrays.stream(Trains.renewal(0.4, () -> Trains.gamma(random, 1, 1 / top)))
                        .filter(t -> t > 0.2 || random.nextDouble() < 2.0 / 3)
                        .toArray();
            }
        }
        return Trains.of(0, 0.4, times);
    }
}
