// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Curve;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Trajectory;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.data.Workspace;
import betz.effector.Arm26;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TracingTasksTest {
    private static final Point HOME = new Point(-0.1, 0.4);
    private static final Workspace BODY = new Plane(HOME);
    private static final double DT = 0.01;
    private static final Range HOLD = new Range(0.1, 0.3);
    private static final Range REST = new Range(0.4, 0.6);

    /** Reaches within 7 cm of home. */
    private record Near() implements Workspace {
        @Override
        public Point home() {
            return HOME;
        }

        @Override
        public Point anywhere(RandomGenerator random) {
            return home();
        }

        @Override
        public boolean reaches(Point hand) {
            return hand.distance(HOME) <= 0.07;
        }

        @Override
        public String workspace() {
            return "7 cm around home";
        }
    }

    static Stream<Sampler> tasks() {
        return Stream.of(
                ViaPoints.DEFAULT,
                new ViaPoints(4, 0.1, 3, new Range(0.01, 0.04), new Range(0.8, 1.2), HOLD, REST, 0.2),
                Ellipse.DEFAULT,
                new Ellipse(0.06, 0.03, 1, new Range(1, 2), 1, Rotation.CLOCKWISE, 0.2, HOLD, REST, 0.2),
                FigureEight.DEFAULT,
                new FigureEight(0.06, 0.03, 1, new Range(2, 3), 2, Rotation.BOTH, 0.2, HOLD, REST, 0.2),
                Cycling.DEFAULT,
                cycling(new Range(0.5, 7)));
    }

    private static Cycling cycling(Range cycles) {
        return new Cycling(
                0.06, new Range(0.8, 2.1), cycles, Cycling.Ways.BOTH, Cycling.Starts.BOTH, 0.2, HOLD, REST, 0.2);
    }

    private static Trajectory path(Trial trial) {
        return Objects.requireNonNull(trial.trajectory());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_hand_starts_on_its_path_and_should_end_on_it(Sampler task) {
        assertThat(task.follows()).isTrue();
        assertThat(task.sample(100, DT, BODY, random(1)).trials()).allSatisfy(trial -> {
            assertThat(trial.start()).isEqualTo(path(trial).from());
            assertThat(trial.target()).isEqualTo(path(trial).to());
            assertThat(trial.start().distance(HOME)).isLessThanOrEqualTo(task.startsWithin() + 1e-15); // rounding
        });
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_target_has_come_to_rest_before_the_end_and_the_longest_trial_fits_its_batch(Sampler task) {
        for (double dt : new double[] {0.01, 0.007}) {
            TrialBatch batch = task.sample(200, dt, BODY, random(2));

            assertThat(batch.trials()).filteredOn(Trial::goes).allSatisfy(trial -> {
                // each part is rounded to a step
                assertThat((trial.end() - trial.goCue()) * dt)
                        .isGreaterThan(path(trial).duration() + 0.4 - 1.01 * dt);
                assertThat(trial.end()).isLessThan(batch.steps());
            });
            assertThat(batch.steps() * dt).isLessThan(task.longest() + 3 * dt);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_same_stream_gives_the_same_trials_and_held_out_ones_go_round_the_kinds(Sampler task) {
        int trials = 3 * task.kinds();

        assertThat(task.sample(20, DT, BODY, random(4))).isEqualTo(task.sample(20, DT, BODY, random(4)));
        assertThat(task.sample(20, DT, BODY, random(4))).isNotEqualTo(task.sample(20, DT, BODY, random(5)));
        assertThat(task.balanced(trials, DT, BODY, random(4)).trials())
                .extracting(trial -> trial.condition().index())
                .containsExactlyElementsOf(IntStream.range(0, trials)
                        .mapToObj(trial -> trial % task.kinds())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_arm_can_follow_every_path_of_the_defaults(Sampler task) {
        Workspace arm = Arm26.DEFAULT;

        assertThat(task.misfits(arm)).isEmpty();
        assertThat(task.sample(40, DT, arm, random(6)).trials())
                .allSatisfy(trial -> assertThat(IntStream.rangeClosed(0, 200)
                                .mapToObj(i -> path(trial).at(i * path(trial).duration() / 200)))
                        .allMatch(arm::reaches));
    }

    @Test
    void paths_that_leave_the_bodys_reach_are_told_by_their_size() {
        assertThat(Ellipse.DEFAULT.misfits(new Near()).get(0).getMessage())
                .isEqualTo(
                        "first is 8 cm, expected a path around (-10, 40) cm that the hand can reach: 7 cm around home");
        assertThat(FigureEight.DEFAULT.misfits(new Near()).get(0).name()).isEqualTo("length");
        assertThat(new FigureEight(0.04, 0.09, 0, Range.of(2.5), 1, Rotation.BOTH, 0.3, Range.of(0.2), Range.of(0.6), 0)
                        .misfits(new Near())
                        .get(0)
                        .name())
                .isEqualTo("width");
        assertThat(Cycling.DEFAULT.misfits(new Near())).isEmpty();
        assertThat(ViaPoints.DEFAULT.misfits(new Near()).get(0).name()).isEqualTo("distance");
    }

    @Test
    void places_to_pass_are_drawn_anew_until_the_whole_way_is_within_reach() {
        var task = new ViaPoints(8, 0.06, 1, new Range(0, 0.06), Range.of(1), HOLD, REST, 0);

        assertThat(task.sample(50, DT, new Near(), random(3)).trials()).allSatisfy(trial -> {
            for (double time = 0; time <= 1; time += 0.02) {
                assertThat(path(trial).at(time).distance(HOME)).isLessThanOrEqualTo(0.07);
            }
        });
    }

    @Test
    void an_ellipse_is_traced_by_the_two_thirds_power_law() {
        Trial trial = Ellipse.DEFAULT.trial(1, DT, BODY, random(1));
        double a = 0.08;
        double b = 0.04;
        double rate = 2 * Math.PI / 1.5;
        for (double time = 0.3; time <= 3; time += 0.01) {
            Point from = path(trial).at(time);
            Point velocity = path(trial).velocity(time);
            double speed = velocity.distance(new Point(0, 0));
            double angle = rate * (time - 0.15);
            double curvature =
                    a * b / Math.pow(Math.pow(a * Math.sin(angle), 2) + Math.pow(b * Math.cos(angle), 2), 1.5);

            // |r'| = ω (a b)^(1/3) κ^(−1/3)
            assertThat(speed).isCloseTo(rate * Math.cbrt(a * b / curvature), within(1e-13));
            assertThat(from.distance(HOME)).isBetween(b - 1e-15, a + 1e-15);
        }
    }

    @Test
    void clockwise_is_as_the_hands_of_a_clock_go() {
        for (Sampler task : new Sampler[] {Ellipse.DEFAULT, FigureEight.DEFAULT}) {
            for (int kind = 0; kind < 2; kind++) {
                Trajectory path = path(task.trial(kind, DT, BODY, random(1)));
                // area that the first part of the path sweeps, by the shoelace formula: half a loop, which is one of an
                // eight
                double area = 0;
                int parts = 200;
                double until = task instanceof FigureEight ? path.duration() / 2 : 1;
                for (int i = 0; i < parts; i++) {
                    Point p = path.at(until * i / parts);
                    Point q = path.at(until * (i + 1) / parts);
                    area += (p.x() - HOME.x()) * (q.y() - HOME.y()) - (q.x() - HOME.x()) * (p.y() - HOME.y());
                }

                String label = task.trial(kind, DT, BODY, random(1)).condition().label();
                assertThat(label).isEqualTo(area < 0 ? "clockwise" : "counter-clockwise");
            }
        }
        assertThat(new Ellipse(0.06, 0.03, 1, Range.of(1), 1, Rotation.CLOCKWISE, 0.2, HOLD, REST, 0).kinds())
                .isEqualTo(1);
    }

    @Test
    void a_figure_eight_starts_where_it_crosses_itself_and_first_goes_along_its_length() {
        Trial trial = FigureEight.DEFAULT.trial(0, DT, BODY, random(1));

        assertThat(trial.start().distance(HOME)).isLessThan(1e-16);
        assertThat(path(trial).at(path(trial).duration() / 2).distance(HOME)).isLessThan(1e-15);
        assertThat(path(trial).at(0.5).x()).isGreaterThan(HOME.x());
    }

    @Test
    void cycling_goes_forward_over_the_top_to_the_right() {
        TrialBatch batch = Cycling.DEFAULT.balanced(4, DT, BODY, random(1));

        assertThat(batch.trials())
                .extracting(trial -> trial.condition().label())
                .containsExactly(
                        "forward from the top",
                        "backward from the top",
                        "forward from the bottom",
                        "backward from the bottom");
        assertThat(batch.trials())
                .extracting(trial -> Math.round(Math.toDegrees(trial.condition().direction())) % 360)
                .containsExactly(0L, 180L, 180L, 0L);
        assertThat(batch.get(0).start().y()).isCloseTo(HOME.y() + 0.06, within(1e-15));
        assertThat(batch.get(2).start().y()).isCloseTo(HOME.y() - 0.06, within(1e-15));
        assertThat(path(batch.get(0)).at(0.3).x()).isGreaterThan(HOME.x());
    }

    @Test
    void cycles_are_whole_and_half_numbers_of_their_range_at_a_cadence_of_its() {
        TrialBatch batch = cycling(new Range(0.5, 2)).sample(400, DT, BODY, random(7));

        assertThat(batch.trials().stream()
                        .map(trial -> (Curve) path(trial))
                        .map(curve -> Math.round(Math.abs(curve.turn().angle()) / Math.PI) / 2.0)
                        .distinct()
                        .sorted())
                .containsExactly(0.5, 1.0, 1.5, 2.0);
        assertThat(batch.trials())
                .extracting(trial -> Math.abs(((Curve) path(trial)).turn().cruise()) / (2 * Math.PI))
                .allSatisfy(cadence -> assertThat(cadence).isBetween(0.8, 2.1));
    }

    @Test
    void bad_settings_are_refused_by_name() {
        assertThatThrownBy(() -> cycling(new Range(0.3, 2))).hasMessage("cycles is 0.3, expected 0.5 to 20.0");
        assertThatThrownBy(() -> cycling(new Range(0.7, 2)))
                .hasMessage("cycles is 0.7, expected whole and half numbers");
        assertThatThrownBy(() -> new Ellipse(0.08, 0, 0, Range.of(1), 1, Rotation.BOTH, 0.2, HOLD, REST, 0))
                .hasMessage("second is 0.0 m, expected a number above 0 m");
        assertThatThrownBy(() -> new Ellipse(0.08, 0.04, 0, Range.of(1), 1, Rotation.BOTH, 1.5, HOLD, REST, 0))
                .hasMessage("ramp is 1.5 s, expected 0.0 to 1.0 s");
        assertThatThrownBy(() -> new FigureEight(0.08, 0.04, 0, Range.of(1), 0, Rotation.BOTH, 0.2, HOLD, REST, 0))
                .hasMessage("rounds is 0, expected 1 to 20");
        assertThatThrownBy(() -> new ViaPoints(8, 0.1, 4, HOLD, HOLD, HOLD, REST, 0))
                .hasMessage("vias is 4, expected 1 to 3");
        assertThatThrownBy(() -> new ViaPoints(8, 0.1, 1, new Range(0, 0.2), HOLD, HOLD, REST, 0))
                .hasMessage("offset is 0.2 m, expected 0.0 to 0.1 m");
    }

    private static RandomStream random(long seed) {
        return RandomStream.of(seed, "trials");
    }
}
