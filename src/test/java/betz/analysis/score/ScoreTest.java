// SPDX-License-Identifier: Apache-2.0
package betz.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.analysis.Interval;
import betz.analysis.score.Score.Verdict;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ScoreTest {
    private static final ScoreRow ROW = ScoreRow.measured("some_row", "Some row", "", 1, 2, "3", "somebody", "somehow");

    @ParameterizedTest
    @CsvSource({
        "1.5, NaN, NaN, INSIDE, 0",
        "2, NaN, NaN, INSIDE, 0",
        "2.5, NaN, NaN, OUTSIDE, 0.5",
        "0.25, NaN, NaN, OUTSIDE, 0.75",
        "2.5, 1.9, 3, INSIDE, 0.5",
        "2.5, 2.1, 3, OUTSIDE, 0.5",
        "0.5, 0.25, 1, INSIDE, 0.5",
        "NaN, NaN, NaN, NOT_APPLICABLE, NaN"
    })
    void a_figure_is_inside_where_it_or_its_interval_reaches_the_range(
            double value, double low, double high, Verdict verdict, double distance) {
        var score = Score.of(ROW, new Interval(value, low, high));

        assertThat(score.verdict()).isEqualTo(verdict);
        assertThat(score.distance()).isEqualTo(Double.valueOf(distance));
    }

    @Test
    void a_range_that_could_not_be_checked_judges_nobody() {
        var told = ScoreRow.reported("told", "Told", "", 1, 2, "3", "somebody", "somehow");

        assertThat(Score.of(told, new Interval(1.5, 1, 2)).verdict()).isEqualTo(Verdict.UNVERIFIED_RANGE);
        assertThat(Score.of(told, new Interval(7, 6, 8)).verdict()).isEqualTo(Verdict.UNVERIFIED_RANGE);
    }

    @Test
    void a_row_that_does_not_apply_says_why() {
        var score = Score.without(ROW, "no hand was recorded");

        assertThat(score.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(score.distance()).isNaN();
        assertThatThrownBy(() -> Score.without(ROW, "")).hasMessageContaining("a reason exactly where");
    }

    @Test
    void every_row_has_a_name_of_its_own_a_source_a_number_of_subjects_and_a_way_of_measuring() {
        List<ScoreRow> rows = ScoreRows.all();

        assertThat(rows.stream().map(ScoreRow::id))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][a-z0-9_]*"));
        assertThat(rows.stream().map(ScoreRow::text)).doesNotHaveDuplicates();
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.published().n()).isNotBlank();
            assertThat(row.published().source()).isNotBlank();
            assertThat(row.convention()).endsWith(".");
        });
        assertThat(rows.stream().filter(row -> row.published().evidence() == Evidence.REPORTED))
                .as("told from memory alone")
                .hasSizeGreaterThan(5);
    }

    @Test
    void a_range_from_its_end_to_its_beginning_is_refused() {
        assertThatThrownBy(() -> new Published(2, 1, "3", "somebody", Evidence.MEASURED))
                .hasMessageContaining("low is 2.0, expected at most high, 1.0");
    }
}
