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
class HandleRulesTest {
    private static final String SMOOTH = "reference: minimum-jerk\n";
    private static final String HELD = "task: isometric\n" + SMOOTH;

    private static List<String> told(String text) {
        return Refusals.told(text, List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "effector: {kind: arm26, muscle: rigid-tendon-hill}\n",
                "effector: {kind: arm26, muscle: relu}\n",
                "effector: point-mass\n",
                "training: {mode: {kind: imitation, of: hand}}\nnetwork: {cell: leaky, readout: linear, readoutBias: 0}\n",
                "evaluation: {perturbations: [pulse, {kind: cursor, rotation: 30 deg}, silence, target-jump, load]}\n",
                "curriculum: [{name: push, perturbation: pulse}, {name: turned, perturbation: cursor}]\n",
            })
    void bodies_modes_and_perturbations_that_do_not_stand_against_a_handle_go_with_it(String more) {
        assertThat(told(HELD + more)).isEmpty();
    }

    @Test
    void a_tuned_cortex_does_not_push_a_handle() {
        assertThat(told("task: isometric\n"))
                .containsExactly(
                        "x.yaml:1:7: task is isometric, expected a reach for a tuned-cortex, which is fitted to move a"
                                + " free hand and knows no handle; or reference: minimum-jerk.");
    }

    @Test
    void a_field_of_force_is_refused_where_the_hand_holds_a_handle_and_nowhere_else() {
        String why =
                ", expected another perturbation, since the hand holds a stiff handle and hardly moves through a field.";
        assertThat(told(HELD + "evaluation: {perturbations: [channel]}\n"))
                .containsExactly("x.yaml:3:30: evaluation.perturbations.0 is channel" + why);
        assertThat(told(HELD + "curriculum: [{name: a, perturbation: curl-field}]\n"))
                .singleElement()
                .asString()
                .endsWith("curriculum.0.perturbation is curl-field" + why);
        assertThat(told(HELD + "curriculum: [{name: a, task: centre-out, perturbation: curl-field}]\n"))
                .isEmpty();
    }

    @Test
    void a_handle_that_long_steps_shake_is_told_with_ways_out() {
        assertThat(told("task: {kind: isometric, damping: 25 N*s/m}\n" + SMOOTH))
                .singleElement()
                .asString()
                .contains(
                        "task.stiffness is 2500 N/m",
                        "expected a handle that does not shake a hand at rest at steps of 10 ms; or effector.integrator:"
                                + " semi-implicit, or effector.miniSteps: 2.");
        String damped = "task: {kind: isometric, damping: 25 N*s/m}\n" + SMOOTH;
        assertThat(told(damped + "effector: {kind: arm26, integrator: semi-implicit}\n"))
                .isEmpty();
        assertThat(told(damped + "effector: {kind: arm26, miniSteps: 2}\n")).isEmpty();
    }

    @Test
    void a_force_that_the_muscles_cannot_hold_is_refused() {
        assertThat(told("task: {kind: isometric, force: 400 N, stiffness: 20000 N/m, damping: 400 N*s/m}\n" + SMOOTH
                        + "effector: {kind: arm26, miniSteps: 8}\n"))
                .contains(
                        "x.yaml:1:32: task.force is 400 N, expected one that the muscles can hold in every direction where"
                                + " trials start.");
    }

    @Test
    void joints_of_a_hand_at_a_handle_are_not_taught() {
        assertThat(told(HELD + "training: {loss: {position: 1, joint: 1}}\n"))
                .singleElement()
                .asString()
                .endsWith(
                        "training.loss.joint is given, expected absent, since the joints of a hand at a handle hardly turn.");
        assertThat(told(HELD + "training: {mode: {kind: imitation, of: joint-angles}}\n"
                        + "network: {cell: leaky, readout: linear, readoutBias: 0}\n"))
                .singleElement()
                .asString()
                .endsWith("expected hand, since the joints of a hand at a handle hardly turn.");
    }
}
