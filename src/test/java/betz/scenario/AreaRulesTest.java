// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AreaRulesTest {
    private static final String DEFAULT = "network: {units: 300, structure: {connectivity: areas}}\n";
    private static final String PATH = "network.structure.connectivity.areas";

    private static String one(String inputs) {
        return "network: {units: 8, structure: {connectivity: {kind: areas, areas: [{name: M1, units: 8, inputs: "
                + inputs + "}], projections: []}}}\n";
    }

    private static List<String> warned(String text) {
        return ScenarioFile.warnings(Refusals.read(text, List.of()).value());
    }

    @Test
    void an_area_of_which_a_sense_is_switched_off_is_told() {
        assertThat(warned(DEFAULT)).isEmpty();
        assertThat(warned(DEFAULT + "feedback: {proprioception: false}\n"))
                .containsExactly(PATH + ".2.inputs has proprioception, but feedback.proprioception is off: spinal hears"
                        + " nothing of it.");
        assertThat(warned(one("[task, vision, proprioception, spindle, golgi]") + "feedback: {spindle: true}\n"))
                .containsExactly(PATH + ".0.inputs has golgi, but feedback.golgi is off: M1 hears nothing of it.");
        assertThat(warned(one("[task, vision, proprioception, commands]")))
                .containsExactly(
                        PATH + ".0.inputs has commands, but feedback.commands is off: M1 hears nothing of it.");
    }

    @Test
    void an_area_that_senses_all_takes_what_there_is() {
        String all = "[task, vision, proprioception, spindle, golgi, commands]";

        assertThat(warned(one(all) + "feedback: {vision: false}\n")).isEmpty();
    }

    @Test
    void a_sense_that_no_area_has_is_told() {
        assertThat(warned(DEFAULT + "feedback: {commands: 2}\n"))
                .containsExactly(PATH + " has no area whose inputs have commands: the network hears nothing of it.");
    }

    @Test
    void a_network_that_imitates_senses_the_task_alone() {
        String imitation = "reference: minimum-jerk\ntraining: {mode: {kind: imitation, of: hand}}\n";
        String linear = "network: {readout: linear, readoutBias: 0, ";

        assertThat(warned(imitation + one("[task, vision]").replace("network: {", linear)))
                .containsExactly(
                        PATH
                                + ".0.inputs has vision, but a network that imitates sees the task alone: M1 hears nothing of it.");
    }

    @Test
    void areas_of_a_baseline_are_told_by_its_place() {
        String baseline = "baselines: [{cell: leaky, units: 300, structure: {connectivity: areas}}]\n";

        assertThat(warned(baseline + "feedback: {proprioception: false}\n"))
                .singleElement()
                .asString()
                .startsWith("baselines.0.structure.connectivity.areas.2.inputs has proprioception");
    }
}
