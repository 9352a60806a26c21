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
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskTest {
    private static final Point START = new Point(-0.1, 0.4);
    private static final Workspace BODY = new Plane(START);
    private static final double DT = 0.01;

    @Test
    void targets_lie_at_their_distance_in_the_direction_of_their_condition() {
        var trials = DelayedReach.DEFAULT.balanced(8, DT, BODY, random(1)).trials();

        for (Trial trial : trials) {
            double dx = trial.target().x() - START.x();
            double dy = trial.target().y() - START.y();
            double direction = trial.condition().direction();
            assertThat(dx).isCloseTo(0.10 * Math.cos(direction), within(1e-15)); // rounding only
            assertThat(dy).isCloseTo(0.10 * Math.sin(direction), within(1e-15));
        }
    }

    @Test
    void conditions_are_labelled_by_their_direction_in_degrees() {
        var conditions = CentreOut.DEFAULT.balanced(8, DT, BODY, random(1)).conditions();

        assertThat(conditions)
                .extracting(Condition::label)
                .containsExactly("0°", "45°", "90°", "135°", "180°", "225°", "270°", "315°");
        assertThat(conditions.get(1).direction()).isEqualTo(Math.PI / 4);
        assertThat(new TargetCircle(16, 0.1).condition(1).label()).isEqualTo("22.5°");
    }

    @Test
    void balanced_trials_meet_every_target_equally_often() {
        var batch = DelayedReach.DEFAULT.balanced(64, DT, BODY, random(1));

        long[] met = new long[8];
        batch.trials().forEach(trial -> met[trial.condition().index()]++);

        assertThat(met).containsOnly(8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void sampled_delays_stay_in_their_range_and_trials_end_one_reach_after_the_go_cue(long seed) {
        var batch = DelayedReach.DEFAULT.sample(200, DT, BODY, random(seed));

        assertThat(batch.steps()).isEqualTo(20 + 60 + 150 + 1);
        assertThat(batch.trials()).allSatisfy(trial -> {
            assertThat(trial.targetOn()).isEqualTo(20);
            assertThat(trial.goCue() - trial.targetOn()).isBetween(20, 60);
            assertThat(trial.end() - trial.goCue()).isEqualTo(150);
            assertThat(trial.end()).isLessThan(batch.steps());
        });
        assertThat(batch.conditions()).hasSize(8);
        assertThat(batch.trials().stream().mapToInt(Trial::goCue).distinct().count())
                .isGreaterThan(20);
    }

    @Test
    void the_same_stream_gives_the_same_trials() {
        var once = DelayedReach.DEFAULT.sample(20, DT, BODY, random(4));
        var again = DelayedReach.DEFAULT.sample(20, DT, BODY, random(4));

        assertThat(again).isEqualTo(once);
        assertThat(DelayedReach.DEFAULT.sample(20, DT, BODY, random(5))).isNotEqualTo(once);
    }

    @Test
    void in_centre_out_reaches_the_target_appears_with_the_go_cue() {
        var trial = CentreOut.DEFAULT.sample(1, DT, BODY, random(1)).get(0);

        assertThat(trial.targetOn()).isEqualTo(trial.goCue()).isEqualTo(20);
        assertThat(trial.end()).isEqualTo(170);
    }

    @ParameterizedTest
    @CsvSource({"0.145, 0.01, 15", "0.144, 0.01, 14", "0.025, 0.01, 3", "0.2, 0.005, 40", "0, 0.01, 0"})
    void times_are_rounded_to_the_nearest_step_halves_up(double time, double dt, int steps) {
        // 0.145 / 0.01 is 14.499999999999998 in binary
        assertThat(TargetCircle.steps(time, dt)).isEqualTo(steps);
    }

    @Test
    void the_longest_trial_fits_its_batch() {
        var task = new DelayedReach(4, 0.1, 0.155, new Range(0.105, 0.105), 0.255, null);

        int end = IntStream.range(0, 4)
                .map(target -> task.trial(target, DT, BODY, random(1)).end())
                .max()
                .orElseThrow();

        assertThat(task.steps(DT)).isEqualTo(end + 1);
        assertThat(task.longest()).isCloseTo(0.515, within(1e-15));
        assertThat(task.kinds()).isEqualTo(4);
    }

    @Test
    void a_short_cue_is_in_view_for_its_time_and_no_longer() {
        var task = new DelayedReach(4, 0.1, 0.2, new Range(0.3, 0.3), 0.5, 0.1);

        Trial trial = task.trial(1, DT, BODY, random(1));
        Trial whole = new DelayedReach(4, 0.1, 0.2, new Range(0.3, 0.3), 0.5, null).trial(1, DT, BODY, random(1));

        int last = task.steps(DT) - 1;
        assertThat(IntStream.rangeClosed(0, last).filter(trial::shows))
                .containsExactly(20, 21, 22, 23, 24, 25, 26, 27, 28, 29);
        assertThat(IntStream.rangeClosed(0, last).filter(whole::shows))
                .hasSize(last - 19)
                .startsWith(20);
        assertThat(trial.goCue()).isEqualTo(whole.goCue());
    }

    @Test
    void bad_settings_are_refused_with_name_value_and_range() {
        assertThatThrownBy(() -> new CentreOut(0, 0.1, 0.2, 1.5))
                .isInstanceOf(BadSetting.class)
                .hasMessage("targets is 0, expected 1 to 360");
        assertThatThrownBy(() -> new CentreOut(8, -0.1, 0.2, 1.5)).hasMessageContaining("distance is -0.1 m");
        assertThatThrownBy(() -> new DelayedReach(8, 0.1, 0.2, new Range(-0.1, 0.1), 1, null))
                .hasMessageContaining("delay is -0.1 s");
        assertThatThrownBy(() -> new DelayedReach(8, 0.1, 0.2, new Range(0, 0.1), 0, null))
                .hasMessageContaining("reach is 0.0 s");
        assertThatThrownBy(() -> new DelayedReach(8, 0.1, 0.2, new Range(0, 0.1), 1, 0.0))
                .hasMessageContaining("cue is 0.0 s");
    }

    @ParameterizedTest
    @CsvSource({"0.01, 24, 55, 105", "0.005, 47, 109, 209", "0.02, 12, 28, 53", "0.001, 235, 545, 1045"})
    void every_event_is_rounded_on_its_own_and_counted_from_the_one_before(
            double dt, int targetOn, int goCue, int end) {
        // 235, 310 and 500 ms: 23.5 and 31 steps of 10 ms, 11.75 and 15.5 of 20 ms
        var task = new DelayedReach(8, 0.1, 0.235, new Range(0.31, 0.31), 0.5, null);

        Trial trial = task.trial(0, dt, BODY, random(1));

        assertThat(trial.targetOn()).isEqualTo(targetOn);
        assertThat(trial.goCue()).isEqualTo(goCue);
        assertThat(trial.end()).isEqualTo(end);
        assertThat(task.steps(dt)).isEqualTo(end + 1);
    }

    @Test
    void a_centre_out_task_draws_nothing_but_its_targets() {
        RandomStream untouched = random(6);
        CentreOut.DEFAULT.balanced(20, DT, BODY, untouched);
        RandomStream drawn = random(6);
        var batch = CentreOut.DEFAULT.sample(20, DT, BODY, drawn);
        RandomStream reference = random(6);

        assertThat(untouched.nextLong()).isEqualTo(random(6).nextLong());
        assertThat(batch.trials())
                .allSatisfy(trial -> assertThat(trial.condition().index()).isEqualTo(reference.nextInt(8)));
        assertThat(drawn.nextLong()).isEqualTo(reference.nextLong());
    }

    @Test
    void no_trial_of_any_seed_outlasts_its_batch_though_its_parts_are_rounded() {
        for (double dt : new double[] {0.01, 0.007, 0.003}) {
            var task = new DelayedReach(4, 0.1, 0.2, new Range(0.123, 0.456), 0.789, null);
            for (long seed = 0; seed < 20; seed++) {
                var batch = task.sample(50, dt, BODY, random(seed));

                assertThat(batch.trials()).allMatch(trial -> trial.end() < batch.steps());
            }
        }
    }

    private static RandomStream random(long seed) {
        return RandomStream.of(seed, "trials");
    }
}
