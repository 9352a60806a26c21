// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
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
                "{kind: arm26, muscle: rigid-tendon-hill}",
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
}
