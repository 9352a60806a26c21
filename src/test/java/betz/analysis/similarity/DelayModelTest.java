// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.population.Activity;
import betz.common.BadSetting;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DelayModelTest {
    /** Eigenvalues 0.9, 0.5 and 0.9 ± 0.3 i are those of blocks. */
    private static final double[][] MAP = {
        {0.9, 1, 0, 0},
        {0, 0.5, 0, 0},
        {0, 0, 0.9, -0.3},
        {0, 0, 0.3, 0.9}
    };

    @Test
    void a_linear_map_has_its_own_eigenvalues() {
        Activity activity = mapped(5, 12);
        var model = new DelayModel(activity, activity.rows(), 1, 1);

        Eigen values = Eigen.general(model.step(4).operator());

        assertThat(model.steps()).isEqualTo(5 * 11);
        assertThat(model.rank()).isEqualTo(4);
        assertThat(values.real()).containsExactly(new double[] {0.9, 0.9, 0.9, 0.5}, within(1e-10));
        assertThat(values.imaginary()).containsExactly(new double[] {0.3, -0.3, 0, 0}, within(1e-10));
    }

    @Test
    void steps_do_not_go_from_one_condition_to_the_next() {
        // with one condition more or less, and breaks between them, the same map holds exactly
        for (int conditions : new int[] {2, 3, 9}) {
            Activity activity = mapped(conditions, 8);

            assertThat(new DelayModel(activity, activity.rows(), 1, 1).step(4).r2())
                    .isCloseTo(1, within(1e-12));
            assertThat(new DelayModel(activity, activity.rows(), 2, 3).steps()).isEqualTo(conditions * 4);
        }
    }

    @Test
    void coordinates_have_a_mean_square_of_one_and_do_not_go_together() {
        Activity activity = mapped(5, 12);

        double[][] coordinates = new DelayModel(activity, activity.rows(), 2, 1).coordinates(4);

        double[][] square = Matrices.product(Matrices.transposed(coordinates), coordinates);
        double[][] unit = Made.moved(Matrices.identity(4), coordinates.length, 0);
        assertThat(coordinates).hasDimensions(5 * 11, 4);
        assertThat(Matrices.squares(Matrices.sum(square, -1, unit))).isLessThan(1e-22);
    }

    @Test
    void fewer_coordinates_tell_less_of_noise() {
        Activity noise = Made.activity(Made.gaussian(1, 60, 5), Made.gaussian(2, 60, 5));
        var model = new DelayModel(noise, noise.rows(), 2, 1);

        assertThat(model.step(2).r2()).isBetween(0.0, 0.5);
        assertThat(model.step(10).r2()).isBetween(0.3, 0.9); // half of each stack is known from the one before
        assertThat(model.rank()).isEqualTo(10);
    }

    @Test
    void more_coordinates_than_steps_are_refused() {
        Activity few = Made.activity(Made.gaussian(1, 6, 5));
        var model = new DelayModel(few, few.rows(), 1, 1);

        assertThatThrownBy(() -> model.step(5))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("steps in all conditions is 5, expected 7 or more for 5 coordinates");
    }

    private static Activity mapped(int conditions, int times) {
        return Made.activity(IntStream.range(0, conditions)
                .mapToObj(c -> course(Made.gaussian(c + 1, 1, 4)[0], times))
                .toArray(double[][][]::new));
    }

    private static double[][] course(double[] start, int times) {
        double[][] course = new double[times][];
        course[0] = start;
        for (int t = 1; t < times; t++) {
            double[][] before = Matrices.transposed(new double[][] {course[t - 1]});
            course[t] = Matrices.column(Matrices.product(MAP, before), 0);
        }
        return course;
    }
}
