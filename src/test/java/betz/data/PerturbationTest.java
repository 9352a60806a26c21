// SPDX-License-Identifier: Apache-2.0
package betz.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PerturbationTest {
    private static final double DT = 0.01;
    private static final double ROUNDING = 1e-14; // of sines and cosines, times forces
    private static final Point START = new Point(0.2, 0.1);
    /** Straight ahead, 10 cm. */
    private static final Trial AHEAD = new Trial(new Condition(0, "ahead", 0), START, START.plus(0, 0.1), 20, 70, 200);

    @Test
    void a_trial_is_asked_for_without_a_perturbation() {
        assertThat(AHEAD.perturbation().isNone()).isTrue();
        assertThat(AHEAD.with(Cursor.DEFAULT).perturbation()).isEqualTo(Cursor.DEFAULT);
        assertThat(AHEAD.with(Cursor.DEFAULT).with(Perturbation.None.DEFAULT)).isEqualTo(AHEAD);
    }

    @Test
    void trials_of_a_batch_have_perturbations_of_their_own() {
        var batch = new TrialBatch(DT, 200, List.of(AHEAD, AHEAD));

        assertThat(batch.with(Push.Pulse.DEFAULT).trials()).containsOnly(AHEAD.with(Push.Pulse.DEFAULT));
        assertThat(batch.with(i -> i == 0 ? Perturbation.None.DEFAULT : Cursor.DEFAULT)
                        .trials())
                .containsExactly(AHEAD, AHEAD.with(Cursor.DEFAULT));
    }

    @Test
    void a_pulse_at_ninety_degrees_pushes_to_the_left_of_the_way_and_against_it_at_a_hundred_and_eighty() {
        // the way is +y, so left is -x
        assertThat(rows(new Push.Pulse(4, Math.PI / 2, Since.GO, 0.3, 0.1), LoadRows.FORCE, 2))
                .containsExactly(new double[] {-4, 0}, within(ROUNDING));
        assertThat(rows(new Push.Step(3, Math.PI, Since.GO, 0.3), LoadRows.FORCE, 2))
                .containsExactly(new double[] {0, -3}, within(ROUNDING));
    }

    @Test
    void times_are_counted_from_the_event_and_rounded_to_the_nearest_step() {
        assertThat(window(new Push.Pulse(1, 0, Since.START, 0.7, 0.1))).containsExactly(70, 80);
        assertThat(window(new Push.Pulse(1, 0, Since.TARGET, 0.7, 0.1))).containsExactly(90, 100);
        assertThat(window(new Push.Pulse(1, 0, Since.GO, -0.1, 0.1))).containsExactly(60, 70);
        assertThat(window(new Push.Pulse(1, 0, Since.START, 0.104, 0.015))).containsExactly(10, 12);
        assertThat(window(new Push.JointTorque(List.of(1.0, 2.0), Since.GO, 0, 0.05)))
                .containsExactly(70, 75);
        assertThat(window(new Push.Step(1, 0, Since.GO, 0.3))).containsExactly(100, Integer.MAX_VALUE);
        assertThat(window(Field.CurlField.DEFAULT)).containsExactly(0, Integer.MAX_VALUE);
        assertThat(window(new Mass(1, Since.GO, 0.3, 0.2))).containsExactly(100, 120);
    }

    @Test
    void what_lasts_less_than_a_step_lasts_one() {
        assertThat(window(new Push.Pulse(1, 0, Since.START, 0.7, 0.001))).containsExactly(70, 71);
    }

    @Test
    void torques_and_loads_are_as_told_whatever_the_way() {
        assertThat(rows(new Push.JointTorque(List.of(1.0, -2.0), Since.GO, 0, 0.1), LoadRows.TORQUE, 2))
                .containsExactly(1, -2);
        var load = new Push.Load(List.of(3.0, 4.0), List.of(5.0, 6.0));
        assertThat(load.load(AHEAD)).startsWith(3, 4, 5, 6).hasSize(LoadRows.COUNT);
    }

    @Test
    void a_mass_is_in_the_hand_over_the_whole_trial_unless_told_otherwise_and_is_no_force() {
        double[] expected = new double[LoadRows.COUNT];
        expected[LoadRows.MASS] = 1;

        assertThat(Mass.DEFAULT.load(AHEAD)).containsExactly(expected);
        assertThat(Mass.DEFAULT.from(AHEAD, DT)).isZero();
        assertThat(Mass.DEFAULT.until(AHEAD, DT)).isGreaterThan(AHEAD.end());
    }

    @Test
    void a_positive_curl_field_pushes_a_hand_that_goes_ahead_to_the_right() {
        double[] force = force(Field.CurlField.DEFAULT, START, 0, 0.5);

        assertThat(force).containsExactly(6.5, 0); // 13 N·s/m times 0.5 m/s
    }

    @Test
    void the_field_of_1994_pushes_as_published() {
        // B v with B = [[-10.1, -11.2], [-11.2, 11.1]] N·s/m
        assertThat(force(Field.LinearField.DEFAULT, START, 0.1, 0.2))
                .containsExactly(new double[] {-3.25, 1.1}, within(ROUNDING));
    }

    @Test
    void a_linear_field_springs_about_the_start() {
        var spring = new Field.LinearField(List.of(0.0, 0.0, 0.0, 0.0), List.of(-100.0, 0.0, 0.0, -50.0));

        assertThat(force(spring, START.plus(0.01, 0.02), 0, 0)).containsExactly(new double[] {-1, -1}, within(1e-12));
    }

    @Test
    void a_channel_leaves_the_hand_free_along_the_way_and_pushes_it_back_across() {
        var slanted = new Trial(new Condition(0, "", 0), START, START.plus(0.06, 0.08), 0, 0, 9);
        var channel = Field.Channel.DEFAULT;

        // along (3, 4)/5; across to the left (-4, 3)/5
        double[] along = force(channel, slanted, START.plus(0.03, 0.04), 0.3, 0.4);
        double[] across = force(channel, slanted, START.plus(-0.008, 0.006), -0.08, 0.06);

        assertThat(along).containsExactly(new double[] {0, 0}, within(1e-12)); // 2500 N/m times rounding
        // 1 cm and 0.1 m/s to the left: 25 N and 2.5 N to the right
        assertThat(across).containsExactly(new double[] {27.5 * 0.8, -27.5 * 0.6}, within(1e-12));
    }

    @Test
    void a_jump_moves_the_target_that_the_task_shows_from_its_step_on() {
        var jump = new TargetJump(0.03, Math.PI / 2, Since.GO, 0.3);
        var batch = new TrialBatch(DT, 200, List.of(AHEAD.with(jump)));
        double[][] input = new double[TrialBatch.INPUTS][1];

        batch.input(99, input);
        assertThat(input).isDeepEqualTo(new double[][] {{0}, {0.2 - 0.1}, {1}, {1}});
        batch.input(100, input);

        assertThat(input[0][0]).isCloseTo(-0.03, within(ROUNDING));
        assertThat(input[1][0]).isCloseTo(0.1, within(ROUNDING));
        assertThat(jump.taskPart()).isEqualTo(jump);
        assertThat(Cursor.DEFAULT.taskPart()).isEqualTo(Perturbation.None.DEFAULT);
    }

    @Test
    void a_jump_that_nobody_can_see_asks_for_nothing() {
        var jump = new TargetJump(0.03, Math.PI / 2, Since.GO, 0.3);
        var remembered = new Trial(new Condition(0, "", 0), START, new Point(0.2, 0.3), 10, 60, 70, 200).with(jump);

        assertThat(remembered.target(150, DT)).isEqualTo(remembered.target());
        assertThat(remembered.goal(150, DT)).isEqualTo(remembered.target());
    }

    @Test
    void a_trial_without_a_way_has_the_direction_of_its_condition() {
        var still = new Trial(new Condition(0, "", 1.25), START, START, 0, 0, 9);

        assertThat(still.direction()).isEqualTo(1.25);
        assertThat(AHEAD.direction()).isEqualTo(Math.PI / 2);
    }

    @Test
    void values_that_mean_nothing_are_refused() {
        assertThatThrownBy(() -> new Push.Pulse(-1, 0, Since.GO, 0, 0.1))
                .hasMessage("force is -1.0 N, expected 0.0 to 1000.0 N");
        assertThatThrownBy(() -> new Push.Pulse(1, 0, Since.GO, 0, 0))
                .hasMessage("for is 0.0 s, expected a number above 0 s");
        assertThatThrownBy(() -> new Push.Load(List.of(1.0), List.of(0.0, 0.0)))
                .hasMessage("force is 1 number, expected 2 numbers");
        assertThatThrownBy(() -> new Field.LinearField(List.of(0.0, 0.0, 0.0, Double.NaN), List.of()))
                .isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new Mass(-0.5, Since.START, 0, 1))
                .hasMessage("mass is -0.5 kg, expected 0.0 to 100.0 kg");
        assertThatThrownBy(() -> new Mass(Double.NaN, Since.START, 0, 1)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new Field.Channel(-1, 0)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new Cursor(0, 11, false)).isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> new TargetJump(-0.1, 0, Since.GO, 0)).isInstanceOf(BadSetting.class);
    }

    private static int[] window(Loading loading) {
        return new int[] {loading.from(AHEAD, DT), loading.until(AHEAD, DT)};
    }

    private static double[] rows(Loading loading, int first, int count) {
        return Arrays.copyOfRange(loading.load(AHEAD), first, first + count);
    }

    private static double[] force(Loading loading, Point hand, double vx, double vy) {
        return force(loading, AHEAD, hand, vx, vy);
    }

    /** The definition of {@link LoadRows}, written out. */
    private static double[] force(Loading loading, Trial trial, Point hand, double vx, double vy) {
        double[] l = loading.load(trial);
        double dx = hand.x() - l[LoadRows.CENTRE];
        double dy = hand.y() - l[LoadRows.CENTRE + 1];
        double[] force = new double[2];
        for (int axis = 0; axis < 2; axis++) {
            int k = LoadRows.STIFFNESS + 2 * axis;
            int b = LoadRows.VISCOSITY + 2 * axis;
            force[axis] = l[LoadRows.FORCE + axis] + l[k] * dx + l[k + 1] * dy + l[b] * vx + l[b + 1] * vy;
        }
        return force;
    }
}
