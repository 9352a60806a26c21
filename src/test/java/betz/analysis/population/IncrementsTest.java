// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.BadSetting;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class IncrementsTest {
    private static final double[][][] VALUES = {{{1, 0}, {0.5, 2}, {0.25, 6}}, {{4, 1}, {2, 3}, {1, 4}}};

    private static Increments increments() {
        return Increments.of(ConditionTensors.activity(VALUES, 0.01));
    }

    @Test
    void changes_are_forward_differences_that_do_not_cross_from_one_condition_to_the_next() {
        assertThat(increments().states()).isDeepEqualTo(new double[][] {{1, 0}, {0.5, 2}, {4, 1}, {2, 3}});
        assertThat(increments().changes()).isDeepEqualTo(new double[][] {{-0.5, 2}, {-0.25, 4}, {-2, 2}, {-1, 1}});
    }

    @Test
    void conditions_can_be_left_out() {
        Increments second = Increments.of(ConditionTensors.activity(VALUES, 0.01), condition -> condition == 1);

        assertThat(second.states()).isDeepEqualTo(new double[][] {{4, 1}, {2, 3}});
    }

    @Test
    void a_map_that_halves_the_first_dimension_explains_its_changes_and_no_others() {
        double[][] halves = {{-0.5, 0}, {0, 0}};

        // squares of changes: 0.25 + 0.0625 + 4 + 1 along the first, 4 + 16 + 4 + 1 along the second
        assertThat(increments().r2(halves)).isCloseTo(5.3125 / 30.3125, within(1e-12));
        assertThat(increments().r2(halves, new double[][] {{1}, {0}})).isCloseTo(1, within(1e-12));
        assertThat(increments().r2(halves, new double[][] {{0}, {1}})).isCloseTo(0, within(1e-12));
    }

    @Test
    void the_fitted_map_leaves_nothing_that_the_states_could_explain() {
        Increments increments = increments();
        double[][] errors = increments.errors(increments.map());

        for (int dimension = 0; dimension < 2; dimension++) {
            for (int state = 0; state < 2; state++) {
                double along = 0;
                for (int row = 0; row < errors.length; row++) {
                    along += errors[row][dimension] * increments.states()[row][state];
                }
                assertThat(along).isCloseTo(0, within(1e-12));
            }
        }
        assertThat(increments.map()[0]).containsExactly(new double[] {-0.5, 0}, within(1e-12));
    }

    @Test
    void activity_that_stands_still_has_none() {
        double[][][] still = {{{1, 2}, {1, 2}}, {{3, 4}, {3, 4}}};

        assertThatThrownBy(() -> Increments.of(ConditionTensors.activity(still, 0.01)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("activity is the same at all times, expected activity that changes");
    }
}
