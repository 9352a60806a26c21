// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioRulesTest {
    private static final String SHORT = "task: {hold: 100 ms, delay: 100..200 ms, reach: 300 ms}\n";

    private static List<String> told(String text) {
        var bad = catchThrowableOfType(BadScenario.class, () -> read(text));
        return bad == null
                ? List.of()
                : bad.problems().stream().map(Problem::message).toList();
    }

    private static Scenario read(String text) {
        return ScenarioReader.read(text, "x.yaml", List.of(), Scenario.class, ScenarioRules.ALL)
                .value();
    }

    @Test
    void units_need_two_steps_in_their_time_constant() {
        assertThat(told("network: {tau: 20 ms}\n")).isEmpty();
        assertThat(told("dt: 10 ms\nnetwork:\n  tau: 15 ms\n"))
                .containsExactly("x.yaml:3:8: network.tau is 15 ms, expected at least 20 ms, twice dt.");
    }

    @Test
    void a_delay_is_a_whole_number_of_steps() {
        assertThat(told("feedback:\n  vision: {delay: 72 ms}\n  proprioception:\n    delay: 25 ms\n"))
                .containsExactly(
                        "x.yaml:2:19: feedback.vision.delay is 72 ms, expected a multiple of dt, 10 ms. Did you mean 70 ms?",
                        "x.yaml:4:12: feedback.proprioception.delay is 25 ms, expected a multiple of dt, 10 ms. Did you mean"
                                + " 20 ms?");
    }

    @Test
    void the_senses_of_the_cortex_are_checked_like_those_of_the_network() {
        assertThat(told("reference:\n  kind: tuned-cortex\n  feedback: {vision: {delay: 55 ms}}\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:3:30: reference.feedback.vision.delay is 55 ms, expected a multiple of dt, 10 ms.");
    }

    @Test
    void delays_of_what_is_off_do_not_matter() {
        String spindle = "feedback: {spindle: {delay: 25 ms%s}}\n";
        String reflex = "reflex: {delay: 25 ms%s}\n";

        assertThat(told(spindle.replace("%s", "") + reflex.replace("%s", ""))).isEmpty();
        assertThat(told(spindle.replace("%s", ", enabled: true")))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:29: feedback.spindle.delay is 25 ms, expected a multiple of dt, 10 ms.");
        assertThat(told(reflex.replace("%s", ", force: 0.1")))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:17: reflex.delay is 25 ms, expected a multiple of dt, 10 ms.");
    }

    @Test
    void a_bare_word_switches_a_sense_and_a_bare_number_asks_for_so_many_commands() {
        var feedback = read("feedback: {vision: false, proprioception: false, golgi: true, commands: 2}\n")
                .feedback();

        assertThat(feedback.vision().enabled()).isFalse();
        assertThat(feedback.proprioception().enabled()).isFalse();
        assertThat(feedback.golgi().enabled()).isTrue();
        assertThat(feedback.commands().last()).isEqualTo(2);
    }

    @Test
    void a_tuned_cortex_sees_and_feels_nothing_else() {
        String cortex = "reference:\n  kind: tuned-cortex\n  feedback: {%s}\n";

        assertThat(told(cortex.replace("%s", "vision: {gain: 1.2, signalNoise: 0.1}")))
                .isEmpty();
        assertThat(told(cortex.replace("%s", "vision: false")))
                .singleElement()
                .asString()
                .contains("reference.feedback.vision", "is false, expected true, since it corrects by sight");
        assertThat(told(cortex.replace("%s", "vision: {velocity: false}")))
                .singleElement()
                .asString()
                .contains("reference.feedback.vision.velocity is false, expected true, since it corrects by sight");
        for (String sense : List.of("spindle", "golgi")) {
            assertThat(told(cortex.replace("%s", sense + ": true")))
                    .singleElement()
                    .asString()
                    .contains("is true, expected false, since a tuned cortex feels nothing but vision");
        }
        assertThat(told(cortex.replace("%s", "commands: 1")))
                .singleElement()
                .asString()
                .contains("commands", "is 1, expected 0");
    }

    @Test
    void a_delay_ends_before_the_trial_does() {
        assertThat(told(SHORT + "feedback: {vision: {delay: 590 ms}}\n")).isEmpty();
        assertThat(told(SHORT + "feedback: {vision: {delay: 600 ms}}\n"))
                .containsExactly("x.yaml:2:28: feedback.vision.delay is 600 ms, expected less than the trial, 600 ms.");
    }

    @Test
    void a_read_out_that_amplifies_the_noise_of_spikes_is_doubted() {
        String pools = "reference: {kind: tuned-cortex, pool: 100}\n";

        assertThat(ScenarioFile.warnings(read(pools)))
                .containsExactly(
                        "calibration.penalty is 0.001, less than the cost of the noise of 100 Poisson cells per"
                                + " unit, 0.01: the read-out amplifies their noise. Take ten times that cost, 0.1.");
        assertThat(ScenarioFile.warnings(read(pools + "calibration: {penalty: 0.01}\n")))
                .isEmpty();
        assertThat(ScenarioFile.warnings(read("calibration: {penalty: 1e-6}\n")))
                .isEmpty();
    }

    @Test
    void targets_lie_where_the_hand_can_go() {
        assertThat(told("task: {distance: 60 cm}\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:18: task.distance is 60 cm, expected targets that the hand can reach: ");
        assertThat(told("effector: point-mass\ntask: {distance: 60 cm}\nreference: minimum-jerk\n"))
                .isEmpty();
    }

    @Test
    void a_recording_that_is_missing_is_told_with_the_command_that_makes_one() {
        assertThat(told("reference:\n  kind: recorded\n  file: nowhere.csv\n"))
                .containsExactly(
                        "x.yaml:3:9: reference.file is 'nowhere.csv', which is not a file, expected a CSV file of"
                                + " recorded reaches; make one with: betz import RECORDING --to FILE.csv.");
    }

    @Test
    void a_step_that_muscles_cannot_follow_is_refused() {
        // the fastest time constant is half of 15 ms, and Euler steps are stable up to twice that
        assertThat(told("dt: 20 ms\nreference: minimum-jerk\nfeedback: {vision: {delay: 60 ms}}\n"))
                .containsExactly(
                        "x.yaml:1:5: dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the"
                                + " muscles.");
    }

    @Test
    void a_step_that_muscles_follow_badly_is_warned_of() {
        var scenario = read("""
                dt: 12 ms
                reference: minimum-jerk
                feedback: {vision: {delay: 60 ms}, proprioception: {delay: 24 ms}}
                """);

        assertThat(ScenarioFile.warnings(scenario)).singleElement().asString().contains("activations overshoot");
        assertThat(ScenarioFile.warnings(Scenario.DEFAULT)).isEmpty();
    }

    @Test
    void a_trial_of_too_many_steps_is_refused() {
        assertThat(told("dt: 0.1 ms\ntask: {reach: 60 s}\n"))
                .singleElement()
                .asString()
                .startsWith(
                        "x.yaml:1:5: dt is 0.1 ms, expected a step of which a trial of 60800 ms has at most 100000");
    }

    @Test
    void breaches_of_several_rules_are_told_together() {
        assertThat(told("""
                        dt: 20 ms
                        network: {tau: 30 ms}
                        feedback: {vision: {delay: 70 ms}}
                        task: {distance: 90 cm}
                        reference: minimum-jerk
                        """)).hasSize(4);
    }
}
