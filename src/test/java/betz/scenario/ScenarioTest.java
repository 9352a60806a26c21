// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScenarioTest {
    static List<Path> shipped() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("scenarios"))) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void a_shipped_scenario_is_sound_and_holds_to_the_schema(Path file) throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(JsonSchema.of(Scenario.class));

        // a scenario of recorded reaches names a recording that the reader brings; any file stands for it here
        boolean recorded = Files.readString(file).contains("kind: recorded");
        List<String> overrides = recorded ? List.of("reference.file=pom.xml") : List.of();
        Bound<Scenario> bound = ScenarioFile.read(file, overrides);

        assertThat(bound.value().name()).isEqualTo(file.getFileName().toString().replace(".yaml", ""));
        assertThat(schema.validate(Files.readString(file), InputFormat.YAML)).isEmpty();
        assertThat(schema.validate(bound.canonicalJson(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void what_a_run_keeps_of_its_settings_reads_back_as_the_same_scenario() {
        Bound<Scenario> bound = ScenarioFile.read(Path.of("scenarios/quickstart.yaml"), List.of("seed=7"));

        var again = ScenarioReader.read(
                bound.canonicalJson(), "resolved.json", List.of(), Scenario.class, ScenarioRules.ALL);

        assertThat(again.value()).isEqualTo(bound.value());
        assertThat(again.canonicalJson()).isEqualTo(bound.canonicalJson());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "a/b", "a\\b", ".hidden", "-x", "a b", ""})
    void a_name_cannot_lead_out_of_the_folder_of_results(String name) {
        assertThatThrownBy(() -> ScenarioReader.read(
                        "name: \"" + name.replace("\\", "\\\\") + "\"\n",
                        "x.yaml",
                        List.of(),
                        Scenario.class,
                        List.of()))
                .isInstanceOf(BadScenario.class)
                .hasMessageStartingWith("x.yaml:1:7: name is ")
                .hasMessageContaining(", expected up to 100 letters, digits, dots");
    }

    @Test
    void a_file_of_a_later_format_is_refused() {
        assertThatThrownBy(() -> ScenarioReader.read("betz: 2\n", "x.yaml", List.of(), Scenario.class, List.of()))
                .hasMessageContaining("x.yaml:1:7: betz is 2, expected 1, the format that this version reads");
    }
}
