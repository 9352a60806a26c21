// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Subject;
import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the order of samples, conditions and units must not change, and closed forms of chance. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SimilarityInvarianceTest {
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_order_of_samples_does_not_change_an_alignment(boolean debiased) {
        double[][] x = Made.gaussian(1, 20, 4);
        double[][] y = Made.gaussian(2, 20, 6);

        assertThat(KernelAlignment.of(turned(x), turned(y), debiased))
                .isCloseTo(KernelAlignment.of(x, y, debiased), within(1e-12));
        assertThat(KernelAlignment.of(y, x, debiased)).isCloseTo(KernelAlignment.of(x, y, debiased), within(1e-12));
        assertThat(KernelAlignment.of(x, x, debiased)).isCloseTo(1, within(1e-12));
    }

    @Test
    void canonical_variates_have_a_variance_of_one_with_one_less_below() {
        double[][] x = Made.gaussian(1, 30, 3);
        double[][] y = Made.gaussian(2, 30, 5);
        var found = CanonicalCorrelations.of(x, y);

        assertThat(found.correlations()).hasSize(3);
        for (int pair = 0; pair < 3; pair++) {
            double[] ours = Matrices.column(found.scores(), pair);
            double[] theirs = Matrices.column(found.otherScores(), pair);
            double product =
                    IntStream.range(0, 30).mapToDouble(i -> ours[i] * theirs[i]).sum();
            double square =
                    IntStream.range(0, 30).mapToDouble(i -> ours[i] * ours[i]).sum();
            assertThat(square / 29).isCloseTo(1, within(1e-10));
            assertThat(product / 29).isCloseTo(found.correlations()[pair], within(1e-10));
        }
        assertThat(CanonicalCorrelations.of(y, x).correlations()).containsExactly(found.correlations(), within(1e-10));
    }

    @ParameterizedTest
    @EnumSource(Dissimilarity.class)
    void the_same_order_of_conditions_on_both_sides_leaves_their_likeness(Dissimilarity one) {
        double[][] a = one.matrix(
                Made.gaussian(3, 6, 9), Made.activity(Made.gaussian(1, 2, 6)).units());
        double[][] b = one.matrix(
                Made.gaussian(4, 6, 9), Made.activity(Made.gaussian(1, 2, 6)).units());
        double[][] c = one.matrix(
                turned(Made.gaussian(3, 6, 9)),
                Made.activity(Made.gaussian(1, 2, 6)).units());
        double[][] d = one.matrix(
                turned(Made.gaussian(4, 6, 9)),
                Made.activity(Made.gaussian(1, 2, 6)).units());

        assertThat(RankCorrelation.spearman(RankCorrelation.entries(c), RankCorrelation.entries(d)))
                .isCloseTo(
                        RankCorrelation.spearman(RankCorrelation.entries(a), RankCorrelation.entries(b)),
                        within(1e-12));
    }

    @Test
    void chance_of_a_matrix_with_itself_is_how_many_orders_leave_it() {
        // of 4! = 24 orders only the one that changes nothing leaves six different entries as they are
        double[][] a = {{0, 1, 2, 3}, {1, 0, 4, 5}, {2, 4, 0, 6}, {3, 5, 6, 0}};

        double p = RankCorrelation.chance(a, a, 20_000, RandomStream.of(5, "orders"));

        // four standard deviations of a share of 1/24 in 20,000 draws
        assertThat(p).isCloseTo(1 / 24.0, within(0.006));
        assertThat(RankCorrelation.chance(a, a, 500, RandomStream.of(6, "orders")))
                .isEqualTo(RankCorrelation.chance(a, a, 500, RandomStream.of(6, "orders")));
    }

    @Test
    void angles_do_not_depend_on_the_scale_or_the_sign_of_either_side() {
        double[][] a = Made.gaussian(7, 25, 3);
        double[][] b = Made.gaussian(8, 25, 3);
        var plain = Alignment.of(a, b);

        assertThat(Alignment.of(Made.moved(a, 5, 0), Made.moved(b, -0.2, 0)).angle())
                .isCloseTo(plain.angle(), within(1e-12));
        assertThat(Alignment.of(Made.moved(a, 5, 0), Made.moved(b, -0.2, 0)).nuclear())
                .isCloseTo(plain.nuclear(), within(1e-9));
        assertThat(plain.cosine()).isCloseTo(Math.cos(plain.angle()), within(1e-12));
        assertThat(Alignment.of(b, a).cosine()).isCloseTo(plain.cosine(), within(1e-12));
    }

    @Test
    void the_seed_moves_the_chance_of_likeness_alone_and_the_number_of_orders_is_told() {
        double[][][] ours = new double[6][][];
        double[][][] theirs = new double[6][][];
        for (int c = 0; c < 6; c++) {
            ours[c] = Made.gaussian(10 + c, 5, 4);
            theirs[c] = Made.gaussian(30 + c, 5, 4);
        }
        var one = Rsa.DEFAULT.of(Subject.of(Made.recording(Made.DT, 0, ours), Made.recording(Made.DT, 0, theirs), 1));
        var two = Rsa.DEFAULT.of(Subject.of(Made.recording(Made.DT, 0, ours), Made.recording(Made.DT, 0, theirs), 2));

        assertThat(two.value("spearman")).isEqualTo(one.value("spearman"));
        assertThat(two.value("p")).isNotEqualTo(one.value("p"));
        assertThat(one.conventions()).anyMatch(text -> text.contains("1000 random orders"));
        assertThat(one.plots().get(0).curves().get(0).x()).hasSize(15);
    }

    /** Returns the rows in another order. */
    private static double[][] turned(double[][] rows) {
        double[][] other = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            other[(i + 3) % rows.length] = rows[rows.length - 1 - i];
        }
        return other;
    }
}
