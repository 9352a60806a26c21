// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Holds the page that explains the scorecard to its rows. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ScorecardPageTest {
    private static final Path PAGE = Path.of("docs/explanation/scorecard.md");
    private static final String WRITE = "mvn -q test -Dtest=ScorecardPageTest -Dbetz.docs=write";

    @Test
    void the_page_has_every_row_with_its_range_number_of_subjects_source_and_convention() throws IOException {
        String text = Files.readString(PAGE);
        int begin = text.indexOf("\n| Figure");
        int end = text.indexOf("\n\n", begin + 1);
        String wanted = text.substring(0, begin + 1) + table() + text.substring(end);
        if ("write".equals(System.getProperty("betz.docs"))) {
            Files.writeString(PAGE, wanted);
        }

        assertThat(Files.readString(PAGE))
                .as("%s is not what the rows say. Write it again: %s", PAGE, WRITE)
                .isEqualTo(wanted);
    }

    private static String table() {
        List<String> rows = ScoreRows.all().stream().map(ScorecardPageTest::row).toList();
        return rows.stream()
                .collect(Collectors.joining(
                        "\n",
                        "| Figure | Published | Of | How it is measured, and what was found | Source |\n|---|---|---|---|---|\n",
                        ""));
    }

    private static String row(ScoreRow row) {
        Published published = row.published();
        String unit = row.unit().isEmpty() ? "" : " " + row.unit();
        String range = published.low() == published.high()
                ? number(published.low())
                : number(published.low()) + " to " + number(published.high());
        String mark = published.evidence() == Evidence.REPORTED ? " (unverified)" : "";
        return "| " + row.text() + " | " + range + unit + mark + " | " + published.n() + " | " + row.convention()
                + " | " + published.source() + " |";
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
    }
}
