// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class TableTest {
    @TempDir
    Path folder;

    @Test
    void quoted_cells_may_hold_commas_and_doubled_quotes() throws IOException {
        var table = table("a,b,c\n\"x, y\",\"say \"\"hi\"\"\",\"\"\n");

        assertThat(table.text(0, 0)).isEqualTo("x, y");
        assertThat(table.text(0, 1)).isEqualTo("say \"hi\"");
        assertThat(table.text(0, 2)).isEmpty();
    }

    @Test
    void blank_lines_are_passed_over_and_counted() throws IOException {
        var table = table("a,b\n\n1,2\n   \n3,x\n");

        assertThat(table.size()).isEqualTo(2);
        assertThat(table.line(1)).isEqualTo(5);
        assertThat(table.number(1, 1)).isNaN();
        assertThatThrownBy(table::check).hasMessage("t.csv:5: b is x, expected a number, or nan where it is missing");
    }

    @ParameterizedTest
    @CsvSource({"x [cm], 0.01", "x[cm], 0.01", "x [ mm ], 0.001", "x [m], 1"})
    void a_unit_in_brackets_scales_to_si(String header, double scale) throws IOException {
        var table = table(header + ",xx [m]\n1,2\n");

        assertThat(table.find("x")).isZero();
        assertThat(table.scale(0, List.of("m", "cm", "mm"))).isEqualTo(scale);
        table.check();
    }

    @Test
    void a_column_is_found_by_its_whole_name() throws IOException {
        var table = table("target_x [cm],xy,x\n1,2,3\n");

        assertThat(table.find("x")).isEqualTo(2);
        assertThat(table.find("target")).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan", "NaN", "NAN", "", "  "})
    void a_missing_number_is_no_problem(String cell) throws IOException {
        var table = table("a,b\n" + cell + ",1\n");

        assertThat(table.number(0, 0)).isNaN();
        table.check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999", "Infinity", "-Infinity", "1;5", "0x", "one"})
    void what_is_no_finite_number_is_told_with_its_line(String cell) throws IOException {
        var table = table("a,b\n0,0\n" + cell + ",1\n");

        assertThat(table.number(1, 0)).isNaN();
        assertThatThrownBy(table::check).hasMessageContaining("t.csv:3: a is " + cell + ", expected a number");
    }

    @Test
    void rows_that_are_too_short_or_too_long_are_left_out_and_told() throws IOException {
        var table = table("a,b\n1\n1,2\n1,2,3\n");

        assertThat(table.size()).isEqualTo(1);
        var bad = catchThrowableOfType(BadTable.class, table::check);
        assertThat(bad.problems())
                .containsExactly(
                        "t.csv:2: the row has 1 cells, expected 2", "t.csv:4: the row has 3 cells, expected 2");
    }

    @Test
    void twenty_problems_are_shown_and_the_rest_counted() {
        var problems = IntStream.range(0, 23).mapToObj(i -> "problem " + i).toList();

        var bad = new BadTable(problems);

        assertThat(bad.problems()).hasSize(23);
        assertThat(bad.getMessage()).hasLineCount(21);
        assertThat(bad).hasMessageEndingWith("problem 19\nand 3 more problems");
    }

    @Test
    void a_missing_column_is_told_beside_those_there_are() throws IOException {
        var table = table("\uFEFFa,b\r\n1,2\r\n");

        assertThat(table.find("a")).isZero();
        assertThat(table.text(0, 1)).isEqualTo("2");
        assertThat(table.need("go", "go [s]")).isEqualTo(-1);
        assertThatThrownBy(table::checkHeader).hasMessage("t.csv:1: the columns are a, b, expected also go [s]");
    }

    private Table table(String text) throws IOException {
        return Table.read(Files.writeString(folder.resolve("t.csv"), text));
    }
}
