// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BoundTest {
    private static final Rule<Demo> STEP_BELOW_HALF_TAU = demo -> demo.network() instanceof Demo.Leaky leaky
                    && demo.dt() > leaky.tau() / 2
            ? List.of(new Rule.Breach("network.tau", Quantity.text(leaky.tau(), "s"), "at least twice dt", null))
            : List.of();

    private static Setting setting(Bound<Demo> bound, String path) {
        return bound.settings().stream()
                .filter(s -> s.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void settings_tell_their_origin() {
        var bound = Demo.read("name: x\nnetwork: {units: 256, gain: 1.5}\n", "dt=5ms");

        assertThat(setting(bound, "network.units"))
                .isEqualTo(new Setting("network.units", "256", "", "line 2", true, "How many.", ""));
        assertThat(setting(bound, "network.tau"))
                .isEqualTo(new Setting("network.tau", "50 ms", "s", "default", false, "Time constant.", ""));
        assertThat(setting(bound, "dt"))
                .isEqualTo(new Setting("dt", "5ms", "s", "command line", true, "Step of time.", "doi:10.1000/step"));
        assertThat(setting(bound, "network.gain").changed()).isFalse(); // written, but the same as the default
        assertThat(setting(bound, "network.cell").about()).isEqualTo("Leaky rate units.");
    }

    @Test
    void every_leaf_is_listed_once_in_the_order_of_declaration() {
        var bound = Demo.read("effector: point-mass\npushes: [{for: 2 s}]\n");

        assertThat(bound.settings())
                .extracting(Setting::path)
                .containsExactly(
                        "betz",
                        "name",
                        "seed",
                        "dt",
                        "delay",
                        "effector.kind",
                        "effector.mass",
                        "effector.viscosity",
                        "network.cell",
                        "network.units",
                        "network.tau",
                        "network.gain",
                        "rival",
                        "analyses.0.kind",
                        "analyses.0.components",
                        "export",
                        "grid",
                        "recording",
                        "noisy",
                        "pushes.0.force",
                        "pushes.0.for");
        assertThat(setting(bound, "effector.kind").changed()).isTrue();
        assertThat(setting(bound, "effector.kind").origin()).isEqualTo("line 1");
        assertThat(setting(bound, "delay").value()).isEqualTo("200..600 ms");
        assertThat(setting(bound, "rival").value()).isEqualTo("absent");
    }

    @Test
    void a_broken_rule_is_told_at_the_line_of_its_setting_beside_unknown_keys() {
        String text = "dt: 30 ms\nnetwork:\n  tau: 40 ms\n  tua: 1 s\n";

        assertThatThrownBy(
                        () -> ScenarioReader.read(text, "a.yaml", List.of(), Demo.class, List.of(STEP_BELOW_HALF_TAU)))
                .hasMessage("a.yaml:3:8: network.tau is 40 ms, expected at least twice dt.\n"
                        + "a.yaml:4:3: network.tua is not a known key, expected cell, units, tau or gain."
                        + " Did you mean tau?");
    }

    @Test
    void a_rule_on_a_default_is_told_at_the_nearest_key_above_it() {
        var bound = Demo.read("dt: 30 ms\nnetwork:\n  units: 3\n");

        assertThat(bound.problems(List.of(STEP_BELOW_HALF_TAU)))
                .extracting(Problem::message)
                .containsExactly("a.yaml:3:3: network.tau is 50 ms (the default), expected at least twice dt.");
    }

    @Test
    void rules_are_not_applied_to_values_that_stand_in_for_refused_ones() {
        assertThatThrownBy(() -> ScenarioReader.read(
                        "dt: -3 s\nnetwork: {tau: 1 ms}",
                        "a.yaml",
                        List.of(),
                        Demo.class,
                        List.of(STEP_BELOW_HALF_TAU)))
                .isInstanceOfSatisfying(
                        BadScenario.class, e -> assertThat(e.problems()).hasSize(1));
    }

    @Test
    void canonical_json_writes_every_default_out_in_si_units() {
        assertThat(Demo.read("name: \"a\\\"b\"\nrival: {cell: gru, units: 2}").canonicalJson())
                .isEqualTo("{'betz':1,'name':'a\\'b','seed':1,'dt':'0.01 s','delay':'0.2..0.6 s',".replace('\'', '"')
                        + ("'effector':{'kind':'arm26','upperArm':{'length':'0.309 m','inertia':'0.051 kg·m²',"
                                        + "'limit':'0.7853981633974483 rad'},'muscle':'hill'},"
                                        + "'network':{'cell':'leaky','units':128,'tau':'0.05 s','gain':1.5},"
                                        + "'rival':{'cell':'gru','units':2},'analyses':[{'kind':'pca','components':3}],"
                                        + "'export':['npz'],'grid':{},'recording':null,'noisy':false,'pushes':[]}")
                                .replace('\'', '"'));
    }

    @Test
    void canonical_json_is_the_same_however_the_scenario_is_written() {
        var terse = Demo.read("network: {units: 9, tau: 20 ms}\ndt: 5ms");
        var full = Demo.read("dt: 0.005 s\nnetwork:\n  cell: leaky\n  tau: 0.02 s # comment\n", "network.units=9");

        assertThat(full.canonicalJson()).isEqualTo(terse.canonicalJson());
    }

    @Test
    void canonical_json_reads_back_as_the_same_record() {
        var bound = Demo.read("effector: point-mass\nnetwork: {gain: 1e-5}\npushes: [{force: 2 N}]\n");

        assertThat(Demo.read(bound.canonicalJson()).value()).isEqualTo(bound.value());
    }
}
