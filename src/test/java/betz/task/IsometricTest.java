// SPDX-License-Identifier: Apache-2.0
package betz.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.common.Range;
import betz.data.Handle;
import betz.data.Plane;
import betz.data.Point;
import betz.data.Trial;
import betz.effector.Arm26;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IsometricTest {
    private static final double DT = 0.01;

    private static Isometric of(double force, double stiffness) {
        return new Isometric(8, force, 0.10, stiffness, 50, Range.of(0.2), Range.of(1), 0);
    }

    @Test
    void the_force_of_the_target_puts_the_cursor_on_it() {
        Handle handle = of(8, 2000).handle();

        // 8 N move the hand by 4 mm, and the cursor by 10 cm
        assertThat(handle.gain()).isEqualTo(25);
        assertThat(handle.force(0.10, 0)).isCloseTo(8, within(1e-14)); // rounding
    }

    @Test
    void trials_are_those_of_centre_out_with_the_hand_at_a_handle() {
        var body = new Plane(new Point(-0.1, 0.4));
        var task = of(10, 2500);
        var reach = new CentreOut(8, 0.10, 0.2, 1);

        var trials = task.balanced(16, DT, body, RandomStream.of(1, "trials"));
        var reaches = reach.balanced(16, DT, body, RandomStream.of(1, "trials"));

        assertThat(trials.steps()).isEqualTo(reaches.steps());
        for (int i = 0; i < 16; i++) {
            Trial free = reaches.get(i);
            assertThat(trials.get(i)).isEqualTo(free.holding(new Handle(2500, 50, 25)));
        }
    }

    @Test
    void a_cursor_may_go_where_no_hand_can_but_a_soft_handle_may_not() {
        var far = new Isometric(8, 10, 0.90, 2500, 50, Range.of(0.2), Range.of(1), 0);

        assertThat(far.misfits(Arm26.DEFAULT)).isEmpty();
        assertThat(of(10, 20).misfits(Arm26.DEFAULT)).singleElement().satisfies(bad -> {
            assertThat(bad.name()).isEqualTo("stiffness"); // 10 N move the hand by 50 cm
            assertThat(bad.found()).isEqualTo("20 N/m");
            assertThat(bad.expected()).startsWith("a handle so stiff that the hand");
        });
    }

    @Test
    void absurd_forces_and_handles_are_refused() {
        assertThatThrownBy(() -> of(0, 2500)).isInstanceOf(BadSetting.class).hasMessageContaining("force");
        assertThatThrownBy(() -> of(2000, 2500)).isInstanceOf(BadSetting.class).hasMessageContaining("force");
        assertThatThrownBy(() -> of(10, 1)).isInstanceOf(BadSetting.class).hasMessageContaining("stiffness");
    }
}
