// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Curve;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Turn;
import java.util.List;
import java.util.function.DoubleFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TracingTest {
    private static final double DT = 0.001;
    private static final int GO = 200;
    private static final double DURATION = 3.3;
    private static final int END = 4000;

    /** Lets far more pass than moves here, so that the filter changes nothing that is looked at. */
    private static final OnsetRule RULE = new OnsetRule(100, 2, 0.10, 0.35, 0.01);

    private static Curve ellipse(double second) {
        return new Curve(
                new Point(0, 0.4),
                new Point(0.08, 0),
                new Point(0, second),
                1,
                0,
                new Turn(4 * Math.PI, DURATION, 0.3));
    }

    /** A hand that is at a place of the time since the go cue, asked to follow a curve. */
    private static Recording hand(Curve curve, DoubleFunction<Point> place) {
        Trial trial = Trial.following(new Condition(0, "round", 0), curve, GO, END);
        Signal hand = Signal.zeros("hand.position", "m", 1, END, List.of("x", "y"));
        for (int step = 0; step < END; step++) {
            Point at = place.apply((step - GO) * DT);
            hand.set(0, step, 0, at.x());
            hand.set(0, step, 1, at.y());
        }
        return new Recording(new TrialBatch(DT, END, List.of(trial)), List.of(hand));
    }

    private static Finding of(Recording target, Recording predicted) {
        return Tracing.of(target, predicted, RULE, Bootstrap.DEFAULT, 1);
    }

    @Test
    void harmonic_motion_along_an_ellipse_has_the_exponent_of_the_two_thirds_power_law() {
        Curve curve = ellipse(0.04);
        Recording target = hand(curve, curve::at);

        Finding found = of(target, hand(curve, time -> curve.at(time - 0.2)));

        // central differences of 1 ms change speed and curvature by (ω dt)²/6 = 3e-6, the filter at 100 Hz by less
        assertThat(found.value("target_power_law_exponent").value()).isCloseTo(1 / 3.0, within(1e-5));
        assertThat(found.value("predicted_power_law_exponent").value()).isCloseTo(1 / 3.0, within(1e-5));
        assertThat(found.value("target_power_law_r2").value()).isCloseTo(1, within(1e-6));
        // 200 ms late on the same path
        assertThat(found.value("predicted_path_error").value()).isLessThan(1e-6);
    }

    @Test
    void a_hand_of_constant_speed_has_an_exponent_of_zero() {
        Curve curve = ellipse(0.04);
        double[] length = new double[20_001];
        for (int i = 1; i < length.length; i++) {
            length[i] = length[i - 1] + curve.place(angle(i)).distance(curve.place(angle(i - 1)));
        }
        Recording even = hand(curve, time -> {
            double way = Math.max(0, Math.min(1, time / DURATION)) * length[length.length - 1];
            int above = 1;
            while (above < length.length - 1 && length[above] < way) {
                above++;
            }
            double part = (way - length[above - 1]) / (length[above] - length[above - 1]);
            return curve.place(angle(above - 1 + part));
        });

        Finding found = of(hand(curve, curve::at), even);

        // the table of lengths has 2e4 parts
        assertThat(found.value("predicted_power_law_exponent").value()).isCloseTo(0, within(1e-3));
        assertThat(found.value("predicted_path_error").value()).isLessThan(1e-5);
    }

    private static double angle(double part) {
        return 4 * Math.PI * part / 20_000;
    }

    @Test
    void a_circle_has_no_exponent() {
        Curve circle = ellipse(0.08);

        Finding found = of(hand(circle, circle::at), hand(circle, circle::at));

        assertThat(found.value("target_power_law_exponent").value()).isNaN();
        assertThat(found.value("target_power_law_r2").value()).isNaN();
    }

    @Test
    void the_path_error_is_the_distance_from_the_path_whatever_the_time() {
        Curve circle = ellipse(0.08);
        Recording wide = hand(circle, time -> {
            Point at = circle.at(time - 0.1);
            return new Point(1.05 * at.x(), 0.4 + 1.05 * (at.y() - 0.4));
        });

        // 5 % of a radius of 8 cm
        assertThat(of(hand(circle, circle::at), wide)
                        .value("predicted_path_error")
                        .value())
                .isCloseTo(0.004, within(1e-6));
    }

    @Test
    void a_movement_round_a_curve_lasts_from_rest_to_rest_though_its_speed_has_dips() {
        Curve flat = ellipse(0.015); // slowest below a fifth of the fastest
        Recording target = hand(flat, flat::at);

        ReachKinematics round = ReachKinematics.of(target, 0, RULE);

        // a tenth of the peak speed of 8 cm * ω is passed within the ramps
        assertThat(round.reactionTime()).isBetween(0.0, 0.2);
        assertThat(round.movementTime()).isBetween(DURATION - 0.35, DURATION);
        assertThat(round.peakSpeed()).isCloseTo(0.08 * flat.turn().cruise(), within(1e-4));
        assertThat(round.endError()).isLessThan(1e-6);
        assertThat(List.of(
                        round.directionError(), round.pathRatio(), round.linearity(), round.minimumJerkCorrelation()))
                .containsOnly(Double.NaN);
    }

    @Test
    void a_hand_that_stays_has_no_law_and_is_as_far_from_the_path_as_it_is() {
        Curve circle = ellipse(0.08);
        Point centre = new Point(0, 0.4);

        Finding found = of(hand(circle, circle::at), hand(circle, time -> centre));

        assertThat(found.value("predicted_power_law_exponent").value()).isNaN();
        assertThat(found.value("predicted_path_error").value()).isCloseTo(0.08, within(1e-6)); // chords of 0.7 mm
    }

    @Test
    void reaches_are_refused() {
        Recording reach = Reaches.minimumJerk(8);

        assertThatThrownBy(() -> of(reach, reach)).hasMessage("trials is reaches, expected trials with a trajectory");
    }
}
