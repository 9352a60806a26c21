// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Fit.AxisSums;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DefinitionsTest {
    private static final OnsetRule RULE = new OnsetRule(8, 2, 0.10, 0.35, 0.01);

    @Test
    void r2_weighs_samples_not_trials_and_pools_squares_not_shares() {
        var longer = new AxisSums();
        longer.add(new double[] {0, 0}, new double[] {1, 0}, new double[] {1, 1});
        longer.add(new double[] {2, 4}, new double[] {2, 2}, new double[] {1, 1});
        var shorter = new AxisSums();
        shorter.add(new double[] {4, 2}, new double[] {5, 2}, new double[] {1, 1});

        var fit = Fit.of(List.of(longer, shorter), Bootstrap.DEFAULT, 1, "hand");

        // x: errors 1 + 0 + 1 of a spread of 4 + 0 + 4 about the mean 2; y: 0 + 4 + 0 of 4 + 4 + 0
        assertThat(fit.axes()).containsExactly(0.75, 0.5);
        assertThat(fit.pooled().value()).isEqualTo(1 - 6 / 16.0);
        assertThat(longer.samples()).isEqualTo(2);
        assertThat(longer.squares()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-100, 0, 0.3})
    void the_origin_of_the_sums_does_not_matter(double origin) {
        var sums = new AxisSums();
        for (int i = 0; i < 10; i++) {
            sums.add(new double[] {i, i * i}, new double[] {i + 1, i * i - 2}, new double[] {origin, -origin});
        }

        var fit = Fit.of(List.of(sums), new Bootstrap(1, 0.9), 1, "hand");

        // the spread of 0 to 9 is 82.5, of their squares 15333 − 285²/10 = 7210.5
        assertThat(fit.axes().get(0)).isCloseTo(1 - 10 / 82.5, within(1e-10));
        assertThat(fit.axes().get(1)).isCloseTo(1 - 40 / 7210.5, within(1e-10));
    }

    @Test
    void the_end_error_is_the_mean_of_the_last_50_ms_before_the_end_and_of_nothing_else() {
        var recording = Reaches.minimumJerk(1); // ends at step 300, 5 ms each
        var hand = recording.signal("hand.position");
        double x = hand.get(0, 299, 0);
        double y = hand.get(0, 299, 1);
        for (int step = 290; step < 295; step++) {
            hand.set(0, step, 0, x + 0.003);
            hand.set(0, step, 1, y - 0.004);
        }
        hand.set(0, 289, 0, 9);
        hand.set(0, 300, 0, 9);

        assertThat(ReachKinematics.of(recording, 0, RULE).endError()).isCloseTo(0.0025, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.5", "4, 0.5", "4, -0.5", "6, 3", "7, -3"})
    void the_direction_error_is_the_turn_even_across_half_a_turn(int trial, double turn) {
        var reach = ReachKinematics.of(Reaches.recording(8, 1, turn), trial, RULE);

        assertThat(reach.directionError()).isCloseTo(turn, within(1e-9));
        assertThat(reach.endError()).isCloseTo(0.2 * Math.abs(Math.sin(turn / 2)), within(1e-12));
    }

    @Test
    void a_reach_twice_as_far_is_twice_as_fast_and_has_the_same_shape() {
        var once = ReachKinematics.of(Reaches.minimumJerk(1), 0, RULE);
        var twice = ReachKinematics.of(Reaches.recording(1, 2, 0), 0, RULE);

        assertThat(twice.peakSpeed()).isCloseTo(2 * once.peakSpeed(), within(1e-9));
        assertThat(twice.onset()).isEqualTo(once.onset());
        assertThat(twice.movementTime()).isEqualTo(once.movementTime());
        assertThat(twice.peakToMean()).isCloseTo(once.peakToMean(), within(1e-9));
        assertThat(twice.smoothness()).isCloseTo(once.smoothness(), within(1e-9));
        assertThat(twice.endError()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void onset_and_offset_are_the_nearest_samples_at_a_tenth_of_the_peak_or_less() {
        double[] speed = {0, 0, 0.1, 0.11, 0.6, 1, 0.6, 0.11, 0.1, 0, 0};

        assertThat(RULE.movement(speed, 0)).contains(new Movement(2, 5, 8));
    }

    @Test
    void what_is_faster_before_the_go_cue_is_not_the_movement() {
        double[] speed = {0, 2, 0, 0, 0.5, 1, 0.5, 0, 0};

        assertThat(RULE.movement(speed, 3)).contains(new Movement(3, 5, 7));
        assertThat(RULE.movement(speed, 0)).contains(new Movement(0, 1, 2));
    }

    @Test
    void a_movement_that_does_not_stop_ends_with_its_samples_and_one_that_was_under_way_begins_with_them() {
        assertThat(RULE.movement(new double[] {0.5, 0.8, 1, 0.9, 0.8}, 0)).contains(new Movement(0, 2, 4));
    }

    @Test
    void a_hand_slower_than_the_slowest_has_not_moved() {
        assertThat(RULE.movement(new double[] {0, 0.0099, 0}, 0)).isEmpty();
        assertThat(RULE.movement(new double[] {0, 0.01, 0}, 0)).contains(new Movement(0, 1, 2));
        assertThat(RULE.movement(new double[3], 0)).isEmpty();
        assertThat(RULE.movement(new double[] {Double.NaN, Double.NaN}, 0)).isEmpty();
        assertThat(RULE.movement(new double[] {0, 1, 0}, 3)).isEmpty();
    }

    @Test
    void slopes_are_central_and_exact_for_a_parabola_and_one_sided_at_the_ends() {
        double[] square = new double[6];
        Arrays.setAll(square, i -> 0.25 * i * i); // steps of 0.5: t²

        double[] slope = HandPath.slope(square, 0.5);

        assertThat(slope).containsExactly(0.5, 1, 2, 3, 4, 4.5);
    }

    @Test
    void bad_onset_rules_and_trials_are_told_with_their_values() {
        assertThatThrownBy(() -> new OnsetRule(0, 2, 0.1, 0.3, 0)).hasMessageContaining("cutoff is 0.0 Hz");
        assertThatThrownBy(() -> new OnsetRule(8, 9, 0.1, 0.3, 0)).hasMessage("order is 9, expected 1 to 8");
        assertThatThrownBy(() -> new OnsetRule(8, 2, 1.1, 0.3, 0)).hasMessage("fraction is 1.1, expected 0.0 to 1.0");
        assertThatThrownBy(() -> new OnsetRule(8, 2, 0.1, 0.3, -1))
                .hasMessage("slowest is -1.0 m/s, expected 0 m/s or more");
        assertThatThrownBy(() -> ReachKinematics.of(Reaches.minimumJerk(2), 2, RULE))
                .hasMessage("trial is 2, expected 0 to 1");
    }
}
