// SPDX-License-Identifier: Apache-2.0
package betz.loop;

import static org.assertj.core.api.Assertions.assertThat;

import betz.data.Field;
import betz.data.Handle;
import betz.effector.Arm26;
import betz.effector.Convention;
import betz.effector.Integrator;
import betz.effector.PointMass;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SteadinessTest {
    private static final double DT = 0.01;

    /**
     * By the equation of a mass of 1 kg in walls, {@code |1 + h lambda|² = 1 - h (damping - h stiffness)}: after 0.4 s a millimetre
     * has shrunk by {@code exp(-0.2 s (damping - h stiffness) / 1 kg)}, to 0.082 mm at 2500 N/m, 25 N·s/m and 5 ms, where steps of
     * 0.6 ms leave 0.009 mm; at 6000 N/m it is 0.135 mm with 2.5 ms, and 0.030 mm with 1.25 ms.
     */
    @ParameterizedTest
    @CsvSource({"2500, 25, 2", "2500, 60, 1", "500, 5, 2", "6000, 25, 8", "0, 25, 1"})
    void explicit_euler_needs_shorter_steps_in_a_stiff_channel(double stiffness, double damping, int parts) {
        int found = Steadiness.parts(PointMass.DEFAULT, new Field.Channel(stiffness, damping), DT);

        assertThat(found).isEqualTo(parts);
        assertThat(Steadiness.parts(PointMass.DEFAULT.withMiniSteps(found), new Field.Channel(stiffness, damping), DT))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Integrator.class,
            names = {"SEMI_IMPLICIT", "RK4"})
    void other_integrators_carry_the_usual_channel_at_ten_milliseconds(Integrator integrator) {
        PointMass mass = PointMass.DEFAULT.with(integrator, Convention.BETZ);

        assertThat(Steadiness.parts(mass, Field.Channel.DEFAULT, DT)).isEqualTo(1);
    }

    @Test
    void the_muscles_of_the_usual_arm_damp_its_usual_channel() {
        assertThat(Steadiness.parts(Arm26.DEFAULT, Field.Channel.DEFAULT, DT)).isEqualTo(1);
    }

    /** A handle holds the hand in the direction in which it is lightest too; explicit steps take 25 N·s/m from its damping. */
    @ParameterizedTest
    @CsvSource({"25, 2", "50, 1"})
    void a_handle_needs_more_damping_than_explicit_steps_take_from_it(double damping, int parts) {
        var handle = new Handle(2500, damping, 25);

        assertThat(Steadiness.parts(Arm26.DEFAULT, handle, DT)).isEqualTo(parts);
        assertThat(Steadiness.parts(PointMass.DEFAULT, handle, DT)).isEqualTo(parts);
        assertThat(Steadiness.parts(Arm26.DEFAULT.withMiniSteps(2), handle, DT)).isEqualTo(1);
        assertThat(Steadiness.parts(Arm26.DEFAULT.with(Integrator.SEMI_IMPLICIT, Convention.BETZ), handle, DT))
                .isEqualTo(1);
    }

    @Test
    void a_field_that_drives_a_hand_away_by_its_nature_is_no_fault_of_the_step() {
        var away = new Field.LinearField(List.of(0.0, 0.0, 0.0, 0.0), List.of(300.0, 0.0, 0.0, 300.0));

        assertThat(Steadiness.parts(Arm26.DEFAULT, away, DT)).isEqualTo(1);
        assertThat(Steadiness.parts(Arm26.DEFAULT, Field.CurlField.DEFAULT, DT)).isEqualTo(1);
    }
}
