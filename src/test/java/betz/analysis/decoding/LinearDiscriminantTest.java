// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.math.Matrices;
import betz.math.Svd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LinearDiscriminantTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shrinkage_is_ledoit_and_wolfs_ratio_written_out(long seed) {
        double[][] z = standardised(RidgeRegressionTest.normal(seed, 9, 4));
        double[][] s = scatter(z);
        double mu = Matrices.trace(s) / 4;
        double[][] off = Matrices.sum(s, -mu, Matrices.identity(4));
        double distance = Matrices.squares(off) / 4;
        double error = 0;
        for (double[] row : z) {
            double[][] own = Matrices.product(Matrices.transposed(new double[][] {row}), new double[][] {row});
            error += Matrices.squares(Matrices.sum(own, -1, s)) / 4 / 81; // 1/n² of the mean squared distance
        }

        var found = ShrunkCovariance.of(z);

        assertThat(found.shrinkage()).isCloseTo(Math.min(error, distance) / distance, within(1e-12));
    }

    @Test
    void shrinkage_vanishes_with_many_samples_of_features_that_go_together() {
        double[][] few = together(10);
        double[][] many = together(2000);

        assertThat(ShrunkCovariance.of(few).shrinkage()).isGreaterThan(0.05);
        assertThat(ShrunkCovariance.of(many).shrinkage()).isLessThan(0.01);
    }

    @Test
    void scaling_a_feature_scales_its_covariances_and_leaves_the_shrinkage() {
        double[][] rows = RidgeRegressionTest.normal(4, 8, 3);
        double[][] scaled = Matrices.copy(rows);
        for (double[] row : scaled) {
            row[1] *= 100;
        }

        var plain = ShrunkCovariance.of(rows);
        var wide = ShrunkCovariance.of(scaled);

        assertThat(wide.shrinkage()).isCloseTo(plain.shrinkage(), within(1e-12));
        assertThat(wide.covariance()[1][1]).isCloseTo(1e4 * plain.covariance()[1][1], within(1e-8));
        assertThat(wide.covariance()[0][1]).isCloseTo(100 * plain.covariance()[0][1], within(1e-10));
        assertThat(wide.covariance()[0][2]).isCloseTo(plain.covariance()[0][2], within(1e-12));
    }

    @Test
    void a_feature_that_never_varies_covaries_with_none_and_its_variance_is_the_shrinkages_alone() {
        double[][] rows = RidgeRegressionTest.normal(5, 8, 3);
        for (double[] row : rows) {
            row[2] = 7;
        }

        var found = ShrunkCovariance.of(rows);

        assertThat(found.covariance()[2][0]).isEqualTo(0);
        assertThat(found.covariance()[2][2]).isCloseTo(found.shrinkage() * 2 / 3, within(1e-12)); // µ = (1 + 1 + 0)/3
        assertThat(found.mean()[2]).isCloseTo(7, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_class_is_the_most_likely_under_gaussians_of_one_covariance(long seed) {
        double[][] all = RidgeRegressionTest.normal(seed, 30, 3);
        List<ShrunkCovariance> classes = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            double[] shift = {-c, 0.5 * c, 0};
            classes.add(ShrunkCovariance.of(Matrices.centred(Arrays.copyOfRange(all, 8 * c, 8 * c + 8 + c), shift)));
        }
        var discriminant = LinearDiscriminant.of(classes);

        for (double[] sample : RidgeRegressionTest.normal(seed + 20, 40, 3)) {
            assertThat(discriminant.classify(sample)).isEqualTo(likeliest(classes, sample));
        }
    }

    /** By the logarithm of share times density, without the terms that all classes have. */
    private static int likeliest(List<ShrunkCovariance> classes, double[] sample) {
        double[][] pooled = new double[3][3];
        double n = classes.stream().mapToInt(ShrunkCovariance::samples).sum();
        for (var one : classes) {
            pooled = Matrices.sum(pooled, one.samples() / n, one.covariance());
        }
        Svd svd = Svd.of(pooled);
        double[] scores = classes.stream()
                .mapToDouble(one -> {
                    double[][] off = Matrices.centred(new double[][] {sample}, one.mean());
                    double form = Matrices.product(off, svd.solve(Matrices.transposed(off)))[0][0];
                    return Math.log(one.samples() / n) - form / 2;
                })
                .toArray();
        return IntStream.range(0, 3)
                .reduce((a, b) -> scores[b] > scores[a] ? b : a)
                .orElseThrow();
    }

    @Test
    void leaving_one_out_is_a_discriminant_of_all_others() {
        double[][] rows = RidgeRegressionTest.normal(6, 24, 4);
        int[] labels = IntStream.range(0, 24).map(i -> i % 3).toArray();
        for (int i = 0; i < 24; i++) {
            rows[i][labels[i]] += 1;
        }

        int[] decoded = LinearDiscriminant.leaveOneOut(rows, labels);

        for (int out = 0; out < 24; out++) {
            int without = out;
            List<ShrunkCovariance> others = IntStream.range(0, 3)
                    .mapToObj(c -> ShrunkCovariance.of(IntStream.range(0, 24)
                            .filter(i -> i != without && labels[i] == c)
                            .mapToObj(i -> rows[i])
                            .toArray(double[][]::new)))
                    .toList();
            assertThat(decoded[out]).isEqualTo(LinearDiscriminant.of(others).classify(rows[out]));
        }
    }

    private static double[][] together(int samples) {
        double[][] rows = RidgeRegressionTest.normal(7, samples, 5);
        for (double[] row : rows) {
            for (int j = 1; j < 5; j++) {
                row[j] = row[0] + 0.5 * row[j];
            }
        }
        return rows;
    }

    private static double[][] standardised(double[][] rows) {
        double[][] z = Matrices.centred(rows, Matrices.means(rows));
        for (int j = 0; j < z[0].length; j++) {
            int column = j;
            double sd = Math.sqrt(Arrays.stream(z)
                    .mapToDouble(row -> row[column] * row[column])
                    .average()
                    .orElseThrow());
            for (double[] row : z) {
                row[j] /= sd;
            }
        }
        return z;
    }

    private static double[][] scatter(double[][] z) {
        double[][] products = Matrices.product(Matrices.transposed(z), z);
        return Matrices.sum(new double[4][4], 1.0 / z.length, products);
    }
}
