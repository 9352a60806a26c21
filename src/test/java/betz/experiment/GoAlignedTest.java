// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GoAlignedTest {
    private static final double DT = 0.01;
    private static final int STEPS = 120;

    /** Trials of alternating conditions, each with a go cue and an end. */
    private static TrialBatch trials(int[]... goAndEnd) {
        List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < goAndEnd.length; i++) {
            var condition = new Condition(i % 2, "condition " + i % 2, i % 2 * Math.PI);
            trials.add(new Trial(condition, new Point(0, 0), new Point(0.1, 0), 5, goAndEnd[i][0], goAndEnd[i][1]));
        }
        return new TrialBatch(DT, STEPS, trials);
    }

    /** A signal whose value is its step, plus a thousand for the second channel. */
    private static Signal steps(int trials) {
        var signal = Signal.zeros("hand.velocity", "m/s", trials, STEPS, List.of("x", "y"));
        for (int trial = 0; trial < trials; trial++) {
            for (int step = 0; step < STEPS; step++) {
                signal.set(trial, step, 0, step);
                signal.set(trial, step, 1, 1000 + step);
            }
        }
        return signal;
    }

    @Test
    void the_go_cue_is_time_zero_in_every_trial() {
        var aligned = new GoAligned(trials(new int[] {30, 100}, new int[] {50, 115}));
        double[] time = aligned.milliseconds();

        double[] first = aligned.cut(steps(2), 0, 0, 1);
        double[] second = aligned.cut(steps(2), 1, 0, 1);

        int zero = 20; // 200 ms before the cue
        assertThat(time[zero]).isZero();
        assertThat(first[zero]).isEqualTo(30);
        assertThat(second[zero]).isEqualTo(50);
    }

    @Test
    void the_stretch_is_200_ms_before_the_cue_and_as_long_after_it_as_the_shortest_trial() {
        var aligned = new GoAligned(trials(new int[] {30, 100}, new int[] {50, 115}));

        assertThat(aligned.before()).isCloseTo(0.2, within(1e-12));
        assertThat(aligned.after()).isCloseTo(0.65, within(1e-12)); // 115 - 50 steps
        assertThat(aligned.milliseconds()).hasSize(20 + 65).startsWith(-200.0);
        assertThat(aligned.milliseconds()[84]).isCloseTo(640, within(1e-9));
    }

    @Test
    void a_cue_that_comes_early_shortens_what_is_shown_before_it() {
        var aligned = new GoAligned(trials(new int[] {7, 100}, new int[] {50, 115}));

        assertThat(aligned.before()).isCloseTo(0.07, within(1e-12));
        assertThat(aligned.cut(steps(2), 0, 0, 1)[0]).isZero();
        assertThat(aligned.cut(steps(2), 1, 0, 1)[0]).isEqualTo(43);
    }

    @Test
    void values_are_scaled_and_channels_kept_apart() {
        var aligned = new GoAligned(trials(new int[] {30, 100}));

        assertThat(aligned.cut(steps(1), 0, 0, 100)[0]).isEqualTo(1000);
        assertThat(aligned.cut(steps(1), 0, 1, 100)[0]).isEqualTo(101000);
    }

    @Test
    void the_length_of_a_signal_is_that_of_its_two_channels_together() {
        var aligned = new GoAligned(trials(new int[] {20, 40}));
        var signal = Signal.zeros("hand.velocity", "m/s", 1, STEPS, List.of("x", "y"));
        signal.set(0, 20, 0, -0.3);
        signal.set(0, 20, 1, 0.4);

        assertThat(aligned.length(signal, 0, 100)[20]).isCloseTo(50, within(1e-12));
        assertThat(aligned.length(signal, 0, 100)[19]).isZero();
    }

    @Test
    void trials_are_found_by_condition_in_their_order() {
        var aligned =
                new GoAligned(trials(new int[] {20, 40}, new int[] {20, 40}, new int[] {20, 40}, new int[] {20, 40}));

        assertThat(aligned.of(0)).containsExactly(0, 2);
        assertThat(aligned.of(1)).containsExactly(1, 3);
        assertThat(aligned.of(7)).isEmpty();
        assertThat(aligned.of(-1)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void mean_least_and_most_are_taken_at_each_point() {
        var traces = List.of(new double[] {1, 10}, new double[] {2, -20}, new double[] {6, 40});

        assertThat(GoAligned.mean(traces)).containsExactly(3, 10);
        assertThat(GoAligned.least(traces)).containsExactly(1, -20);
        assertThat(GoAligned.most(traces)).containsExactly(6, 40);
    }

    @Test
    void one_trace_is_its_own_mean_and_range() {
        var alone = List.of(new double[] {1, 2, 3});

        assertThat(GoAligned.mean(alone)).containsExactly(1, 2, 3);
        assertThat(GoAligned.least(alone)).isEqualTo(GoAligned.most(alone));
    }
}
