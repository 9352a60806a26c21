// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Condition;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.apache.commons.math3.stat.inference.ChiSquareTest;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RandomReachTest {
    private static final Point HOME = new Point(-0.1, 0.4);
    private static final Workspace ANYWHERE = new Plane(HOME);
    private static final double DT = 0.01;
    private static final RandomReach TASK = RandomReach.DEFAULT;

    /** Reaches everywhere but through a disc of 3 cm at home. */
    private record Ring() implements Workspace {
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
            return hand.distance(HOME) >= 0.03;
        }

        @Override
        public String workspace() {
            return "3 cm and more from home";
        }
    }

    private static List<Trial> sample(RandomReach task, Workspace body, int trials) {
        return task.sample(trials, DT, body, RandomStream.of(1, "trials")).trials();
    }

    private static double direction(Trial trial) {
        return Math.atan2(
                trial.target().y() - trial.start().y(),
                trial.target().x() - trial.start().x());
    }

    private static long[] counts(double[] shares, int bins) {
        long[] met = new long[bins];
        Arrays.stream(shares).forEach(share -> met[Math.min(bins - 1, (int) (share * bins))]++);
        return met;
    }

    private static void isEven(double[] shares) {
        double[] expected = new double[10];
        Arrays.fill(expected, shares.length / 10.0);
        // even draws fall below this one time in ten thousand
        assertThat(new ChiSquareTest().chiSquareTest(expected, counts(shares, 10)))
                .isGreaterThan(1e-4);
    }

    @Test
    void starts_fill_the_area_of_their_disc_evenly() {
        List<Trial> trials = sample(TASK, ANYWHERE, 4000);

        // the area within a radius grows with its square
        isEven(trials.stream()
                .mapToDouble(t -> Math.pow(t.start().distance(HOME) / 0.10, 2))
                .toArray());
        isEven(trials.stream()
                .mapToDouble(t -> Math.atan2(t.start().y() - HOME.y(), t.start().x() - HOME.x()) / (2 * Math.PI) + 0.5)
                .toArray());
    }

    @Test
    void directions_and_distances_are_drawn_evenly() {
        List<Trial> trials = sample(TASK, ANYWHERE, 4000);

        isEven(trials.stream()
                .mapToDouble(t -> direction(t) / (2 * Math.PI) + 0.5)
                .toArray());
        isEven(trials.stream()
                .mapToDouble(t -> (t.start().distance(t.target()) - 0.04) / 0.08)
                .toArray());
    }

    @Test
    void the_condition_is_the_sector_that_a_reach_goes_to() {
        assertThat(sample(TASK, ANYWHERE, 500)).allSatisfy(trial -> {
            double off = direction(trial) - trial.condition().direction();
            assertThat(Math.cos(off)).isGreaterThanOrEqualTo(Math.cos(Math.PI / 8) - 1e-12); // rounding only
        });
        assertThat(TASK.balanced(16, DT, ANYWHERE, RandomStream.of(1, "trials")).conditions())
                .extracting(Condition::label)
                .containsExactly(
                        "about 0°",
                        "about 45°",
                        "about 90°",
                        "about 135°",
                        "about 180°",
                        "about 225°",
                        "about 270°",
                        "about 315°");
    }

    @Test
    void held_out_trials_go_round_the_sectors() {
        assertThat(TASK.balanced(10, DT, ANYWHERE, RandomStream.of(1, "trials")).trials())
                .extracting(trial -> trial.condition().index())
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 0, 1);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_straight_way_from_start_to_target_stays_within_reach(long seed) {
        var trials = TASK.sample(300, DT, new Ring(), RandomStream.of(seed, "trials"))
                .trials();

        assertThat(trials).allSatisfy(trial -> {
            for (double share = 0; share <= 1; share += 0.01) {
                double x = trial.start().x()
                        + share * (trial.target().x() - trial.start().x());
                double y = trial.start().y()
                        + share * (trial.target().y() - trial.start().y());
                // tried every cm: a chord of 1 cm cuts at most 0.42 mm off a circle of 3 cm
                assertThat(new Point(x, y).distance(HOME)).isGreaterThan(0.03 - 0.00042);
            }
        });
    }

    @Test
    void without_a_disc_all_trials_start_at_home() {
        var task = new RandomReach(0, new Range(0.1, 0.1), 0.2, new Range(0.2, 0.6), 1);

        assertThat(sample(task, ANYWHERE, 50)).extracting(Trial::start).containsOnly(HOME);
        assertThat(sample(task, ANYWHERE, 50))
                .allSatisfy(trial -> assertThat(trial.target().distance(HOME)).isCloseTo(0.1, within(1e-15)));
    }

    @Test
    void delays_are_drawn_and_the_longest_trial_fits_its_batch() {
        var batch = TASK.sample(200, DT, ANYWHERE, RandomStream.of(1, "trials"));

        assertThat(batch.steps()).isEqualTo(20 + 60 + 150 + 1);
        assertThat(batch.trials()).allSatisfy(trial -> {
            assertThat(trial.targetOn()).isEqualTo(20);
            assertThat(trial.goCue() - trial.targetOn()).isBetween(20, 60);
            assertThat(trial.end() - trial.goCue()).isEqualTo(150);
        });
        assertThat(TASK.longest()).isCloseTo(2.3, within(1e-15));
        assertThat(TASK.startsWithin()).isEqualTo(0.10);
    }

    @Test
    void the_same_stream_gives_the_same_trials_whatever_was_tried_before() {
        var once = TASK.sample(20, DT, new Ring(), RandomStream.of(4, "trials"));

        assertThat(TASK.misfits(new Ring())).isEmpty();
        assertThat(TASK.sample(20, DT, new Ring(), RandomStream.of(4, "trials")))
                .isEqualTo(once);
        assertThat(TASK.sample(20, DT, new Ring(), RandomStream.of(5, "trials")))
                .isNotEqualTo(once);
    }

    @Test
    void a_body_that_cannot_reach_so_is_told_with_its_workspace() {
        var home = new RandomReach(0, new Range(0.04, 0.12), 0.2, new Range(0.2, 0.6), 1);
        String told = "distance is 4 cm to 12 cm, expected distances of which in every direction some straight reach is"
                + " within 3 cm and more from home";

        assertThat(home.misfits(new Ring())).extracting(BadSetting::getMessage).containsExactly(told);
        assertThatThrownBy(() -> sample(home, new Ring(), 1)).hasMessage(told);
    }

    @Test
    void bad_settings_are_refused_with_name_value_and_range() {
        var delay = new Range(0.2, 0.6);
        assertThatThrownBy(() -> new RandomReach(-0.1, TASK.distance(), 0.2, delay, 1))
                .hasMessage("startsWithin is -0.1 m, expected 0.0 to 1.0 m");
        assertThatThrownBy(() -> new RandomReach(0.1, new Range(0.001, 0.1), 0.2, delay, 1))
                .hasMessage("distance is 0.001 m, expected 0.005 to 1.0 m");
        assertThatThrownBy(() -> new RandomReach(0.1, new Range(0.1, 1.1), 0.2, delay, 1))
                .hasMessage("distance is 1.1 m, expected 0.005 to 1.0 m");
        assertThatThrownBy(() -> new RandomReach(0.1, TASK.distance(), 61, delay, 1))
                .hasMessage("hold is 61.0 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new RandomReach(0.1, TASK.distance(), 0.2, new Range(0.2, 61), 1))
                .hasMessage("delay is 61.0 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new RandomReach(0.1, TASK.distance(), 0.2, delay, 0))
                .hasMessage("reach is 0.0 s, expected a number above 0 s");
    }
}
