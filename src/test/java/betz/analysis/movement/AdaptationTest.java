// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Perturbation;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AdaptationTest {
    private static final Adaptation TWO = new Adaptation(8, 0.10, 0.35, 2, 3, 100, 0.95);
    private static final Field.CurlField FIELD = new Field.CurlField(13);

    @Test
    void deviations_before_with_and_after_a_field_are_those_of_the_bows() {
        List<MadeReach> reaches = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            reaches.add(MadeReach.to(i).bowed(0.001));
        }
        for (int i = 0; i < 12; i++) { // 3, 2.8, 2.6 ... 0.8 cm to the right
            var reach = MadeReach.to(i % 8).bowed(-0.030 + 0.002 * i).under(FIELD);
            reaches.add(i == 6 ? MadeReach.to(6).bowed(0.009) : reach); // a catch trial
        }
        for (int i = 0; i < 6; i++) {
            reaches.add(MadeReach.to(i).bowed(0.020 - 0.004 * i));
        }

        var finding = TWO.of(Subject.of(MadeReach.recording(reaches), 1));

        double tight = 1e-5; // steps of 5 ms around the top of a bow
        assertThat(value(finding, "baseline_deviation")).isCloseTo(0.001, within(tight));
        assertThat(value(finding, "first_deviation")).isCloseTo(-0.029, within(tight));
        assertThat(value(finding, "last_deviation")).isCloseTo(-0.010, within(tight));
        assertThat(value(finding, "deviation_reduction")).isCloseTo(1 - 10 / 29.0, within(1e-3));
        assertThat(value(finding, "catch_deviation")).isCloseTo(0.009, within(tight));
        assertThat(value(finding, "aftereffect_deviation")).isCloseTo(0.018, within(tight));
        assertThat(value(finding, "washout_deviation")).isCloseTo(0.004, within(tight));
        assertThat(finding.list("trial_perturbed").numbers())
                .startsWith(0, 0, 0, 0, 1)
                .endsWith(0, 0, 0, 0, 0, 0);
        assertThat(finding.measures()).noneMatch(m -> m.name().contains("channel"));
    }

    @Test
    void directions_under_a_turned_cursor_are_learnt_and_kept() {
        List<MadeReach> reaches = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            double turn = Math.toRadians(-1.5 * i);
            Perturbation turned = i < 2 ? Perturbation.None.DEFAULT : Cursor.DEFAULT;
            reaches.add(MadeReach.to(i % 8).missing(1, i < 2 ? 0 : turn).under(turned));
        }
        reaches.add(MadeReach.to(3).missing(1, -0.4).under(new Cursor(0, 1, true))); // only probes
        reaches.add(MadeReach.to(4).missing(1, -0.3));

        var finding = TWO.of(Subject.of(MadeReach.recording(reaches), 1));

        assertThat(value(finding, "first_direction")).isCloseTo(Math.toRadians(-3.75), within(1e-9));
        assertThat(value(finding, "last_direction")).isCloseTo(Math.toRadians(-27), within(1e-9));
        assertThat(value(finding, "aftereffect_direction")).isCloseTo(-0.3, within(1e-9)); // not the clamp's
        assertThat(finding.measures()).noneMatch(m -> m.name().equals("catch_direction"));
    }

    /** The walls feel k d to the left, where the field would push by -b v: a hand that bows as its speed makes up for a share. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.8})
    void the_channel_index_is_the_share_of_the_field_that_the_hand_makes_up_for(double share) {
        var channel = new Field.Channel(2500, 0);
        // the field pushes to the right by 13 v, so a hand that makes up for it presses to the left by share · 13 v
        Recording recording = MadeReach.recording(List.of(
                MadeReach.to(0), MadeReach.to(2).under(FIELD), MadeReach.to(5).under(channel), MadeReach.to(1)));
        press(recording, 2, share * 13 / 2500);

        var finding = TWO.of(Subject.of(recording, 1));

        assertThat(value(finding, "last_channel_index")).isCloseTo(share, within(1e-3)); // differences over 5 ms
        assertThat(finding.list("trial_channel_index").numbers()[1]).isNaN();
        assertThat(finding.plots()).hasSize(3);
    }

    @Test
    void channels_before_the_field_are_not_those_of_what_was_learnt() {
        var channel = new Field.Channel(2500, 0);
        Recording recording = MadeReach.recording(List.of(
                MadeReach.to(0).under(channel),
                MadeReach.to(2).under(FIELD),
                MadeReach.to(5).under(channel)));
        press(recording, 0, 0.3 * 13 / 2500);
        press(recording, 2, 0.9 * 13 / 2500);

        var finding = TWO.of(Subject.of(recording, 1));

        assertThat(value(finding, "first_channel_index")).isCloseTo(0.9, within(1e-3));
        assertThat(finding.list("trial_channel_index").numbers()[0]).isCloseTo(0.3, within(1e-3));
    }

    @Test
    void only_what_lies_before_the_target_counts_as_deviation() {
        // turned by 60 degrees and twice as far: the hand is sin 60 · 2 · 10 cm off in the end, but tan 60 · 10 cm at
        // the target's distance
        Recording recording = MadeReach.recording(
                List.of(MadeReach.to(0).missing(2, Math.toRadians(60)).under(FIELD)));
        Recording farther = MadeReach.recording(
                List.of(MadeReach.to(0).missing(3, Math.toRadians(60)).under(FIELD)));

        assertThat(Deviations.greatest(recording, 0)).isCloseTo(0.2 * Math.sin(Math.toRadians(60)), within(1e-4));
        assertThat(Deviations.greatest(farther, 0))
                .isCloseTo(0.1 * Math.tan(Math.toRadians(60)), within(0.006)); // a step
    }

    @Test
    void trials_without_a_perturbation_show_no_adaptation_and_the_sentence_says_so() {
        var plain = MadeReach.recording(
                IntStream.range(0, 4).mapToObj(MadeReach::to).toList());

        assertThatThrownBy(() -> TWO.of(Subject.of(plain, 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("trials is without a perturbation, expected some with a field or a turned cursor");
    }

    /** Moves the hand of a trial to the left of its way by so many seconds times its speed along it. */
    private static void press(Recording recording, int trial, double seconds) {
        var hand = recording.signal("hand.position");
        double direction = recording.trials().get(trial).direction();
        double[] x = hand.trace(trial, 0);
        double[] y = hand.trace(trial, 1);
        double[] speed = new double[x.length];
        Arrays.setAll(speed, i -> {
            int a = Math.max(0, i - 1);
            int b = Math.min(x.length - 1, i + 1);
            return Math.hypot(x[b] - x[a], y[b] - y[a]) / ((b - a) * MadeReach.DT);
        });
        for (int step = 0; step < x.length; step++) {
            hand.set(trial, step, 0, x[step] - Math.sin(direction) * seconds * speed[step]);
            hand.set(trial, step, 1, y[step] + Math.cos(direction) * seconds * speed[step]);
        }
    }

    private static double value(Finding finding, String measure) {
        return finding.value(measure).value();
    }
}
