// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.analysis.Subject;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.SpikeTrains;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeHistogramTest {
    private static final TimeHistogram RAW = new TimeHistogram("unit.rate", 0, false, 0.1, false, 5, 2);

    @Test
    void spikes_are_smoothed_as_scipy_smooths_them() {
        double[] counts = Golden.numbers("filters/spikes_1ms.csv");
        double[] golden = Golden.numbers("filters/gauss_sd20_reflect.csv");
        double[] times = IntStream.range(0, counts.length)
                .mapToObj(i -> DoubleStream.generate(() -> i * 0.001).limit((long) counts[i]))
                .flatMapToDouble(one -> one)
                .toArray();
        SpikeTrains trains = Trains.of(0, counts.length * 0.001, new double[][] {times});

        var found = new TimeHistogram("", 0.02, false, 0.001, false, 5, 1).of(Trains.subject(trains));

        assertThat(found.list("population").numbers()).containsExactly(golden, within(1e-9));
        assertThat(found.list("population").unit()).isEqualTo("spikes/s");
    }

    @Test
    void a_causal_course_does_not_rise_before_its_spike_and_has_the_bells_backward_half() {
        double[] spike = new double[400];
        spike[200] = 1;

        double[] course = new CausalSmoother(0.025, 0.001).smooth(spike);

        assertThat(Arrays.stream(course, 0, 200).sum()).isZero();
        assertThat(Arrays.stream(course).sum()).isCloseTo(1, within(1e-12));
        assertThat(course[225] / course[200]).isCloseTo(Math.exp(-0.5), within(1e-12));
        // mean of a half-normal, less half a step for the sum
        double mean =
                IntStream.range(0, 400).mapToDouble(i -> (i - 200) * course[i]).sum();
        assertThat(mean).isCloseTo(25 * Math.sqrt(2 / Math.PI), within(0.5));
    }

    @Test
    void a_constant_stays_a_constant_from_the_first_sample_on_if_smoothed_over_the_past() {
        double[] level = new double[50];
        Arrays.fill(level, 3);

        assertThat(new CausalSmoother(0.05, 0.005).smooth(level)).containsExactly(level, within(1e-14));
    }

    @Test
    void counts_become_rates_at_the_middle_of_bins_averaged_over_the_trials_of_each_condition() {
        var right = new Condition(1, "right", 0);
        var left = new Condition(0, "left", Math.PI);
        var trains = new SpikeTrains(List.of(right, left, right), List.of("a"), -0.1, 0.2, new double[][][] {
            {{-0.1, 0.05}}, {{0.1, 0.11, 0.12}}, {{-0.001}}
        });

        var found = RAW.of(Trains.subject(trains));

        assertThat(found.list("times_s").numbers()).containsExactly(new double[] {-0.05, 0.05, 0.15}, within(1e-12));
        assertThat(found.list("population").rows()[0]).containsExactly(new double[] {0, 0, 30}, within(1e-12));
        assertThat(found.list("population").rows()[1]).containsExactly(new double[] {10, 5, 0}, within(1e-12));
        assertThat(found.value("peak_population_rate").value()).isCloseTo(30, within(1e-12));
        assertThat(found.value("peak_time").value()).isCloseTo(0.15, within(1e-12));
        assertThat(found.value("mean_rate").value()).isCloseTo(45.0 / 6, within(1e-12));
        assertThat(found.plots().get(0).curves())
                .extracting(curve -> curve.name())
                .containsExactly("left", "right");
        assertThat(found.plots().get(0).curves().get(0).x()).containsExactly(new double[] {-50, 50, 150}, within(1e-9));
    }

    @Test
    void a_signal_is_averaged_around_the_go_cue_and_units_of_the_greatest_range_are_drawn() {
        var found = RAW.of(Subject.of(ramps(), 1));

        assertThat(found.name()).isEqualTo("time_histogram");
        // go cues at steps 2 and 4 of 10: from 2 before to 5 after
        assertThat(found.list("times_s").numbers())
                .containsExactly(new double[] {-0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04, 0.05}, within(1e-12));
        double[][] rows = found.list("courses").rows();
        assertThat(rows).hasNumberOfRows(8);
        for (int t = 0; t < 8; t++) {
            assertThat(rows[t]).containsExactly(new double[] {t - 2, 7, 10 * (t - 2)}, within(1e-12));
        }
        assertThat(found.plots())
                .extracting(plot -> plot.title())
                .containsExactly("Mean of all units", "Unit c", "Unit a");
    }

    @Test
    void a_normalised_course_is_over_its_range_plus_what_softens_it() {
        var soft = new TimeHistogram("unit.rate", 0, false, 0.1, true, 5, 0);

        var found = soft.of(Subject.of(ramps(), 1));

        // ranges 7, 0 and 70
        assertThat(found.list("courses").rows()[7])
                .containsExactly(new double[] {5.0 / 12, 7.0 / 5, 50.0 / 75}, within(1e-12));
        assertThat(found.list("courses").unit()).isEqualTo("1");
        assertThat(found.value("greatest_range").value()).isCloseTo(70, within(1e-12));
        assertThat(found.plots()).hasSize(1);
        assertThat(found.conventions()).anyMatch(line -> line.contains("plus 5.0"));
    }

    @Test
    void each_trial_is_smoothed_before_it_is_cut_to_the_times_that_all_have() {
        var smooth = new TimeHistogram("unit.rate", 0.005, false, 0.1, false, 5, 0).of(Subject.of(ramps(), 1));

        // a ramp stays a ramp two steps (4 sd) from the ends of its trial; the trial that ends at step 8 is mirrored
        // there
        double[] first = IntStream.range(0, 8)
                .mapToDouble(t -> smooth.list("courses").rows()[t][0])
                .toArray();
        assertThat(first[2]).isCloseTo(0, within(1e-12));
        assertThat(first[3]).isCloseTo(1, within(1e-12));
        assertThat(first[0]).isGreaterThan(-2);
        assertThat(smooth.conventions()).anyMatch(line -> line.contains("sd 5 ms"));
    }

    @Test
    void missing_signals_and_samples_that_are_no_numbers_are_told() {
        Recording broken = ramps();
        broken.signal("unit.rate").set(1, 4, 2, Double.NaN);

        assertThatThrownBy(() -> new TimeHistogram("rates", 0, false, 0.1, false, 5, 2).of(Subject.of(ramps(), 1)))
                .hasMessage("signal is rates, expected one of [unit.rate]");
        assertThatThrownBy(() -> RAW.of(Subject.of(broken, 1)))
                .hasMessage("c is not a number 0 ms after the go cue of condition up, expected a number in every row");
        assertThatThrownBy(() -> new TimeHistogram("", 0, false, 2, false, 5, 2)
                        .of(Trains.subject(Trains.of(0, 1, new double[][] {{0.5}}))))
                .hasMessage("bin is 2000 ms, expected no more than the trials last");
        assertThatThrownBy(() -> new TimeHistogram("", -1, false, 0.1, false, 5, 2))
                .hasMessageStartingWith("sd is -1.0 s");
    }

    /** Two trials of one condition; unit a counts steps from the go cue, b is 7, c is ten times a. */
    private static Recording ramps() {
        int[] goCue = {2, 4};
        int[] end = {8, 10};
        var up = new Condition(0, "up", Math.PI / 2);
        var trials = new Trial[2];
        var rate = Signal.zeros("unit.rate", "spikes/s", 2, 10, List.of("a", "b", "c"));
        for (int i = 0; i < 2; i++) {
            trials[i] = new Trial(up, new Point(0, 0), new Point(0, 1), 0, goCue[i], end[i]);
            for (int step = 0; step < 10; step++) {
                rate.set(i, step, 0, step - goCue[i]);
                rate.set(i, step, 1, 7);
                rate.set(i, step, 2, 10 * (step - goCue[i]));
            }
        }
        return new Recording(new TrialBatch(0.01, 10, List.of(trials)), List.of(rate));
    }
}
