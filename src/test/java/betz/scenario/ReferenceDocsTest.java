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

/** Holds the written reference of scenario files to the records it is generated from. */
@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferenceDocsTest {
    private static final String WRITE = "mvn -q test -Dtest=ReferenceDocsTest -Dbetz.docs=write";

    @Test
    void the_schema_for_editors_is_the_one_that_is_generated() throws IOException {
        holds(Path.of("docs/reference/scenario.schema.json"), JsonSchema.of(Scenario.class) + "\n");
    }

    @Test
    void the_page_of_all_settings_is_the_one_that_is_generated() throws IOException {
        holds(Path.of("docs/reference/scenario.md"), ReferencePage.of(Scenario.class));
    }

    @Test
    void the_schema_and_the_page_of_worked_examples_are_those_that_are_generated() throws IOException {
        holds(Path.of("docs/reference/example.schema.json"), JsonSchema.of(WorkedExample.class) + "\n");
        holds(Path.of("docs/reference/example.md"), ReferencePage.of(WorkedExample.class));
    }

    @Test
    void the_page_of_analyses_has_their_settings_and_figures() throws IOException {
        Path file = Path.of("docs/reference/analyses.md");
        String page = Files.readString(file);

        holds(file, AnalysisPage.of(page));
        assertThat(page.split("\n## ", -1)).hasSize(1 + Analyses.ALL.size());
        assertThat(page.split("\n\\*\\*Figures", -1)).hasSize(1 + Analyses.ALL.size());
    }

    private static void holds(Path file, String generated) throws IOException {
        if ("write".equals(System.getProperty("betz.docs"))) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file))
                .as("%s is not what the records say. Write it again: %s", file, WRITE)
                .isEqualTo(generated);
    }
}
