// SPDX-License-Identifier: Apache-2.0
package betz.cli;

import static betz.cli.Told.betz;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("locales")
@DisplayNameGeneration(ReplaceUnderscores.class)
class DriveCommandTest {
    private static final String HEAD = "trial,step,a,b,c,d\n";

    @TempDir
    Path folder;

    private Path scenario = Path.of("");

    @BeforeEach
    void writeScenario() throws IOException {
        scenario = file("mass.yaml", "betz: 1\nname: mass\ndt: 5 ms\neffector: {kind: point-mass}\n");
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Told drive(String commands, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                "drive", scenario.toString(), file("commands.csv", commands).toString()));
        words.addAll(List.of(more));
        return betz(words.toArray(String[]::new));
    }

    @Test
    void a_body_starts_in_its_usual_posture_and_every_command_leads_to_a_state() throws IOException {
        List<String> lines = drive(HEAD + "7,0,1,0,0,0\n7,1,1,0,0,0\n")
                .succeeded()
                .out()
                .lines()
                .toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo("trial,step,time,q0,q1,qd0,qd1,x,y,xd,yd,act0,act1,act2,act3,len0,len1,len2,len3,vel0,vel1,"
                        + "vel2,vel3,force0,force1,force2,force3");
        assertThat(lines.get(1)).startsWith("7,0,0,0,0,0,0,0,0,0,0,0,0,0,0,2.8284271247461903,");
        assertThat(lines.get(2)).startsWith("7,1,0.0050000000000000001,0,0,0,0,0,0,0,0,0.666666666666666");
        assertThat(lines.get(2)).contains(",333.3333333333333").endsWith(",0,0,0"); // 500 N, 5 ms of 7.5 ms up
        assertThat(lines.get(3)).startsWith("7,2,0.01,0,0,1.1785113019775793,1.1785113019775793,");
    }

    @Test
    void rows_in_any_order_are_sorted_by_trial_and_step_and_trials_may_differ_in_length() throws IOException {
        String sorted = HEAD + "0,0,1,0,0,0\n2,0,0,1,0,0\n2,1,0,0,1,0\n2,2,0,0,0,1\n";
        String mixed = HEAD + "2,2,0,0,0,1\n2,0,0,1,0,0\n0,0,1,0,0,0\n\n2,1,0,0,1,0\n";

        String expected = drive(sorted).succeeded().out();

        assertThat(drive(mixed).succeeded().out()).isEqualTo(expected);
        assertThat(expected.lines().skip(1).map(line -> line.split(",", -1)[0] + ":" + line.split(",", -1)[1]))
                .containsExactly("0:0", "0:1", "2:0", "2:1", "2:2", "2:3");
    }

    @Test
    void times_count_as_steps_in_seconds_or_milliseconds_and_muscles_may_have_any_name_and_place() throws IOException {
        String expected =
                drive(HEAD + "0,0,1,.5,0,0\n0,1,0,1,0,0\n").succeeded().out();

        assertThat(drive("time,u,v,w,trial,u\n0,1,.5,0,0,0\n0.005,0,1,0,0,0\n")
                        .succeeded()
                        .out())
                .isEqualTo(expected);
        assertThat(drive("trial,time [ms],u,v,w,x\n0,0,1,.5,0,0\n0,5,0,1,0,0\n")
                        .succeeded()
                        .out())
                .isEqualTo(expected);
    }

    @Test
    void starts_are_those_of_their_file() throws IOException {
        Path initial = file("initial.csv", "v1,trial,p0,p1,v0\n-2,3,0.5,-0.25,1\n");

        String row = drive(HEAD + "3,0,0,0,0,0\n", "--initial", initial.toString())
                .succeeded()
                .out()
                .lines()
                .toList()
                .get(1);

        assertThat(row).startsWith("3,0,0,0.5,-0.25,1,-2,0.5,-0.25,1,-2,0,0,0,0,2.704163456597992");
    }

    @Test
    void all_that_is_wrong_with_both_tables_is_told_at_once_and_nothing_is_written() throws IOException {
        Path initial = file("initial.csv", "trial,p0,p1,v0,v1\n0,0,1.5,0,fast\n0,0,0,0,0\n-1,,0,0,0\n");
        Path states = folder.resolve("states.csv");

        drive(
                        HEAD + "0,0,1,0,0,x\n0,0,1,0,0,0\n0,3,1,0,,0\n1,1,nan,0,0,0\n1.5,2,0,0,0,0\n0,1,0,0\n",
                        "--initial",
                        initial.toString(),
                        "--out",
                        states.toString())
                .refused(
                        2,
                        "commands.csv:2: d is x, expected a number.",
                        "commands.csv:3: step is 0, expected each step of trial 0 once; line 2 has it too.",
                        "commands.csv:4: c is empty, expected a number.",
                        "commands.csv:4: step is 3, expected 1, which trial 0 lacks after line 3.",
                        "commands.csv:5: a is nan, expected a number.",
                        "commands.csv:5: step is 1, expected 0, the first of trial 1.",
                        "commands.csv:6: trial is 1.5, expected a whole number from 0 on.",
                        "commands.csv:7: the row has 4 cells, expected 6.",
                        "initial.csv:2: p1 is 1.5, expected -1 to 1, the range of that joint or axis.",
                        "initial.csv:2: v1 is fast, expected a number.",
                        "initial.csv:3: trial is 0, expected each trial once; line 2 has it too.",
                        "initial.csv:4: trial is -1, expected a whole number from 0 on.",
                        "initial.csv:4: p0 is empty, expected a number.");
        assertThat(states).doesNotExist();
    }

    @Test
    void times_between_steps_are_told_in_the_unit_of_their_column() throws IOException {
        drive("trial,time [ms],a,b,c,d\n0,0,0,0,0,0\n0,7,0,0,0,0\n0,-5,0,0,0,0\n0,20,0,0,0,0\n")
                .refused(
                        2,
                        "commands.csv:3: time [ms] is 7, expected a multiple of dt, 5, from 0 on.",
                        "commands.csv:4: time [ms] is -5, expected a multiple of dt, 5, from 0 on.",
                        "commands.csv:5: time [ms] is 20, expected 5, which trial 0 lacks after line 2.");
    }

    @Test
    void tables_with_other_columns_are_refused() throws IOException {
        Path initial = file("initial.csv", "trial,x,p1,v0,v1\n0,0,0,0,0\n");

        drive("trial,a,b\n", "--initial", initial.toString())
                .refused(
                        2,
                        "commands.csv:1: the columns are trial, a, b, expected also step or time.",
                        "commands.csv:1: no row follows the header, expected at least one command.",
                        "initial.csv:1: the column x is not known, expected one of trial, p0, p1, v0, v1.",
                        "initial.csv:1: the columns are trial, x, p1, v0, v1, expected also p0.");
        drive("step,trial,a,b\n0,0,1,1\n")
                .refused(
                        2,
                        "commands.csv:1: the columns of muscles are 2, expected 4: upper-right, upper-left,"
                                + " lower-right, lower-left.");
    }

    @Test
    void every_trial_needs_a_start_and_every_start_a_trial() throws IOException {
        Path initial = file("initial.csv", "trial,p0,p1,v0,v1\n0,0,0,0,0\n5,0,0,0,0\n");

        drive(HEAD + "0,0,0,0,0,0\n3,0,0,0,0,0\n", "--initial", initial.toString())
                .refused(
                        2,
                        "initial.csv:1: trial 3 of the commands has no row, expected one for every trial.",
                        "initial.csv:3: trial is 5, expected a trial that has commands.");
    }

    @Test
    void a_step_too_long_for_the_muscles_and_a_missing_file_are_told() throws IOException {
        scenario = file("slow.yaml", "name: slow\ndt: 20 ms\neffector: {kind: point-mass}\n");
        drive(HEAD + "0,0,0,0,0,0\n")
                .refused(
                        2,
                        scenario + ":2:5: dt is 20 ms, expected at most 15 ms, twice the fastest time constant of the"
                                + " muscles.");
        scenario = file("mini.yaml", "name: mini\ndt: 20 ms\neffector: {kind: point-mass, mini-steps: 2}\n");
        drive(HEAD + "0,0,0,0,0,0\n").succeeded();
        Path nowhere = folder.resolve("nowhere.csv");
        betz("drive", scenario.toString(), nowhere.toString()).refused(74, nowhere + " does not exist.");
    }

    @Test
    void a_step_that_is_doubtful_is_warned_of_and_played() throws IOException {
        scenario = file("long.yaml", "name: long\ndt: 12 ms\neffector: {kind: point-mass}\n");
        Told told = drive(HEAD + "0,0,0,0,0,0\n");
        assertThat(told.status()).isZero();
        assertThat(told.out()).hasLineCount(3);
        assertThat(told.err().lines())
                .containsExactly("dt is 12 ms; above 11.25 ms, 1.5 times the fastest time constant of the muscles,"
                        + " activations overshoot");

        scenario = file(
                "peer.yaml",
                "name: peer\ndt: 10 ms\n"
                        + "effector: {kind: arm26, muscle: compliant-tendon-hill, convention: motornet}\n");
        assertThat(drive("trial,step,a,b,c,d,e,f\n0,0,0,0,0,0,0,0\n").err().lines())
                .containsExactly("dt is 10 ms; above 0.5 ms fibres on compliant tendons jump in convention motornet,"
                        + " and what follows means nothing: take 20 mini-steps or more");
    }

    @Test
    void excitations_beyond_what_muscles_can_have_count_as_the_nearest() throws IOException {
        scenario = file("arm.yaml", "name: arm\ndt: 5 ms\neffector: {kind: arm26, muscle: thelen}\n");
        String head = "trial,step,a,b,c,d,e,f\n";

        assertThat(drive(head + "0,0,7,1e300,-3,0,0.001,-1e-9\n0,1,-1,2,0,1.5,0,0\n")
                        .succeeded()
                        .out())
                .isEqualTo(drive(head + "0,0,1,1,0.001,0.001,0.001,0.001\n0,1,.001,1,.001,1,.001,.001\n")
                        .succeeded()
                        .out());
    }

    @Test
    void a_byte_order_mark_and_windows_lines_make_no_difference() throws IOException {
        Path initial = file("initial.csv", "\uFEFFtrial,p0,p1,v0,v1\r\n4,.1,.2,0,0\r\n2,0,0,0,0\r\n");
        String rows = HEAD + "4,0,1,.5,0,0\n4,1,0,1,0,0\n2,0,.5,0,0,0\n";
        String expected =
                drive(rows, "--initial", initial.toString()).succeeded().out();

        String windows = "\uFEFF" + rows.replace("\n", "\r\n");

        assertThat(drive(windows, "--initial", initial.toString()).succeeded().out())
                .isEqualTo(expected);
        assertThat(expected.lines().map(line -> line.substring(0, 4)))
                .containsExactly("tria", "2,0,", "2,1,", "4,0,", "4,1,", "4,2,"); // numbered as they are, not from 0
        assertThat(expected).contains("\n4,0,0,0.1").contains("\n2,0,0,0,0,");
    }
}
