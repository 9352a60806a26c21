// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import betz.data.Field;
import betz.network.Part;
import betz.task.CentreOut;
import betz.task.DelayedReach;
import betz.train.Adam;
import betz.train.Bptt;
import betz.train.LearningRule;
import betz.train.Sgd;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What a phase does not name is as in the scenario. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class PhaseTest {
    private static final String HEAD = """
            betz: 1
            name: phases
            task: {kind: centre-out, targets: 5, distance: 8 cm}
            training: {iterations: 7, batch: 3, rule: {clip: 2, optimiser: {kind: sgd, rate: 0.5, momentum: 0}}}
            """;

    private static Bound<Scenario> read(String more, String... words) {
        return ScenarioReader.read(HEAD + more, "phases.yaml", List.of(words), Scenario.class, ScenarioRules.ALL);
    }

    private static Phase phase(String text) {
        return read("curriculum: [" + text + "]").value().phases().get(0);
    }

    @Test
    void without_a_curriculum_there_is_one_phase_which_is_the_scenario() {
        Scenario scenario = read("").value();

        assertThat(scenario.phases()).hasSize(1);
        assertThat(scenario.during(scenario.phases().get(0))).isEqualTo(scenario);
    }

    @Test
    void an_empty_phase_is_as_the_scenario() {
        Scenario scenario = read("curriculum: [{}]").value();

        assertThat(scenario.during(scenario.phases().get(0))).isEqualTo(read("").value());
    }

    @Test
    void a_key_of_the_task_changes_that_key_alone() {
        var task = (CentreOut) phase("{task: {distance: 4 cm}}").task();

        assertThat(task.targets()).isEqualTo(5);
        assertThat(task.distance()).isEqualTo(0.04);
    }

    @Test
    void another_kind_of_task_begins_with_its_own_defaults() {
        assertThat(phase("{task: delayed-reach}").task()).isEqualTo(DelayedReach.DEFAULT);
    }

    @Test
    void keys_deep_in_the_training_change_alone() {
        Phase phase = phase("{training: {rule: {optimiser: {rate: 0.25}}}, frozen: [bias]}");

        LearningRule expected = new Bptt(new Sgd(0.25, 0, false), 2);
        assertThat(phase.training().rule()).isEqualTo(expected);
        assertThat(phase.training().batch()).isEqualTo(3);
        assertThat(phase.frozen()).containsExactly(Part.BIAS);
    }

    @Test
    void a_phase_may_have_a_perturbation_and_trials_with_another() {
        Phase phase = phase("{perturbation: {kind: curl-field, viscosity: -15 N*s/m},"
                + " catches: {share: 20 %, perturbation: channel}}");

        assertThat(phase.perturbation()).isEqualTo(new Field.CurlField(-15));
        assertThat(phase.catches()).isEqualTo(new Catches(0.2, Field.Channel.DEFAULT));
        assertThat(phase("{}").perturbation().isNone()).isTrue();
        assertThat(phase("{}").isPerturbed()).isFalse();
        assertThat(phase("{catches: {share: 0.1, perturbation: cursor}}").isPerturbed())
                .isTrue();
    }

    @Test
    void a_perturbation_that_nothing_would_come_of_is_refused_at_its_place() {
        assertThat(problems(
                        "{perturbation: pulse}",
                        "training.mode=imitation",
                        "network.readout=linear",
                        "network.readoutBias=0"))
                .anyMatch(told -> told.contains(
                        "curriculum.0.perturbation is pulse, expected none, target-jump or a touch of the brain, since a network"
                                + " that imitates has no body to perturb"));
        assertThat(problems(
                        "{catches: {share: 0.1, perturbation: {kind: channel, stiffness: 6000 N/m}}}",
                        "effector=point-mass"))
                .anyMatch(told -> told.contains(
                        "curriculum.0.catches.perturbation is channel, expected a field that does not shake a hand at rest at"
                                + " steps of 10 ms; or effector.integrator: semi-implicit, or effector.miniSteps: 8"));
    }

    private static List<String> problems(String phase, String... words) {
        try {
            read("curriculum: [" + phase + "]", words);
            return List.of();
        } catch (BadScenario bad) {
            return bad.problems().stream().map(Problem::message).toList();
        }
    }

    @Test
    void a_term_of_the_loss_can_be_switched_off() {
        var bound = read("curriculum: [{training: {loss: {jerk: absent}}}, {}]", "training.loss.jerk=0.1");

        assertThat(bound.value().phases().get(0).training().loss().jerk()).isNull();
        assertThat(bound.value().phases().get(1).training().loss().jerk()).isNotNull();
    }

    @Test
    void the_canonical_text_reads_as_the_same_phases() {
        String more = "curriculum: [{training: {loss: {jerk: absent}}}, {task: {distance: 4 cm}}]";
        Bound<Scenario> bound = read(more, "training.loss.jerk=0.1");

        var again = ScenarioReader.read(
                bound.canonicalJson(), "resolved.json", List.of(), Scenario.class, ScenarioRules.ALL);

        assertThat(again.value()).isEqualTo(bound.value());
    }

    @Test
    void words_of_the_command_line_reach_a_phase_and_all_phases() {
        Scenario scenario = read(
                        "curriculum: [{}, {training: {iterations: 4}}]",
                        "training.iterations=9",
                        "curriculum.1.training.rule.optimiser=adam")
                .value();

        assertThat(scenario.phases().get(0).training().iterations()).isEqualTo(9);
        assertThat(scenario.phases().get(1).training().iterations()).isEqualTo(4);
        assertThat(scenario.phases().get(1).training().rule()).isEqualTo(new Bptt(Adam.DEFAULT, 2));
    }

    @Test
    void settings_list_what_a_phase_names() {
        Bound<Scenario> bound = read("curriculum: [{task: {distance: 4 cm}, training: {batch: 3}}]");

        List<Setting> own = bound.settings().stream()
                .filter(setting -> setting.path().startsWith("curriculum."))
                .toList();

        assertThat(own.stream().map(Setting::path))
                .containsExactly(
                        "curriculum.0.name",
                        "curriculum.0.task.distance",
                        "curriculum.0.training.batch",
                        "curriculum.0.frozen",
                        "curriculum.0.perturbation.kind",
                        "curriculum.0.catches.share",
                        "curriculum.0.catches.perturbation.kind");
        assertThat(own.stream().filter(Setting::changed).map(Setting::path))
                .containsExactly("curriculum.0.task.distance"); // the batch is as around
    }
}
