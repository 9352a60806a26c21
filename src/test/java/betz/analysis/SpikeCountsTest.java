// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.math.PoissonFit;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpikeCountsTest {
    private static final double WINDOW = 0.5; // go + 100..600 ms

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 7, 100})
    void counts_are_distributed_as_poisson_says(double rate) {
        int draws = 20_000;
        var counts = new SpikeCounts(draws, 4);

        int[] found = IntStream.range(0, draws)
                .map(i -> (int) Math.round(counts.rate(rate, WINDOW, 0, 0, i) * WINDOW))
                .toArray();

        PoissonFit.check(rate * WINDOW, found);
    }

    @Test
    void a_rate_of_thousands_over_seconds_keeps_its_mean_and_variance() {
        var counts = new SpikeCounts(400, 1);
        double[] drawn = IntStream.range(0, 400)
                .mapToDouble(i -> counts.rate(2000, 2, 0, 0, i) * 2)
                .toArray();

        double mean = Samples.mean(drawn);
        double variance = IntStream.range(0, 400)
                        .mapToDouble(i -> (drawn[i] - mean) * (drawn[i] - mean))
                        .sum()
                / 399;

        assertThat(mean).isCloseTo(4000, within(4 * Math.sqrt(4000.0 / 400))); // four standard errors
        assertThat(variance / 4000).isCloseTo(1, within(4 * Math.sqrt(2.0 / 399)));
    }

    @Test
    void a_silent_unit_has_no_spikes_and_no_time_has_no_rate() {
        var counts = new SpikeCounts(1, 1);

        assertThat(counts.rate(0, WINDOW, 0, 0, 0)).isZero();
        assertThat(counts.rate(10, 0, 0, 0, 0)).isNaN();
    }

    @Test
    void the_counts_of_a_unit_do_not_depend_on_which_others_are_judged() {
        var recording = steady(8, 3, "spikes/s");

        var alone = UnitTunings.ofCounts(recording, new int[] {2}, 10, 9);
        var together = UnitTunings.ofCounts(recording, new int[] {0, 2}, 10, 9);

        assertThat(alone.units()).containsExactly(together.units().get(1));
        assertThat(alone.units().get(0).unit()).isEqualTo(2);
        assertThat(UnitTunings.ofCounts(recording, new int[] {2}, 10, 8).units())
                .isNotEqualTo(alone.units());
    }

    @Test
    void units_of_constant_rate_are_called_tuned_as_often_as_the_test_is_wrong() {
        int units = 1000;
        var recording = steady(8, units, "spikes/s");

        var tuning = UnitTunings.ofCounts(recording, IntStream.range(0, units).toArray(), 10, 5);

        double error = Math.sqrt(0.05 * 0.95 / units);
        assertThat(tuning.finding().value("tuned_share").value()).isCloseTo(0.05, within(3 * error));
    }

    @Test
    void repeats_go_through_the_trials_of_a_condition_in_turn() {
        var recording = steady(16, 1, "spikes/s"); // the second trial of every condition is silent
        for (int trial = 8; trial < 16; trial++) {
            for (int step = 0; step < recording.trials().steps(); step++) {
                recording.signal("unit.rate").set(trial, step, 0, 0);
            }
        }

        var one = UnitTunings.ofCounts(recording, new int[] {0}, 1, 3).units().get(0);
        var two = UnitTunings.ofCounts(recording, new int[] {0}, 2, 3).units().get(0);

        assertThat(two.means().baseline())
                .isCloseTo(one.means().baseline() / 2, within(1e-12)); // the same counts and zeros
        assertThat(one.means().baseline()).isGreaterThan(10);
    }

    @Test
    void the_finding_says_that_spikes_were_drawn_and_how_many_trials() {
        var recording = steady(8, 1, "spikes/s");

        var finding = UnitTunings.ofCounts(recording, new int[] {0}, 10, 1).finding();

        assertThat(finding.conventions())
                .contains("Rates averaged from 100 to 600 ms after the go cue. Rates are Poisson counts drawn from the"
                        + " model's rates, 10 trials per condition, seeded.");
        assertThat(UnitTunings.of(recording).finding().conventions())
                .contains("Rates averaged from 100 to 600 ms after the go cue.");
    }

    @Test
    void spikes_cannot_be_drawn_from_what_is_no_rate() {
        var network = steady(8, 1, "1");
        var cortex = steady(8, 2, "spikes/s");
        var negative = steady(8, 1, "spikes/s");
        negative.signal("unit.rate").set(0, 45, 0, -1e5);

        assertThatThrownBy(() -> UnitTunings.ofCounts(network, new int[] {0}, 10, 1))
                .hasMessage("unit of unit.rate is 1, expected spikes/s, of which spikes come");
        assertThatThrownBy(() -> UnitTunings.ofCounts(cortex, new int[] {2}, 10, 1))
                .hasMessage("unit is 2, expected 0 to 1");
        assertThatThrownBy(() -> UnitTunings.ofCounts(cortex, new int[] {0}, 0, 1))
                .hasMessage("repeats is 0, expected 1 to 1000000");
        assertThatThrownBy(() -> UnitTunings.ofCounts(negative, new int[] {0}, 10, 1))
                .hasMessage("rate of unit 0 is -1980.4 spikes/s, expected 0 spikes/s or more");
    }

    /** Units that fire at 20 spikes/s wherever the reach goes. */
    private static Recording steady(int trials, int units, String unit) {
        List<Trial> asked = IntStream.range(0, trials)
                .mapToObj(i -> new Trial(
                        new Condition(i % 8, "reach " + i % 8, i % 8 * Math.PI / 4),
                        new Point(0, 0),
                        new Point(0.1, 0),
                        10,
                        30,
                        100))
                .toList();
        var batch = new TrialBatch(0.010, 100, asked);
        var names = IntStream.range(0, units).mapToObj(Integer::toString).toList();
        Signal rate = Signal.zeros("unit.rate", unit, trials, 100, names);
        java.util.Arrays.fill(rate.values(), 20);
        return new Recording(batch, List.of(rate));
    }
}
