// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrajectoryTest {
    private static final Point CENTRE = new Point(-0.1, 0.4);
    private static final double RAMP = 0.3;

    private static Curve curve(int harmonic, double angle, double duration) {
        return new Curve(
                CENTRE, new Point(0.06, 0.05), new Point(-0.02, 0.03), harmonic, 0.4, new Turn(angle, duration, RAMP));
    }

    /** An ellipse, a figure eight, half a turn the other way round, and a path with two bends. */
    static Stream<Trajectory> trajectories() {
        return Stream.of(
                curve(1, 4 * Math.PI, 3.3),
                curve(2, 2 * Math.PI, 2.5),
                curve(1, -Math.PI, 0.8),
                new Spline(
                        CENTRE,
                        List.of(new Point(0.5, 1), new Point(-0.8, -1.4), new Point(0.35, 0.5)),
                        List.of(0.3, 0.6),
                        List.of(new Point(0.2, -0.1), new Point(-0.3, 0.2)),
                        1.2));
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void velocity_is_the_derivative_of_the_place(Trajectory path) {
        double h = 1e-5;
        for (double time = 2 * h; time < path.duration() - h; time += path.duration() / 997) {
            Point before = path.at(time - h);
            Point after = path.at(time + h);
            Point velocity = path.velocity(time);

            // h²/6 of a third derivative of at most 400 m/s³, and rounding of 1e-16 m over 2 h
            assertThat((after.x() - before.x()) / (2 * h)).isCloseTo(velocity.x(), within(1e-8));
            assertThat((after.y() - before.y()) / (2 * h)).isCloseTo(velocity.y(), within(1e-8));
        }
    }

    @ParameterizedTest
    @MethodSource("trajectories")
    void it_stays_at_its_first_place_before_and_at_its_last_after(Trajectory path) {
        assertThat(path.at(-1)).isEqualTo(path.from()).isEqualTo(path.at(0));
        assertThat(path.at(path.duration() + 1)).isEqualTo(path.to()).isEqualTo(path.at(path.duration()));
        assertThat(path.velocity(-0.1).distance(new Point(0, 0))).isZero();
        assertThat(path.velocity(path.duration() + 0.1).distance(new Point(0, 0)))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"0.3", "2.7"})
    void the_rate_of_a_turn_and_its_slope_do_not_jump_where_a_ramp_joins(double join) {
        var turn = new Turn(4 * Math.PI, 3, RAMP);
        double h = 1e-6;

        assertThat(turn.rate(join - h)).isCloseTo(turn.rate(join + h), within(1e-9));
        double slopeBefore = (turn.rate(join) - turn.rate(join - h)) / h;
        double slopeAfter = (turn.rate(join + h) - turn.rate(join)) / h;
        // the slope of 10 s³ − 15 s⁴ + 6 s⁵ near 1 is 30 (1 − s)²: 1e-9 at a distance of h
        assertThat(slopeBefore).isCloseTo(slopeAfter, within(1e-6));
    }

    @Test
    void a_turn_goes_through_its_whole_angle_at_a_constant_rate_between_its_ramps() {
        var turn = new Turn(-4 * Math.PI, 3.3, RAMP);

        assertThat(turn.at(3.3)).isEqualTo(-4 * Math.PI);
        assertThat(turn.at(1.65)).isCloseTo(-2 * Math.PI, within(1e-14));
        assertThat(turn.cruise()).isCloseTo(-4 * Math.PI / 3, within(1e-15)); // 2 turns in 3.3 s less one ramp
        assertThat(turn.rate(1)).isEqualTo(turn.cruise());
        assertThat(turn.at(RAMP)).isCloseTo(turn.cruise() * RAMP / 2, within(1e-15)); // half the way of the full rate
        assertThat(turn.rate(RAMP / 2)).isCloseTo(turn.cruise() / 2, within(1e-15));
    }

    @Test
    void an_ellipse_lies_on_its_equation_and_a_figure_eight_on_that_of_lissajous() {
        Point u = new Point(0.08, 0);
        Point v = new Point(0, 0.04);
        var turn = new Turn(2 * Math.PI, 2, 0.2);
        for (double time = 0; time <= 2; time += 0.01) {
            Point on = new Curve(new Point(0, 0), u, v, 1, 0, turn).at(time);
            Point eight = new Curve(new Point(0, 0), u, v, 2, -Math.PI / 2, turn).at(time);
            double x = eight.x() / 0.08;

            assertThat(Math.pow(on.x() / 0.08, 2) + Math.pow(on.y() / 0.04, 2)).isCloseTo(1, within(1e-14));
            // y² = 4 x² (1 − x²) for x = cos θ, y = sin 2θ
            assertThat(Math.pow(eight.y() / 0.04, 2)).isCloseTo(4 * x * x * (1 - x * x), within(1e-14));
        }
    }

    @Test
    void the_heading_is_the_direction_of_the_first_step() {
        for (Curve curve : List.of(curve(1, 4 * Math.PI, 3), curve(2, 2 * Math.PI, 2), curve(1, -Math.PI, 1))) {
            Point first = curve.from();
            Point next = curve.at(0.01);
            double direction = Math.atan2(next.y() - first.y(), next.x() - first.x());

            // the first 10 ms turn by less than 1e-4 rad
            assertThat(Math.cos(direction - curve.heading())).isCloseTo(1, within(1e-8));
            assertThat(curve.heading()).isBetween(0.0, 2 * Math.PI);
        }
    }

    @Test
    void a_target_that_is_followed_moves_from_the_go_cue_on_in_the_task_input() {
        Curve path = curve(1, 4 * Math.PI, 3.3);
        var trial = Trial.following(new Condition(0, "round", 0), path, 20, 400);
        var batch = new TrialBatch(0.01, 401, List.of(trial));
        double[][] input = new double[TrialBatch.INPUTS][1];

        for (int step : new int[] {0, 19, 20, 21, 100, 350, 400}) {
            batch.input(step, input);
            Point seen = path.at((step - 20) * 0.01);
            assertThat(input[0][0]).isEqualTo(seen.x() - path.from().x());
            assertThat(input[1][0]).isEqualTo(seen.y() - path.from().y());
            assertThat(input[2][0]).isEqualTo(step < 20 ? 0 : 1);
            assertThat(input[3][0]).isEqualTo(1);
        }
        assertThat(batch.follows()).isTrue();
        assertThat(trial.goal(400, 0.01)).isEqualTo(path.to());
    }

    /** A round ends where it began but for rounding, which is no direction. */
    @Test
    void the_direction_of_a_round_is_that_of_its_condition() {
        var round = Trial.following(new Condition(0, "round", 1.25), curve(1, 2 * Math.PI, 3), 20, 400);

        assertThat(round.direction()).isEqualTo(1.25);
        assertThat(round.goal(100, 0.01).x()).isNaN(); // it moves
    }

    @Test
    void a_target_that_is_not_to_be_followed_stays_at_the_start() {
        Curve path = curve(1, -Math.PI, 0.8);
        var trial = Trial.following(new Condition(0, "round", 0), path, 100, 100);

        assertThat(trial.target(99, 0.01)).isEqualTo(path.from());
        assertThat(trial.goal(99, 0.01)).isEqualTo(path.from()).isNotEqualTo(path.to());
    }

    @Test
    void trials_of_a_condition_repeat_only_where_they_go_the_same_way_at_the_same_time() {
        var condition = new Condition(0, "round", 0);
        Trial slow = Trial.following(condition, curve(1, 2 * Math.PI, 3), 20, 400);
        Trial fast = Trial.following(condition, curve(1, 2 * Math.PI, 2), 20, 400);

        assertThat(new TrialBatch(0.01, 401, List.of(slow, slow)).conditionsRepeat())
                .isTrue();
        assertThat(new TrialBatch(0.01, 401, List.of(slow, fast)).conditionsRepeat())
                .isFalse();
    }

    @Test
    void turns_and_paths_without_sense_are_refused() {
        assertThatThrownBy(() -> new Turn(1, 0.4, 0.3)).hasMessage("ramp is 0.3 s, expected 0.0 to 0.2 s");
        assertThatThrownBy(() -> new Turn(1, 0, 0)).hasMessageContaining("duration is 0.0 s");
        assertThatThrownBy(() -> new Spline(CENTRE, List.of(), List.of(), List.of(), 1))
                .hasMessage("powers is 0 values, expected 3 values");
    }
}
