// SPDX-License-Identifier: Apache-2.0
package betz.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import betz.analysis.Finding;
import betz.analysis.Finding.Measure;
import betz.analysis.Interval;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonTest {
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
    void no_json_of_a_run_has_a_text_in_place_of_a_number(@TempDir Path folder) throws IOException {
        String[] overrides = {
            "reference=tuned-cortex", "reference.units=20", "training.iterations=1", "training.checkpoint=1"
        };
        var options = new RunOptions(folder.resolve("results"), 1, false);

        RunResult run = Experiment.run(Tiny.request(folder, overrides), options, new Tiny.Listener());

        List<Path> files;
        try (Stream<Path> walk = Files.walk(run.folder())) {
            files = walk.filter(file -> file.toString().endsWith(".json")).toList();
        }
        assertThat(files).extracting(file -> file.getFileName().toString()).contains("comparison.json", "summary.json");
        int missing = 0;
        for (Path file : files) {
            List<JsonNode> nodes = all(JsonMapper.shared().readTree(Files.readString(file)));
            assertThat(nodes)
                    .as(file.toString())
                    .noneMatch(node -> node.isString()
                            && List.of("NaN", "Infinity", "-Infinity").contains(node.asString()));
            missing += (int) nodes.stream().filter(JsonNode::isNull).count();
        }
        assertThat(missing).isPositive(); // otherwise the run would show nothing
    }

    private static List<JsonNode> all(JsonNode node) {
        List<JsonNode> nodes = new ArrayList<>(List.of(node));
        node.forEach(child -> nodes.addAll(all(child)));
        return nodes;
    }
}
