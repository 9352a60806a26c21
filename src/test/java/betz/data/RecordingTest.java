// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RecordingTest {
    private static final Trial RIGHT = trial(0, 0.1, 0, 2, 4);
    private static final Trial UP = trial(1, 0, 0.1, 1, 1);
    private static final TrialBatch BATCH = new TrialBatch(0.01, 6, List.of(UP, RIGHT));

    @Test
    void the_task_input_shows_the_target_once_it_is_on_and_the_go_cue_once_it_is_given() {
        assertThat(input(0)).isDeepEqualTo(new double[][] {{0, 0}, {0, 0}, {0, 0}, {0, 0}});
        assertThat(input(1)).isDeepEqualTo(new double[][] {{0, 0}, {0.1, 0}, {1, 0}, {1, 0}});
        assertThat(input(3)).isDeepEqualTo(new double[][] {{0, 0.1}, {0.1, 0}, {1, 0}, {1, 1}});
        assertThat(input(4)).isDeepEqualTo(new double[][] {{0, 0.1}, {0.1, 0}, {1, 1}, {1, 1}});
    }

    @Test
    void the_input_is_overwritten_not_added_to() {
        double[][] input = new double[TrialBatch.INPUTS][2];
        BATCH.input(5, input);

        BATCH.input(0, input);

        assertThat(input).isDeepEqualTo(new double[4][2]);
    }

    @Test
    void trials_are_selected_in_the_asked_order_and_may_be_repeated() {
        assertThat(BATCH.select(1, 0, 1).trials()).containsExactly(RIGHT, UP, RIGHT);
        assertThat(BATCH.select(1).dt()).isEqualTo(0.01);
        assertThat(BATCH.select(1).steps()).isEqualTo(6);
    }

    @Test
    void conditions_are_told_once_each_by_index() {
        assertThat(BATCH.select(0, 1, 0).conditions()).containsExactly(RIGHT.condition(), UP.condition());
    }

    @Test
    void a_batch_without_trials_or_with_one_that_is_too_long_is_refused() {
        assertThatThrownBy(() -> new TrialBatch(0.01, 6, List.of()))
                .hasMessage("trials is 0, expected 1 to 2147483647");
        assertThatThrownBy(() -> new TrialBatch(0.01, 4, List.of(RIGHT))).hasMessage("end is 5, expected 1 to 4");
        assertThatThrownBy(() -> new TrialBatch(0, 6, List.of(RIGHT)))
                .hasMessage("dt is 0.0 s, expected a number above 0 s");
    }

    @Test
    void a_signal_lies_in_memory_by_trial_then_step_then_channel() {
        double[] values = IntStream.range(0, 12).asDoubleStream().toArray();
        var signal = new Signal("rate", "1/s", 2, 3, List.of("a", "b"), values);

        assertThat(signal.get(0, 0, 1)).isEqualTo(1);
        assertThat(signal.get(0, 2, 0)).isEqualTo(4);
        assertThat(signal.get(1, 0, 0)).isEqualTo(6);
        assertThat(signal.trace(1, 1)).containsExactly(7, 9, 11);
        signal.set(1, 2, 1, -1);
        assertThat(signal.values()[11]).isEqualTo(-1);
    }

    @Test
    void a_signal_of_the_wrong_size_is_refused_by_name() {
        assertThatThrownBy(() -> new Signal("rate", "1/s", 2, 3, List.of("a"), new double[5]))
                .isInstanceOf(BadSetting.class)
                .hasMessage("rate is 5 values, expected 6 values");
    }

    @Test
    void a_recording_finds_its_signals_by_name_and_takes_more() {
        var hand = Signal.zeros("hand", "m", 2, 6, List.of("x"));
        var rate = Signal.zeros("rate", "1/s", 2, 3, List.of("a"));
        var recording = new Recording(BATCH, List.of(hand));

        var more = recording.with(rate);

        assertThat(more.signal("rate")).isSameAs(rate);
        assertThat(more.signals()).containsExactly(hand, rate);
        assertThat(recording.find("rate")).isEmpty();
        assertThatThrownBy(() -> recording.signal("rate")).hasMessage("No signal rate among [hand]");
    }

    @Test
    void a_signal_of_other_trials_is_refused() {
        var other = Signal.zeros("hand", "m", 3, 6, List.of("x"));

        assertThatThrownBy(() -> new Recording(BATCH, List.of(other)))
                .hasMessage("trials of hand is 3 values, expected 2 values");
    }

    @Test
    void points_add_and_measure() {
        assertThat(new Point(1, 2).plus(3, -4)).isEqualTo(new Point(4, -2));
        assertThat(new Point(1, 2).distance(new Point(4, -2))).isCloseTo(5, within(1e-15));
    }

    @Test
    void senses_out_of_range_are_refused_with_their_unit() {
        assertThatThrownBy(() -> new Feedback.Vision(1.5, 0)).hasMessage("delay is 1.5 s, expected 0.0 to 1.0 s");
        assertThatThrownBy(() -> new Feedback.Vision(0, -1)).hasMessage("noise is -1.0 m, expected 0.0 to 0.1 m");
        assertThatThrownBy(() -> new Feedback.Proprioception(0, 2)).hasMessage("noise is 2.0, expected 0.0 to 1.0");
    }

    private static double[][] input(int step) {
        double[][] input = new double[TrialBatch.INPUTS][2];
        BATCH.input(step, input);
        return input;
    }

    private static Trial trial(int index, double dx, double dy, int targetOn, int goCue) {
        var start = new Point(0, 0);
        return new Trial(new Condition(index, "c" + index, 0), start, start.plus(dx, dy), targetOn, goCue, 5);
    }
}
