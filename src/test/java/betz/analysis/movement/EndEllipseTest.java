// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.data.Condition;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EndEllipseTest {
    /** The corners of a rhombus with half diagonals 3 and 1 cm have an ellipse of ratio 3 along the longer one. */
    @ParameterizedTest
    @ValueSource(doubles = {-80, -30, 0, 20, 75})
    void the_longer_axis_points_where_the_end_points_scatter_most(double degrees) {
        double c = Math.cos(Math.toRadians(degrees));
        double s = Math.sin(Math.toRadians(degrees));

        var ellipse = EndEllipse.of(
                new double[] {0.03 * c, -0.03 * c, -0.01 * s, 0.01 * s},
                new double[] {0.03 * s, -0.03 * s, 0.01 * c, -0.01 * c});

        assertThat(ellipse.ratio()).isCloseTo(3, within(1e-9));
        assertThat(Math.toDegrees(ellipse.angle())).isCloseTo(degrees, within(1e-9));
        assertThat(ellipse.along() * ellipse.along() + ellipse.across() * ellipse.across())
                .isCloseTo((2 * 9e-4 + 2 * 1e-4) / 4, within(1e-12)); // the trace does not turn
    }

    @Test
    void end_points_on_a_line_have_no_ratio() {
        assertThat(EndEllipse.of(new double[] {1, -1}, new double[] {0, 0}).ratio())
                .isNaN();
    }

    @Test
    void deviations_are_from_the_mean_of_each_condition_and_single_trials_are_left_out() {
        var east = new Condition(0, "east", 0);
        var north = new Condition(1, "north", Math.PI / 2);
        var west = new Condition(2, "west", Math.PI);

        double[] deviations =
                EndEllipse.deviations(List.of(east, north, east, west, north), new double[] {1, 10, 3, 99, 14});

        double factor = Math.sqrt(2); // n/(n - 1) of two
        assertThat(deviations).containsExactly(new double[] {-factor, factor, -2 * factor, 2 * factor}, within(1e-12));
    }
}
