// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.Signal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trials of 1.5 s with the go cue at 0.3 s; two units are tuned for 100 ms each, from 100 and from 400 ms after it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TuningLagTest {
    private static final UnitTunings.Window WINDOW = new UnitTunings.Window(0.1, 0.2);

    @Test
    void each_unit_is_tuned_best_at_its_own_lag() {
        var lags = TuningLag.of(recording(), WINDOW, -0.2, 0.5, 0.1);

        assertThat(lags.best(0)).isCloseTo(0, within(1e-12));
        assertThat(lags.best(1)).isCloseTo(0.3, within(1e-12));
        assertThat(lags.r2()[1][5]).isGreaterThan(0.9); // lag 0.3 is the sixth
        assertThat(lags.r2()[0][5]).isLessThan(0.3);
    }

    @Test
    void figures_at_a_lag_are_those_of_the_shifted_window() {
        var recording = recording();

        var lags = TuningLag.of(recording, WINDOW, 0.3, 0.3, 0.1);

        var shifted = UnitTunings.of(recording, new UnitTunings.Window(0.4, 0.5));
        assertThat(lags.lags()).containsExactly(0.3);
        for (int unit = 0; unit < 2; unit++) {
            assertThat(lags.r2()[unit][0])
                    .isCloseTo(shifted.units().get(unit).trials().r2(), within(1e-12));
        }
        assertThat(lags.mean()[0]).isCloseTo((lags.r2()[0][0] + lags.r2()[1][0]) / 2, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"-0.2, 0.2, 0.1, 5", "0, 0.3, 0.1, 4", "0, 0.35, 0.1, 4", "0, 0, 0.1, 1"})
    void lags_run_from_the_first_to_the_last_in_steps(double from, double to, double step, int count) {
        assertThat(TuningLag.of(recording(), WINDOW, from, to, step).lags()).hasSize(count);
    }

    @Test
    void lags_that_leave_a_trial_are_passed_over_on_both_sides() {
        double[] lags = TuningLag.of(recording(), WINDOW, -1, 2, 0.1).lags();

        assertThat(lags[0]).isCloseTo(-0.4, within(1e-9)); // 0.1 − 0.4 s after the go cue is the trial's beginning
        assertThat(lags[lags.length - 1]).isCloseTo(1.0, within(1e-9)); // 0.2 + 1.0 s after it is its end, 1.5 s
    }

    @Test
    void lags_that_go_backwards_or_nowhere_are_told() {
        var recording = recording();

        assertThatThrownBy(() -> TuningLag.of(recording, WINDOW, 0.1, 0, 0.1))
                .hasMessageContaining("last lag is 0.0 s");
        assertThatThrownBy(() -> TuningLag.of(recording, WINDOW, 0, 0.1, 0)).hasMessageContaining("step between lags");
    }

    private static Recording recording() {
        var random = RandomStream.of(1, "tuned at times");
        Recording hand = Reaches.minimumJerk(40);
        Signal rates = Signal.zeros("unit.rate", "spikes/s", 40, hand.trials().steps(), List.of("early", "late"));
        for (int trial = 0; trial < 40; trial++) {
            double direction = hand.trials().get(trial).condition().direction();
            for (int step = 0; step < hand.trials().steps(); step++) {
                long time = Math.round(1000 * (step - hand.trials().get(trial).goCue()) * Reaches.DT);
                double early = time >= 100 && time < 200 ? 5 * Math.cos(direction) : 0;
                double late = time >= 400 && time < 500 ? 5 * Math.sin(direction) : 0;
                rates.set(trial, step, 0, 20 + early + random.nextGaussian());
                rates.set(trial, step, 1, 20 + late + random.nextGaussian());
            }
        }
        return hand.with(rates);
    }
}
