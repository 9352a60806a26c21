// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MatricesTest {
    /** Rounding of a few dozen sums. */
    private static final double ROUNDING = 1e-12;

    private static double[][] random(int rows, int columns, long seed) {
        var random = RandomStream.of(seed, "matrices");
        double[][] a = new double[rows][columns];
        for (double[] row : a) {
            for (int j = 0; j < columns; j++) {
                row[j] = random.nextGaussian();
            }
        }
        return a;
    }

    private static void assertSame(double[][] found, double[][] expected, double tolerance) {
        assertThat(found.length).isEqualTo(expected.length);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).containsExactly(expected[i], within(tolerance));
        }
    }

    @Test
    void products_sums_and_transposes_are_those_of_the_blackboard() {
        double[][] a = {{1, 2}, {3, 4}, {5, 6}};
        double[][] b = {{1, 0, 2}, {0, 1, -1}};

        assertSame(Matrices.product(a, b), new double[][] {{1, 2, 0}, {3, 4, 2}, {5, 6, 4}}, 0);
        assertSame(Matrices.transposed(a), new double[][] {{1, 3, 5}, {2, 4, 6}}, 0);
        assertSame(Matrices.sum(a, 2, a), new double[][] {{3, 6}, {9, 12}, {15, 18}}, 0);
        assertSame(Matrices.product(a, Matrices.identity(2)), a, 0);
        assertSame(Matrices.columns(a, 1), new double[][] {{1}, {3}, {5}}, 0);
        assertThat(Matrices.column(a, 1)).containsExactly(2, 4, 6);
        assertThat(Matrices.means(a)).containsExactly(new double[] {3, 4}, within(ROUNDING));
        assertSame(Matrices.centred(a, new double[] {3, 4}), new double[][] {{-2, -2}, {0, 0}, {2, 2}}, 0);
        assertThat(Matrices.squares(a)).isEqualTo(91);
        assertThat(Matrices.trace(a)).isEqualTo(5);
    }

    @Test
    void factors_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> Matrices.product(new double[2][3], new double[2][3]))
                .hasMessageContaining("2 values")
                .hasMessageContaining("3 values");
    }

    @ParameterizedTest
    @CsvSource({"7,3", "3,7", "5,5"})
    void singular_vectors_are_orthonormal_and_give_the_matrix_back(int rows, int columns) {
        double[][] a = random(rows, columns, 1);

        Svd svd = Svd.of(a);

        int rank = Math.min(rows, columns);
        double[][] scaled = Matrices.copy(svd.u());
        for (double[] row : scaled) {
            for (int j = 0; j < row.length; j++) {
                row[j] *= svd.s()[j];
            }
        }
        assertThat(svd.rank()).isEqualTo(rank);
        assertThat(svd.s()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        assertSame(Matrices.product(scaled, Matrices.transposed(svd.v())), a, ROUNDING);
        assertSame(Matrices.product(Matrices.transposed(svd.v()), svd.v()), Matrices.identity(rank), ROUNDING);
        assertSame(Matrices.product(Matrices.transposed(svd.u()), svd.u()), Matrices.identity(rank), ROUNDING);
    }

    @Test
    void least_squares_leave_a_residual_that_no_column_explains() {
        double[][] a = random(9, 3, 2);
        double[][] b = random(9, 2, 3);

        double[][] x = Svd.of(a).solve(b);

        double[][] residual = Matrices.sum(b, -1, Matrices.product(a, x));
        assertSame(Matrices.product(Matrices.transposed(a), residual), new double[3][2], ROUNDING);
    }

    @Test
    void of_many_solutions_the_shortest_is_given() {
        double[][] twins = {{1, 1}, {2, 2}}; // the columns are the same

        Svd svd = Svd.of(twins);
        double[][] x = svd.solve(new double[][] {{2}, {4}});

        assertThat(svd.rank()).isEqualTo(1);
        assertSame(x, new double[][] {{1}, {1}}, ROUNDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 12})
    void symmetric_matrices_are_turned_onto_their_axes(int size) {
        double[][] half = random(size, size, 4);
        double[][] a = Matrices.sum(half, 1, Matrices.transposed(half));

        Eigen eigen = Eigen.symmetric(a);

        double[][] turned =
                Matrices.product(Matrices.transposed(eigen.vectors()), Matrices.product(a, eigen.vectors()));
        double[][] diagonal = new double[size][size];
        for (int i = 0; i < size; i++) {
            diagonal[i][i] = eigen.real()[i];
        }
        assertSame(turned, diagonal, 1e-11);
        assertThat(eigen.real()).isSortedAccordingTo((x, y) -> Double.compare(y, x));
        assertThat(eigen.imaginary()).containsOnly(0);
    }

    @Test
    void a_rotation_has_a_conjugate_pair_of_which_the_columns_are_the_parts_of_the_vector() {
        double[][] a = {{0.9, -0.2, 0}, {0.2, 0.9, 0}, {0, 0, 0.5}};

        Eigen eigen = Eigen.general(a);

        assertThat(eigen.real()).containsExactly(new double[] {0.9, 0.9, 0.5}, within(ROUNDING));
        assertThat(eigen.imaginary()).containsExactly(new double[] {0.2, -0.2, 0}, within(ROUNDING));
        double[][] product = Matrices.product(a, eigen.vectors());
        for (int i = 0; i < 3; i++) { // A (p + iq) = (0.9 + 0.2i)(p + iq)
            double p = eigen.vectors()[i][0];
            double q = eigen.vectors()[i][1];
            assertThat(product[i][0]).isCloseTo(0.9 * p - 0.2 * q, within(ROUNDING));
            assertThat(product[i][1]).isCloseTo(0.9 * q + 0.2 * p, within(ROUNDING));
        }
    }
}
