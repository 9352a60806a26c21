// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PhasesTest {
    private static final double STEP = 0.1;

    /** A spiral that turns by a step and grows by a factor each sample. */
    private static Phases spiral(double turn, double growth) {
        double[][][] values = new double[1][20][2];
        for (int t = 0; t < 20; t++) {
            double radius = StrictMath.pow(growth, t);
            values[0][t][0] = radius * StrictMath.cos(turn * t + 0.3);
            values[0][t][1] = radius * StrictMath.sin(turn * t + 0.3);
        }
        return Phases.of(ConditionTensors.activity(values, 0.01));
    }

    @Test
    void on_a_circle_the_step_that_led_to_a_state_is_half_a_turn_short_of_a_right_angle() {
        Phases phases = spiral(STEP, 1);

        // a chord that ends at the state stands at pi/2 - step/2 to it; the first state's chord begins there: pi/2 +
        // step/2
        assertThat(phases.angles()[0]).isCloseTo(Math.PI / 2 + STEP / 2, within(1e-12));
        for (int t = 1; t < 20; t++) {
            assertThat(phases.angles()[t]).isCloseTo(Math.PI / 2 - STEP / 2, within(1e-12));
        }
        assertThat(phases.dot()).isCloseTo(StrictMath.cos(STEP / 2), within(1e-12));
    }

    @Test
    void clockwise_turns_have_angles_below_zero() {
        assertThat(spiral(-STEP, 1).mean()).isCloseTo(-spiral(STEP, 1).mean(), within(1e-12));
        assertThat(spiral(-STEP, 1).dot()).isCloseTo(-spiral(STEP, 1).dot(), within(1e-12));
    }

    @Test
    void where_states_grow_along_a_line_the_angle_is_zero() {
        Phases line = spiral(0, 1.1);

        assertThat(line.mean()).isCloseTo(0, within(1e-12));
        assertThat(line.dot()).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_mean_weighs_angles_by_the_distance_from_the_origin() {
        // one state goes outwards at distance 1, the other turns at distance 3: tan of the mean is 3
        double[][][] values = {{{1, 0}, {1, 0}, {1, 0}}, {{0, 0}, {0, 0}, {0, 0}}};
        values[0][1][0] = 1 + 1e-9;
        values[0][2][0] = 1 + 2e-9;
        values[1] = new double[][] {{3, 0}, {3, 1e-9}, {3, 2e-9}};

        double mean = Phases.of(ConditionTensors.activity(values, 0.01)).mean();

        assertThat(mean).isCloseTo(StrictMath.atan2(3, 1), within(1e-7)); // steps of 1e-9 have 7 digits
    }

    @Test
    void every_angle_falls_into_one_sector() {
        double[] counts = spiral(STEP, 1).counts(4);

        // the first is just above pi/2, the others just below
        assertThat(counts).containsExactly(0, 0, 19, 1);
    }
}
