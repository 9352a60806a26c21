// SPDX-License-Identifier: Apache-2.0
package betz.train;

import static org.assertj.core.api.Assertions.assertThat;

import betz.data.Condition;
import betz.data.Draws;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.PointMass;
import betz.loop.Starts;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WindowTest {
    private static final Point HOME = new Point(0, 0);

    @ParameterizedTest
    @CsvSource({
        "TRIAL, 0, 20",
        "BEFORE_GO, 0, 7",
        "DELAY, 3, 7",
        "AFTER_GO, 7, 20",
        "MOVEMENT, 7, 15", // 13 steps after the go cue: 8 to move in and 5, a third rounded up, to hold
        "HOLD, 15, 20",
    })
    void a_window_has_these_steps_of_a_delayed_reach(Window window, int from, int until) {
        Trial trial = trial(3, 7, 20);

        assertThat(window.from(trial)).isEqualTo(from);
        assertThat(window.until(trial)).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 1", "3, 1", "4, 2", "6, 2", "7, 3", "150, 50"})
    void holding_takes_the_last_third_rounded_up(int afterGo, int held) {
        Trial trial = trial(0, 5, 5 + afterGo);

        assertThat(Window.HOLD.until(trial) - Window.HOLD.from(trial)).isEqualTo(held);
        assertThat(Window.MOVEMENT.until(trial)).isEqualTo(Window.HOLD.from(trial));
    }

    @ParameterizedTest
    @EnumSource
    void no_window_leaves_a_trial_that_ends_before_its_target_or_go_cue(Window window) {
        for (Trial trial : List.of(trial(30, 40, 10), trial(3, 40, 10), trial(12, 7, 10), trial(0, 0, 1))) {
            int from = window.from(trial);
            int until = window.until(trial);

            assertThat(from).isBetween(0, until);
            assertThat(until).isBetween(0, trial.end());
        }
    }

    @Test
    void a_trial_falls_into_before_go_movement_and_hold() {
        Trial trial = trial(2, 9, 31);

        assertThat(Window.BEFORE_GO.from(trial)).isEqualTo(Window.TRIAL.from(trial));
        assertThat(Window.MOVEMENT.from(trial)).isEqualTo(Window.BEFORE_GO.until(trial));
        assertThat(Window.HOLD.from(trial)).isEqualTo(Window.MOVEMENT.until(trial));
        assertThat(Window.HOLD.until(trial)).isEqualTo(Window.TRIAL.until(trial));
    }

    @Test
    void a_lesson_counts_the_steps_of_the_whole_batch_and_of_every_trial_as_often_as_it_was_drawn() {
        var all = new TrialBatch(0.01, 40, List.of(trial(3, 7, 20), trial(2, 9, 40)));
        var starts = Starts.of(PointMass.DEFAULT, all);
        var lesson = new Shard.Lesson(all, new int[] {1, 0, 1}, starts, new Draws(1, 0, 0));

        assertThat(Arrays.stream(Window.values()).mapToLong(lesson::samples))
                .containsExactly(40L + 20 + 40, 9L + 7 + 9, 7L + 4 + 7, 31L + 13 + 31, 20L + 8 + 20, 11L + 5 + 11);
    }

    private static Trial trial(int targetOn, int goCue, int end) {
        return new Trial(new Condition(0, "east", 0), HOME, new Point(0.1, 0), targetOn, goCue, end);
    }
}
