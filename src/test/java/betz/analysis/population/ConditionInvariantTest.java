// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.TrialBatch;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ConditionInvariantTest {
    private static final double[][] AXES = Populations.orthonormal(RandomStream.of(3, "axes"), 8, 2);
    private static final ConditionInvariant PLAIN = new ConditionInvariant("unit.rate", 0, 0.5, false, 0, 0);
    private static final TrialBatch BATCH = Populations.batch(24, 8, 141, 20, 0.01);

    /** When the signal of a trial rises: later from trial to trial within a condition. */
    private static double rise(int trial) {
        return 0.2 + 0.02 * Math.floorDiv(trial, 8) + 0.003 * (trial % 8);
    }

    private static double ramp(double t, double from, double duration) {
        return Math.min(1, Math.max(0, (t - from) / duration));
    }

    /** A ramp along the first axis in all trials, and tuning along the second. */
    private static Recording planted(TrialBatch batch, double tuned, double varying) {
        return Populations.rates(batch, 8, (trial, t, unit) -> {
            double begin = varying == 0 ? 0.2 : rise(trial);
            return 3
                    + 4 * ramp(t, begin, 0.1) * AXES[unit][0]
                    + tuned * Math.cos(2 * Math.PI * trial / 8) * AXES[unit][1];
        });
    }

    /** The hand follows {@code lag} after the signal, for 10 cm in 0.5 s along a minimum-jerk course. */
    private static Recording moving(double lag) {
        return planted(BATCH, 1, 1).with(Populations.signal("hand.position", "m", BATCH, 2, (trial, t, channel) -> {
            double s = ramp(t, rise(trial) + lag, 0.5);
            double gone = 0.1 * s * s * s * (10 - 15 * s + 6 * s * s);
            double direction = 2 * Math.PI * (trial % 8) / 8;
            return gone * (channel == 0 ? Math.cos(direction) : Math.sin(direction));
        }));
    }

    @Test
    void a_planted_signal_has_the_share_of_its_variance() {
        Finding found = PLAIN.of(Subject.of(planted(Populations.batch(8, 8, 141, 20, 0.01), 2, 0), 1));

        double mean = 0;
        for (int step = 0; step <= 50; step++) {
            mean += 4 * ramp(step * 0.01, 0.2, 0.1) / 51;
        }
        double shared = 0;
        for (int step = 0; step <= 50; step++) {
            shared += Math.pow(4 * ramp(step * 0.01, 0.2, 0.1) - mean, 2) / 51;
        }
        double tuned = 2; // of a cosine of amplitude 2
        double share = shared / (shared + tuned);
        assertThat(found.value("share").value()).isCloseTo(share, within(1e-12)); // rounding
        assertThat(found.value("component_share").value()).isCloseTo(share, within(1e-12));
        assertThat(found.value("component_invariance").value()).isCloseTo(1, within(1e-12));
        assertThat(found.value("largest_specific_share").value()).isCloseTo(1 - share, within(1e-12));
        assertThat(PLAIN.value(Activity.of(planted(BATCH, 2, 0), "unit.rate"))).isCloseTo(share, within(1e-12));
    }

    @Test
    void the_planted_axis_is_found_with_the_sign_that_makes_the_signal_rise() {
        double[] axis =
                PLAIN.of(Subject.of(planted(BATCH, 2, 0), 1)).list("axis").numbers();

        for (int unit = 0; unit < 8; unit++) {
            assertThat(axis[unit]).isCloseTo(AXES[unit][0], within(1e-9)); // rounding
        }
    }

    @Test
    void onsets_of_single_trials_lie_where_their_ramps_cross_the_threshold() {
        Finding found = PLAIN.of(Subject.of(planted(BATCH, 0, 1), 1));

        double[] onsets = found.list("onsets_s").numbers();
        assertThat(onsets).hasSize(24);
        for (int trial = 0; trial < 24; trial++) {
            // the average goes from 0 to its peak of 1, so half way is the middle of each ramp; a ramp's corners are
            // not on samples,
            // but its middle is between samples on the straight part
            assertThat(onsets[trial]).isCloseTo(rise(trial) + 0.05, within(1e-9));
        }
        assertThat(found.value("onset_median").value()).isCloseTo(Samples.median(onsets), within(1e-15));
    }

    @Test
    void onsets_that_movements_follow_correlate_with_reaction_times() {
        Finding found = PLAIN.of(Subject.of(moving(0.05), 1));

        // reaction times are whole steps of 10 ms, while onsets spread over 61 ms
        assertThat(found.value("reaction_time_correlation").value()).isGreaterThan(0.97);
        assertThat(found.value("reaction_time_correlation").low()).isGreaterThan(0.9);
        assertThat(found.plots()).hasSize(2);
        assertThat(found.list("reaction_times_s").numbers()).hasSize(24);
    }

    @Test
    void smoothing_moves_no_onset_of_a_symmetric_rise() {
        var smooth = new ConditionInvariant("unit.rate", 0, 0.5, true, 5, 0.02);

        double[] onsets =
                smooth.of(Subject.of(planted(BATCH, 0, 1), 1)).list("onsets_s").numbers();

        for (int trial = 0; trial < 24; trial++) {
            assertThat(onsets[trial])
                    .isCloseTo(rise(trial) + 0.05, within(5e-4)); // samples meet the ramp's corners unevenly
        }
    }

    @Test
    void trials_that_do_not_vary_or_stand_alone_are_told_and_give_no_correlation() {
        Finding alone = PLAIN.of(Subject.of(planted(Populations.batch(8, 8, 141, 20, 0.01), 2, 0), 1));
        Finding blind = PLAIN.of(Subject.of(planted(BATCH, 2, 1), 1));

        assertThat(alone.conventions()).anyMatch(text -> text.contains("but one trial of each condition"));
        assertThat(blind.conventions()).anyMatch(text -> text.contains("no signal hand.position"));
        assertThat(blind.measures()).extracting(Finding.Measure::name).doesNotContain("reaction_time_correlation");
    }

    @Test
    void trials_whose_times_are_all_the_same_are_told() {
        Recording still = planted(BATCH, 1, 0)
                .with(Populations.signal("hand.position", "m", BATCH, 2, (trial, t, channel) -> {
                    double s = ramp(t, 0.3, 0.5);
                    return 0.1 * s * s * s * (10 - 15 * s + 6 * s * s);
                }));

        Finding found = PLAIN.of(Subject.of(still, 1));

        assertThat(found.conventions()).anyMatch(text -> text.contains("single trials do not vary in time"));
    }

    @Test
    void a_window_of_recorded_motor_cortex_divides_as_a_second_implementation_finds() {
        var recorded = new ConditionInvariant("unit.rate", 0, 0.5, false, 0, 0);

        Finding found = recorded.of(Subject.of(Populations.churchland(), 1));

        assertThat(found.value("share").value()).isCloseTo(0.0254761697812933, within(1e-9)); // NumPy on the same table
        assertThat(found.value("component_share").value()).isCloseTo(0.01234967077558739, within(1e-9));
    }

    @Test
    void one_condition_shares_nothing_and_is_refused() {
        Recording one = Populations.rates(Populations.batch(3, 1, 60, 0, 0.01), 2, (trial, t, unit) -> t * unit);

        assertThatThrownBy(() -> PLAIN.of(Subject.of(one, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("conditions is 1");
    }

    @Test
    void a_mean_over_conditions_that_holds_still_is_refused() {
        Recording odd = Populations.rates(
                Populations.batch(2, 2, 80, 0, 0.01), 2, (trial, t, unit) -> (trial == 0 ? 1 : -1) * t * (unit + 1));

        assertThatThrownBy(() -> PLAIN.of(Subject.of(odd, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("mean over conditions of unit.rate");
    }
}
