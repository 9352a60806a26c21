// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import betz.data.Point;
import betz.task.TableTrials;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TrialTableTest {
    private static final String HEADER = "condition,target_x [cm],target_y [cm],target_on [ms],go [ms],end [ms]\n";

    @TempDir
    Path folder;

    private TableTrials read(String text) throws IOException {
        return TrialTable.read(Files.writeString(folder.resolve("t.csv"), text));
    }

    private List<String> problems(String text) {
        var bad = catchThrowableOfType(BadTable.class, () -> read(text));
        return bad == null ? List.of() : bad.problems();
    }

    @Test
    void lengths_are_read_in_metres_and_times_in_seconds() throws IOException {
        var row = read(HEADER + "right,10,-2.5,200,600,2100\n").rows().get(0);

        assertThat(row.condition()).isEqualTo("right");
        assertThat(row.start()).isEqualTo(new Point(0, 0));
        assertThat(row.target()).isEqualTo(new Point(10 * 0.01, -2.5 * 0.01));
        assertThat(row.targetOn()).isEqualTo(200 * 0.001);
        assertThat(row.targetOff()).isInfinite();
        assertThat(row.go()).isEqualTo(600 * 0.001);
        assertThat(row.end()).isEqualTo(2100 * 0.001);
        assertThat(row.line()).isEqualTo(2);
    }

    @Test
    void columns_come_in_any_order_and_unit_and_optional_cells_may_be_empty() throws IOException {
        var rows =
                read("end [s],go [s],target_off [s],target_on [ms],start_y [m],start_x [mm],target_y [m],target_x [m],"
                                + "condition\n2,1,0.5,100,0.01,-20,0,0.1,a\n2,1,,100,,nan,0,0.1,a\n")
                        .rows();

        assertThat(rows.get(0).start()).isEqualTo(new Point(-20 * 0.001, 0.01));
        assertThat(rows.get(0).targetOff()).isEqualTo(0.5);
        assertThat(rows.get(1).start()).isEqualTo(new Point(0, 0));
        assertThat(rows.get(1).targetOff()).isInfinite();
    }

    @Test
    void conditions_are_numbered_by_the_direction_of_their_mean_reach() throws IOException {
        var conditions = read(HEADER + """
                left,-10,0,0,100,900
                back,1,-10,0,100,900
                back,-1,-10,0,100,900
                right,10,-1e-14,0,100,900
                """).conditions();

        assertThat(conditions).extracting(c -> c.label()).containsExactly("right", "left", "back");
        assertThat(conditions).extracting(c -> c.index()).containsExactly(0, 1, 2);
        assertThat(conditions.get(0).direction()).isZero();
        assertThat(conditions.get(2).direction()).isEqualTo(1.5 * Math.PI);
    }

    @Test
    void all_problems_are_told_at_once_with_their_lines() {
        assertThat(problems(HEADER + """
                a,ten,0,200,600,2100
                ,10,0,200,600,2100
                b,0,0.4,200,600,2100

                c,10,0,-1,600,2100
                d,10,0,700,600,2100
                e,10,0,200,600,650
                f,10,0,200,600,60001
                g,10,,200,600,2100
                h,10,0
                a,10,0,200,600,2100
                a,0,10,200,600,2100
                """))
                .containsExactly(
                        "t.csv:2: target_x [cm] is ten, expected a number, or nan where it is missing",
                        "t.csv:3: condition is empty, expected a label",
                        "t.csv:4: the target is at the start, expected one at least 5 mm away",
                        "t.csv:6: target_on [ms] is -1, expected 0 or more",
                        "t.csv:7: go [ms] is 600, expected a time not before target_on",
                        "t.csv:8: end [ms] is 650, expected at least 100 ms after go",
                        "t.csv:9: end [ms] is 60001, expected at most 60 s",
                        "t.csv:10: target_y [cm] is empty, expected a number",
                        "t.csv:11: the row has 3 cells, expected 6",
                        "t.csv:13: condition is a, but the reach points 90 degrees away from that of line 12, expected at"
                                + " most 45, or a condition of its own");
    }

    @Test
    void a_target_goes_after_it_came() {
        assertThat(problems(HEADER.replace("go", "target_off [ms],go") + "a,10,0,200,200,600,2100\n"))
                .containsExactly("t.csv:2: target_off [ms] is 200, expected a later time than target_on");
    }

    @Test
    void a_header_that_cannot_be_understood_is_told_before_any_row() {
        assertThat(problems("condition,target_x,target_y [in],target_on [ms],goo [ms],end [cm]\na,b,c,d,e,f\n"))
                .containsExactly(
                        "t.csv:1: the column goo [ms] is not known, expected one of condition, start_x, start_y, target_x,"
                                + " target_y, target_on, target_off, go, end",
                        "t.csv:1: the column target_x has no known unit, expected one of [m, cm, mm] in brackets",
                        "t.csv:1: the column target_y [in] has no known unit, expected one of [m, cm, mm] in brackets",
                        "t.csv:1: the columns are condition, target_x, target_y [in], target_on [ms], goo [ms], end [cm],"
                                + " expected also go [ms]",
                        "t.csv:1: the column end [cm] has no known unit, expected one of [s, ms] in brackets");
    }

    @ParameterizedTest
    @CsvSource({"'', 't.csv:1: the file is empty, expected a header'"})
    void an_empty_file_is_told(String text, String problem) {
        assertThat(problems(text)).containsExactly(problem);
    }

    @Test
    void a_table_without_trials_is_told() {
        assertThat(problems(HEADER)).containsExactly("t.csv:1: no row follows the header, expected at least one trial");
    }

    @Test
    void bytes_that_are_no_text_a_file_that_is_too_large_and_no_file_are_refused() throws IOException {
        Path latin = Files.write(folder.resolve("l.csv"), "a,b\n\u00e4,1\n".getBytes(StandardCharsets.ISO_8859_1));
        Path large = Files.write(folder.resolve("x.csv"), new byte[(1 << 20) + 1]);

        assertThatThrownBy(() -> TrialTable.read(latin)).hasMessage("l.csv: the text is not UTF-8, expected UTF-8");
        assertThatThrownBy(() -> TrialTable.read(large))
                .hasMessage("x.csv: the file has 1048577 bytes, expected at most 1048576");
        assertThatThrownBy(() -> TrialTable.read(folder.resolve("none.csv"))).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> TrialTable.read(folder)).isInstanceOf(DamagedData.class);
    }
}
