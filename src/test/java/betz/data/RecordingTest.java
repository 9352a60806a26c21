// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import java.util.ArrayList;
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
        assertThatThrownBy(() -> recording.signal("rate")).hasMessage("signals is hand, expected also rate");
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
        assertThatThrownBy(() -> new Feedback.Proprioception(0, 0, -1, 0, true))
                .hasMessage("gain is -1.0, expected 0.0 to 100.0");
        assertThatThrownBy(() -> new Feedback.Golgi(0, 0, 1, 11, false))
                .hasMessage("signalNoise is 11.0, expected 0.0 to 10.0");
        assertThatThrownBy(() -> new Feedback.Spindle(0, 2000, 1, 0, true))
                .hasMessage("noise is 2000.0 Hz, expected 0.0 to 1000.0 Hz");
        assertThatThrownBy(() -> new Feedback.Commands(-1, 0, 0, 1, 0)).hasMessage("last is -1, expected 0 to 1000");
        assertThatThrownBy(() -> new Reflex(-0.1, 0, 0, 0)).hasMessage("stretch is -0.1, expected 0.0 to 100.0");
        assertThatThrownBy(() -> new Reflex(0, 0, 0, 2)).hasMessage("delay is 2.0 s, expected 0.0 to 1.0 s");
    }

    @Test
    void a_reflex_is_off_as_long_as_it_has_no_gain_and_commands_as_long_as_none_is_felt() {
        assertThat(new Reflex(0, 0, 0, 0.1).isOff()).isTrue();
        assertThat(new Reflex(0, 0, 0.1, 0).isOff()).isFalse();
        assertThat(Feedback.DEFAULT.commands().enabled()).isFalse();
        assertThat(new Feedback.Commands(1, 0, 0, 1, 0).enabled()).isTrue();
    }

    @Test
    void the_input_of_every_step_follows_from_the_two_events_of_each_trial() {
        double[] shown = new double[6];
        double[] go = new double[6];
        for (int step = 0; step < 6; step++) {
            shown[step] = input(step)[3][1];
            go[step] = input(step)[2][1];
            assertThat(input(step)[0][1]).isEqualTo(0.1 * shown[step]); // the place is seen as long as the target is
        }

        assertThat(shown).containsExactly(0, 0, 1, 1, 1, 1);
        assertThat(go).containsExactly(0, 0, 0, 0, 1, 1);
        assertThat(input(-1)).isDeepEqualTo(new double[4][2]);
    }

    @Test
    void a_target_is_seen_relative_to_the_start_wherever_that_is() {
        var start = new Point(-0.2, 0.5);
        var trial = new Trial(new Condition(0, "c", 0), start, new Point(-0.125, 0.25), 0, 0, 1);
        double[][] input = new double[TrialBatch.INPUTS][1];

        new TrialBatch(0.01, 1, List.of(trial)).input(0, input);

        assertThat(input[0][0]).isCloseTo(0.075, within(1e-16));
        assertThat(input[1][0]).isEqualTo(-0.25);
    }

    @Test
    void the_input_goes_on_after_a_trial_has_ended_in_a_longer_batch() {
        var padded = new TrialBatch(0.01, 50, List.of(UP, RIGHT)); // both end at step 5
        double[][] last = new double[TrialBatch.INPUTS][2];

        padded.input(49, last);

        assertThat(last).isDeepEqualTo(input(4));
    }

    @Test
    void a_trial_that_ends_with_the_batch_or_at_once_is_taken() {
        var once = new Trial(RIGHT.condition(), RIGHT.start(), RIGHT.target(), 0, 0, 1);

        assertThat(new TrialBatch(0.01, 5, List.of(RIGHT, once)).size()).isEqualTo(2);
        var none = new Trial(RIGHT.condition(), RIGHT.start(), RIGHT.target(), 0, 0, 0);
        assertThatThrownBy(() -> new TrialBatch(0.01, 5, List.of(none))).hasMessage("end is 0, expected 1 to 5");
    }

    @Test
    void a_batch_does_not_change_with_the_list_it_was_made_of() {
        var list = new ArrayList<>(List.of(UP, RIGHT));
        var batch = new TrialBatch(0.01, 6, list);

        list.clear();

        assertThat(batch.trials()).containsExactly(UP, RIGHT);
        assertThat(batch).isEqualTo(BATCH);
        assertThatThrownBy(() -> batch.trials().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void a_choice_of_no_trials_or_of_one_that_is_not_there_is_refused() {
        assertThatThrownBy(() -> BATCH.select()).hasMessage("trials is 0, expected 1 to 2147483647");
        assertThatThrownBy(() -> BATCH.select(2)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void a_choice_of_all_trials_is_the_batch_and_a_choice_of_a_choice_is_one_choice() {
        assertThat(BATCH.select(0, 1)).isEqualTo(BATCH);
        assertThat(BATCH.select(1, 0, 1).select(1, 2)).isEqualTo(BATCH.select(0, 1));
    }

    @Test
    void every_value_of_a_signal_has_its_own_place() {
        Signal signal = Signal.zeros("rate", "1/s", 3, 4, List.of("a", "b", "c", "d", "e"));
        for (int trial = 0; trial < 3; trial++) {
            for (int step = 0; step < 4; step++) {
                for (int channel = 0; channel < 5; channel++) {
                    signal.set(trial, step, channel, 100 * trial + 10 * step + channel);
                }
            }
        }

        assertThat(signal.values()).doesNotHaveDuplicates().hasSize(60).isSorted();
        assertThat(signal.get(2, 1, 4)).isEqualTo(214);
        assertThat(signal.trace(1, 3)).containsExactly(103, 113, 123, 133);
    }

    @Test
    void a_signal_without_channels_or_steps_holds_nothing() {
        assertThat(Signal.zeros("none", "1", 3, 4, List.of()).values()).isEmpty();
        assertThat(Signal.zeros("none", "1", 3, 0, List.of("a")).trace(2, 0)).isEmpty();
        assertThatThrownBy(() -> new Signal("none", "1", 3, 4, List.of(), new double[1]))
                .hasMessage("none is 1 values, expected 0 values");
    }

    @Test
    void names_of_channels_do_not_change_with_the_list_they_were_given_in() {
        var channels = new ArrayList<>(List.of("x", "y"));
        Signal signal = Signal.zeros("hand", "m", 2, 6, channels);

        channels.set(0, "z");

        assertThat(signal.channels()).containsExactly("x", "y");
    }

    @Test
    void a_recording_keeps_the_first_of_two_signals_of_one_name_within_reach() {
        var first = Signal.zeros("hand", "m", 2, 6, List.of("x"));
        var second = Signal.zeros("hand", "mm", 2, 6, List.of("x"));

        var recording = new Recording(BATCH, List.of(first)).with(second);

        assertThat(recording.signal("hand")).isSameAs(first);
        assertThat(recording.trials()).isSameAs(BATCH);
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
