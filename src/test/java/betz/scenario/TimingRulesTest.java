// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TimingRulesTest {
    /** Every trial: target at 200 ms, go cue at 500 ms, the last of its 150 steps at 1490 ms. */
    private static final String FIXED =
            "task: {kind: delayed-reach, hold: 200 ms, delay: 300 ms, reach: 1 s}\nreference: minimum-jerk\n";

    private static final String POINT = "effector: point-mass\nreference: minimum-jerk\n";

    private static String judged(String perturbation) {
        return "evaluation: {perturbations: [{" + perturbation + "}]}\n";
    }

    private static List<String> told(String text) {
        return Refusals.told(text, List.of());
    }

    private static List<String> warned(String text) {
        return ScenarioFile.warnings(Refusals.read(text, List.of()).value());
    }

    @ParameterizedTest
    @CsvSource({
        "pulse, go, 990, from the go cue",
        "step, target, 1290, from when the target appears",
        "joint-torque, start, 1490, from the start",
        "target-jump, go, 990, from the go cue",
        "silence, go, 990, from the go cue"
    })
    void what_would_begin_after_every_trial_is_refused_with_the_last_step_that_it_may_begin_in(
            String kind, String since, int last, String from) {
        String perturbation = "kind: " + kind + ", since: " + since + ", at: ";

        assertThat(told(FIXED + judged(perturbation + last + " ms"))).isEmpty();
        assertThat(told(FIXED + judged(perturbation + (last + 10) + " ms")))
                .singleElement()
                .asString()
                .contains("evaluation.perturbations.0.at is " + (last + 10) + " ms, expected at most " + last + " ms "
                        + from + ", before the longest trial ends; or longer trials.");
    }

    @Test
    void what_would_be_over_before_the_first_step_is_refused() {
        String pulse = "kind: pulse, for: 100 ms, at: ";

        // 590 ms before the go cue is 90 ms before time 0: one of its ten steps is left
        assertThat(told(FIXED + judged(pulse + "-590 ms"))).isEmpty();
        assertThat(told(FIXED + judged(pulse + "-600 ms")))
                .containsExactly(
                        "x.yaml:3:61: evaluation.perturbations.0.at is -600 ms, expected at least -590 ms from the go"
                                + " cue, so that it lasts beyond time 0; or a longer for.");
        assertThat(told(FIXED + judged("kind: step, at: -600 ms"))).isEmpty();
    }

    @Test
    void phases_and_their_catch_trials_are_held_to_their_own_trials() {
        String late = "{kind: pulse, at: 1200 ms}";
        String phases = "curriculum: [{task: {reach: 2 s}, perturbation: " + late
                + "}, {catches: {share: 0.1, perturbation: " + late + "}}]\n";

        assertThat(told(FIXED + phases))
                .singleElement()
                .asString()
                .contains("curriculum.1.catches.perturbation.at is 1200 ms, expected at most 990 ms from the go cue");
    }

    @Test
    void catch_trials_without_a_share_are_told() {
        String catches = "curriculum: [{catches: {perturbation: channel}}]\n";

        assertThat(told(FIXED + catches))
                .singleElement()
                .asString()
                .endsWith(
                        "curriculum.0.catches.share is 0 (the default), expected above 0, so that some trials have channel.");
    }

    @Test
    void trials_that_are_over_before_are_told_of_and_those_without_a_go_cue_are_not() {
        String ends = FIXED.replace("reach: 1 s", "reach: 0.5..1 s");
        String pulse = judged("kind: pulse, at: 800 ms");

        assertThat(told(ends + pulse)).isEmpty();
        assertThat(warned(ends + pulse))
                .singleElement()
                .asString()
                .matches(
                        "evaluation\\.perturbations\\.0 \\(pulse\\) begins after the end, or ends before time 0, of [1-6]?[0-9]"
                                + " of 64 trials, which have nothing of it\\.");
        assertThat(warned(FIXED + pulse)).isEmpty();
        assertThat(warned(FIXED.replace("reach:", "noGo: 0.5, reach:") + pulse)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 50", "90, 100", "180, 150"})
    void a_jump_keeps_every_target_where_the_mass_can_go(int direction, int most) {
        // four targets 50 cm from the middle of a square of 2 m
        String task = POINT + "task: {kind: centre-out, targets: 4, distance: 50 cm}\n";
        String jump = "kind: target-jump, direction: " + direction + " deg, by: ";

        assertThat(told(task + judged(jump + (most - 1) + " cm"))).isEmpty();
        assertThat(told(task + judged(jump + (most + 1) + " cm")))
                .singleElement()
                .asString()
                .endsWith("evaluation.perturbations.0.by is " + (most + 1)
                        + " cm, expected a jump after which the hand can reach all targets, at most " + most
                        + " cm in this direction: -1.0 to 1.0 m in x and y; beyond it are those of 64 of 64 trials.");
    }

    @Test
    void a_target_that_moves_on_after_its_jump_stays_in_reach_on_its_whole_way() {
        // 80 cm to either side; to the left of the first way is towards the middle, and beyond the far side
        String ellipse = POINT + "task: {kind: ellipse, first: 80 cm, second: 10 cm, orientation: 0 deg,"
                + " rotation: counter-clockwise}\n";

        assertThat(told(ellipse + judged("kind: target-jump, by: 19 cm"))).isEmpty();
        assertThat(told(ellipse + judged("kind: target-jump, by: 30 cm")))
                .singleElement()
                .asString()
                .contains("at most 20 cm in this direction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"task: {distance: 2 m}\n", "task: {kind: table, file: nowhere.csv}\n"})
    void where_trials_cannot_be_drawn_that_alone_is_told(String task) {
        assertThat(told(POINT + task + judged("kind: pulse, at: 50 s"))).hasSize(1);
    }
}
