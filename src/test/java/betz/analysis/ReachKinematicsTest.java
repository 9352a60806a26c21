// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachKinematicsTest {
    /** Leaves a minimum-jerk reach of 0.5 s almost as it is, so that closed forms hold. */
    private static final OnsetRule SHARP = new OnsetRule(40, 2, 0.10, 0.35, 0.01);

    /** Share of a minimum-jerk movement at which the speed is a tenth of the peak: 16 s²(1 − s)² = 0.1. */
    private static final double TENTH = (1 - Math.sqrt(1 - 4 * Math.sqrt(0.1 / 16))) / 2;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 7})
    void a_minimum_jerk_reach_has_its_published_shape(int trial) {
        var reach = ReachKinematics.of(Reaches.minimumJerk(8), trial, SHARP);

        double step = 1.01 * Reaches.DT; // an onset lies on a step
        assertThat(reach.onset()).isCloseTo(Reaches.ONSET + TENTH * Reaches.DURATION, within(step));
        assertThat(reach.reactionTime()).isCloseTo(reach.onset() - 0.3, within(1e-12));
        assertThat(reach.movementTime()).isCloseTo((1 - 2 * TENTH) * Reaches.DURATION, within(2 * step));
        assertThat(reach.peakSpeed()).isCloseTo(1.875 * 0.10 / 0.5, within(2e-3)); // the filter takes 0.3 %
        assertThat(reach.peakTime()).isCloseTo(0.5, within(0.02));
        assertThat(reach.pathRatio()).isCloseTo(1, within(1e-12));
        assertThat(reach.linearity()).isLessThan(1e-12);
        assertThat(reach.directionError()).isCloseTo(0, within(1e-12));
        assertThat(reach.endError()).isLessThan(1e-15);
        assertThat(reach.minimumJerkCorrelation()).isGreaterThan(0.97); // its ends are cut off at a tenth
    }

    @Test
    void the_greatest_speed_is_fifteen_eighths_of_the_mean_less_the_slow_ends() {
        var reach = ReachKinematics.of(Reaches.minimumJerk(1), 0, SHARP);

        double left = TENTH * TENTH * TENTH * (10 - 15 * TENTH + 6 * TENTH * TENTH);
        double expected = 1.875 * (1 - 2 * TENTH) / (1 - 2 * left);
        assertThat(reach.peakToMean()).isCloseTo(expected, within(0.05)); // two of 85 steps at the ends
    }

    @Test
    void a_turned_reach_misses_by_the_angle_and_the_chord_of_it() {
        var reach = ReachKinematics.of(Reaches.recording(8, 1, Math.toRadians(-30)), 3, SHARP);

        assertThat(reach.directionError()).isCloseTo(Math.toRadians(-30), within(1e-9));
        assertThat(reach.endError()).isCloseTo(2 * 0.10 * Math.sin(Math.toRadians(15)), within(1e-12));
    }

    @Test
    void a_hand_that_stays_has_an_end_error_but_no_movement() {
        var reach = ReachKinematics.of(Reaches.recording(1, 0, 0), 0, OnsetRule.DEFAULT);

        assertThat(reach.moved()).isFalse();
        assertThat(reach.reactionTime()).isNaN();
        assertThat(reach.endError()).isCloseTo(0.10, within(1e-12));
    }

    @Test
    void a_half_circle_is_half_pi_times_as_long_as_its_chord_and_turns_by_its_curvature() {
        double radius = 0.05;
        double[] x = new double[201];
        double[] y = new double[201];
        Arrays.setAll(x, i -> radius * Math.cos(Math.PI * i / 200));
        Arrays.setAll(y, i -> radius * Math.sin(Math.PI * i / 200));
        var path = HandPath.of(x, y, 0.005, new OnsetRule(99, 2, 0.1, 0.35, 0.01));

        double length = path.length(20, 180);

        assertThat(path.turning(20, 180) / length).isCloseTo(1 / radius, within(0.2)); // 1 % for the chords
        assertThat(length).isCloseTo(radius * Math.PI * 160 / 200, within(1e-4));
        assertThat(path.deviation(20, 180)).isCloseTo(radius * (1 - Math.cos(Math.PI * 0.4)), within(1e-4));
    }

    @Test
    void a_dip_below_its_share_of_the_peak_ends_the_movement_and_a_shallower_one_does_not() {
        double[] speed = {0, 0.05, 0.5, 1, 0.5, 0.3, 0.5, 0.2, 0.05, 0};

        var deep = new OnsetRule(8, 2, 0.10, 0.35, 0.01).movement(speed, 0).orElseThrow();
        var shallow = new OnsetRule(8, 2, 0.10, 0.25, 0.01).movement(speed, 0).orElseThrow();

        assertThat(deep).isEqualTo(new Movement(1, 3, 5));
        assertThat(shallow).isEqualTo(new Movement(1, 3, 8));
    }

    @Test
    void the_rule_tells_its_numbers() {
        assertThat(OnsetRule.DEFAULT.text())
                .contains("order 2 at 8 Hz", "at most 10 % of", "below 35 %", "peak of 1 cm/s");
    }
}
