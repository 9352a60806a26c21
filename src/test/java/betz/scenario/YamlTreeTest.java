// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static betz.scenario.Demo.told;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class YamlTreeTest {
    @Test
    void anchors_and_aliases_are_refused() {
        assertThat(told("dt: &a 10 ms\nname: *a\n"))
                .containsExactly(
                        "a.yaml:1:5: dt is marked with an anchor, expected plain values without &.",
                        "a.yaml:2:7: name is an alias, expected the value written out.");
    }

    @Test
    void an_alias_as_a_key_is_refused() {
        assertThat(told("name: &a dt\n*a : 1 s\n"))
                .hasSize(2)
                .last()
                .asString()
                .contains("a.yaml:2:1: the file is an alias");
    }

    @Test
    void tags_are_refused() {
        assertThat(told("name: !!javax.script.ScriptEngineManager [x]\n"))
                .first()
                .isEqualTo("a.yaml:1:7: name is marked with a tag, expected plain values without !.");
    }

    @Test
    void merge_keys_are_refused() {
        assertThat(told("network: {<<: {units: 3}, units: 4}"))
                .containsExactly("a.yaml:1:11: network.<< is a merge key, expected the keys written out.");
    }

    @Test
    void duplicate_keys_are_refused_with_the_line_of_the_first() {
        assertThat(told("network:\n  units: 3\n  units: 4\n"))
                .containsExactly("a.yaml:3:3: network.units is given twice, expected each key once (first on line 2).");
    }

    @Test
    void a_second_document_is_refused() {
        assertThat(told("name: a\n---\nname: b\n"))
                .containsExactly("a.yaml:2:1: the file is followed by a second document, expected one document.");
    }

    @Test
    void numbers_that_are_none_are_refused() {
        assertThat(told("dt: .nan\nseed: -.INF\nnetwork: {gain: Infinity, tau: 1e999 s}\nname: NaN\n"))
                .containsExactly(
                        "a.yaml:1:5: dt is .nan, expected a finite number.",
                        "a.yaml:2:7: seed is -.INF, expected a finite number.",
                        "a.yaml:3:17: network.gain is Infinity, expected a finite number, or quotes around a text.",
                        "a.yaml:3:32: network.tau is 1e999 s, expected a number below 1.8e308.",
                        "a.yaml:4:7: name is NaN, expected a finite number, or quotes around a text.");
    }

    @Test
    void nesting_beyond_64_levels_is_refused() {
        String deep = "[".repeat(70) + "]".repeat(70);

        assertThat(told("name: " + deep))
                .containsExactly("a.yaml:1:70: the file is nested deeper than 64, expected at most 64 levels.");
    }

    @Test
    void a_megabyte_of_brackets_is_refused_without_running_out_of_stack() {
        assertThat(told("[".repeat(1_000_000))).hasSize(1).first().asString().contains("nested deeper than 64");
    }

    @Test
    void broken_text_is_refused_where_it_breaks() {
        assertThat(told("name: [a, b\ndt: 10 ms\n"))
                .containsExactly(
                        "a.yaml:2:3: the file is not valid YAML (behind the bracket [ opened on line 1 stands : where"
                                + " a comma or the closing ] should), expected one key: value on a line,"
                                + " each level indented alike.");
    }

    @Test
    void only_a_comment_is_an_empty_scenario() {
        assertThat(told("# nothing yet\n")).containsExactly("a.yaml: the file is empty, expected a scenario.");
    }

    @Test
    void a_list_or_a_word_is_no_scenario() {
        assertThat(told("- a\n")).hasSize(1).first().asString().startsWith("a.yaml:1:1: the file is a list, expected");
        assertThat(told("hello")).hasSize(1).first().asString().startsWith("a.yaml:1:1: the file is hello, expected");
    }

    @Test
    void keys_must_be_words() {
        assertThat(told("? [a, b]\n: 1\n"))
                .containsExactly("a.yaml:1:3: the file is keyed by a list or a mapping, expected a word as the key.");
    }

    @Test
    void json_means_the_same() {
        var json =
                Demo.read("{\"dt\": \"5 ms\", \"network\": {\"cell\": \"gru\", \"units\": 7}, \"export\": [\"csv\"]}");
        var yaml = Demo.read("dt: 5 ms\nnetwork: {cell: gru, units: 7}\nexport: [csv]\n");

        assertThat(json.value()).isEqualTo(yaml.value());
    }
}
