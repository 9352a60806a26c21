// SPDX-License-Identifier: Apache-2.0
package betz.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LossRulesTest {
    private static final String SMOOTH = "reference: minimum-jerk\n";
    private static final String ALONE = SMOOTH + "network: {readout: linear, readoutBias: 0}\ntraining:\n";

    @Test
    void every_term_may_count_where_a_cortex_moves_an_arm() {
        assertThat(told(
                        "training: {loss: {joint: 1, excitation: 1, endPoint: 1, force: 1, muscleRate: 1, excitationRate: 1,"
                                + " activityRate: 1, jerk: 1, jacobian: 1}}"))
                .isEmpty();
    }

    @Test
    void only_a_cortex_has_excitations_to_compare_with() {
        assertThat(told(SMOOTH + "training: {loss: {joint: 1, excitation: 2}}"))
                .containsExactly(
                        "x.yaml:2:41: training.loss.excitation is given, expected absent, since only a tuned-cortex"
                                + " has excitations to compare with; or that reference.");
        assertThat(told(SMOOTH + "training: {loss: {excitation: 0}}")).isEmpty();
    }

    @Test
    void a_point_mass_has_no_joints() {
        assertThat(told(SMOOTH + "effector: point-mass\ntraining: {loss: {joint: 1}}"))
                .containsExactly(
                        "x.yaml:3:26: training.loss.joint is given, expected absent, since a point-mass has no joints;"
                                + " or another effector.");
    }

    @Test
    void without_a_body_only_what_is_imitated_and_the_network_count() {
        assertThat(
                        told(
                                ALONE
                                        + "  mode: {kind: imitation, of: hand}\n  loss: {jerk: 1, endPoint: 1, activityRate: 1, muscle: 1}"))
                .isEmpty();
        assertThat(told(ALONE + "  mode: {kind: imitation, of: joint-angles}\n  loss: {jerk: 1, joint: 2}"))
                .containsExactly(
                        "x.yaml:5:16: training.loss.jerk is given, expected absent, since a network that imitates joint"
                                + " angles has only activity, weights, joint, activityRate and jacobian.");
    }

    @Test
    void only_units_with_one_recurrent_drive_have_a_jacobian() {
        String asked = "training: {loss: {jacobian: {weight: 1, during: delay}}}\n";

        assertThat(told(SMOOTH + asked + "network: gru\nbaselines: [feed-forward, vanilla]"))
                .containsExactly(
                        "x.yaml:2:29: training.loss.jacobian is given, expected absent, since network is of kind gru,"
                                + " whose units have gates and not one drive; or vanilla or leaky units there.",
                        "x.yaml:2:29: training.loss.jacobian is given, expected absent, since baselines.0 has no"
                                + " recurrent units; or vanilla or leaky units there.");
        assertThat(told(SMOOTH + "network: gru\ntraining: {loss: {jacobian: 0}}"))
                .isEmpty();
    }

    @Test
    void layers_of_a_stack_have_a_jacobian_if_none_has_gates() {
        String asked = SMOOTH + "training: {loss: {jacobian: 1}}\nnetwork: {cell: stack, layers: ";

        assertThat(told(asked + "[feed-forward, leaky, vanilla]}")).isEmpty();
        assertThat(told(asked + "[leaky, gru]}"))
                .containsExactly(
                        "x.yaml:2:29: training.loss.jacobian is given, expected absent, since network.layers.1 is of"
                                + " kind gru, whose units have gates and not one drive; or vanilla or leaky units there.");
    }

    @Test
    void all_terms_can_be_listed() {
        assertThat(KindList.lines("losses").orElseThrow().stream().filter(line -> !line.startsWith(" ")))
                .hasSize(14)
                .first()
                .isEqualTo(
                        "position   Distance of the hand from the reference's path, x and y added up, in units of 1 cm.");
    }

    private static List<String> told(String text) {
        return Refusals.told(text, List.of());
    }
}
