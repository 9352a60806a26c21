// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import betz.train.FixedTerm;
import betz.train.Loss;
import betz.train.Norm;
import betz.train.Term;
import betz.train.Window;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records that a bare value may stand for, as the terms of a loss. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ShorthandTest {
    @Test
    void a_bare_value_sets_one_component_and_leaves_the_others_at_their_defaults() {
        Loss loss = read("training: {loss: {position: 2, weights: 50 %, jerk: 3, endPoint: 4}}");

        assertThat(loss.position()).isEqualTo(Term.squares(2));
        assertThat(loss.weights()).isEqualTo(FixedTerm.squares(0.5));
        assertThat(loss.jerk()).isEqualTo(Term.squares(3));
        assertThat(loss.endPoint()).isEqualTo(FixedTerm.squares(4));
        assertThat(loss.velocity()).isEqualTo(Loss.DEFAULT.velocity());
    }

    @Test
    void keys_take_the_default_of_their_place() {
        Loss loss = read(
                "training: {loss: {velocity: {norm: smooth, width: 0.5, during: movement}, force: {norm: absolute}}}");

        assertThat(loss.velocity()).isEqualTo(new Term(0.1, Norm.SMOOTH, 0.5, Window.MOVEMENT));
        assertThat(loss.force()).isEqualTo(new Term(1, Norm.ABSOLUTE, 1, Window.TRIAL));
        assertThat(loss.jerk()).isNull();
    }

    @Test
    void the_command_line_may_set_the_whole_or_a_part() {
        String file = "training: {loss: {position: 3, velocity: {weight: 3, norm: absolute}}}";

        assertThat(read(file, "training.loss.position=2").position()).isEqualTo(Term.squares(2));
        assertThat(read(file, "training.loss.position.weight=2").position()).isEqualTo(Term.squares(2));
        assertThat(read(file, "training.loss.position.norm=absolute").position())
                .isEqualTo(new Term(3, Norm.ABSOLUTE, 1, Window.TRIAL));
        assertThat(read(file, "training.loss.velocity.weight=2").velocity())
                .isEqualTo(new Term(2, Norm.ABSOLUTE, 1, Window.TRIAL));
        assertThat(read(file, "training.loss.velocity=2").velocity()).isEqualTo(Term.squares(2));
        assertThat(read(file, "training.loss.jerk.during=hold").jerk())
                .isEqualTo(new Term(1, Norm.SQUARED, 1, Window.HOLD));
        assertThat(read("training: {loss: {jerk: 5}}", "training.loss.jerk=absent")
                        .jerk())
                .isNull();
    }

    @Test
    void both_ways_of_writing_are_the_same_scenario() {
        String bare = bound("training: {loss: {position: 2, jerk: 1}}").canonicalJson();
        String keys = bound("training: {loss: {position: {weight: 2.0}, jerk: {norm: squared}}}")
                .canonicalJson();

        assertThat(bare)
                .isEqualTo(keys)
                .contains("\"position\":{\"weight\":2.0,\"norm\":\"squared\",\"width\":1.0,\"during\":\"trial\"}");
    }

    @Test
    void a_bare_value_is_told_as_the_setting_that_it_sets() {
        Setting weight = bound("training:\n  loss:\n    position: 2e0\n").settings().stream()
                .filter(setting -> setting.path().equals("training.loss.position.weight"))
                .findFirst()
                .orElseThrow();

        assertThat(weight.value()).isEqualTo("2e0");
        assertThat(weight.origin()).isEqualTo("line 3");
        assertThat(weight.changed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "position: -1|training.loss.position is -1, expected 0 or more. Did you mean 1?",
                "position: 1 m|training.loss.position is 1 m (a length), expected a number without a unit. Did you mean 1?",
                "position: {weight: -1}|training.loss.position.weight is -1, expected 0 or more. Did you mean 1?",
                "position: {wieght: 1}|training.loss.position.wieght is not a known key, expected weight, norm, width or during. Did you mean weight?",
                "position: {width: 0}|training.loss.position.width is 0, expected a number above 0.",
                "position: {during: hld}|training.loss.position.during is hld, expected trial, before-go, delay, after-go, movement or hold. Did you mean hold?",
                "position: [1]|training.loss.position is a list, expected a number without a unit or the keys weight, norm, width and during.",
                "position:|training.loss.position is empty, expected a number without a unit or the keys weight, norm, width and during.",
                "endPoint: {during: hold}|training.loss.endPoint.during is not a known key, expected weight, norm or width.",
                "norm: absolute|training.loss.norm is not a known key, expected position, velocity, activity, weights, muscle, joint, excitation, endPoint, force, muscleRate, excitationRate, activityRate or 2 more. Did you mean position.norm?",
            })
    void what_is_wrong_is_told_where_it_is_written(String term, String told) {
        String text = "training:\n  loss:\n    " + term + "\n";

        assertThat(problems(text))
                .hasSize(1)
                .allMatch(problem -> problem.matches("x.yaml:3:[0-9]+: .*") && problem.endsWith(told), told);
    }

    @Test
    void an_override_that_is_wrong_is_told_beside_a_bare_value() {
        assertThat(problems("training: {loss: {position: -2}}", "training.loss.position.width=-1"))
                .containsExactly(
                        "x.yaml:1:29: training.loss.position is -2, expected 0 or more. Did you mean 2?",
                        "command line: training.loss.position.width is -1, expected a number above 0. Did you mean 1?");
    }

    @Test
    void help_tells_what_a_bare_value_sets() {
        assertThat(new SettingHelp(Scenario.class).lines("training.loss.jerk"))
                .contains("    value     a number without a unit, which sets weight, or keys");
    }

    @Test
    void the_reference_shows_both_ways_and_the_default_weight() {
        assertThat(ReferencePage.of(Scenario.class))
                .contains("| `position` | a number without a unit, or keys of [term](#term) | `1` |")
                .contains("| `jerk` | a number without a unit, or keys of [term](#term) | absent |")
                .contains("A bare value sets `weight`.");
    }

    private static Bound<Scenario> bound(String text, String... overrides) {
        return ScenarioReader.read(text, "x.yaml", List.of(overrides), Scenario.class, List.of());
    }

    private static Loss read(String text, String... overrides) {
        return bound(text, overrides).value().training().loss();
    }

    private static List<String> problems(String text, String... overrides) {
        try {
            bound(text, overrides);
            return List.of();
        } catch (BadScenario e) {
            return e.problems().stream().map(Problem::message).toList();
        }
    }
}
