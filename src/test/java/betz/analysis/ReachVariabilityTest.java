// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.data.Recording;
import betz.data.Signal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReachVariabilityTest {
    private static final Bootstrap FEW = new Bootstrap(200, 0.95);

    /** Four places at ±a along a turned axis and ±b across it have these variances along and across, with n - 1. */
    @ParameterizedTest
    @CsvSource({"0.003, 0.001, 0", "0.003, 0.001, 30", "0.003, 0.001, -75", "0.002, 0.002, 0", "0.004, 0, 90"})
    void the_ellipse_of_four_places_on_two_axes_has_these_axes(double a, double b, double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));
        double[] x = {1 + a * c, 1 - a * c, 1 - b * s, 1 + b * s};
        double[] y = {2 + a * s, 2 - a * s, 2 + b * c, 2 - b * c};

        Spread spread = Spread.of(x, y);

        double limit = 5.991464547107979; // 95 % quantile of chi-square with 2 degrees of freedom
        // the smaller eigenvalue of a flat cloud is a difference of two numbers of 1e-5: its root is off by 1e-10
        assertThat(spread.major()).isCloseTo(Math.sqrt(limit * 2 * a * a / 3), within(1e-9));
        assertThat(spread.minor()).isCloseTo(Math.sqrt(limit * 2 * b * b / 3), within(1e-9));
        assertThat(spread.x()).isCloseTo(1, within(1e-12));
        assertThat(spread.y()).isCloseTo(2, within(1e-12));
        if (a > b) {
            double apart = Math.IEEEremainder(spread.angle() - Math.toRadians(degrees), Math.PI);
            assertThat(apart).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void the_outline_is_where_the_squared_distance_in_units_of_the_covariance_is_5_991() {
        Spread spread = Spread.of(new double[] {0, 3, 1, -2, 5}, new double[] {1, 2, -1, -4, 2});
        double determinant = spread.xx() * spread.yy() - spread.xy() * spread.xy();

        for (int i = 0; i < 12; i++) {
            double[] place = spread.ellipse(i * Math.PI / 6);
            double x = place[0] - spread.x();
            double y = place[1] - spread.y();
            double distance = (spread.yy() * x * x - 2 * spread.xy() * x * y + spread.xx() * y * y) / determinant;
            assertThat(distance).isCloseTo(5.991464547107979, within(1e-10));
        }
        assertThat(spread.xx()).isCloseTo(29.2 / 4, within(1e-12)); // by hand: 39 - 5 * 1.4²
    }

    @Test
    void ninety_five_of_a_hundred_normal_places_lie_inside_their_ellipse() {
        int n = 20_000;
        double[] x = new double[n];
        double[] y = new double[n];
        var random = RandomStream.of(1, "ellipse");
        for (int i = 0; i < n; i++) {
            double first = random.nextGaussian();
            x[i] = 2 * first;
            y[i] = first - 0.5 * random.nextGaussian();
        }
        Spread spread = Spread.of(x, y);

        double c = Math.cos(spread.angle());
        double s = Math.sin(spread.angle());
        long inside = IntStream.range(0, n)
                .filter(i -> {
                    double dx = x[i] - spread.x();
                    double dy = y[i] - spread.y();
                    return Math.hypot((c * dx + s * dy) / spread.major(), (c * dy - s * dx) / spread.minor()) < 1;
                })
                .count();

        assertThat(inside / (double) n).isCloseTo(0.95, within(4 * Math.sqrt(0.95 * 0.05 / n)));
    }

    /** Reaches shifted along and across by known amounts. */
    @Test
    void spreads_are_told_along_and_across_the_reach_whatever_its_direction() {
        double[] along = {0.004, -0.004, 0, 0};
        double[] across = {0, 0, 0.001, -0.001};
        Recording reaches = shifted(along, across);

        ReachVariability found = measure(reaches);

        assertThat(found.conditions()).hasSize(8);
        for (var condition : found.conditions()) {
            assertThat(condition.ends()).hasSize(4);
            assertThat(condition.along()).isCloseTo(0.004 * Math.sqrt(2.0 / 3), within(1e-12));
            assertThat(condition.across()).isCloseTo(0.001 * Math.sqrt(2.0 / 3), within(1e-12));
            assertThat(condition.pathAcross()).isCloseTo(0.001 * Math.sqrt(2.0 / 3), within(1e-12));
            assertThat(Math.cos(
                            2 * (condition.end().angle() - condition.condition().direction())))
                    .isCloseTo(1, within(1e-9)); // the longer axis lies along the reach
        }
        assertThat(value(found, "end_sd_along")).isCloseTo(0.004 * Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(value(found, "end_sd_across")).isCloseTo(0.001 * Math.sqrt(2.0 / 3), within(1e-12));
        assertThat(value(found, "end_sd")).isCloseTo(Math.sqrt(17e-6 * 2 / 3), within(1e-12));
        assertThat(value(found, "path_sd_across")).isCloseTo(0.001 * Math.sqrt(2.0 / 3), within(1e-12));
    }

    @Test
    void a_constant_error_is_no_spread() {
        double[] same = {0.01, 0.01, 0.01};

        ReachVariability found = measure(shifted(same, same));

        assertThat(value(found, "end_sd")).isCloseTo(0, within(1e-12));
        var first = found.conditions().get(0);
        assertThat(first.end().x()).isCloseTo(0.01, within(1e-12)); // to the right of a target on the right
        assertThat(first.end().y()).isCloseTo(0.01, within(1e-12));
    }

    /** The spread of normal samples has the standard error sd/√(2 (n - 8)) for n trials in 8 conditions. */
    @Test
    void a_normal_spread_is_found_within_its_interval_whose_width_is_that_of_theory() {
        int repeats = 40;
        var random = RandomStream.of(3, "spread");
        double[] along = IntStream.range(0, repeats)
                .mapToDouble(i -> 0.003 * random.nextGaussian())
                .toArray();
        double[] across = new double[repeats];

        var interval = measure(shifted(along, across)).finding().value("end_sd_along");

        double error = 0.003 / Math.sqrt(2.0 * (repeats - 1)); // all conditions have the same shifts
        assertThat(interval.value()).isCloseTo(0.003, within(3 * error));
        assertThat(interval.low()).isLessThan(interval.value());
        assertThat(interval.high()).isGreaterThan(interval.value());
        double theory = 2 * 1.96 * 0.003 / Math.sqrt(2.0 * 8 * repeats);
        assertThat(interval.high() - interval.low()).isCloseTo(theory, within(0.5 * theory)); // of 200 resamples
    }

    @Test
    void a_hand_that_never_moves_has_a_spread_of_ends_and_none_of_paths() {
        Recording still = Reaches.recording(24, 0, 0);

        ReachVariability found = measure(still);

        assertThat(value(found, "end_sd")).isCloseTo(0, within(1e-15)); // rounding of means
        assertThat(value(found, "path_sd_across")).isNaN();
    }

    @Test
    void two_trials_of_a_condition_are_too_few() {
        assertThat(ReachVariability.canBeMeasured(Reaches.minimumJerk(24))).isTrue();
        assertThat(ReachVariability.canBeMeasured(Reaches.minimumJerk(23))).isFalse();
        assertThatThrownBy(() -> measure(Reaches.minimumJerk(23)))
                .hasMessage("trials of a condition is fewer, expected 3 or more");
    }

    private static double value(ReachVariability found, String name) {
        return found.finding().value(name).value();
    }

    private static ReachVariability measure(Recording recording) {
        List<ReachKinematics> reaches = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> ReachKinematics.of(recording, trial, OnsetRule.DEFAULT))
                .toList();
        return ReachVariability.of(recording, reaches, FEW, 1);
    }

    /** Eight directions; repeat i of each is shifted as a whole, [repeat], m. */
    private static Recording shifted(double[] along, double[] across) {
        Recording reaches = Reaches.minimumJerk(8 * along.length);
        Signal hand = reaches.signal("hand.position");
        for (int trial = 0; trial < 8 * along.length; trial++) {
            double direction = reaches.trials().get(trial).condition().direction();
            double c = Math.cos(direction);
            double s = Math.sin(direction);
            for (int step = 0; step < reaches.trials().steps(); step++) {
                hand.set(trial, step, 0, hand.get(trial, step, 0) + c * along[trial / 8] - s * across[trial / 8]);
                hand.set(trial, step, 1, hand.get(trial, step, 1) + s * along[trial / 8] + c * across[trial / 8]);
            }
        }
        return reaches;
    }
}
