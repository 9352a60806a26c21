// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandleTest {
    private static final Point START = new Point(0.1, 0.4);
    private static final Handle HANDLE = new Handle(2000, 40, 20);

    @Test
    void a_handle_pulls_back_to_the_start_and_brakes_alike_in_both_axes() {
        double[] load = HANDLE.load(START);

        assertThat(load).containsExactly(0, 0, 0, 0, -2000, 0, 0, -2000, 0.1, 0.4, -40, 0, 0, -40, 0);
    }

    @Test
    void its_force_is_that_of_spring_and_damper_on_the_hand_behind_the_cursor() {
        // the hand is 2 mm from the start and goes 10 mm/s: 4 N of the spring, 0.4 N of the damper
        assertThat(HANDLE.force(20 * 0.002, 20 * 0.010)).isEqualTo(4.4);
        assertThat(HANDLE.newtonsPerMetre()).isEqualTo(100);
        assertThat(HANDLE.hand(START, START.plus(0.04, 0)).x()).isCloseTo(0.102, within(1e-15)); // rounding
    }

    @Test
    void two_loads_at_once_add_up_around_the_centre_of_the_first() {
        double[] pushed = LoadRows.sum(HANDLE.load(START), LoadRows.force(3, -1));

        assertThat(pushed).containsExactly(3, -1, 0, 0, -2000, 0, 0, -2000, 0.1, 0.4, -40, 0, 0, -40, 0);
    }

    @Test
    void a_mass_in_the_hand_that_holds_a_handle_is_carried_beside_it() {
        double[] both = LoadRows.sum(HANDLE.load(START), LoadRows.mass(1.5));

        assertThat(both[LoadRows.MASS]).isEqualTo(1.5);
        assertThat(both[LoadRows.STIFFNESS]).isEqualTo(-2000);
    }

    @Test
    void a_trial_keeps_its_handle_under_any_perturbation() {
        Trial free = new Trial(new Condition(0, "", 0), START, START.plus(0.1, 0), 0, 1, 5);

        assertThat(free.handle()).isNull();
        assertThat(free.holding(HANDLE).with(Cursor.DEFAULT).handle()).isEqualTo(HANDLE);
        assertThat(new TrialBatch(0.01, 5, java.util.List.of(free)).holds()).isFalse();
        assertThat(new TrialBatch(0.01, 5, java.util.List.of(free, free.holding(HANDLE))).holds())
                .isTrue();
    }

    @Test
    void a_handle_without_stiffness_or_screen_is_refused() {
        assertThatThrownBy(() -> new Handle(0, 40, 20))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("stiffness");
        assertThatThrownBy(() -> new Handle(2000, -1, 20))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("damping");
        assertThatThrownBy(() -> new Handle(2000, 40, Double.NaN))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("gain");
    }
}
