// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Golden;
import betz.analysis.Samples;
import betz.analysis.Subject;
import betz.common.BadSetting;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CcaTest {
    private static final double[][] X = Made.golden("cca/X.csv");
    private static final double[][] Y = Made.golden("cca/Y.csv");
    private static final double[] EXPECTED = Golden.numbers("cca/canonical_correlations.csv");

    @Test
    void two_tables_as_recordings_of_one_condition_give_the_correlations_of_public_implementations() {
        var found = Cca.DEFAULT.of(Made.two(X, Y));

        // as told with the vectors
        assertThat(found.list("canonical_correlations").numbers()).containsExactly(EXPECTED, within(1e-8));
        assertThat(found.value("largest_correlation").value()).isCloseTo(EXPECTED[0], within(1e-8));
        assertThat(found.value("mean_correlation").value()).isCloseTo(Samples.mean(EXPECTED), within(1e-8));
        assertThat(found.value("variance_share").value()).isCloseTo(1, within(1e-12)); // all six components are kept
    }

    @Test
    void scores_are_those_of_a_public_implementation_up_to_sign_and_scale() {
        var found = CanonicalCorrelations.of(X, Y);

        assertThat(alike(found.scores(), Made.golden("cca/x_scores.csv"))).isGreaterThan(1 - 1e-8);
        assertThat(alike(found.otherScores(), Made.golden("cca/y_scores.csv"))).isGreaterThan(1 - 1e-8);
    }

    @Test
    void scores_of_a_pair_correlate_as_told_and_with_no_other_score() {
        var found = CanonicalCorrelations.of(X, Y);

        double[][] cross = Matrices.product(Matrices.transposed(found.scores()), found.otherScores());
        double[][] within = Matrices.product(Matrices.transposed(found.scores()), found.scores());
        for (int i = 0; i < EXPECTED.length; i++) {
            for (int j = 0; j < EXPECTED.length; j++) {
                assertThat(cross[i][j] / (X.length - 1)).isCloseTo(i == j ? EXPECTED[i] : 0, within(1e-12));
                assertThat(within[i][j] / (X.length - 1)).isCloseTo(i == j ? 1 : 0, within(1e-12));
            }
        }
    }

    @Test
    void weights_turn_units_into_scores() {
        var found = Cca.DEFAULT.of(Made.two(X, Y));

        double[][] scores = Matrices.product(
                Matrices.centred(X, Matrices.means(X)), found.list("weights").rows());
        double[][] told = found.list("scores").rows();
        for (int i = 0; i < scores.length; i++) {
            assertThat(told[i]).containsExactly(scores[i], within(1e-10)); // two products of condition about 10
        }
    }

    @Test
    void any_invertible_map_and_offset_of_the_units_leaves_the_correlations() {
        double[][] mixed = Made.moved(Matrices.product(Y, Made.gaussian(4, 5, 5)), 3, -7);

        var found = CanonicalCorrelations.of(X, mixed);

        assertThat(found.correlations()).containsExactly(EXPECTED, within(1e-10)); // the map's condition is below 1e3
    }

    @Test
    void a_unit_recorded_twice_changes_nothing() {
        double[][] twice = Matrices.product(X, new double[][] {
            {1, 0, 0, 0, 0, 0, 1},
            {0, 1, 0, 0, 0, 0, 0},
            {0, 0, 1, 0, 0, 0, 0},
            {0, 0, 0, 1, 0, 0, 0},
            {0, 0, 0, 0, 1, 0, 0},
            {0, 0, 0, 0, 0, 1, 0}
        });

        var found = Cca.DEFAULT.of(Made.two(twice, Y));

        assertThat(found.list("canonical_correlations").numbers()).containsExactly(EXPECTED, within(1e-10));
    }

    @Test
    void one_column_each_has_pearsons_correlation() {
        double[][] x = Matrices.columns(X, 1);
        double[][] y = Matrices.columns(Y, 1);

        double found = CanonicalCorrelations.of(x, y).correlations()[0];

        double pearson = Samples.correlation(Matrices.column(x, 0), Matrices.column(y, 0));
        assertThat(found).isCloseTo(Math.abs(pearson), within(1e-14));
    }

    @Test
    void a_few_components_are_those_of_largest_variance() {
        double[][] shared = Made.gaussian(1, 300, 2);
        double[][] x = Matrices.sum(Matrices.product(shared, Made.gaussian(2, 2, 8)), 0.01, Made.gaussian(3, 300, 8));
        double[][] y = Matrices.sum(Matrices.product(shared, Made.gaussian(4, 2, 8)), 0.01, Made.gaussian(5, 300, 8));
        var two = new Cca(2, "unit.rate", "unit.rate", -1, 1, Scaling.NONE, false);

        var found = two.of(Made.two(Made.moved(x, 1, 5), y));

        // noise of 1 % of the shared dimensions' scale; windows cut the samples to the first second
        assertThat(found.list("canonical_correlations").numbers()).hasSize(2);
        assertThat(found.list("canonical_correlations").numbers()[1]).isGreaterThan(0.995);
        assertThat(found.list("scores").rows()).hasDimensions(101, 2);
    }

    @Test
    void too_few_samples_are_told_as_what_they_are() {
        Subject few = Made.two(Made.gaussian(1, 11, 6), Made.gaussian(2, 11, 5));

        assertThatThrownBy(() -> Cca.DEFAULT.of(few))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("samples is 11, expected 12 or more");
    }

    @Test
    void activity_that_does_not_vary_is_told() {
        Subject still = Made.two(new double[50][3], Made.gaussian(2, 50, 3));

        assertThatThrownBy(() -> Cca.DEFAULT.of(still))
                .isInstanceOf(BadSetting.class)
                .hasMessage("activity is the same in all conditions at all times, expected activity that varies");
    }

    /** Returns the smallest absolute correlation of columns that correspond. */
    private static double alike(double[][] a, double[][] b) {
        double least = 1;
        for (int j = 0; j < b[0].length; j++) {
            least = Math.min(least, Math.abs(Samples.correlation(Matrices.column(a, j), Matrices.column(b, j))));
        }
        return least;
    }
}
