// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "x.yaml, docs/reference/scenario.schema.json",
        "scenarios/x.yaml, ../docs/reference/scenario.schema.json",
        "scenarios/some/deep/x.yaml, ../../../docs/reference/scenario.schema.json",
        "scenarios/../docs/x.yaml, reference/scenario.schema.json",
    })
    void the_schema_is_named_from_where_the_new_file_stands(String file, String schema) throws IOException {
        Path docs = Files.createDirectories(folder.resolve("docs/reference"));
        Files.writeString(docs.resolve("scenario.schema.json"), "{}");

        String text = Templates.scenario("quickstart", "x", folder.resolve(file));

        assertThat(text.lines().filter(line -> line.contains("schema")))
                .containsExactly("# yaml-language-server: $schema=" + schema);
    }

    @Test
    void where_no_schema_is_near_none_is_named() {
        assertThat(Templates.scenario("quickstart", "x", folder.resolve("x.yaml")))
                .doesNotContain("schema");
    }
}
