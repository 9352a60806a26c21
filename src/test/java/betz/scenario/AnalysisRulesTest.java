// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.analysis.population.Jpca;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AnalysisRulesTest {
    private static Scenario read(String analyses) {
        String text = "betz: 1\nname: x\nanalyses: " + analyses + "\n";
        return ScenarioReader.read(text, "x.yaml", List.of(), Scenario.class, ScenarioRules.ALL)
                .value();
    }

    @Test
    void analyses_have_their_settings_in_a_scenario() {
        Scenario scenario = read("[kinematics, {kind: jpca, components: 12, from: -20 ms}]");

        assertThat(scenario.analyses().get(1))
                .isInstanceOfSatisfying(
                        Jpca.class, jpca -> assertThat(jpca.components()).isEqualTo(12));
        assertThat(scenario.asks(Jpca.class)).isTrue();
        assertThat(read("[kinematics]").asks(Jpca.class)).isFalse();
    }

    @Test
    void a_setting_that_a_report_would_pass_over_is_refused() {
        assertThatThrownBy(() -> read("[{kind: kinematics, cutoff: 10 Hz}, {kind: tuning, from: 0 ms}]"))
                .isInstanceOf(BadScenario.class)
                .message()
                .contains(
                        "x.yaml:3:12: analyses.0 is kinematics with settings of its own, expected kinematics alone, since"
                                + " evaluation.onset decides it.")
                .contains("analyses.1 is tuning with settings of its own, expected tuning alone, since");
        assertThat(read("[{kind: kinematics, cutoff: 8 Hz}]").analyses()).hasSize(1);
    }

    @Test
    void an_analysis_that_is_named_twice_is_refused() {
        assertThatThrownBy(() -> read("[jpca, {kind: jpca, components: 12}]"))
                .message()
                .contains("analyses.1 is jpca again, expected each analysis once.");
    }
}
