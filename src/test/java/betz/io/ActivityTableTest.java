// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
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
class ActivityTableTest {
    /** Of times that are whole multiples of the step in decimals. */
    private static final double ROUNDING = 1e-12;

    @TempDir
    Path folder;

    @Test
    void a_column_is_a_unit_and_time_0_is_the_go_cue() throws IOException {
        Recording read = read("""
            condition,time_ms,n0,n1
            0,-10,1,2
            0,0,3,4
            0,10,5,6
            1,-10,7,8
            1,0,9,10
            1,10,11,12
            """);

        assertThat(read.trials().dt()).isEqualTo(0.01, within(ROUNDING));
        assertThat(read.trials().trials()).extracting(Trial::goCue).containsExactly(1, 1);
        assertThat(read.trials().trials()).extracting(Trial::end).containsExactly(3, 3);
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("0", "1");
        Signal rates = read.signal("unit.rate");
        assertThat(rates.unit()).isEqualTo("spikes/s");
        assertThat(rates.channels()).containsExactly("n0", "n1");
        assertThat(rates.values()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
    }

    @ParameterizedTest
    @CsvSource({"time_s,1", "time_ms,1000", "time [s],1", "time [ms],1000", "time[ms],1000", "time,1"})
    void times_may_be_in_seconds_or_milliseconds(String header, double scale) throws IOException {
        Recording read = read("trial," + header + ",n\n1," + 0.02 * scale + ",5\n1," + 0.04 * scale + ",6\n");

        assertThat(read.trials().dt()).isEqualTo(0.02, within(ROUNDING));
        assertThat(read.trials().get(0).goCue()).isEqualTo(-1); // before the first sample
    }

    @Test
    void a_time_after_the_last_sample_is_no_go_cue_of_the_trial() throws IOException {
        Trial trial = read("trial,time_s,n\n1,-0.3,5\n1,-0.2,6\n").trials().get(0);

        assertThat(trial.goCue()).isEqualTo(3);
        assertThat(trial.goes()).isFalse();
    }

    @Test
    void rows_may_come_in_any_order() throws IOException {
        Recording read = read("trial,time_s,n\na,0.1,2\nb,0.0,4\na,0.0,1\nb,0.1,5\na,0.2,3\nb,0.2,6\n");

        assertThat(read.signal("unit.rate").values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void trials_of_other_lengths_end_where_their_rows_end() throws IOException {
        Recording read = read("trial,time_s,n\na,-0.1,1\na,0,2\na,0.1,3\nb,0,4\nb,0.1,5\n");

        assertThat(read.trials().trials()).extracting(Trial::end).containsExactly(3, 2);
        assertThat(read.trials().trials()).extracting(Trial::goCue).containsExactly(1, 0);
        assertThat(read.signal("unit.rate").values()).containsExactly(1, 2, 3, 4, 5, Double.NaN);
    }

    @Test
    void trials_with_the_same_number_in_other_conditions_are_other_trials() throws IOException {
        Recording read = read("condition,trial,time_s,n\nb,0,0,1\nb,0,0.1,2\na,0,0,3\na,0,0.1,4\na,1,0,5\na,1,0.1,6\n");

        assertThat(read.trials().trials())
                .extracting(t -> t.condition().label())
                .containsExactly("b", "a", "a");
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("b", "a");
    }

    @Test
    void numbered_conditions_are_in_the_order_of_their_numbers() throws IOException {
        Recording read = read("condition,n\n10,1\n9,2\n10,3\n");

        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("9", "10");
        assertThat(read.trials().size()).isEqualTo(3);
    }

    @Test
    void without_times_a_row_is_a_trial_of_one_step_whose_direction_is_its_condition() throws IOException {
        Recording read = read("trial,direction_deg,n\n0,90,1\n1,0,2\n2,450,3\n3,-45,4\n");

        assertThat(read.trials().steps()).isEqualTo(1);
        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("0°", "90°", "315°");
        assertThat(read.trials().get(0).condition().direction()).isEqualTo(Math.PI / 2, within(1e-15));
        assertThat(read.trials().get(2).condition())
                .isEqualTo(read.trials().get(0).condition());
        assertThat(read.trials().get(3).direction()).isEqualTo(-Math.PI / 4, within(1e-15));
        assertThat(read.trials().get(0).stays()).isFalse();
    }

    @Test
    void directions_that_nothing_tells_are_no_numbers() throws IOException {
        Trial trial = read("condition,n\na,1\n").trials().get(0);

        assertThat(trial.condition().direction()).isNaN();
        assertThat(trial.direction()).isNaN();
        assertThat(trial.stays()).isFalse();
    }

    @Test
    void targets_and_go_cues_are_those_of_the_columns() throws IOException {
        Recording read = read("""
            trial,time [ms],target_x [cm],target_y [cm],go [ms],n
            a,200,0,10,220,1
            a,210,0,10,220,2
            b,300,-10,0,330,3
            b,310,-10,0,330,4
            """);

        assertThat(read.trials().conditions()).extracting(Condition::label).containsExactly("90°", "180°");
        assertThat(read.trials().get(0).target()).isEqualTo(new Point(0, 0.1));
        assertThat(read.trials().trials()).extracting(Trial::goCue).containsExactly(2, 3);
    }

    @Test
    void columns_of_the_hand_become_its_position_and_velocity() throws IOException {
        // x = 3 t^2 cm at t = 0, 0.1, 0.2 s: central difference at 0.1 is 6 t = 0.6 cm/s, at the ends of the secants
        Recording read = read("trial,time_s,x [cm],y_cm,n\na,0,0,1,7\na,0.1,0.03,1,8\na,0.2,0.12,1,9\nb,0,0,0,1\n");

        assertThat(read.signal("hand.position").trace(0, 0))
                .containsExactly(new double[] {0, 3e-4, 1.2e-3}, within(1e-15));
        assertThat(read.signal("hand.velocity").trace(0, 0))
                .containsExactly(new double[] {3e-3, 6e-3, 9e-3}, within(1e-12));
        assertThat(read.signal("unit.rate").channels()).containsExactly("n");
        assertThat(read.trials().get(0).start()).isEqualTo(new Point(0, 0.01));
        assertThat(read.trials().get(0).target()).isEqualTo(new Point(0.0012, 0.01));
        assertThat(read.signal("hand.velocity").trace(1, 1)).containsExactly(0, 0, 0);
    }

    @Test
    void velocities_that_are_told_are_not_computed() throws IOException {
        Recording read = read("trial,time_s,hand_x [m],hand_y [m],vx [cm/s],vy [cm/s]\na,0,0,0,5,6\na,0.1,0,0,7,8\n");

        assertThat(read.signal("hand.velocity").values())
                .containsExactly(new double[] {.05, .06, .07, .08}, within(1e-15));
        assertThat(read.find("unit.rate")).isEmpty();
    }

    @Test
    void x_and_y_without_a_unit_of_length_are_units() throws IOException {
        assertThat(read("condition,time_s,x,y\na,0,1,2\na,0.1,3,4\n")
                        .signal("unit.rate")
                        .channels())
                .containsExactly("x", "y");
    }

    @Test
    void counted_samples_need_their_step_and_columns_may_be_of_another_signal() throws IOException {
        DataLayout layout = DataLayout.DEFAULT.withDt(0.001).withSignal("muscle.activation", "1");
        Recording read = read("condition,sample,m0\n0,0,1\n0,10,2\n0,20,3\n", layout);

        assertThat(read.trials().dt()).isEqualTo(0.01, within(ROUNDING));
        assertThat(read.signal("muscle.activation").unit()).isEqualTo("1");
        assertThat(told("condition,sample,m0\n0,0,1\n0,10,2\n"))
                .isEqualTo("t.csv:1: the column sample counts samples, expected also dt, the time from one count to"
                        + " the next");
    }

    @Test
    void units_of_the_activity_may_stand_in_the_header() throws IOException {
        Signal rates = read("condition,a [Hz],b [spikes/s]\n0,1,2\n").signal("unit.rate");

        assertThat(rates.unit()).isEqualTo("spikes/s");
        assertThat(rates.channels()).containsExactly("a", "b");
        assertThat(told("condition,a [Hz],b [mV]\n0,1,2\n"))
                .contains("t.csv:1: the columns of units have the units [")
                .endsWith("], expected the same in all");
    }

    @Test
    void stamps_in_whole_milliseconds_at_120_hz_are_even_enough() throws IOException {
        var csv = new StringBuilder("trial,time_ms,n\n");
        for (int i = 0; i <= 120; i++) {
            csv.append("0,").append(Math.round(i * 1000 / 120.0)).append(",1\n");
        }

        assertThat(read(csv.toString()).trials().dt()).isEqualTo(1 / 120.0, within(1e-5));
    }

    @Test
    void a_table_of_one_row_without_times_is_a_trial() throws IOException {
        assertThat(read("trial,n\n7,1\n").trials().size()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "condition,time_s,n/0,0,1/0,0.1,nan/0,0.2,inf/0,0.3,abc/0,0.4,"
                        + "|t.csv:3: n is nan, expected a number/t.csv:4: n is inf, expected a finite number/"
                        + "t.csv:5: n is abc, expected a number/t.csv:6: n is empty, expected a number",
                "condition,time_s,n|t.csv:1: no row follows the header, expected one for each sample",
                "condition,time_s/0,1|t.csv:1: no column is a unit's, expected one for each unit after condition, time",
                "a,b/1,2|t.csv:1: the columns are a, b, expected also condition or trial, and time_s unless each row is"
                        + " a trial",
                "trial,time_s,n/a,0,1/a,0.1,2/a,0.1,3/a,0.2,4"
                        + "|t.csv:4: time_s is 0.1, expected each time of trial a once; line 3 has it too",
                "trial,time_ms,n/a,0,1/a,10,2/a,20,3/a,40,4/a,50,5"
                        + "|t.csv:5: time_ms is 40, expected 30, which trial a lacks after line 4",
                "trial,time_ms,n/a,0,1/a,10,2/a,20,3/a,33,4/a,43,5"
                        + "|t.csv:5: time_ms is 33, expected 30, one step of 10 ms after line 4",
                "trial,time_s,n/a,0,1|t.csv:1: no trial has two times in time_s, expected several rows in each, or no"
                        + " times at all",
                "trial,time_s,n/a,-50,1/a,-40,2|t.csv:1: time_s steps by 10 s, expected at most 1 s; milliseconds are"
                        + " written time_ms",
                "trial,time_ms,n/a,0,1/a,0.01,2|t.csv:1: time_ms steps by 0.00001 s, expected at least 0.05 ms",
                "trial,n/a,1/b,2/a,3|t.csv:4: trial a is also on line 2, expected one row, or a column time_s",
                "trial,n,n/a,1,2|t.csv:1: the column n is there twice, expected once",
                ",trial,n/0,a,1|t.csv:1: column 1 has no name, expected one (index=False in pandas)",
                "trial,direction,n/a,1,2|t.csv:1: the column direction has no unit, expected one of [deg, rad] in"
                        + " brackets",
                "trial,time [h],n/a,1,2|t.csv:1: the column time [h] has the unit h, expected one of [s, ms] in"
                        + " brackets",
                "trial,hand_x,hand_y [m]/a,1,2|t.csv:1: the column hand_x has no unit, expected one of [m, cm, mm] in"
                        + " brackets",
                "trial,x [m],n/a,1,2|t.csv:1: the column hand_x stands alone, expected also hand_y",
                "condition,direction_deg,n/a,0,1/a,90,2|t.csv:3: the direction of condition a is 90°, expected 0° as"
                        + " before",
                "trial,direction_deg,time_s,n/a,0,0,1/a,90,0.1,2|t.csv:3: direction, target or go differ from those of"
                        + " line 2, expected the same throughout trial a",
                "trial,time_s,go_s,n/a,0,0,1/a,0.1,1,2|t.csv:3: direction, target or go differ from those of line 2,"
                        + " expected the same throughout trial a",
                "trial,time_s,n/a,1e8,1/a,100000000.5,2|t.csv:2: the time is 200000000 steps away from 0, expected"
                        + " times in s or ms from the go cue",
                "trial,n/a,1/b|t.csv:3: the row has 1 cells, expected 2",
            })
    void what_is_wrong_is_told_with_its_line(String csv, String problems) {
        assertThat(told(csv.replace('/', '\n') + "\n")).isEqualTo(problems.replace('/', '\n'));
    }

    @Test
    void a_table_of_words_is_not_told_to_its_end() {
        assertThat(told("condition,n\n" + "a,b\n".repeat(5000))).endsWith("and 980 more problems");
    }

    private Recording read(String csv) throws IOException {
        return read(csv, DataLayout.DEFAULT);
    }

    private Recording read(String csv, DataLayout layout) throws IOException {
        return AnalysisData.read(Files.writeString(folder.resolve("t.csv"), csv), layout, 1)
                .recording();
    }

    private String told(String csv) {
        var problem = org.assertj.core.api.Assertions.catchThrowableOfType(BadTable.class, () -> read(csv));
        assertThat(problem).isNotNull();
        return String.valueOf(problem.getMessage());
    }
}
