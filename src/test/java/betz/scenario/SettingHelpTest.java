// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingHelpTest {
    private static final SettingHelp DEMO = new SettingHelp(Demo.class);

    @Test
    void a_setting_is_told_with_value_default_range_and_source() {
        assertThat(DEMO.lines("dt"))
                .containsExactly(
                        "dt",
                        "    Step of time.",
                        "    value     a time such as 10 ms",
                        "    default   10 ms",
                        "    range     a number above 0 s",
                        "    source    doi:10.1000/step");
    }

    @Test
    void kinds_of_which_different_things_hold_are_told_apart() {
        assertThat(DEMO.lines("network.units"))
                .containsExactly(
                        "network.units   (leaky)",
                        "    How many.",
                        "    value     a whole number",
                        "    default   128",
                        "    range     1 to 100000",
                        "network.units   (gru)",
                        "    value     a whole number",
                        "    default   none, it must be given");
    }

    @Test
    void kinds_of_which_the_same_holds_are_told_together() {
        assertThat(new SettingHelp(Scenario.class).lines("network.units"))
                .containsExactly(
                        "network.units   (feed-forward, vanilla, leaky, gru, lstm)",
                        "    Number of units.",
                        "    value     a whole number",
                        "    default   128",
                        "    range     1 to 4096");
    }

    @Test
    void a_group_is_told_with_its_kinds_and_with_the_settings_of_each() {
        assertThat(DEMO.lines("network"))
                .containsExactly(
                        "network",
                        "    Network.",
                        "    default   leaky",
                        "  network.cell is one of",
                        "    leaky   Leaky rate units.",
                        "    gru     Gated units.",
                        "  Its settings, each with the kinds that have it if not all have:",
                        "    network.units   How many.",
                        "    network.tau     Time constant. (leaky)",
                        "    network.gain     (leaky)");
    }

    @Test
    void the_key_that_chooses_a_kind_is_a_setting() {
        assertThat(DEMO.lines("rival.cell"))
                .containsExactly(
                        "rival.cell",
                        "    Chooses the kind:",
                        "    leaky   Leaky rate units.",
                        "    gru     Gated units.");
    }

    @Test
    void what_is_absent_empty_or_in_a_list_is_told_as_such() {
        assertThat(DEMO.lines("recording")).contains("    default   absent");
        assertThat(DEMO.lines("pushes.force")).contains("    value     a force such as 4 N", "    default   4 N");
        assertThat(new SettingHelp(Scenario.class).lines("about")).contains("    default   empty");
        assertThat(DEMO.lines("delay")).contains("    value     a range or a time such as 10 ms");
    }

    @Test
    void below_two_kinds_both_are_named() {
        assertThat(new SettingHelp(Scenario.class).lines("training.rule.optimiser.momentum"))
                .startsWith("training.rule.optimiser.momentum   (bptt with sgd)");
    }

    @Test
    void what_is_no_setting_has_no_lines() {
        assertThat(DEMO.lines("network.unitz")).isEmpty();
        assertThat(DEMO.lines("")).isEmpty();
    }

    /** What a scenario that was read lists, help must know; places in a list are not part of a path. */
    @Test
    void every_setting_of_a_scenario_that_was_read_can_be_told() {
        var help = new SettingHelp(Scenario.class);

        Stream.of("betz: 1", "reference: minimum-jerk", "reference: recorded", "network: gru", "effector: point-mass")
                .flatMap(text ->
                        ScenarioReader.read(text, "a.yaml", List.of(), Scenario.class, List.of()).settings().stream())
                .map(setting -> setting.path().replaceAll("\\.[0-9]+", ""))
                .forEach(path -> assertThat(help.lines(path)).as(path).isNotEmpty());
    }
}
