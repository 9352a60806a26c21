// SPDX-License-Identifier: Apache-2.0
package betz.report;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class FigureCsvTest {
    @Test
    void every_point_with_its_interval_reads_back_bit_for_bit() {
        var speed = DemoFigures.speed();

        var rows = Charts.csv(speed).lines().skip(1).map(r -> r.split(",", -1)).toList();

        int row = 0;
        for (var series : speed.series()) {
            for (int i = 0; i < series.size(); i++, row++) {
                var cells = rows.get(row);
                assertThat(cells[1]).isEqualTo(series.name());
                assertThat(Double.parseDouble(cells[3])).isEqualTo(series.x(i));
                assertThat(Double.parseDouble(cells[4])).isEqualTo(series.y(i));
                assertThat(Double.parseDouble(cells[5])).isEqualTo(series.low(i));
                assertThat(Double.parseDouble(cells[6])).isEqualTo(series.high(i));
                assertThat(cells[8]).isEqualTo("Hand speed (cm/s)");
            }
        }
        assertThat(rows.get(row)).startsWith("", "go cue", "mark", "0");
        assertThat(rows).hasSize(row + 1);
    }

    @Test
    void numbers_have_as_many_digits_as_they_need_on_every_jdk() {
        assertThat(NumberText.exact(0.1)).isEqualTo("0.1");
        assertThat(NumberText.exact(2e-3)).isEqualTo("0.002");
        assertThat(NumberText.exact(2.0E-23)).isEqualTo("2E-23"); // JDK 17 prints 2.0000000000000002E-23 for some
        assertThat(NumberText.exact(-1500)).isEqualTo("-1500");
        var random = RandomStream.of(11, "digits");
        for (int i = 0; i < 2000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertThat(Double.parseDouble(NumberText.exact(value))).isEqualTo(value);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(A1)", "\t=1", " =1"})
    void a_name_that_a_spreadsheet_would_run_is_marked_as_text(String name) {
        assertThat(FigureCsv.cell(name).replace("\"", "")).startsWith("'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {"plain;plain", "a,b;\"a,b\"", "say \"x\";\"say \"\"x\"\"\""})
    void other_names_are_quoted_only_where_commas_or_quotes_ask_for_it(String name, String cell) {
        assertThat(FigureCsv.cell(name)).isEqualTo(cell);
    }

    @Test
    void a_panel_names_itself_in_each_of_its_rows() {
        var csv = Charts.csv(DemoFigures.training());

        assertThat(csv.lines().skip(1))
                .allMatch(row -> List.of("Loss", "Gradient norm").contains(row.substring(0, row.indexOf(','))));
    }
}
