// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BitsPerSpikeTest {
    @Test
    void the_score_is_the_difference_of_poisson_likelihoods_written_out() {
        double[][] counts = {{0, 2, 1}, {3, 0, 1}};
        double[][] rates = {{0.2, 1.8, 0.9}, {2.7, 0.3, 1.2}};
        var score = new PoissonScore(1, 2);
        double model = 0;
        double mean = 0;
        for (int bin = 0; bin < 3; bin++) {
            score.bin(0);
            for (int unit = 0; unit < 2; unit++) {
                score.add(0, unit, counts[unit][bin], rates[unit][bin]);
                model += logLikelihood(counts[unit][bin], rates[unit][bin]);
                mean += logLikelihood(
                        counts[unit][bin], Arrays.stream(counts[unit]).sum() / 3);
            }
        }

        assertThat(score.bits(0)).isCloseTo((model - mean) / 7 / Math.log(2), within(1e-14));
    }

    @Test
    void a_unit_that_spikes_in_half_the_bins_as_predicted_gives_one_bit_per_spike() {
        var score = new PoissonScore(2, 1);
        for (int trial = 0; trial < 2; trial++) {
            for (int bin = 0; bin < 10; bin++) {
                score.bin(trial);
                score.add(trial, 0, bin % 2 * 2, bin % 2 * 2);
            }
        }

        assertThat(score.bits(0, 1)).isCloseTo(1, within(1e-8)); // a prediction of 0 counts as 1e-9
        assertThat(score.unitBits(0)).isEqualTo(score.bits(0, 1));
        assertThat(score.spikes(0)).isEqualTo(20);
    }

    @Test
    void predicting_the_mean_rate_gives_nothing_and_predicting_twice_of_it_gives_one_bit_less_what_it_costs() {
        SpikeTrains trains = Trains.of(4, 1, 10, 1, 1, 20);
        double mean = IntStream.range(0, 10).map(i -> trains.times(i, 0).length).sum() / 10.0;

        double none = score(trains, (trial, step) -> mean);
        double twice = score(trains, (trial, step) -> 2 * mean);

        assertThat(none).isCloseTo(0, within(1e-12));
        // ln 2 for every spike, less one expected spike more for every spike: (ln 2 − 1) / ln 2
        assertThat(twice).isCloseTo(1 - 1 / Math.log(2), within(1e-12));
    }

    @Test
    void the_true_rate_scores_what_its_information_is_and_a_wrong_one_less() {
        // 60 and 4 spikes/s by turns of 100 ms
        double[][][] times = new double[300][1][];
        for (int trial = 0; trial < 300; trial++) {
            var random = RandomStream.of(2, "turns", trial);
            times[trial][0] = Arrays.stream(Trains.renewal(1, () -> Trains.gamma(random, 1, 1 / 60.0)))
                    .filter(t -> (int) (10 * t) % 2 == 0 || random.nextDouble() < 1 / 15.0)
                    .toArray();
        }
        SpikeTrains trains = Trains.of(0, 1, times);

        double right = score(trains, (trial, step) -> step / 10 % 2 == 0 ? 60 : 4);
        double early = score(trains, (trial, step) -> (step + 3) / 10 % 2 == 0 ? 60 : 4);

        // Σ r log2(r / mean) / Σ r, with the mean 32; 9,600 spikes of which each adds 0.91 or −3: sd 0.01
        double information = (60 * Math.log(60 / 32.0) + 4 * Math.log(4 / 32.0)) / 64 / Math.log(2);
        assertThat(right).isCloseTo(information, within(0.04));
        assertThat(early).isLessThan(right - 0.3);
    }

    @Test
    void a_finding_tells_units_an_interval_over_trials_and_what_was_done() {
        SpikeTrains trains = Trains.of(4, 1, 20, 1, 1, 20, 40);
        Recording predicted = predicted(trains, 0, (trial, step) -> 30);

        var found = BitsPerSpike.DEFAULT.of(new Subject(null, predicted, trains, null, 1));

        var bits = found.value("bits_per_spike");
        assertThat(bits.value()).isBetween(bits.low(), bits.high());
        assertThat(found.list("unit_bits_per_spike").numbers()).hasSize(2);
        double[] spikes = found.list("unit_spikes").numbers();
        double[] one = found.list("unit_bits_per_spike").numbers();
        assertThat(bits.value())
                .isCloseTo(
                        (one[0] * spikes[0] + one[1] * spikes[1])
                                / found.value("spikes").value(),
                        within(1e-12));
        assertThat(found.conventions().get(0)).contains("bins of 10 ms");
        assertThat(found.plots()).hasSize(1);
    }

    @Test
    void bins_are_counted_from_the_go_cue_and_those_beyond_the_spikes_are_passed_over() {
        // one spike 25 ms before and one 5 ms after the go cue, which comes at step 5
        SpikeTrains trains = Trains.of(-0.03, 0.02, new double[][] {{-0.025, 0.005}});
        Recording predicted = predicted(trains, 5, (trial, step) -> step == 2 || step == 5 ? 100 : 0);

        var found = BitsPerSpike.DEFAULT.of(new Subject(predicted, null, trains, null, 1));

        // both spikes where they are predicted, in 2 of the 5 bins between −30 and 20 ms
        assertThat(found.value("bits_per_spike").value()).isCloseTo(Math.log(2.5) / Math.log(2), within(1e-8));
    }

    @Test
    void a_silent_unit_counts_in_the_sum_and_has_no_figure() {
        SpikeTrains trains = Trains.of(0, 1, new double[][] {{0.5}, {}});

        var found =
                BitsPerSpike.DEFAULT.of(new Subject(predicted(trains, 0, (trial, step) -> 1), null, trains, null, 1));

        // the mean rate of the one is as predicted; the other was expected to spike once, at a cost of 1/ln 2 for one
        // spike
        assertThat(found.value("bits_per_spike").value()).isCloseTo(-1 / Math.log(2), within(1e-9));
        assertThat(found.list("unit_bits_per_spike").numbers()[1]).isNaN();
        assertThat(found.conventions().get(1))
                .endsWith("Units without a spike: 1, counted in the sum, without a figure.");
    }

    @Test
    void what_does_not_fit_is_told_in_a_sentence() {
        SpikeTrains trains = Trains.of(4, 1, 2, 1, 1, 20);
        SpikeTrains more = Trains.of(4, 1, 2, 1, 1, 20, 30);
        SpikeTrains third = Trains.of(4, 1, 3, 1, 1, 20);
        SpikeTrains silent = Trains.of(0, 1, new double[][] {{}});
        SpikeTrains late = Trains.of(7, 8, new double[][] {{7.5}});

        assertThatThrownBy(() -> score(trains, (trial, step) -> -1))
                .hasMessage("unit.rate of unit u1 is -1.0 spikes/s, expected 0 spikes/s or more");
        assertThatThrownBy(() -> BitsPerSpike.DEFAULT.of(
                        new Subject(null, predicted(trains, 0, (trial, step) -> 1), more, null, 1)))
                .hasMessage("units of unit.rate is 1, expected 2, as many as spike");
        assertThatThrownBy(() -> BitsPerSpike.DEFAULT.of(
                        new Subject(null, predicted(trains, 0, (trial, step) -> 1), third, null, 1)))
                .hasMessage("trials of unit.rate is 2, expected 3, as many as have spikes");
        assertThatThrownBy(() -> score(silent, (trial, step) -> 1))
                .hasMessageContaining("spikes is none in the predicted times");
        assertThatThrownBy(() -> score(late, (trial, step) -> 1))
                .hasMessageStartingWith("times of unit.rate is apart from those");
        assertThatThrownBy(() -> BitsPerSpike.DEFAULT.of(Trains.subject(trains)))
                .hasMessageStartingWith("data is without a recording of signals");
    }

    private static double logLikelihood(double count, double rate) {
        double factorial =
                IntStream.rangeClosed(1, (int) count).mapToDouble(Math::log).sum();
        return count * Math.log(rate) - rate - factorial;
    }

    private static double score(SpikeTrains trains, Rate rate) {
        var subject = new Subject(null, predicted(trains, 0, rate), trains, null, 1);
        return new BitsPerSpike("unit.rate", 1)
                .of(subject)
                .value("bits_per_spike")
                .value();
    }

    /** Predictions in 100 steps of 10 ms. */
    private static Recording predicted(SpikeTrains trains, int goCue, Rate rate) {
        int units = trains.units().size();
        var rates = Signal.zeros("unit.rate", "spikes/s", trains.trials(), 100, trains.units());
        for (int trial = 0; trial < trains.trials(); trial++) {
            for (int i = 0; i < 100 * units; i++) {
                rates.set(trial, i / units, i % units, rate.at(trial, i / units));
            }
        }
        var trial = new Trial(new Condition(0, "right", 0), new Point(0, 0), new Point(1, 0), 0, goCue, 100);
        return new Recording(new TrialBatch(0.01, 100, Collections.nCopies(trains.trials(), trial)), List.of(rates));
    }

    /** A predicted rate, spikes/s. */
    private interface Rate {
        double at(int trial, int step);
    }
}
