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
import betz.data.TrialBatch;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PeriodsTest {
    private static final Workspace BODY = new Plane(new Point(0, 0.4));
    private static final double DT = 0.01;
    private static final Range HOLD = new Range(0.1, 0.3);
    private static final Range DELAY = new Range(0.2, 0.4);
    private static final Range REACH = new Range(0.5, 0.8);

    static Stream<Sampler> tasks() {
        Range distance = new Range(0.05, 0.1);
        return Stream.of(
                new CentreOut(8, 0.1, HOLD, REACH, 0.25),
                new DelayedReach(8, 0.1, HOLD, DELAY, REACH, null, 0.25),
                new RandomReach(0.05, distance, HOLD, DELAY, REACH, 0.25),
                new Periodic(new Periods(HOLD, DELAY, REACH, 0.25)));
    }

    /** Reaches in one direction, by periods alone. */
    private record Periodic(Periods periods) implements Sampler {
        @Override
        public int kinds() {
            return 1;
        }

        @Override
        public double longest() {
            return periods.longest();
        }

        @Override
        public int steps(double dt) {
            return periods.steps(dt);
        }

        @Override
        public List<BadSetting> misfits(Workspace body) {
            return List.of();
        }

        @Override
        public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
            return periods.trial(kind, body.home(), body.home().plus(0.1, 0), dt, random);
        }
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void every_period_fills_its_range_and_stays_in_it(Sampler task) {
        List<Trial> trials = task.sample(2000, DT, BODY, random(1)).trials().stream()
                .filter(Trial::goes)
                .toList();

        assertThat(trials.stream().mapToInt(t -> t.end() - t.goCue()).distinct().sorted())
                .hasSize(31) // about 1500 draws leave out one of so few values with a chance below 1e-9
                .startsWith(50)
                .endsWith(80);
        // with centre-out the target appears after the hold as well
        assertThat(trials.stream().mapToInt(Trial::targetOn).distinct().sorted())
                .hasSize(21)
                .startsWith(10)
                .endsWith(30);
        assertThat(trials).allMatch(trial -> trial.end() < task.steps(DT));
    }

    @Test
    void a_go_cue_comes_however_short_the_time_after_it() {
        var task = new Periodic(new Periods(HOLD, DELAY, new Range(0.001, 0.001), 0)); // less than half a step

        TrialBatch batch = task.sample(20, DT, BODY, random(3));

        assertThat(batch.trials()).allMatch(trial -> trial.goes() && trial.end() < batch.steps());
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void the_go_cue_never_comes_in_its_share_of_the_trials(Sampler task) {
        TrialBatch batch = task.sample(4000, DT, BODY, random(2));

        long staying = batch.trials().stream().filter(trial -> !trial.goes()).count();

        // a quarter, four standard deviations of 27 trials either way
        assertThat((double) staying).isCloseTo(1000, within(110.0));
        assertThat(batch.trials()).filteredOn(trial -> !trial.goes()).allSatisfy(trial -> {
            assertThat(trial.goCue()).isEqualTo(trial.end());
            assertThat(trial.goal(0, DT)).isEqualTo(trial.start());
            assertThat(trial.targetOn()).isLessThan(trial.end() - 49);
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_first_held_out_trial_of_each_kind_has_a_go_cue(long seed) {
        var task = new DelayedReach(8, 0.1, HOLD, DELAY, REACH, null, 0.5);

        TrialBatch batch = task.balanced(64, DT, BODY, random(seed));

        assertThat(batch.trials().subList(0, 8)).allMatch(Trial::goes);
        assertThat(batch.trials()).anyMatch(trial -> !trial.goes());
        assertThat(batch.trials())
                .extracting(trial -> trial.condition().index())
                .startsWith(0, 1, 2, 3, 4, 5, 6, 7, 0);
    }

    @Test
    void a_range_without_width_is_its_value_and_draws_nothing() {
        var fixed = new DelayedReach(8, 0.1, Range.of(0.2), DELAY, Range.of(0.7), Range.of(0.1), 0);
        RandomStream drawn = random(3);
        RandomStream delays = random(3);

        List<Trial> trials = fixed.balanced(50, DT, BODY, drawn).trials();

        assertThat(trials).allSatisfy(trial -> {
            int delay = TargetCircle.steps(DELAY.at(delays.nextDouble()), DT);
            assertThat(trial.goCue() - trial.targetOn()).isEqualTo(delay);
        });
        assertThat(drawn.nextLong()).isEqualTo(delays.nextLong());
    }

    @Test
    void the_time_for_which_a_target_is_shown_may_be_drawn() {
        var task = new DelayedReach(8, 0.1, HOLD, DELAY, REACH, new Range(0.05, 0.15), 0);

        List<Trial> trials = task.sample(500, DT, BODY, random(4)).trials();

        assertThat(trials.stream()
                        .mapToInt(trial -> trial.targetOff() - trial.targetOn())
                        .distinct()
                        .sorted())
                .containsExactly(5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void the_task_input_never_has_a_go_cue_that_does_not_come() {
        Trial stays = new Trial(new Condition(0, "right", 0), new Point(0, 0), new Point(0.1, 0), 2, 9, 9);
        TrialBatch batch = new TrialBatch(DT, 12, List.of(stays));
        double[][] input = new double[TrialBatch.INPUTS][1];

        for (int step = 0; step < 12; step++) {
            batch.input(step, input);
            assertThat(input[2][0]).isZero();
            assertThat(input[3][0]).isEqualTo(step >= 2 ? 1 : 0);
        }
    }

    @Test
    void bad_periods_are_refused_by_name() {
        assertThatThrownBy(() -> new CentreOut(8, 0.1, new Range(-0.1, 0.2), REACH, 0))
                .hasMessage("hold is -0.1 s, expected 0.0 to 60.0 s");
        assertThatThrownBy(() -> new CentreOut(8, 0.1, HOLD, new Range(0, 1), 0))
                .hasMessage("reach is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new CentreOut(8, 0.1, HOLD, REACH, 0.6))
                .hasMessage("noGo is 0.6, expected 0.0 to 0.5");
        assertThatThrownBy(() -> new DelayedReach(8, 0.1, HOLD, DELAY, REACH, new Range(0, 0.1), 0))
                .hasMessage("cue is 0.0 s, expected a number above 0 s");
    }

    private static RandomStream random(long seed) {
        return RandomStream.of(seed, "trials");
    }
}
