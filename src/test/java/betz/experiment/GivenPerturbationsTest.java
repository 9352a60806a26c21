// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Cursor;
import betz.data.Field;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Push;
import betz.data.Recording;
import betz.data.TargetJump;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.scenario.Catches;
import betz.scenario.MinimumJerk;
import betz.scenario.Phase;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GivenPerturbationsTest {
    private static final int MANY = 10_000;
    private static final Perturbation FIELD = Field.CurlField.DEFAULT;
    private static final Perturbation WALLS = Field.Channel.DEFAULT;
    private static final Perturbation LOAD = Push.JointTorque.DEFAULT;

    @Test
    void a_share_of_the_trials_has_the_other_perturbation_and_all_others_the_phases() {
        TrialBatch given = given(FIELD, new Catches(0.2, WALLS), 1, 0);

        long caught = count(given, WALLS);
        // four standard deviations of a binomial draw, 40 trials each; a chance of 6e-5
        assertThat(caught).isCloseTo(2000, within(160L));
        assertThat(count(given, FIELD)).isEqualTo(MANY - caught);
    }

    @Test
    void seed_and_phase_tell_which_trials_are_caught() {
        var catches = new Catches(0.2, WALLS);
        TrialBatch given = given(FIELD, catches, 1, 0);

        assertThat(given(FIELD, catches, 1, 0)).isEqualTo(given);
        assertThat(given(FIELD, catches, 2, 0)).isNotEqualTo(given);
        assertThat(given(FIELD, catches, 1, 1)).isNotEqualTo(given);
    }

    @Test
    void none_and_all_are_shares_too() {
        assertThat(count(given(FIELD, new Catches(0, WALLS), 1, 0), FIELD)).isEqualTo(MANY);
        assertThat(count(given(FIELD, new Catches(1, WALLS), 1, 0), WALLS)).isEqualTo(MANY);
    }

    @Test
    void the_network_is_taught_what_the_reference_does_without_the_perturbation() {
        Recording reference = MinimumJerk.DEFAULT.recording(trials(4));
        var field = new GivenPerturbations(phase(FIELD, Catches.DEFAULT), 1, 0);

        Recording lesson = field.to(reference);

        assertThat(lesson.trials()).isEqualTo(trials(4).with(FIELD));
        assertThat(lesson.signal("hand.position")).isSameAs(reference.signal("hand.position"));
        assertThat(field.withTaskParts(trials(4))).isEqualTo(trials(4));
    }

    /** To the right is asked for; a cursor that is turned to the left by a quarter and doubled needs a hand half as far, downwards. */
    @Test
    void the_hand_is_taught_to_put_the_cursor_where_the_hand_of_the_reference_was() {
        Recording reference = MinimumJerk.DEFAULT.recording(trials(2));
        var cursor = new Cursor(Math.PI / 2, 2, false);

        Recording lesson = new GivenPerturbations(phase(cursor, Catches.DEFAULT), 1, 0).to(reference);

        for (String signal : List.of("hand.position", "hand.velocity")) {
            for (int step = 0; step < 150; step++) {
                double seen = reference.signal(signal).get(1, step, 0);
                // rounding of lengths below 1
                assertThat(lesson.signal(signal).get(1, step, 0)).isCloseTo(0, within(1e-16));
                assertThat(lesson.signal(signal).get(1, step, 1)).isCloseTo(-seen / 2, within(1e-16));
            }
        }
        assertThat(lesson.trials().get(0).goal(149, 0.01).y()).isCloseTo(-0.05, within(1e-16));
    }

    @Test
    void a_clamped_cursor_teaches_nothing() {
        Recording reference = MinimumJerk.DEFAULT.recording(trials(1));

        Recording lesson = new GivenPerturbations(phase(new Cursor(0, 1, true), Catches.DEFAULT), 1, 0).to(reference);

        assertThat(at(lesson, 149, 0)).isNaN();
        assertThat(lesson.trials().get(0).goal(149, 0.01).x()).isNaN();
    }

    @Test
    void a_phase_without_perturbations_leaves_the_lesson_as_it_is() {
        Recording reference = MinimumJerk.DEFAULT.recording(trials(4));

        assertThat(new GivenPerturbations(phase(Perturbation.None.DEFAULT, Catches.DEFAULT), 1, 0).to(reference))
                .isSameAs(reference);
    }

    @Test
    void a_reference_is_shown_the_jump_of_a_target_and_follows_it_by_a_second_reach() {
        var given = new GivenPerturbations(phase(TargetJump.DEFAULT, Catches.DEFAULT), 1, 0);
        TrialBatch jumping = given.withTaskParts(trials(1));

        assertThat(jumping.get(0).perturbation()).isEqualTo(TargetJump.DEFAULT);
        Recording follows = MinimumJerk.DEFAULT.recording(jumping);
        Recording stays = MinimumJerk.DEFAULT.recording(trials(1));
        // the jump is 300 ms after the go cue at step 10, the reaction 220 ms: the second reach begins after step 62
        for (int step = 0; step <= 62; step++) {
            assertThat(at(follows, step, 1)).isEqualTo(at(stays, step, 1));
        }
        assertThat(at(follows, 64, 1)).isGreaterThan(at(stays, 64, 1));
        assertThat(at(follows, 149, 0)).isCloseTo(0.1, within(1e-15));
        assertThat(at(follows, 149, 1)).isCloseTo(0.03, within(1e-15)); // to the left of a reach to the right
    }

    @Test
    void trials_keep_a_load_of_their_own_where_a_phase_has_none() {
        Recording reference = MinimumJerk.DEFAULT.recording(held());
        var given = new GivenPerturbations(phase(Perturbation.None.DEFAULT, Catches.DEFAULT), 1, 0);

        assertThat(given.withTaskParts(held())).isEqualTo(held());
        assertThat(given.to(reference).trials()).isEqualTo(held());
    }

    @Test
    void what_a_phase_has_takes_the_place_of_a_load_of_the_trials_own_and_another_phase_has_it_again() {
        var field = new GivenPerturbations(phase(FIELD, Catches.DEFAULT), 1, 0);
        Recording reference = MinimumJerk.DEFAULT.recording(field.withTaskParts(held()));
        var walls = new GivenPerturbations(phase(Perturbation.None.DEFAULT, new Catches(0.5, WALLS)), 1, 1);

        assertThat(field.to(reference).trials()).isEqualTo(held().with(FIELD));
        TrialBatch caught = walls.to(reference).trials();
        // four standard deviations of a binomial draw of 100 trials; a chance of 6e-5
        assertThat(count(caught, WALLS)).isCloseTo(50, within(20L));
        assertThat(count(caught, LOAD)).isEqualTo(held().size() - count(caught, WALLS));
    }

    @Test
    void catch_trials_without_a_perturbation_have_no_load_either() {
        Recording reference = MinimumJerk.DEFAULT.recording(held());

        var given = new GivenPerturbations(
                phase(Perturbation.None.DEFAULT, new Catches(1, Perturbation.None.DEFAULT)), 1, 0);

        assertThat(count(given.to(reference).trials(), Perturbation.None.DEFAULT))
                .isEqualTo(held().size());
    }

    private static TrialBatch held() {
        Trial trial = Trial.staying(new Condition(0, "", 0), new Point(0, 0), LOAD, 10, 150);
        return new TrialBatch(0.01, 150, Collections.nCopies(100, trial));
    }

    private static double at(Recording recording, int step, int axis) {
        return recording.signal("hand.position").get(0, step, axis);
    }

    private static TrialBatch given(Perturbation perturbation, Catches catches, long seed, int place) {
        Recording lesson = new Recording(trials(MANY), List.of());
        return new GivenPerturbations(phase(perturbation, catches), seed, place)
                .to(lesson)
                .trials();
    }

    private static long count(TrialBatch trials, Perturbation perturbation) {
        return trials.trials().stream()
                .filter(trial -> trial.perturbation().equals(perturbation))
                .count();
    }

    private static Phase phase(Perturbation perturbation, Catches catches) {
        Phase plain = Phase.DEFAULT;
        return new Phase("", plain.task(), plain.training(), plain.frozen(), perturbation, catches);
    }

    private static TrialBatch trials(int count) {
        var trial = new Trial(new Condition(0, "", 0), new Point(0, 0), new Point(0.1, 0), 0, 10, 150);
        return new TrialBatch(0.01, 150, Collections.nCopies(count, trial));
    }
}
