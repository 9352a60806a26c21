// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Recording;
import betz.data.Signal;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ComparisonTest {
    private static final OnsetRule RULE = OnsetRule.DEFAULT;

    @Test
    void a_perfect_prediction_explains_everything() {
        var comparison = Comparison.of(Reaches.minimumJerk(16), Reaches.minimumJerk(16), RULE, 1);

        assertThat(comparison.position().pooled()).isEqualTo(new Interval(1, 1, 1));
        assertThat(comparison.velocity().axes()).containsExactly(1.0, 1.0);
        assertThat(comparison.finding().value("position_rmse").value()).isZero();
        assertThat(comparison.conditions())
                .hasSize(8)
                .allSatisfy(one -> assertThat(one.trials()).isEqualTo(2));
    }

    @Test
    void a_hand_that_stays_at_the_mean_explains_nothing() {
        // the mean over eight evenly spaced targets is the start
        var comparison = Comparison.of(Reaches.minimumJerk(8), Reaches.recording(8, 0, 0), RULE, 1);

        assertThat(comparison.position().pooled().value()).isCloseTo(0, within(1e-12));
        assertThat(comparison.velocity().pooled().value()).isCloseTo(0, within(1e-12));
        assertThat(comparison.finding().value("predicted_end_error").value()).isCloseTo(0.1, within(1e-12));
        assertThat(comparison.finding().value("predicted_reaction_time").value())
                .isNaN();
    }

    @Test
    void a_prediction_that_falls_short_by_a_share_leaves_that_share_squared_unexplained() {
        var comparison = Comparison.of(Reaches.minimumJerk(8), Reaches.recording(8, 0.9, 0), RULE, 1);

        assertThat(comparison.position().pooled().value()).isCloseTo(1 - 0.01, within(1e-12));
        assertThat(comparison.velocity().axes().get(0)).isCloseTo(1 - 0.01, within(1e-12));
        assertThat(comparison.finding().value("predicted_end_error").value()).isCloseTo(0.01, within(1e-12));
    }

    @Test
    void a_constant_offset_is_the_rmse_of_every_trial_and_condition() {
        var target = Reaches.minimumJerk(8);

        var comparison = Comparison.of(target, moved(target, 0.003, 0.004), RULE, 1);

        assertThat(comparison.trials()).allSatisfy(trial -> {
            assertThat(trial.positionRmse()).isCloseTo(0.005, within(1e-12));
            assertThat(trial.velocityRmse()).isZero();
        });
        assertThat(comparison.conditions().get(3).positionRmse()).isCloseTo(0.005, within(1e-12));
    }

    @Test
    void the_comparison_begins_100_ms_before_the_targets_movement() {
        var comparison = Comparison.of(Reaches.minimumJerk(1), Reaches.recording(1, 0.5, 0), RULE, 1);

        var trial = comparison.trials().get(0);

        assertThat(trial.from() * Reaches.DT).isCloseTo(trial.target().onset() - 0.1, within(1e-9));
    }

    @Test
    void a_blind_controller_errs_by_a_quarter_turn() {
        // reaches to the same eight places, whatever the target: here, turned by all eight angles in equal shares
        double sum = 0;
        for (int turn = 0; turn < 8; turn++) {
            var blind = Reaches.recording(8, 1, turn * Math.PI / 4);
            sum += Comparison.of(Reaches.minimumJerk(8), blind, RULE, new Bootstrap(1, 0.95), 1)
                    .finding()
                    .value("predicted_direction_error")
                    .value();
        }

        assertThat(sum / 8).isCloseTo(Math.PI / 2, within(1e-9));
    }

    @Test
    void intervals_depend_on_the_seed_alone_and_hold_the_value() {
        var target = Reaches.minimumJerk(16);
        var predicted = turnedInPart(target);

        var once = Comparison.of(target, predicted, RULE, 1);
        var again = Comparison.of(target, predicted, RULE, 1);
        var other = Comparison.of(target, predicted, RULE, 2);

        assertThat(again.finding()).isEqualTo(once.finding());
        assertThat(other.position().pooled().low())
                .isNotEqualTo(once.position().pooled().low());
        var pooled = once.position().pooled();
        assertThat(pooled.value()).isStrictlyBetween(pooled.low(), pooled.high());
    }

    @Test
    void a_bootstrap_of_the_mean_is_as_wide_as_theory_says() {
        double[] values = new double[400];
        for (int i = 0; i < values.length; i++) {
            values[i] = i % 2; // mean 0.5, standard deviation 0.5, standard error 0.025
        }

        var interval = Bootstrap.DEFAULT.interval(400, 3, "mean", drawn -> {
            double sum = 0;
            for (int i : drawn) {
                sum += values[i];
            }
            return sum / drawn.length;
        });

        // 1.96 standard errors each way; the ends of 1,000 draws scatter by about 5 % of that
        assertThat(interval.high() - interval.low()).isCloseTo(2 * 1.96 * 0.025, within(0.015));
        assertThat(interval.value()).isEqualTo(0.5);
    }

    @Test
    void recordings_of_different_trials_are_refused() {
        assertThatThrownBy(() -> Comparison.of(Reaches.minimumJerk(8), Reaches.minimumJerk(9), RULE, 1))
                .hasMessageContaining("9 trials that differ")
                .hasMessageContaining("the same 8 trials");
    }

    private static Recording moved(Recording target, double dx, double dy) {
        Signal from = target.signal("hand.position");
        Signal to = Signal.zeros("hand.position", "m", from.trials(), from.steps(), from.channels());
        for (int trial = 0; trial < from.trials(); trial++) {
            for (int step = 0; step < from.steps(); step++) {
                to.set(trial, step, 0, from.get(trial, step, 0) + dx);
                to.set(trial, step, 1, from.get(trial, step, 1) + dy);
            }
        }
        return new Recording(target.trials(), List.of(to, target.signal("hand.velocity")));
    }

    private static Recording turnedInPart(Recording target) {
        Signal from = target.signal("hand.position");
        Signal to = Signal.zeros("hand.position", "m", from.trials(), from.steps(), from.channels());
        for (int trial = 0; trial < from.trials(); trial++) {
            for (int step = 0; step < from.steps(); step++) {
                double short1 = 1 - 0.03 * trial;
                to.set(trial, step, 0, 0.05 + short1 * (from.get(trial, step, 0) - 0.05));
                to.set(trial, step, 1, 0.3 + short1 * (from.get(trial, step, 1) - 0.3));
            }
        }
        return new Recording(target.trials(), List.of(to, target.signal("hand.velocity")));
    }
}
