// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Finding;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.data.Recording;
import betz.math.Matrices;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class AlignmentTest {
    private static Alignment asking(int dimensions, int draws) {
        return new Alignment("unit.rate", dimensions, -0.2, -0.01, 0, 0.19, false, 0, true, draws);
    }

    /**
     * Two dimensions before the go cue and two after it, of which {@code shared} is the cosine of both angles
     * between them.
     */
    private static Recording planted(double shared) {
        double[][] q = Populations.orthonormal(RandomStream.of(3, "axes"), 6, 4);
        double own = Math.sqrt(1 - shared * shared);
        return Populations.rates(Populations.batch(5, 5, 40, 20, 0.01), 6, (trial, t, unit) -> {
            double a = 2 * Math.sin(2 * Math.PI * trial / 5) * Math.cos(20 * t);
            double b = Math.cos(2 * Math.PI * trial / 5) * Math.sin(31 * t);
            double late = (shared * q[unit][0] + own * q[unit][2]) * a + (shared * q[unit][1] + own * q[unit][3]) * b;
            return t < -1e-9 ? q[unit][0] * a + q[unit][1] * b : late;
        });
    }

    @Test
    void spaces_at_an_angle_align_by_its_squared_cosine_in_both_directions() {
        Finding found = asking(2, 10).of(Subject.of(planted(0.6), 1));

        assertThat(found.value("alignment").value()).isCloseTo(0.36, within(1e-9)); // rounding
        assertThat(found.value("alignment_reverse").value()).isCloseTo(0.36, within(1e-9));
        assertThat(found.value("variance_held_first").value()).isCloseTo(1, within(1e-9));
    }

    @Test
    void the_same_space_aligns_fully_and_an_orthogonal_one_not_at_all() {
        Finding same = asking(2, 200).of(Subject.of(planted(1), 1));
        Finding apart = asking(2, 200).of(Subject.of(planted(0), 1));

        assertThat(same.value("alignment").value()).isCloseTo(1, within(1e-9));
        assertThat(same.value("p").value()).isGreaterThan(0.5);
        assertThat(apart.value("alignment").value()).isCloseTo(0, within(1e-9));
        assertThat(apart.value("p").value()).isCloseTo(1.0 / 201, within(1e-12));
    }

    @Test
    void random_spaces_of_even_variance_hold_the_share_of_their_dimensions_on_average() {
        Covariance even = Covariance.wrap(Matrices.identity(8));
        double[][] drawn = SubspaceAlignment.random(
                even, Covariance.wrap(diagonal(8, 4, 0, 0, 0, 0, 0, 0)), 2, 4000, RandomStream.of(1, "test"));

        // E tr(D'CD) = d tr(C)/N = 2 x 12/8 = 3, of 12; the standard error is below 0.003
        assertThat(Samples.mean(Matrices.column(drawn, 1))).isCloseTo(3.0 / 12, within(0.012));
        assertThat(Samples.mean(Matrices.column(drawn, 0))).isCloseTo(1.5 / 8, within(0.012));
    }

    @Test
    void random_spaces_lie_where_the_activity_does() {
        Covariance flat = Covariance.wrap(diagonal(9, 4, 1, 0, 0));
        double[][] drawn = SubspaceAlignment.random(
                flat, Covariance.wrap(diagonal(9, 4, 1, 0, 0)), 3, 20, RandomStream.of(1, "test"));

        for (double[] draw : drawn) {
            assertThat(draw[2]).isCloseTo(1, within(1e-12)); // three dimensions are all there are
            assertThat(draw[0]).isBetween(1.0 / 9, 1.0);
        }
    }

    @Test
    void a_seed_gives_the_same_chance_and_another_one_another() {
        Subject subject = Subject.of(planted(0.5), 4);

        double[] once = asking(2, 30).of(subject).list("chance_draws").numbers();

        assertThat(asking(2, 30).of(subject).list("chance_draws").numbers()).isEqualTo(once);
        assertThat(asking(2, 30)
                        .of(Subject.of(planted(0.5), 5))
                        .list("chance_draws")
                        .numbers())
                .isNotEqualTo(once);
    }

    @Test
    void early_and_late_movement_of_motor_cortex_align_as_published() {
        var published = new Alignment("unit.rate", 10, -0.05, 0.15, 0.25, 0.45, false, 0, true, 100);

        Finding found = published.of(Subject.of(Populations.churchland(), 1));

        // .16 to .38 for 2 to 10 dimensions, with the late axes on the early covariance; NumPy gives .158 and .380
        double[] reverse = found.list("alignment_reverse_by_dimensions").numbers();
        assertThat(Arrays.stream(reverse).skip(1).min().orElseThrow()).isCloseTo(0.158, within(6e-4)); // three digits
        assertThat(Arrays.stream(reverse).skip(1).max().orElseThrow()).isCloseTo(0.380, within(6e-4));
        double[] index = found.list("alignment_by_dimensions").numbers();
        assertThat(index[1]).isCloseTo(0.182, within(6e-4));
        assertThat(index[9]).isCloseTo(0.323, within(6e-4));
    }

    @Test
    void orthonormal_columns_span_what_was_given_column_by_column() {
        double[][] given = {{3, 3 + 1e-9}, {4, 4}, {0, 1e-9}};

        double[][] columns = Orthonormal.of(given);

        assertThat(columns[0][0]).isCloseTo(0.6, within(1e-15));
        double[][] gram = Matrices.product(Matrices.transposed(columns), columns);
        assertThat(Populations.distance(gram, Matrices.identity(2))).isLessThan(1e-28); // nearly parallel, so twice
    }

    @Test
    void more_dimensions_than_activity_has_are_refused() {
        assertThatThrownBy(() -> asking(5, 10).of(Subject.of(planted(0.5), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("dimensions is 5, expected at most 4, the dimensions that the activity of 6 units has");
    }

    @Test
    void epochs_must_lie_in_the_recording() {
        var later = new Alignment("unit.rate", 2, -0.2, 0, 0.2, 0.4, false, 0, true, 10);

        assertThatThrownBy(() -> later.of(Subject.of(planted(0.5), 1)))
                .isInstanceOf(BadSetting.class)
                .hasMessage("window is 200 ms to 400 ms, expected a part of the recorded times, -200 ms to 190 ms");
    }

    @Test
    void one_condition_is_too_few_where_their_mean_is_taken_away() {
        Recording one = Populations.rates(Populations.batch(1, 1, 40, 20, 0.01), 3, (trial, t, u) -> t * u);

        assertThatThrownBy(() -> asking(1, 10).of(Subject.of(one, 1))).hasMessageContaining("conditions is 1");
    }

    @Test
    void the_statistic_is_the_index() {
        Recording recording = planted(0.3);

        assertThat(asking(2, 1).value(Activity.of(recording, "unit.rate"))).isCloseTo(0.09, within(1e-9));
    }

    private static double[][] diagonal(double... values) {
        double[][] matrix = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        return matrix;
    }
}
