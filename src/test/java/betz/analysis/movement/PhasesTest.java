// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;

import betz.data.Cursor;
import betz.data.Field;
import betz.data.Perturbation;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhasesTest {
    private static final Perturbation NONE = Perturbation.None.DEFAULT;
    private static final Perturbation FIELD = Field.CurlField.DEFAULT;
    private static final Perturbation CHANNEL = Field.Channel.DEFAULT;

    @Test
    void trials_lie_before_between_or_after_those_with_the_perturbation() {
        var phases = new Phases(trials(NONE, NONE, FIELD, NONE, FIELD, NONE, NONE, NONE));

        assertThat(phases.before()).containsExactly(0, 1);
        assertThat(phases.perturbed()).containsExactly(2, 4);
        assertThat(phases.between()).containsExactly(3);
        assertThat(phases.after()).containsExactly(5, 6, 7);
        assertThat(phases.begin()).isEqualTo(2);
    }

    @Test
    void channels_only_probe_what_was_learnt() {
        var phases = new Phases(trials(CHANNEL, NONE, FIELD, CHANNEL, FIELD, CHANNEL, NONE));

        assertThat(phases.before()).containsExactly(1);
        assertThat(phases.between()).isEmpty();
        assertThat(phases.after()).containsExactly(6);
        assertThat(phases.flags()).containsExactly(0, 0, 1, 0, 1, 0, 0);
    }

    @Test
    void a_clamp_that_is_turned_is_a_perturbation_and_one_that_is_not_a_probe() {
        var turned = new Cursor(0.5, 1, true);
        var straight = new Cursor(0, 1, true);

        var phases = new Phases(trials(NONE, turned, straight, NONE));

        assertThat(phases.perturbed()).containsExactly(1);
        assertThat(phases.after()).containsExactly(3);
    }

    private static List<Trial> trials(Perturbation... perturbations) {
        return MadeReach.recording(Arrays.stream(perturbations)
                        .map(one -> MadeReach.to(0).under(one))
                        .toList())
                .trials()
                .trials();
    }
}
