// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static betz.scenario.Demo.told;
import static org.assertj.core.api.Assertions.assertThat;

import betz.common.Range;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class BinderTest {
    @Test
    void every_type_binds_from_its_text() {
        Demo demo = Demo.read("""
                        betz: 1
                        name: 2024
                        seed: 9223372036854775807
                        dt: 5 ms
                        delay: 200..600 ms
                        effector: {kind: arm26, muscle: rigid-tendon-hill, upperArm: {length: 31 cm}}
                        network: {cell: gru, units: 12}
                        rival: leaky
                        analyses: [kinematics, {kind: pca, components: 6}]
                        export: [npz, csv]
                        grid: {network.units: [64, 128]}
                        recording: data/monkey j.npz
                        noisy: true
                        pushes: [{force: 2 N, for: 50 ms}]
                        """).value();

        assertThat(demo)
                .isEqualTo(new Demo(
                        1,
                        "2024",
                        Long.MAX_VALUE,
                        0.005,
                        new Range(0.2, 0.6),
                        new Demo.Arm26(new Demo.Segment(0.31, 0.051, Math.PI / 4), Demo.Muscle.RIGID_TENDON_HILL),
                        new Demo.Gru(12),
                        Demo.Leaky.DEFAULT,
                        List.of(new Demo.Kinematics(), new Demo.Pca(6)),
                        List.of(Demo.Format.NPZ, Demo.Format.CSV),
                        Map.of("network.units", List.of("64", "128")),
                        Path.of("data/monkey j.npz"),
                        true,
                        List.of(new Demo.Push(2, 0.05))));
    }

    @Test
    void absent_keys_take_the_default() {
        assertThat(Demo.read("name: demo").value()).isEqualTo(Demo.DEFAULT);
    }

    @Test
    void a_mapping_without_its_kind_changes_the_default_kind() {
        assertThat(Demo.read("network: {units: 7}").value().network()).isEqualTo(new Demo.Leaky(7, 0.05, 1.5));
    }

    @Test
    void an_empty_optional_is_absent() {
        assertThat(Demo.read("rival: ~\nrecording:\n").value().rival()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "dt: 50|a.yaml:1:5: dt is 50 (no unit), expected a time such as 10 ms. Did you mean 50 ms?",
                "dt: 10 cm|a.yaml:1:5: dt is 10 cm (a length), expected a time such as 10 ms.",
                "dt: -5 ms|a.yaml:1:5: dt is -5 ms, expected a number above 0 s. Did you mean 5 ms?",
                "dt: 0 ms|a.yaml:1:5: dt is 0 ms, expected a number above 0 s.",
                "dt: 0,5 s|a.yaml:1:5: dt is 0,5 s, expected a time such as 10 ms. Did you mean 0.5 s?",
                "dt:|a.yaml:1:4: dt is empty, expected a time such as 10 ms.",
                "dt: [1 s]|a.yaml:1:5: dt is a list, expected a time such as 10 ms.",
                "network: {units: 10.7}|a.yaml:1:18: network.units is 10.7, expected a whole number. Did you mean 11?",
                "network: {units: \"10\"}|a.yaml:1:18: network.units is \"10\" (a text), expected a whole number. Did you mean 10?",
                "network: {units: 1e3}|a.yaml:1:18: network.units is 1e3, expected a whole number. Did you mean 1000?",
                "network: {units: 10 ms}|a.yaml:1:18: network.units is 10 ms, expected a whole number. Did you mean 10?",
                "network: {units: 0}|a.yaml:1:18: network.units is 0, expected 1 to 100000.",
                "network: {units: -3}|a.yaml:1:18: network.units is -3, expected 1 to 100000. Did you mean 3?",
                "network: {units: 9999999999}|a.yaml:1:18: network.units is 9999999999, expected a whole number up to 2147483647.",
                "network: {gain: 2 m}|a.yaml:1:17: network.gain is 2 m (a length), expected a number without a unit. Did you mean 2?",
                "network: {gain: \"2\"}|a.yaml:1:17: network.gain is \"2\" (a text), expected a number without quotes. Did you mean 2?",
                "network: {cell: leeky}|a.yaml:1:17: network.cell is leeky, expected leaky or gru. Did you mean leaky?",
                "network: gruu|a.yaml:1:10: network is gruu, expected leaky or gru. Did you mean gru?",
                "network: gru|a.yaml:1:10: network.units is missing, expected a whole number.",
                "rival: {units: 3}|a.yaml:1:8: rival.cell is missing, expected leaky or gru.",
                "netwrok: {units: 3}|a.yaml:1:1: netwrok is not a known key, expected betz, name, seed, dt, delay, effector, network, rival, analyses, export, grid, recording or 2 more. Did you mean network?",
                "network: {cell: gru, units: 3, Tau: 1 s}|a.yaml:1:32: network.Tau is not a known key, expected cell or units.",
                "effector: {upperArm: {lenght: 1 m}}|a.yaml:1:23: effector.upperArm.lenght is not a known key, expected length, inertia or limit. Did you mean length?",
                "effector: {upperArm: {length: -31 cm}}|a.yaml:1:31: effector.upperArm.length is -31 cm, expected 1 mm to 1 m. Did you mean 31 cm?",
                "effector: {muscle: Hill}|a.yaml:1:20: effector.muscle is Hill, expected hill or rigid-tendon-hill. Did you mean hill?",
                "noisy: yes|a.yaml:1:8: noisy is yes, expected true or false. Did you mean true?",
                "export: npz|a.yaml:1:9: export is npz, expected a list in brackets, each item npz or csv. Did you mean [npz]?",
                "export: [npz, cvs]|a.yaml:1:15: export.1 is cvs, expected npz or csv. Did you mean csv?",
                "pushes: [{force: 4}]|a.yaml:1:18: pushes.0.force is 4 (no unit), expected a force such as 4 N. Did you mean 4 N?",
                "delay: 600..200 ms|a.yaml:1:8: delay is 600..200 ms, expected a range from low to high. Did you mean 200..600 ms?",
                "delay: 200..600|a.yaml:1:8: delay is 200..600 (no unit), expected a time or a range such as 200..600 ms. Did you mean 200..600 ms?",
                "effector: 5|a.yaml:1:11: effector is 5, expected point-mass or arm26.",
                "name: [a]|a.yaml:1:7: name is a list, expected a text.",
            })
    void a_wrong_value_is_told_with_its_place_and_its_remedy(String text, String message) {
        assertThat(told(text)).containsExactly(message);
    }

    @Test
    void all_problems_are_told_at_once_in_reading_order() {
        String text = """
                nme: x
                dt: -10 ms
                effector:
                  kind: point-mass
                  mass: -1 kg
                  viscosity: -2 N*s/m
                network: {units: 0, tau: 0 s, gain: [1]}
                delay: 3
                dt: 2 s
                """;

        assertThat(told(text))
                .extracting(m -> m.substring(0, m.indexOf(" is ")))
                .containsExactly(
                        "a.yaml:1:1: nme",
                        "a.yaml:2:5: dt",
                        "a.yaml:5:9: effector.mass",
                        "a.yaml:6:14: effector.viscosity",
                        "a.yaml:7:18: network.units",
                        "a.yaml:7:26: network.tau",
                        "a.yaml:7:37: network.gain",
                        "a.yaml:8:8: delay",
                        "a.yaml:9:1: dt");
    }

    @Test
    void messages_carry_no_control_characters_and_no_class_names() {
        List<String> told = told("\"\\e[31mred\": 1\nname: {\"a\\nb\": 1}\neffector: \"betz.scenario.Demo$Arm26\"\n");

        assertThat(told).hasSize(3).noneMatch(m -> m.matches("(?s).*\\p{Cntrl}.*"));
        assertThat(told.subList(0, 2)).noneMatch(m -> m.contains("java") || m.contains("Demo"));
    }

    @Test
    void a_long_value_is_shortened_in_its_message() {
        assertThat(told("dt: " + "9".repeat(100_000)).get(0).length()).isLessThan(200);
    }
}
