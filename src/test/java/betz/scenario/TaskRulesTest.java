// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TaskRulesTest {
    private static final String SMOOTH = "reference: minimum-jerk\n";

    private static List<String> told(String text) {
        return Refusals.told(text, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{kind: arm26, muscle: relu}",
                "{kind: arm26, muscle: mujoco-hill}",
                "{kind: arm26, muscle: rigid-tendon-hill}",
                "{kind: arm26, muscle: thelen}",
                "{kind: arm26, muscle: compliant-tendon-hill}",
                "point-mass",
                "{kind: arm26, posture: {shoulder: 20 deg, elbow: 120 deg}}"
            })
    void every_body_can_reach_at_random(String effector) {
        assertThat(told("task: random-reach\neffector: " + effector + "\n" + SMOOTH))
                .isEmpty();
    }

    @Test
    void random_reaches_that_no_arm_can_make_are_told_with_its_workspace() {
        assertThat(told("task:\n  kind: random-reach\n  distance: 60..80 cm\n" + SMOOTH))
                .containsExactly(
                        "x.yaml:3:13: task.distance is 60 cm to 80 cm, expected distances of which in every direction some"
                                + " straight reach is within 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135"
                                + " and the elbow at 0 to 155 degrees.");
    }

    @Test
    void a_tuned_cortex_starts_near_one_posture_alone() {
        assertThat(told("task: {kind: random-reach, startsWithin: 1 cm}\n")).isEmpty();
        assertThat(told("task: {kind: random-reach, startsWithin: 2 cm}\n"))
                .containsExactly(
                        "x.yaml:1:42: task.startsWithin is 2 cm, expected at most 1 cm for a tuned-cortex, whose read-out"
                                + " is fitted to one posture; or reference: minimum-jerk.");
        assertThat(told("task: random-reach\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:7: task.startsWithin is 10 cm (the default), expected at most 1 cm");
    }

    @Test
    void a_tuned_cortex_cannot_start_anywhere() {
        assertThat(told("task: joint-reach\n"))
                .containsExactly(
                        "x.yaml:1:7: task is joint-reach, expected one whose trials start within 1 cm for a tuned-cortex, whose"
                                + " read-out is fitted to one posture; or reference: minimum-jerk.");
    }

    @Test
    void an_arm_that_cannot_move_cannot_reach_from_posture_to_posture() {
        String still = "effector: {kind: arm26, skeleton: {shoulder: 45..45 deg, elbow: 90..90 deg}}\n";

        assertThat(told("task: joint-reach\n" + still + SMOOTH))
                .anySatisfy(line -> assertThat(line)
                        .isEqualTo("x.yaml:1:7: task is joint-reach, expected a body whose joints let the hand move in"
                                + " every direction."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"via-points", "ellipse", "figure-eight", "cycling"})
    void a_tuned_cortex_does_not_follow_a_moving_target(String task) {
        assertThat(told("task: " + task + "\n"))
                .containsExactly(
                        "x.yaml:1:7: task is " + task + ", expected a reach for a tuned-cortex, which does not follow"
                                + " moving targets; or reference: minimum-jerk.");
        assertThat(told("task: " + task + "\n" + SMOOTH)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"arm26", "point-mass", "torque-arm", "via-point-arm"})
    void every_body_can_be_held_against_loads(String body) {
        assertThat(told("task: posture\neffector: " + body + "\n" + SMOOTH)).isEmpty();
    }

    @Test
    void nobody_waits_for_a_go_cue_where_a_hand_is_to_stay() {
        assertThat(told("task: posture\n"))
                .containsExactly(
                        "x.yaml:1:7: task is posture, expected a reach for a tuned-cortex, which begins with a go cue,"
                                + " and here is none; or reference: minimum-jerk.");
    }

    @Test
    void loads_come_upon_a_body_that_can_hold_them_and_a_network_that_cannot_know_them() {
        String imitation = "network: {readout: linear, readoutBias: 0}\ntraining: {mode: imitation}\n";
        String starts = "network: {structure: {start: {kind: per-condition, conditions: 8}}}\n";

        assertThat(told("task: posture\n" + SMOOTH + imitation))
                .containsExactly(
                        "x.yaml:1:7: task is posture, expected another task, since a network that imitates has no"
                                + " body to load.");
        assertThat(told("task: posture\n" + SMOOTH + starts))
                .containsExactly(
                        "x.yaml:3:30: network.structure.start is per-condition, expected zero or learned, since"
                                + " nothing may tell the load before it comes.");
        assertThat(told("task: {kind: posture, torque: 100 N*m}\n" + SMOOTH))
                .singleElement()
                .asString()
                .startsWith(
                        "x.yaml:1:31: task.torque is 100 N*m, or [100.0, 0.0] at shoulder and elbow, expected loads that the"
                                + " muscles can hold where trials start");
    }

    @Test
    void joints_can_be_imitated_round_an_ellipse_which_starts_in_one_place() {
        String imitation = SMOOTH + "network: {readout: linear, readoutBias: 0}\ntask: %s\n"
                + "training: {mode: {kind: imitation, of: joint-angles}}\n";

        assertThat(told(imitation.formatted("ellipse"))).isEmpty();
        assertThat(told(imitation.formatted("{kind: cycling, starts: top}"))).isEmpty();
        assertThat(told(imitation.formatted("cycling"))).hasSize(1);
    }

    @Test
    void a_network_that_sees_the_task_alone_cannot_imitate_joints_from_unknown_postures() {
        String imitation =
                SMOOTH + "network: {readout: linear, readoutBias: 0}\ntask: {kind: random-reach, startsWithin: %s}\n"
                        + "training: {mode: {kind: imitation, of: %s}}\n";

        assertThat(told(imitation.formatted("10 cm", "hand"))).isEmpty();
        assertThat(told(imitation.formatted("0 cm", "joint-angles"))).isEmpty();
        assertThat(told(imitation.formatted("10 cm", "joint-angles")))
                .containsExactly(
                        "x.yaml:4:40: training.mode.of is joint-angles, expected hand, since a network that sees the task"
                                + " alone cannot know the posture that a reach starts from; or a task whose trials all start"
                                + " in one place.");
    }

    private static final String HEADER =
            "condition,start_x [cm],target_x [cm],target_y [cm],target_on [ms],go [ms],end [ms]\n";

    @TempDir
    Path folder;

    private List<String> table(String rows, String rest) throws IOException {
        Path file = Files.writeString(folder.resolve("t.csv"), HEADER + rows);
        return told("task:\n  kind: table\n  file: \"" + file + "\"\n" + rest).stream()
                .map(problem -> problem.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void a_table_that_is_missing_is_told_with_the_command_that_makes_one() {
        assertThat(told("task: {kind: table, file: nowhere.csv}\n"))
                .containsExactly(
                        "x.yaml:1:27: task.file is 'nowhere.csv', which is not a file, expected a CSV file of trials; make"
                                + " one with: betz new NAME --from table.");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void what_never_ends_is_no_table() {
        assertThat(told("task: {kind: table, file: /dev/zero}\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:27: task.file is '/dev/zero', which is not a file, expected");
    }

    @Test
    void every_problem_of_a_table_stands_in_a_line_of_its_own() throws IOException {
        assertThat(table("a,0,ten,0,200,600,2100\nb,0,10,0,200,600,610\n", ""))
                .containsExactly(
                        "x.yaml:3:9: task.file is 't.csv', expected a table without this problem: t.csv:2: target_x [cm] is"
                                + " ten, expected a number, or nan where it is missing.",
                        "x.yaml:3:9: task.file is 't.csv', expected a table without this problem: t.csv:3: end [ms] is 610,"
                                + " expected at least 100 ms after go.");
        assertThat(table("a,0,ten,0,200,600,2100\n".repeat(30), ""))
                .hasSize(21)
                .last()
                .asString()
                .endsWith("expected a table without this problem: 10 more like these.");
    }

    @Test
    void targets_of_a_table_lie_where_the_hand_can_go() throws IOException {
        String far = "a,0,10,0,200,600,2100\na,0,60,0,200,600,2100\n";

        assertThat(table(far, ""))
                .containsExactly(
                        "x.yaml:3:9: task.file is t.csv with the target at (60, 0) cm in line 3, expected places that the hand"
                                + " can reach: 0.141 to 0.642 m of the shoulder with the shoulder at 0 to 135 and the elbow at"
                                + " 0 to 155 degrees; (0, 0) cm of the table is (-1.69706, 45.3963) cm.");
        assertThat(table(far, SMOOTH + "effector: point-mass\n")).isEmpty();
    }

    @Test
    void a_tuned_cortex_is_not_asked_to_start_elsewhere_by_a_table() throws IOException {
        String off = "a,5,10,0,200,600,2100\n";

        assertThat(table(off, SMOOTH)).isEmpty();
        assertThat(table(off, ""))
                .containsExactly(
                        "x.yaml:3:9: task.file is t.csv with starts up to 5 cm from (0, 0), expected at most 1 cm for"
                                + " a tuned-cortex, whose read-out is fitted to one posture; or reference: minimum-jerk.");
    }

    @Test
    void delays_and_steps_are_held_to_the_longest_trial_of_a_table() throws IOException {
        String trial = "a,0,10,0,0,100,300\n";

        assertThat(table(trial, "feedback: {vision: {delay: 290 ms}}\n")).isEmpty();
        assertThat(table(trial, "feedback: {vision: {delay: 300 ms}}\n"))
                .containsExactly("x.yaml:4:28: feedback.vision.delay is 300 ms, expected less than the trial, 300 ms.");
        assertThat(table("a,0,10,0,0,100,20000\n", "dt: 0.1 ms\n"))
                .singleElement()
                .asString()
                .contains("a step of which a trial of 20000 ms has at most 100000");
    }

    @Test
    void a_recorded_reference_does_not_read_the_table(@TempDir Path other) throws IOException {
        Path reaches = Files.writeString(other.resolve("reaches.csv"), "");

        assertThat(told("task: {kind: table, file: nowhere.csv}\nreference: {kind: recorded, file: \"" + reaches
                        + "\"}\n"))
                .isEmpty();
    }
}
