// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.Signal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TuningTest {
    /** Units that are tuned; one more is not. */
    private static final int TUNED = 6;

    @Test
    void measures_are_those_of_tuning_and_more() {
        var recording = rates(40, 0.1, 0.4, 0);

        Finding found = Tuning.DEFAULT.of(Subject.of(recording, 1));

        for (Finding.Measure measure : UnitTunings.of(recording).finding().measures()) {
            assertThat(found.value(measure.name())).isEqualTo(measure.value());
        }
        assertThat(found.name()).isEqualTo("tuning");
        assertThat(found.list("preferred_directions").numbers()).hasSize(TUNED + 1);
        assertThat(found.list("preferred_directions").numbers()[2]).isCloseTo(3, within(1e-2));
        assertThat(found.value("von_mises_r2_of_means").value())
                .isGreaterThanOrEqualTo(found.value("cosine_r2_of_means").value() - 1e-12);
    }

    @Test
    void narrow_units_have_half_widths_below_a_right_angle_and_cosines_have_it() {
        double cosine = Tuning.DEFAULT
                .of(Subject.of(rates(40, 0.1, 0.4, 0), 1))
                .value("von_mises_half_width")
                .value();
        double narrow = Tuning.DEFAULT
                .of(Subject.of(rates(40, 0.1, 0.4, 3), 1))
                .value("von_mises_half_width")
                .value();

        assertThat(cosine).isCloseTo(Math.PI / 2, within(0.05)); // noise of the rates
        // cos w = ln(cosh 3)/3
        assertThat(narrow).isCloseTo(Math.acos(Math.log(Math.cosh(3)) / 3), within(0.05));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0, 0.15})
    void the_best_lag_is_where_rates_are_tuned(double shift) {
        var recording = rates(40, 0.1 + shift, 0.4 + shift, 0);

        Finding found = new Tuning(0.1, 0.4, false, -0.2, 0.3, 0.05).of(Subject.of(recording, 1));

        assertThat(found.value("best_lag").value()).isCloseTo(shift, within(1e-9));
        assertThat(found.list("lags").numbers()).hasSize(11);
    }

    @Test
    void lags_at_which_the_window_leaves_a_trial_are_passed_over() {
        var recording = rates(16, 0.2, 0.3, 0); // the go cue comes at 0.3 s

        var lags = TuningLag.of(recording, new UnitTunings.Window(0, 0.1), -0.5, 0.1, 0.1);

        assertThat(lags.lags()).containsExactly(new double[] {-0.3, -0.2, -0.1, 0, 0.1}, within(1e-9));
        assertThat(lags.mean()).hasSize(5);
        assertThat(lags.r2()).hasNumberOfRows(TUNED + 1);
        assertThatThrownBy(() -> TuningLag.of(recording, new UnitTunings.Window(0, 5), -0.1, 0.1, 0.1))
                .hasMessageContaining("which leaves a trial at all lags");
    }

    @Test
    void the_rose_counts_every_tuned_unit_where_it_points() {
        Finding found = Tuning.DEFAULT.of(Subject.of(rates(40, 0.1, 0.4, 0), 1));

        Plot rose = found.plots().get(0);
        assertThat(rose.form()).isEqualTo(Plot.Form.ROSE);
        double[] counts = rose.curves().get(0).y();
        double tuned = found.value("tuned_share").value() * (TUNED + 1);
        assertThat(Arrays.stream(counts).sum()).isCloseTo(tuned, within(1e-9));
        assertThat(counts[3]).isGreaterThanOrEqualTo(1); // 1 rad is 57.3 degrees, nearest to 67.5
        assertThat(found.plots()).extracting(Plot::id).allMatch(id -> id.startsWith("tuning"));
        assertThat(found.plots()).hasSize(4);
    }

    @Test
    void bad_recordings_are_told_in_a_sentence() {
        var missing = rates(16, 0.1, 0.4, 0);
        missing.signal("unit.rate").set(3, 100, 2, Double.NaN);
        assertThatThrownBy(() -> Tuning.DEFAULT.of(Subject.of(missing, 1)))
                .hasMessageContaining("rate of u2 is not a number in all trials");
        assertThatThrownBy(() -> Tuning.DEFAULT.of(Subject.of(rates(2, 0.1, 0.4, 0), 1)))
                .hasMessageContaining("conditions is 2, expected 3 or more");
        assertThatThrownBy(() -> new Tuning(0.3, 0.2, true, 0, 0, 0)).hasMessageContaining("to is 0.2 s");
    }

    /** Units that prefer 1, 2, ... rad from one time after the go cue to another, and one that is not tuned. */
    private static Recording rates(int trials, double from, double to, double kappa) {
        var random = RandomStream.of(2, "tuned rates");
        Recording hand = Reaches.minimumJerk(trials);
        int steps = hand.trials().steps();
        var names = IntStream.rangeClosed(0, TUNED).mapToObj(i -> "u" + i).toList();
        Signal rate = Signal.zeros("unit.rate", "spikes/s", trials, steps, names);
        for (int trial = 0; trial < trials; trial++) {
            double direction = hand.trials().get(trial).condition().direction();
            for (int step = 0; step < steps; step++) {
                double time = (step - hand.trials().get(trial).goCue())
                        * hand.trials().dt();
                boolean on = time >= from - 1e-9 && time < to - 1e-9;
                for (int unit = 0; unit <= TUNED; unit++) {
                    double c = Math.cos(direction - unit - 1);
                    double drive = kappa == 0 ? c : Math.exp(kappa * (c - 1));
                    double tuned = on && unit < TUNED ? 5 * drive : 0;
                    rate.set(trial, step, unit, 10 + tuned + 0.1 * random.nextGaussian());
                }
            }
        }
        return hand.with(rate);
    }
}
