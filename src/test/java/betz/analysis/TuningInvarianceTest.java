// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change tuning, and what must change it in a known way. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TuningInvarianceTest {
    private static final int STEPS = 40;
    private static final double DT = 0.01;
    private static final int GO = 10;

    @ParameterizedTest
    @ValueSource(doubles = {0.3, -1.2, 3})
    void turning_all_targets_turns_preferred_directions_and_nothing_else(double turn) {
        Finding straight = found(recording(0, 1, 0, false));
        Finding turned = found(recording(turn, 1, 0, false));

        double[] was = straight.list("preferred_directions").numbers();
        double[] now = turned.list("preferred_directions").numbers();
        for (int unit = 0; unit < was.length; unit++) {
            assertThat(Angles.wrapped(now[unit] - was[unit] - turn)).isCloseTo(0, within(1e-9));
        }
        assertThat(turned.list("cosine_r2").numbers())
                .containsExactly(straight.list("cosine_r2").numbers(), within(1e-9));
        for (String name : new String[] {
            "preferred_direction_resultant", "preferred_direction_rayleigh_p", "preferred_direction_bimodality",
            "preferred_direction_concentration", "preferred_direction_omnibus_p", "preferred_direction_rao_p"
        }) {
            assertThat(turned.value(name).value())
                    .isCloseTo(straight.value(name).value(), within(1e-9));
        }
        // fits stop when the error falls by less than a share of it
        assertThat(turned.value("von_mises_half_width").value())
                .isCloseTo(straight.value("von_mises_half_width").value(), within(1e-3));
    }

    @Test
    void gain_and_offset_of_rates_leave_where_and_how_well_units_are_tuned() {
        Finding one = found(recording(0, 1, 0, false));
        Finding other = found(recording(0, 0.01, 7, false));

        for (String list : new String[] {"preferred_directions", "cosine_r2", "p"}) {
            assertThat(other.list(list).numbers())
                    .containsExactly(one.list(list).numbers(), within(1e-9));
        }
        assertThat(other.value("best_lag").value())
                .isEqualTo(one.value("best_lag").value());
    }

    @Test
    void the_order_of_trials_does_not_matter() {
        Finding one = found(recording(0, 1, 0, false));
        Finding back = found(recording(0, 1, 0, true));

        assertThat(back.list("preferred_directions").numbers())
                .containsExactly(one.list("preferred_directions").numbers(), within(1e-9));
        assertThat(back.list("p").numbers()).containsExactly(one.list("p").numbers(), within(1e-9));
        assertThat(back.plots().get(2).curves().get(0).y())
                .containsExactly(one.plots().get(2).curves().get(0).y(), within(1e-9));
    }

    @Test
    void the_window_holds_its_first_step_and_not_its_end() {
        Recording recording = recording(0, 1, 0, false);
        var window = new UnitTunings.Window(0.05, 0.12);
        Signal rate = recording.signal("unit.rate");
        double[] sums = new double[8];
        for (int trial = 0; trial < 32; trial++) {
            for (int step = GO + 5; step < GO + 12; step++) {
                sums[trial % 8] += rate.get(trial, step, 2) / 7 / 4;
            }
        }

        var tuning = UnitTunings.of(recording, window);

        for (int c = 0; c < 8; c++) {
            assertThat(tuning.units().get(2).rates().get(c)).isCloseTo(sums[c], within(1e-9));
        }
        assertThat(tuning.finding().conventions().get(0)).startsWith("Rates averaged from 50 to 120 ms after the ");
    }

    @Test
    void the_lag_chart_shows_quartiles_over_tuned_units_in_milliseconds() {
        Finding found = found(recording(0, 1, 0, false));
        double[][] r2 = found.list("cosine_r2_by_lag").rows();
        double[] lags = found.list("lags").numbers();
        double[] p = found.list("p").numbers();
        int[] tuned =
                IntStream.range(0, p.length).filter(unit -> p[unit] < 0.05).toArray();
        Plot plot = found.plots().get(found.plots().size() - 1);
        Plot.Curve curve = plot.curves().get(0);

        assertThat(plot.x().unit()).isEqualTo("ms");
        assertThat(tuned.length).isBetween(5, p.length);
        for (int i = 0; i < lags.length; i++) {
            int lag = i;
            double[] own =
                    Arrays.stream(tuned).mapToDouble(unit -> r2[unit][lag]).toArray();
            assertThat(curve.x()[i]).isCloseTo(1000 * lags[i], within(1e-9));
            assertThat(curve.y()[i]).isCloseTo(Samples.median(own), within(1e-12));
            assertThat(curve.low()[i]).isCloseTo(Samples.quantile(own, 0.25), within(1e-12));
            assertThat(curve.high()[i]).isCloseTo(Samples.quantile(own, 0.75), within(1e-12));
        }
        assertThat(found.conventions()).anyMatch(one -> one.contains("shifted by -100 to 100 ms"));
    }

    @Test
    void what_is_turned_off_is_neither_told_nor_drawn() {
        Finding all = found(recording(0, 1, 0, false));
        Finding few = new Tuning(0.05, 0.15, false, -0.1, 0.1, 0).of(Subject.of(recording(0, 1, 0, false), 1));

        assertThat(few.plots()).hasSize(all.plots().size() - 1);
        assertThat(few.measures()).extracting(Finding.Measure::name).doesNotContain("best_lag", "von_mises_half_width");
        assertThat(few.conventions()).noneMatch(one -> one.startsWith("Lag:") || one.startsWith("Von Mises:"));
        assertThat(all.conventions()).anyMatch(one -> one.startsWith("Von Mises:") && one.contains("of 8 conditions"));
    }

    @Test
    void settings_out_of_range_are_refused_by_name() {
        assertThatThrownBy(() -> new Tuning(0, 1, true, 0.1, 0, 0.05)).hasMessageContaining("lagTo is 0.0 s");
        assertThatThrownBy(() -> new Tuning(0, 1, true, 0, 0.1, 1e-4)).hasMessageContaining("lagStep is 1.0E-4 s");
        assertThatThrownBy(() -> new Tuning(0, 1, true, -11, 0, 0.05)).hasMessageContaining("lagFrom");
        assertThatThrownBy(() -> new Tuning(0, 1, true, 0, 0.1, -1)).hasMessageContaining("lagStep");
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 14, 15, 40})
    void a_spread_does_not_depend_on_order_turn_or_mirror(int count) {
        var random = RandomStream.of(count, "angles");
        double[] angles = IntStream.range(0, count)
                .mapToDouble(i -> 2 + 0.8 * random.nextGaussian())
                .toArray();
        var one = CircularStatistics.of(angles);

        for (double[] other : List.of(
                Arrays.stream(angles).map(a -> a + 2.5).toArray(),
                Arrays.stream(angles).map(a -> -a).toArray(),
                IntStream.range(0, count)
                        .mapToDouble(i -> angles[count - 1 - i])
                        .toArray())) {
            var two = CircularStatistics.of(other);
            assertThat(two.variance()).isCloseTo(one.variance(), within(1e-12));
            assertThat(two.concentration()).isCloseTo(one.concentration(), within(1e-9));
            assertThat(two.fewest()).isEqualTo(one.fewest());
            assertThat(two.omnibusP()).isEqualTo(one.omnibusP());
            assertThat(two.raoU()).isCloseTo(one.raoU(), within(1e-12));
        }
        // from their definitions by the variance alone
        assertThat(one.angularDeviation()).isCloseTo(Math.sqrt(2 * one.variance()), within(1e-12));
        assertThat(one.standardDeviation()).isCloseTo(Math.sqrt(-2 * Math.log(1 - one.variance())), within(1e-9));
    }

    private static Finding found(Recording recording) {
        return new Tuning(0.05, 0.15, true, -0.1, 0.1, 0.05).of(Subject.of(recording, 1));
    }

    /** Eight noisy units, in four trials of each of eight conditions, tuned best around 100 ms after the go cue. */
    private static Recording recording(double turn, double gain, double offset, boolean backwards) {
        List<String> names = IntStream.range(0, 8).mapToObj(i -> "u" + i).toList();
        Signal rate = Signal.zeros("unit.rate", "spikes/s", 32, STEPS, names);
        List<Trial> trials = new ArrayList<>();
        for (int trial = 0; trial < 32; trial++) {
            int drawn = backwards ? 31 - trial : trial;
            int c = drawn % 8;
            double direction = c * Math.PI / 4;
            var condition = new Condition(c, "c" + c, direction + turn);
            trials.add(new Trial(condition, new Point(0, 0), new Point(1, 0), 0, GO, STEPS));
            for (int step = 0; step < STEPS; step++) {
                double late = (step - GO) * DT - 0.1;
                for (int unit = 0; unit < 8; unit++) {
                    double noise = RandomStream.of(4, "noise", drawn, 100L * step + unit)
                            .nextGaussian();
                    double drive = 6 * Math.exp(-late * late / 0.02) * Math.cos(direction - 0.6 * unit);
                    rate.set(trial, step, unit, offset + gain * (30 + drive + 3 * noise));
                }
            }
        }
        return new Recording(new TrialBatch(DT, STEPS, trials), List.of(rate));
    }
}
