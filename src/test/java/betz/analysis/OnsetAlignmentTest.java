// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import betz.common.BadSetting;
import betz.data.Recording;
import betz.data.Signal;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class OnsetAlignmentTest {
    @Test
    void time_0_is_where_the_movement_begins() {
        Recording reaches = Reaches.minimumJerk(3);

        Recording aligned = OnsetAlignment.of(reaches, OnsetRule.DEFAULT);

        for (int trial = 0; trial < 3; trial++) {
            double onset = ReachKinematics.of(reaches, trial, OnsetRule.DEFAULT).onset();
            assertThat(aligned.trials().get(trial).goCue()).isEqualTo((int) Math.round(onset / Reaches.DT));
            assertThat(aligned.trials().get(trial).goCue())
                    .isGreaterThan(100); // of 0.5 s, a tenth of the peak speed later
            assertThat(aligned.trials().get(trial).end())
                    .isEqualTo(reaches.trials().get(trial).end());
        }
        assertThat(aligned.signal("hand.velocity").values())
                .containsExactly(reaches.signal("hand.velocity").values());
    }

    @Test
    void trials_without_a_movement_are_left_out_and_none_at_all_is_refused() {
        Recording reaches = Reaches.minimumJerk(3);
        Signal position = reaches.signal("hand.position");
        for (int step = 0; step < position.steps(); step++) {
            position.set(1, step, 0, 0);
            position.set(1, step, 1, 0);
        }

        Recording aligned = OnsetAlignment.of(reaches, OnsetRule.DEFAULT);

        assertThat(aligned.trials().size()).isEqualTo(2);
        assertThat(aligned.trials().get(1).condition().index()).isEqualTo(2);
        assertThatThrownBy(() -> OnsetAlignment.of(reaches.select(1), OnsetRule.DEFAULT))
                .isInstanceOf(BadSetting.class)
                .hasMessage("trials is without any movement, expected a hand that moves, to align to its onset");
    }
}
