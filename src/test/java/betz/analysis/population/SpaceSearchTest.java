// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import betz.math.Matrices;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SpaceSearchTest {
    private static double[][] covariance(RandomStream random, int units, int samples) {
        return Covariance.of(Populations.gaussian(random, samples, units)).matrix();
    }

    private static SpacePair pair(long seed, int units, int d1, int d2) {
        var random = RandomStream.of(seed, "pair");
        return new SpacePair(covariance(random, units, 30), covariance(random, units, 40), d1, d2);
    }

    private static double value(SpacePair pair, double[][] q) {
        return SpacePair.value(q, pair.half(q));
    }

    /** Variances along some columns, and none elsewhere. */
    private static double[][] along(double[][] q, int first, double... variances) {
        double[][] c = new double[q.length][q.length];
        for (int k = 0; k < variances.length; k++) {
            for (int i = 0; i < q.length; i++) {
                for (int j = 0; j < q.length; j++) {
                    c[i][j] += variances[k] * q[i][first + k] * q[j][first + k];
                }
            }
        }
        return c;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_gradient_is_the_finite_difference_along_tangents(long seed) {
        SpacePair pair = pair(seed, 7, 2, 3);
        var random = RandomStream.of(seed, "test");
        double[][] q = Populations.orthonormal(random, 7, 5);
        double[][] gradient = SpacePair.gradient(q, pair.half(q));
        double[][] tangent = SpacePair.tangent(q, Populations.gaussian(random, 7, 5), 1);

        double h = 1e-5;
        double up = value(pair, Orthonormal.of(Matrices.sum(q, h, tangent)));
        double down = value(pair, Orthonormal.of(Matrices.sum(q, -h, tangent)));

        // central differences: of order h² = 1e-10 and rounding/h = 1e-11, times some tens
        assertThat(SpacePair.inner(gradient, tangent)).isCloseTo((up - down) / (2 * h), within(1e-7));
        double[][] inner = Matrices.product(Matrices.transposed(q), gradient);
        assertThat(Matrices.squares(Matrices.sum(inner, 1, Matrices.transposed(inner))))
                .isLessThan(1e-24); // is tangent
    }

    @Test
    void orthogonal_spaces_that_were_planted_are_found_exactly_from_random_starts() {
        double[][] q = Populations.orthonormal(RandomStream.of(8, "axes"), 12, 5);
        var pair = new SpacePair(along(q, 0, 3, 2), along(q, 2, 5, 2, 1), 2, 3);

        for (int i = 0; i < 4; i++) {
            double[][] start = Populations.orthonormal(RandomStream.of(i, "start"), 12, 5);
            SpaceSearch found = SpaceSearch.from(pair, start);

            assertThat(found.value())
                    .isCloseTo(2, within(1e-12)); // the gradient is below 1e-8, the value its square off
            double[][] first = pair.first(found.spaces());
            double[][] overlap = Matrices.product(Matrices.transposed(Matrices.columns(q, 2)), first);
            assertThat(Math.abs(overlap[0][0])).isCloseTo(1, within(1e-12));
            assertThat(Math.abs(overlap[1][1])).isCloseTo(1, within(1e-12));
        }
    }

    @Test
    void one_axis_each_of_two_variances_at_an_angle_share_what_the_closed_form_says() {
        // of two unit vectors at an angle g in a plane, orthonormal axes hold at most 1 + sin g
        double g = 0.7;
        double[][] c1 = {{1, 0}, {0, 0}};
        double[][] c2 = {
            {Math.cos(g) * Math.cos(g), Math.cos(g) * Math.sin(g)},
            {Math.cos(g) * Math.sin(g), Math.sin(g) * Math.sin(g)}
        };

        SpaceSearch found = SpaceSearch.best(new SpacePair(c1, c2, 1, 1), 2, RandomStream.of(1, "test"));

        assertThat(found.value()).isCloseTo(1 + Math.sin(g), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void what_is_found_is_stationary_orthonormal_and_no_worse_than_naive_solutions(long seed) {
        SpacePair pair = pair(seed, 20, 3, 4);

        SpaceSearch found = SpaceSearch.best(pair, 2, RandomStream.of(seed, "test"));

        assertThat(found.gradientNorm()).isLessThan(SpaceSearch.CONVERGED);
        double[][] gram = Matrices.product(Matrices.transposed(found.spaces()), found.spaces());
        assertThat(Populations.distance(gram, Matrices.identity(7))).isLessThan(1e-26); // rounding
        assertThat(found.value()).isGreaterThanOrEqualTo(value(pair, pair.firstThenSecond()));
        assertThat(found.value()).isGreaterThanOrEqualTo(value(pair, pair.secondThenFirst()));
        assertThat(found.value()).isBetween(1.0, 2.0);
    }

    @Test
    void naive_solutions_are_best_in_one_space_and_orthonormal() {
        SpacePair pair = pair(2, 9, 2, 2);

        double[][] q = pair.firstThenSecond();

        double[][] gram = Matrices.product(Matrices.transposed(q), q);
        assertThat(Populations.distance(gram, Matrices.identity(4))).isLessThan(1e-26);
        double[][] half = pair.half(q);
        double first = 0;
        for (int i = 0; i < 9; i++) {
            first += q[i][0] * half[i][0] + q[i][1] * half[i][1];
        }
        assertThat(first).isCloseTo(1, within(1e-12)); // all that two dimensions can hold
    }

    @Test
    void a_large_problem_converges_within_seconds() {
        var random = RandomStream.of(9, "large");
        SpacePair pair = new SpacePair(covariance(random, 150, 200), covariance(random, 150, 200), 6, 6);

        SpaceSearch found = SpaceSearch.from(pair, pair.firstThenSecond());

        assertThat(found.gradientNorm()).isLessThan(SpaceSearch.CONVERGED);
    }
}
