// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import betz.analysis.UnitTunings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {
    private static final List<String> WORDS = List.of("NaN", "Infinity", "-Infinity");

    @Test
    void the_ends_of_an_interval_that_was_not_computed_are_null() {
        var finding = new Finding(
                "reach",
                List.of(Measure.of("share", "1", 0.5), new Measure("time", "s", new Interval(1, 0.25, 1.5))),
                List.of());

        assertThat(Json.line(finding))
                .isEqualTo("{\"name\":\"reach\",\"measures\":["
                        + "{\"name\":\"share\",\"unit\":\"1\",\"value\":{\"value\":0.5,\"low\":null,\"high\":null}},"
                        + "{\"name\":\"time\",\"unit\":\"s\",\"value\":{\"value\":1.0,\"low\":0.25,\"high\":1.5}}],"
                        + "\"conventions\":[]}");
    }

    @Test
    void in_arrays_lists_and_maps_alike_only_numbers_that_exist_are_numbers() {
        double nan = Double.NaN;
        double beyond = Double.NEGATIVE_INFINITY;
        var values = new LinkedHashMap<String, Object>();
        values.put("array", new double[] {1, nan, beyond});
        values.put("arrays", new double[][] {{nan}, {}});
        values.put("list", List.of(beyond, 2.0));
        values.put("map", Map.of("of", nan));
        values.put("text", "NaN");
        values.put("least", -Double.MIN_VALUE);

        assertThat(Json.line(values))
                .isEqualTo("{\"array\":[1.0,null,null],\"arrays\":[[null],[]],\"list\":[null,2.0],"
                        + "\"map\":{\"of\":null},\"text\":\"NaN\",\"least\":-4.9E-324}");
    }

    @Test
    void a_page_is_indented_and_ends_with_a_line() {
        assertThat(Json.page(Map.of("a", 1))).isEqualToNormalizingNewlines("{\n  \"a\" : 1\n}\n");
    }

    @Test
    void of_a_hand_that_did_not_move_and_of_tuning_without_intervals_nothing_is_a_text_that_should_be_a_number() {
        var still = SyntheticReaches.judgement(SyntheticReaches.whole(1), SyntheticReaches.hands(0));

        String comparison = Json.page(still.comparison());
        String tuning = Json.page(Tunings.told(UnitTunings.of(SyntheticReaches.whole(1))));

        for (String json : new String[] {comparison, tuning}) {
            List<JsonNode> nodes = all(JsonMapper.shared().readTree(json));
            assertThat(nodes).noneMatch(node -> node.isString() && WORDS.contains(node.asString()));
            assertThat(nodes).anyMatch(JsonNode::isNull);
        }
        JsonNode predicted = JsonMapper.shared().readTree(comparison).at("/trials/0/predicted");
        assertThat(predicted.get("reactionTime").isNull()).isTrue();
        assertThat(predicted.get("endError").asDouble()).isCloseTo(SyntheticReaches.DISTANCE, within(1e-12));
    }

    private static List<JsonNode> all(JsonNode node) {
        List<JsonNode> nodes = new ArrayList<>(List.of(node));
        node.forEach(child -> nodes.addAll(all(child)));
        return nodes;
    }
}
