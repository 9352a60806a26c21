// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Movements whose every figure follows from a formula. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MovementShapesTest {
    private static final double DT = 0.002;

    /** Filters next to nothing away. */
    private static final OnsetRule SHARP = new OnsetRule(100, 2, 0.10, 0.35, 0.01);

    @Test
    void over_its_full_support_the_peak_of_minimum_jerk_is_fifteen_eighths_of_its_mean() {
        var whole = new OnsetRule(100, 2, 0.001, 0.0005, 0.001); // a thousandth of the peak: nearly all of it

        var reach = reach(whole, minimumJerk(1.0), still(), new Point(0.1, 0));

        double left = 0.0080; // s of the movement at which 30 s²(1 - s)² is a thousandth of 1.875: s = .00797
        assertThat(reach.peakToMean()).isCloseTo(1.875 * (1 - 2 * left), within(0.015)); // up to three samples of 490
        assertThat(reach.peakTime()).isCloseTo(0.5, within(0.004));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.4, 0.7, 1.0})
    void under_the_rule_of_a_tenth_the_ratio_is_1_57_whatever_the_duration(double duration) {
        var reach = reach(SHARP, minimumJerk(duration), still(), new Point(0.1, 0));

        // s(1 - s) = sqrt(.1)/4 at the ends, s = .08661; distance between them .98947 of the whole; (1 - 2 s)
        // 1.875/.98947
        assertThat(reach.peakToMean()).isCloseTo(1.57, within(0.02));
        assertThat(reach.movementTime()).isCloseTo(0.82678 * duration, within(2.5 * DT));
        assertThat(reach.peakTime()).isCloseTo(0.5, within(0.01));
    }

    @Test
    void a_minimum_jerk_speed_of_one_second_has_a_spectral_arc_length_of_minus_1_4058() {
        double[] speed = new double[101];
        Arrays.setAll(speed, i -> 30 * Math.pow(i / 100.0, 2) * Math.pow(1 - i / 100.0, 2));

        assertThat(SpectralArcLength.DEFAULT.of(speed, 0.01))
                .isCloseTo(-1.4058, within(5e-4)); // public code, digits given
    }

    @Test
    void two_submovements_are_less_smooth_than_one_of_the_same_length() {
        double[] one = new double[201];
        double[] two = new double[201];
        Arrays.setAll(one, i -> bell(i / 200.0));
        Arrays.setAll(two, i -> bell(i / 100.0) + bell((i - 100) / 100.0));

        double smooth = SpectralArcLength.DEFAULT.of(one, 0.005);
        double rough = SpectralArcLength.DEFAULT.of(two, 0.005);

        assertThat(rough).isLessThan(smooth - 0.3);
    }

    /** Arcs of angle a: chord 2 r sin(a/2), sagitta r (1 - cos(a/2)), length r a. */
    @ParameterizedTest
    @CsvSource({"0.5, 1", "0.5, -1", "1.5, 1", "3, -1"})
    void arcs_have_the_ratio_linearity_and_curvature_of_geometry(double angle, int side) {
        double radius = 0.10;
        double[] share = shares(1.0);
        double[] x = new double[share.length];
        double[] y = new double[share.length];
        for (int i = 0; i < share.length; i++) {
            x[i] = radius * Math.sin(angle * share[i]);
            y[i] = side * radius * (1 - Math.cos(angle * share[i]));
        }

        var reach = reach(SHARP, x, y, new Point(0.1, 0));

        double cut = 0.98947 * angle; // between the samples at a tenth of the peak speed
        double sagitta = (1 - Math.cos(cut / 2)) / (2 * Math.sin(cut / 2));
        assertThat(reach.linearity()).isCloseTo(sagitta, within(0.01 * sagitta));
        assertThat(reach.pathRatio()).isCloseTo(cut / (2 * Math.sin(cut / 2)), within(2e-3));
        assertThat(reach.curvature()).isCloseTo(1 / radius, within(0.02 / radius)); // chords of the steps
        // at the peak half of the arc is done: its chord points half of that off the first direction
        assertThat(reach.directionError()).isCloseTo(side * angle / 4, within(0.02));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "90, 0", "0, 30", "225, -45", "180, 170", "350, -170"})
    void the_direction_error_is_the_signed_angle_from_the_target_whichever_way_it_lies(int target, int turn) {
        double[] share = shares(0.6);
        double way = Math.toRadians(target + turn);
        double[] x = Arrays.stream(share).map(s -> 0.1 * s * Math.cos(way)).toArray();
        double[] y = Arrays.stream(share).map(s -> 0.1 * s * Math.sin(way)).toArray();
        double asked = Math.toRadians(target);

        var reach = reach(SHARP, x, y, new Point(0.1 * Math.cos(asked), 0.1 * Math.sin(asked)));

        assertThat(reach.directionError()).isCloseTo(Math.toRadians(turn), within(1e-9));
        assertThat(reach.endError()).isCloseTo(0.2 * Math.abs(Math.sin(Math.toRadians(turn) / 2)), within(1e-12));
    }

    @Test
    void no_figure_of_a_movement_is_told_of_a_hand_that_did_not_move() {
        var unmoved = reach(SHARP, new double[600], new double[600], new Point(0.1, 0));

        assertThat(unmoved.moved()).isFalse();
        assertThat(new double[] {
                    unmoved.onset(), unmoved.reactionTime(), unmoved.movementTime(), unmoved.peakTime(),
                    unmoved.peakToMean(), unmoved.pathRatio(), unmoved.linearity(), unmoved.curvature(),
                    unmoved.directionError(), unmoved.minimumJerkCorrelation(), unmoved.smoothness()
                })
                .containsOnly(Double.NaN);
        assertThat(unmoved.peakSpeed()).isZero();
        assertThat(unmoved.endError()).isCloseTo(0.1, within(1e-15));
    }

    @Test
    void of_two_submovements_the_faster_is_measured_and_the_dip_between_them_bounds_it() {
        double[] speed = profile(400, i -> 0.3 * bell((i - 50) / 100.0) + 0.6 * bell((i - 150) / 150.0));

        Movement movement = OnsetRule.DEFAULT.movement(speed, 0).orElseThrow();

        assertThat(movement.peak()).isEqualTo(225);
        assertThat(movement.onset()).isBetween(150, 170); // the standstill between both
        assertThat(movement.offset()).isBetween(280, 300);
    }

    @Test
    void a_later_smaller_submovement_belongs_to_the_movement_only_if_the_hand_hardly_slows_before_it() {
        double[] merged = profile(400, i -> bell((i - 50) / 100.0) + 0.7 * bell((i - 115) / 100.0));
        double[] parted = profile(400, i -> bell((i - 50) / 100.0) + 0.7 * bell((i - 140) / 100.0));

        Movement one = OnsetRule.DEFAULT.movement(merged, 0).orElseThrow();
        Movement first = OnsetRule.DEFAULT.movement(parted, 0).orElseThrow();

        assertThat(one.offset()).isGreaterThan(190);
        assertThat(first.offset()).isBetween(135, 150);
    }

    @Test
    void a_dip_exactly_at_its_share_of_the_peak_does_not_end_the_movement_and_a_flat_one_ends_at_its_first_sample() {
        double[] exact = {0, 1, 0.5, 0.35, 0.5, 0.1, 0};
        double[] flat = {0, 1, 0.5, 0.3, 0.3, 0.3, 0.5, 0.1, 0};
        double[] step = {0, 1, 0.3, 0.3, 0.2, 0.15, 0.05, 0};

        assertThat(OnsetRule.DEFAULT.movement(exact, 0)).contains(new Movement(0, 1, 5));
        assertThat(OnsetRule.DEFAULT.movement(flat, 0)).contains(new Movement(0, 1, 3));
        assertThat(OnsetRule.DEFAULT.movement(step, 0)).contains(new Movement(0, 1, 2)); // not lower than the next
    }

    @Test
    void a_plateau_at_the_peak_has_its_first_sample_as_peak() {
        double[] speed = {0, 0.5, 1, 1, 1, 0.5, 0};

        assertThat(OnsetRule.DEFAULT.movement(speed, 0)).contains(new Movement(0, 2, 6));
    }

    private static double bell(double s) {
        return s <= 0 || s >= 1 ? 0 : 16 * s * s * (1 - s) * (1 - s);
    }

    private static double[] profile(int steps, IntToDoubleFunction speed) {
        double[] values = new double[steps];
        Arrays.setAll(values, speed);
        return values;
    }

    /** Shares of a minimum-jerk way that begins at 0.3 s, over 1.6 s. */
    private static double[] shares(double duration) {
        return profile(800, i -> {
            double s = Math.max(0, Math.min(1, (i * DT - 0.3) / duration));
            return s * s * s * (10 - 15 * s + 6 * s * s);
        });
    }

    private static double[] minimumJerk(double duration) {
        return Arrays.stream(shares(duration)).map(share -> 0.1 * share).toArray();
    }

    private static double[] still() {
        return new double[800];
    }

    private static ReachKinematics reach(OnsetRule rule, double[] x, double[] y, Point target) {
        Signal hand = Signal.zeros("hand.position", "m", 1, x.length, List.of("x", "y"));
        for (int step = 0; step < x.length; step++) {
            hand.set(0, step, 0, x[step]);
            hand.set(0, step, 1, y[step]);
        }
        var trial = new Trial(new Condition(0, "one", 0), new Point(0, 0), target, 0, 50, x.length);
        return ReachKinematics.of(new Recording(new TrialBatch(DT, x.length, List.of(trial)), List.of(hand)), 0, rule);
    }
}
