// SPDX-License-Identifier: Apache-2.0
package betz.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import betz.effector.Arm26;
import betz.effector.PointMass;
import betz.effector.TorqueArm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CommandTableTest {
    private static final String NAMES = "upper-right, upper-left, lower-right, lower-left";

    @TempDir
    Path folder;

    private List<CommandTrial> read(String text) throws IOException {
        return CommandTable.read(Files.writeString(folder.resolve("c.csv"), text), null, PointMass.DEFAULT, 0.005);
    }

    private List<String> problems(String text) {
        return catchThrowableOfType(BadTable.class, () -> read(text)).problems();
    }

    private static double[] first(List<CommandTrial> trials) {
        return trials.get(0).excitation()[0];
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "trial,step,lower-left,lower-right,upper-left,upper-right",
                "lower-left,trial,lower-right,step,upper-left,upper-right",
                "Trial,Step,Lower left,lower_right,UPPER-LEFT [1],upperRight"
            })
    void columns_with_the_muscles_names_may_stand_in_any_order(String header) throws IOException {
        String row = header.startsWith("lower") ? "4,0,3,0,2,1" : "0,0,4,3,2,1";

        assertThat(first(read(header.replace("Trial,Step", "trial,step") + "\n" + row + "\n")))
                .containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b,c,d", "u,u,u,u", "upper-right,upper-left,x,y", "x,upper-left,y,lower-left"})
    void other_names_mean_the_muscles_in_the_bodys_order(String names) throws IOException {
        assertThat(first(read("trial,step," + names + "\n0,0,1,2,3,4\n"))).containsExactly(1, 2, 3, 4);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "upper-left,upper-right,x,y",
                "x,y,z,upper-right",
                "upper-right,upper-right,lower-right,lower-left"
            })
    void names_of_muscles_in_the_place_of_others_are_refused_unless_all_are_there(String names) {
        assertThat(problems("trial,step," + names + "\n0,0,1,2,3,4\n"))
                .containsExactly("c.csv:1: the columns have some of the muscles' names, but not in the body's order,"
                        + " expected other names, or each of these once: " + NAMES);
    }

    @Test
    void columns_of_an_arm_that_motors_turn_are_those_of_its_motors() throws IOException {
        Path file = Files.writeString(folder.resolve("arm.csv"), "trial,step,a,b\n0,0,1,2\n");

        assertThat(catchThrowableOfType(BadTable.class, () -> CommandTable.read(file, null, TorqueArm.DEFAULT, 0.01))
                        .problems())
                .containsExactly("arm.csv:1: the columns of motors are 2, expected 4: shoulder-flexor,"
                        + " shoulder-extensor, elbow-flexor, elbow-extensor");
    }

    @Test
    void shuffled_columns_of_all_muscles_of_the_arm_give_the_same_commands() throws IOException {
        List<String> names = new ArrayList<>(Arm26.DEFAULT.muscleNames());
        Collections.rotate(names, 2);
        Path file = Files.writeString(
                folder.resolve("arm.csv"), "trial,step," + String.join(",", names) + "\n0,0,5,6,1,2,3,4\n");

        assertThat(first(CommandTable.read(file, null, Arm26.DEFAULT, 0.01))).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void columns_that_are_there_twice_are_told() {
        assertThat(problems("trial,trial,step,time,time [ms],a,b\n0,0,0,0,0,1,1\n"))
                .containsExactly(
                        "c.csv:1: the column trial is there 2 times, expected once",
                        "c.csv:1: the column time is there 2 times, expected once");
    }

    @Test
    void step_and_time_may_both_be_there_if_they_agree() throws IOException {
        String head = "trial,step,time,a,b,c,d\n";

        assertThat(read(head + "0,0,0,1,2,3,4\n0,1,0.005,5,6,7,8\n").get(0).excitation())
                .isDeepEqualTo(new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}});
        assertThat(problems(head + "0,0,0,1,2,3,4\n0,1,0.01,1,2,3,4\n0,2,,1,2,3,4\n0,3,0.016,1,2,3,4\n"))
                .containsExactly(
                        "c.csv:3: time is 0.01, expected 0.005, the time of step 1",
                        "c.csv:4: time is empty, expected a number",
                        "c.csv:5: time is 0.016, expected a multiple of dt, 0.005, from 0 on");
    }

    @ParameterizedTest
    @CsvSource({
        "nan, a number",
        "'', a number",
        "left, a number",
        "0x1, a number",
        "inf, a finite number",
        "-Infinity, a finite number",
        "1e999, a finite number"
    })
    void a_cell_that_is_no_excitation_is_told_with_what_it_should_be(String cell, String expected) {
        String found = cell.isEmpty() ? "empty" : cell;

        assertThat(problems("trial,step,a,b,c,d\n0,0,1,1,1," + cell + "\n"))
                .containsExactly("c.csv:2: d is " + found + ", expected " + expected);
    }

    @Test
    void numbers_of_trials_are_whole_and_no_larger_than_can_be_counted() {
        assertThat(problems("trial,step,a,b,c,d\n1e9,0,0,0,0,0\n3000000000,0,0,0,0,0\n-1,0,0,0,0,0\nx,0,0,0,0,0\n"))
                .containsExactly(
                        "c.csv:3: trial is 3000000000, expected a whole number up to 2147483647",
                        "c.csv:4: trial is -1, expected a whole number from 0 on",
                        "c.csv:5: trial is x, expected a whole number from 0 on");
    }

    @Test
    void a_row_that_cannot_be_read_is_not_missed_as_well() {
        assertThat(problems("trial,step,a,b,c,d\n"
                        + "0,0,1,1,1,1\n0,1,1,1,1\n0,2,1,1,1,1\n" // cells
                        + "1,zero,1,1,1,1\n1,1,1,1,1,1\n" // its first step
                        + "x,0,1,1,1,1\n2,1,1,1,1,1\n" // its trial
                        + "3,0,1,1,1,1\n3,2,1,1,1,1\n" // a gap of its own
                        + "4,0,1,1,1,1\n4,1,1,1,1,1,1\n4,9,1,1,1,1\n")) // more than what could not be read
                .containsExactly(
                        "c.csv:3: the row has 5 cells, expected 6",
                        "c.csv:5: step is zero, expected a whole number from 0 on",
                        "c.csv:7: trial is x, expected a whole number from 0 on",
                        "c.csv:10: step is 2, expected 1, which trial 3 lacks after line 9",
                        "c.csv:12: the row has 7 cells, expected 6",
                        "c.csv:13: step is 9, expected 1, which trial 4 lacks after line 11");
    }

    @Test
    void trials_keep_their_numbers_and_lengths_in_the_order_of_numbers() throws IOException {
        List<CommandTrial> trials =
                read("trial,step,a,b,c,d\n900,1,2,0,0,0\n7,0,3,0,0,0\n900,0,1,0,0,0\n12,0,4,0,0,0\n900,2,5,0,0,0\n");

        assertThat(trials).extracting(CommandTrial::trial).containsExactly(7L, 12L, 900L);
        assertThat(trials).extracting(trial -> trial.excitation().length).containsExactly(1, 1, 3);
        assertThat(trials.get(2).excitation()).isDeepEqualTo(new double[][] {{1, 0, 0, 0}, {2, 0, 0, 0}, {5, 0, 0, 0}});
    }

    @Test
    void starts_that_cannot_be_read_are_not_missed_as_well() throws IOException {
        Path commands = Files.writeString(folder.resolve("c.csv"), "trial,step,a,b,c,d\n0,0,0,0,0,0\n1,0,0,0,0,0\n");
        Path starts = Files.writeString(folder.resolve("s.csv"), "trial,p0,p1,v0,v1\n0,0,0,0\n5,0,0,0,inf\n");

        var bad = catchThrowableOfType(
                BadTable.class, () -> CommandTable.read(commands, starts, PointMass.DEFAULT, 0.005));

        assertThat(bad.problems())
                .containsExactly(
                        "s.csv:2: the row has 4 cells, expected 5",
                        "s.csv:3: v1 is inf, expected a finite number",
                        "s.csv:3: trial is 5, expected a trial that has commands");
    }
}
