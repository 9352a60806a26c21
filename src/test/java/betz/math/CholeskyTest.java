// SPDX-License-Identifier: Apache-2.0
package betz.math;

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
class CholeskyTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 17})
    void a_solution_fulfils_the_equations(int size) {
        double[][] a = positive(size);
        double[] b = normal(3, 1, size)[0];

        double[] x = Cholesky.of(a).orElseThrow().solve(b);

        for (int i = 0; i < size; i++) {
            assertThat(Cholesky.dot(a[i], x, size)).isCloseTo(b[i], within(1e-10)); // rounding
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 8})
    void the_form_is_the_product_with_the_solution(int size) {
        double[] b = normal(4, 1, size)[0];
        Cholesky factor = Cholesky.of(positive(size)).orElseThrow();

        assertThat(factor.form(b)).isCloseTo(Cholesky.dot(b, factor.solve(b), size), within(1e-12));
    }

    @Test
    void a_system_of_two_agrees_with_sums_done_by_hand() {
        Cholesky factor = Cholesky.of(new double[][] {{4, 2}, {2, 5}}).orElseThrow();

        // 4x + 2y = 8 and 2x + 5y = 8
        assertThat(factor.solve(new double[] {8, 8})).containsExactly(new double[] {1.5, 1}, within(1e-15));
        assertThat(factor.form(new double[] {8, 8})).isCloseTo(20, within(1e-14));
    }

    @Test
    void the_lower_half_alone_counts() {
        double[][] half = {{4}, {2, 5}};

        assertThat(Cholesky.of(half).orElseThrow().solve(new double[] {8, 8})).containsExactly(1.5, 1);
    }

    @Test
    void matrices_without_an_inverse_have_no_factor() {
        assertThat(Cholesky.of(new double[][] {{1, 1}, {1, 1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{0}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 0}, {0, -1}})).isEmpty();
        assertThat(Cholesky.of(new double[][] {{Double.NaN}})).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 4, 5, 11})
    void sums_of_products_hold_every_element_up_to_the_length(int length) {
        double[] a = new double[12];
        double[] b = new double[12];
        Arrays.setAll(a, i -> i + 1);
        Arrays.fill(b, 2);

        assertThat(Cholesky.dot(a, b, length)).isEqualTo(length * (length + 1)); // 2 (1 + ... + n), exact
    }

    private static double[][] positive(int size) {
        double[][] rows = normal(1, size + 3, size);
        return Matrices.sum(Matrices.product(Matrices.transposed(rows), rows), 0.1, Matrices.identity(size));
    }

    @Test
    void what_is_added_to_the_diagonal_counts() {
        double[][] a = {{4, 99}, {2, 3}}; // the upper half is not read

        assertThat(Cholesky.of(a, 0).orElseThrow().solve(new double[] {8, 7}))
                .containsExactly(new double[] {1.25, 1.5}, within(1e-14)); // rounding of roots
        assertThat(Cholesky.of(a, 2).orElseThrow().solve(new double[] {8, 7}))
                .containsExactly(new double[] {1, 1}, within(1e-14));
        assertThat(Cholesky.of(new double[][] {{1, 0}, {2, 1}}, 0)).isEmpty();
        assertThat(Cholesky.of(new double[][] {{1, 0}, {2, 1}}, 2)).isPresent();
    }

    private static double[][] normal(long seed, int rows, int columns) {
        var random = RandomStream.of(seed, "cholesky");
        double[][] values = new double[rows][columns];
        for (double[] row : values) {
            Arrays.setAll(row, i -> random.nextGaussian());
        }
        return values;
    }
}
