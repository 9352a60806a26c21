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
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimeCourseTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.025, 0.05})
    void a_spike_becomes_a_bell_of_unit_area_and_the_asked_width(double sd) {
        double[] spike = new double[101];
        spike[50] = 1;

        double[] bell = new GaussianSmoother(sd, 0.005).smooth(spike);

        double area = 0;
        double variance = 0;
        for (int i = 0; i < bell.length; i++) {
            area += bell[i];
            variance += bell[i] * (i - 50) * (i - 50) * 0.005 * 0.005;
            assertThat(bell[i]).isEqualTo(bell[100 - i]);
        }
        assertThat(area).isCloseTo(1, within(1e-14));
        // cut at four deviations, a normal curve loses 8·φ(4) = 0.1 % of its variance
        assertThat(Math.sqrt(variance)).isCloseTo(sd, within(0.002 * sd));
    }

    @ParameterizedTest
    @CsvSource({"0.02, 40", "0.02, 5", "0.1, 3"})
    void the_ends_are_mirrored_so_nothing_is_lost_even_if_the_bell_is_longer_than_the_trace(double sd, int length) {
        double[] trace = new double[length];
        Arrays.setAll(trace, i -> i * i % 7);
        double[] level = new double[length];
        Arrays.fill(level, 3);
        var smoother = new GaussianSmoother(sd, 0.01);

        assertThat(Arrays.stream(smoother.smooth(trace)).sum())
                .isCloseTo(Arrays.stream(trace).sum(), within(1e-11));
        assertThat(smoother.smooth(level)).containsExactly(level, within(1e-14));
    }

    @Test
    void a_ramp_stays_a_ramp_away_from_its_ends() {
        double[] ramp = new double[60];
        Arrays.setAll(ramp, i -> 2 * i);

        assertThat(new GaussianSmoother(0.03, 0.01).smooth(ramp)[30]).isCloseTo(60, within(1e-12));
    }

    @Test
    void a_width_of_zero_is_refused_with_its_unit() {
        assertThatThrownBy(() -> new GaussianSmoother(0, 0.01)).hasMessage("sd is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new GaussianSmoother(0.1, -1)).hasMessage("dt is -1.0 s, expected a number above 0 s");
    }

    @Test
    void means_count_steps_from_each_trials_own_go_cue() {
        var psth = Psth.of(rates(), "rate", 0.03, 0.05, 0);

        assertThat(psth.conditions()).extracting(Condition::index).containsExactly(0, 1);
        for (int step = 0; step < 7; step++) {
            assertThat(psth.mean().get(1, step, 0)).isEqualTo(step - 3);
            assertThat(psth.mean().get(1, step, 1)).isEqualTo(100);
        }
    }

    @Test
    void times_that_a_trial_does_not_have_are_averaged_over_the_others_or_told_as_nan() {
        var mean = Psth.of(rates(), "rate", 0.05, 0.06, 0).mean();

        assertThat(mean.steps()).isEqualTo(11);
        // condition 0 has one trial with its go cue at step 4, so 50 ms earlier it had not begun
        assertThat(mean.get(0, 0, 0)).isNaN();
        assertThat(mean.get(0, 1, 0)).isEqualTo(-4);
        // it ends at step 9; the last step taken is 8
        assertThat(mean.get(0, 9, 0)).isEqualTo(4);
        assertThat(mean.get(0, 10, 0)).isNaN();
        // condition 1: the trial with its go cue at step 3 begins later than the one at step 6
        assertThat(mean.get(1, 1, 0)).isEqualTo(-4);
    }

    @Test
    void an_unknown_signal_or_a_negative_width_is_told() {
        assertThatThrownBy(() -> Psth.of(rates(), "spikes", 0, 0.1, 0))
                .hasMessage("signals is rate, expected also spikes");
        assertThatThrownBy(() -> Psth.of(rates(), "rate", 0, 0.1, -1)).hasMessage("sd is -1.0 s, expected 0 s or more");
    }

    /** Three trials whose first unit counts steps from the go cue and whose second is constant. */
    private static Recording rates() {
        int[] goCue = {6, 4, 3};
        int[] condition = {1, 0, 1};
        var rate = Signal.zeros("rate", "1/s", 3, 12, List.of("a", "b"));
        var trials = new Trial[3];
        for (int i = 0; i < 3; i++) {
            var of = new Condition(condition[i], "c" + condition[i], 0);
            trials[i] = new Trial(of, new Point(0, 0), new Point(1, 0), 0, goCue[i], i == 1 ? 9 : 12);
            for (int step = 0; step < 12; step++) {
                rate.set(i, step, 0, step - goCue[i]);
                rate.set(i, step, 1, 100);
            }
        }
        return new Recording(new TrialBatch(0.01, 12, List.of(trials)), List.of(rate));
    }
}
