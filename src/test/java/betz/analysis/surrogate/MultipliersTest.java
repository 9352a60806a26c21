// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MultipliersTest {
    @Test
    void with_two_flat_margins_each_cell_has_its_share_of_the_third_margins_eigenvalue() {
        double[] values = {5, 2, 0.5, 1e-4};
        double total = Arrays.stream(values).sum();

        double[][] l = Multipliers.of(new double[][] {values, flat(3, total), flat(6, total)});

        for (int c = 0; c < values.length; c++) {
            assertThat(1 / (l[0][c] + l[1][1] + l[2][4]) / (values[c] / 18)).isCloseTo(1, within(1e-10));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 9})
    void sums_over_two_margins_are_the_eigenvalues_of_the_third(double decades) {
        var random = RandomStream.of(1, "eigenvalues");
        double[][] eigenvalues = {spread(5, decades, random), spread(12, decades, random), spread(8, decades, random)};

        double[][] sums = sums(Multipliers.of(eigenvalues));

        for (int margin = 0; margin < 3; margin++) {
            for (int i = 0; i < sums[margin].length; i++) {
                // far closer than the 1e-7 at which the search would give up
                assertThat(sums[margin][i] / eigenvalues[margin][i]).isCloseTo(1, within(1e-9));
            }
        }
    }

    @Test
    void no_other_variances_with_the_same_margins_have_a_greater_entropy() {
        var random = RandomStream.of(2, "eigenvalues");
        double[][] eigenvalues = {spread(3, 2, random), spread(4, 2, random), spread(5, 2, random)};
        double[][] l = Multipliers.of(eigenvalues);
        double[][][] best = variances(l);
        double entropy = entropy(best);

        for (int trial = 0; trial < 200; trial++) {
            double[][][] other = variances(l);
            int[] a = {random.nextInt(3), random.nextInt(4), random.nextInt(5)};
            int[] b = {(a[0] + 1) % 3, (a[1] + 1) % 4, (a[2] + 1) % 5};
            // adds and takes at the four corners of a square, which leaves every margin as it is
            double move = (random.nextDouble() - 0.5) * least(best);
            other[a[0]][a[1]][a[2]] += move;
            other[b[0]][b[1]][a[2]] += move;
            other[a[0]][b[1]][a[2]] -= move;
            other[b[0]][a[1]][a[2]] -= move;
            assertThat(entropy(other)).isLessThanOrEqualTo(entropy + 1e-12); // rounding of 60 logarithms
        }
        double total = Arrays.stream(eigenvalues[0]).sum();
        double[][][] product = new double[3][4][5];
        for (int c = 0; c < 3; c++) {
            for (int t = 0; t < 4; t++) {
                for (int n = 0; n < 5; n++) {
                    product[c][t][n] = eigenvalues[0][c] * eigenvalues[1][t] * eigenvalues[2][n] / total / total;
                }
            }
        }
        assertThat(entropy(product)).isLessThan(entropy);
    }

    @Test
    void a_margin_of_one_place_is_met() {
        double[][] sums = sums(Multipliers.of(new double[][] {{3}, {2, 1}, {0.5, 1, 1.5}}));

        assertThat(sums[0]).containsExactly(new double[] {3}, within(1e-9));
        assertThat(sums[1]).containsExactly(new double[] {2, 1}, within(1e-9));
        assertThat(sums[2]).containsExactly(new double[] {0.5, 1, 1.5}, within(1e-9));
    }

    private static double[] flat(int size, double total) {
        double[] flat = new double[size];
        Arrays.fill(flat, total / size);
        return flat;
    }

    /** Eigenvalues over some decades, with the sum 7. */
    private static double[] spread(int size, double decades, RandomStream random) {
        double[] values = new double[size];
        Arrays.setAll(values, i -> StrictMath.pow(10, -decades * (i + random.nextDouble()) / size));
        double sum = Arrays.stream(values).sum();
        return Arrays.stream(values).map(v -> 7 * v / sum).toArray();
    }

    private static double[][][] variances(double[][] l) {
        double[][][] variances = new double[l[0].length][l[1].length][l[2].length];
        for (int c = 0; c < l[0].length; c++) {
            for (int t = 0; t < l[1].length; t++) {
                for (int n = 0; n < l[2].length; n++) {
                    variances[c][t][n] = 1 / (l[0][c] + l[1][t] + l[2][n]);
                }
            }
        }
        return variances;
    }

    private static double[][] sums(double[][] l) {
        double[][][] variances = variances(l);
        double[][] sums = {new double[l[0].length], new double[l[1].length], new double[l[2].length]};
        for (int c = 0; c < l[0].length; c++) {
            for (int t = 0; t < l[1].length; t++) {
                for (int n = 0; n < l[2].length; n++) {
                    assertThat(variances[c][t][n]).isPositive();
                    sums[0][c] += variances[c][t][n];
                    sums[1][t] += variances[c][t][n];
                    sums[2][n] += variances[c][t][n];
                }
            }
        }
        return sums;
    }

    private static double entropy(double[][][] variances) {
        return Arrays.stream(variances)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .map(StrictMath::log)
                .sum();
    }

    private static double least(double[][][] variances) {
        return Arrays.stream(variances)
                .flatMap(Arrays::stream)
                .flatMapToDouble(Arrays::stream)
                .min()
                .orElseThrow();
    }
}
