// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.analysis.Angles;
import betz.common.RandomStream;
import betz.math.Eigen;
import betz.math.Matrices;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DirectionDecodersTest {
    private static final double[] EIGHT =
            IntStream.range(0, 8).mapToDouble(i -> i * Math.PI / 4).toArray();

    @Test
    void the_optimum_of_shrinkage_agrees_with_sums_done_by_hand() {
        // z = ±1 twice: S = [[1, 1], [1, 1]], µ = 1, |x|⁴ = 4, |S|² = 4, so the error is 0 and nothing is shrunk
        var alike = ShrunkCovariance.of(new double[][] {{1, 3}, {-1, -3}});
        assertThat(alike.shrinkage()).isEqualTo(0);
        assertThat(alike.covariance()).isDeepEqualTo(new double[][] {{1, 3}, {3, 9}});

        // the four corners: S = I, so its distance from I is 0, and so is the error
        var even = ShrunkCovariance.of(new double[][] {{1, 1}, {1, -1}, {-1, 1}, {-1, -1}});
        assertThat(even.covariance()).isDeepEqualTo(new double[][] {{1, 0}, {0, 1}});

        // of features of variance 1 shrinking leaves the diagonal, µ, and takes its share of the rest
        double[][] rows = {{2, 0}, {0, 2}, {-1, -1}, {3, 1}};
        var one = ShrunkCovariance.of(rows);
        double[][] plain = plain(rows);
        assertThat(one.shrinkage()).isBetween(0.0, 1.0);
        assertThat(one.covariance()[0][1]).isCloseTo((1 - one.shrinkage()) * plain[0][1], within(1e-12));
        assertThat(one.covariance()[0][0]).isCloseTo(plain[0][0], within(1e-12));
    }

    @Test
    void a_shrunk_covariance_of_fewer_samples_than_features_can_be_inverted() {
        double[][] rows = RidgeRegressionTest.normal(1, 6, 20);

        var shrunk = ShrunkCovariance.of(rows);

        double[] values = Eigen.symmetric(shrunk.covariance()).real();
        assertThat(values[values.length - 1]).isGreaterThan(1e-3); // far above rounding
        assertThat(Eigen.symmetric(plain(rows)).real()[19]).isLessThan(1e-12);
    }

    @Test
    void the_discriminant_of_two_classes_is_the_line_of_equal_distance() {
        double[][] left = {{-3, 1}, {-3, -1}, {-1, 1}, {-1, -1}};
        double[][] right = {{1, 1}, {1, -1}, {3, 1}, {3, -1}};

        var line = LinearDiscriminant.of(List.of(ShrunkCovariance.of(left), ShrunkCovariance.of(right)));

        assertThat(line.classify(new double[] {-0.01, 50})).isEqualTo(0);
        assertThat(line.classify(new double[] {0.01, -50})).isEqualTo(1);
    }

    @Test
    void a_class_of_more_samples_moves_the_line_by_the_logarithm_of_the_ratio() {
        double[][] left = {{-3, 1}, {-3, -1}, {-1, 1}, {-1, -1}, {-3, 1}, {-3, -1}, {-1, 1}, {-1, -1}};
        double[][] right = {{1, 1}, {1, -1}, {3, 1}, {3, -1}};

        var line = LinearDiscriminant.of(List.of(ShrunkCovariance.of(left), ShrunkCovariance.of(right)));

        double border = Math.log(2) / 4; // means ±2, variance 1: 4x = ln 2
        assertThat(line.classify(new double[] {border - 1e-9, 0})).isEqualTo(0);
        assertThat(line.classify(new double[] {border + 1e-9, 0})).isEqualTo(1);
    }

    @Test
    void classes_without_spread_go_to_the_nearest_mean() {
        double[][] rows = {{0, 0}, {0, 0}, {5, 1}, {5, 1}};

        assertThat(LinearDiscriminant.leaveOneOut(rows, new int[] {0, 0, 1, 1})).containsExactly(0, 0, 1, 1);
    }

    @Test
    void cosine_units_with_evenly_spread_preferences_point_exactly_where_the_hand_goes() {
        double[][] rates = cosines(1, 24, EIGHT, 0);

        var vector = PopulationVector.fit(rates, EIGHT, 0.05);

        assertThat(vector.units()).isEqualTo(24);
        for (double direction : new double[] {0.1, 1.3, 4.4}) {
            double[] trial = cosines(1, 24, new double[] {direction}, 0)[0];
            assertThat(Angles.wrapped(vector.direction(trial) - direction)).isCloseTo(0, within(1e-12));
        }
    }

    @Test
    void units_that_are_not_tuned_have_no_vote_and_without_tuned_units_there_is_no_vector() {
        double[] directions = repeated(5);
        double[][] noise = RidgeRegressionTest.normal(3, directions.length, 4);

        assertThatThrownBy(() -> PopulationVector.fit(noise, directions, 1e-9))
                .hasMessageContaining("tuned units is 0 of 4");
        assertThat(PopulationVector.fit(noise, directions, 1).units()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_optimal_estimator_errs_less_than_the_population_vector_where_preferences_crowd(long seed) {
        double[] directions = repeated(20);
        int[] labels = IntStream.range(0, directions.length).map(i -> i % 8).toArray();
        double[][] rates = crowded(seed, directions);

        var optimal = OptimalLinearEstimator.fit(rates, labels, EIGHT);
        var vector = PopulationVector.fit(rates, directions, 1);

        double[][] fresh = crowded(seed + 50, directions);
        double off = 0;
        double rough = 0;
        for (int i = 0; i < fresh.length; i++) {
            off += Math.abs(Angles.wrapped(optimal.direction(fresh[i]) - directions[i])) / fresh.length;
            rough += Math.abs(Angles.wrapped(vector.direction(fresh[i]) - directions[i])) / fresh.length;
        }
        assertThat(off).isLessThan(0.5 * rough);
    }

    @Test
    void vectors_of_the_optimal_estimator_solve_its_equation() {
        // two units, cos θ and sin θ, without noise: Q = I/2 and L = I/2, so D = I
        double[][] rates = Arrays.stream(EIGHT)
                .mapToObj(d -> new double[] {7 + Math.cos(d), 7 + Math.sin(d)})
                .toArray(double[][]::new);

        var exact = OptimalLinearEstimator.fit(rates, IntStream.range(0, 8).toArray(), EIGHT);

        assertThat(exact.vectors()[0]).containsExactly(new double[] {1, 0}, within(1e-8)); // the trifle
        assertThat(exact.vectors()[1]).containsExactly(new double[] {0, 1}, within(1e-8));
    }

    @Test
    void noise_of_a_unit_takes_its_say() {
        // the first unit has variance σ² = 1/2 about its curve: Q₁₁ = 1/2 + 1/2 halves its vector
        double[] directions = repeated(2);
        double[][] rates = new double[16][];
        for (int i = 0; i < 16; i++) {
            double noise = (i < 8 ? 1 : -1) * Math.sqrt(0.25); // 16·0.25/(16 − 8) = 1/2
            rates[i] = new double[] {Math.cos(directions[i]) + noise, Math.sin(directions[i])};
        }

        var estimator = OptimalLinearEstimator.fit(
                rates, IntStream.range(0, 16).map(i -> i % 8).toArray(), EIGHT);

        assertThat(estimator.vectors()[0]).containsExactly(new double[] {0.5, 0}, within(1e-8));
        assertThat(estimator.vectors()[1]).containsExactly(new double[] {0, 1}, within(1e-8));
    }

    private static double[] repeated(int times) {
        return IntStream.range(0, 8 * times).mapToDouble(i -> EIGHT[i % 8]).toArray();
    }

    /** Units tuned with gain 10 about 20 and evenly spread preferences. */
    private static double[][] cosines(long seed, int units, double[] directions, double noise) {
        var random = RandomStream.of(seed, "cosines");
        double[][] rates = new double[directions.length][units];
        for (int i = 0; i < rates.length; i++) {
            double direction = directions[i];
            Arrays.setAll(
                    rates[i],
                    u -> 20 + 10 * Math.cos(direction - 2 * Math.PI * u / units) + noise * random.nextGaussian());
        }
        return rates;
    }

    /** Units of which most prefer directions near 0. */
    private static double[][] crowded(long seed, double[] directions) {
        double[][] all = cosines(seed, 60, directions, 4);
        double[][] chosen = new double[all.length][];
        for (int i = 0; i < all.length; i++) {
            double[] row = all[i];
            chosen[i] = IntStream.range(0, 60)
                    .filter(u -> u < 10 || u > 50 || u % 10 == 0)
                    .mapToDouble(u -> row[u])
                    .toArray();
        }
        return chosen;
    }

    private static double[][] plain(double[][] rows) {
        double[][] centred = Matrices.centred(rows, Matrices.means(rows));
        double[][] products = Matrices.product(Matrices.transposed(centred), centred);
        return Matrices.sum(new double[products.length][products.length], 1.0 / rows.length, products);
    }
}
