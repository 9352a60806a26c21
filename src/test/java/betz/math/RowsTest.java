// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;

import betz.common.RandomStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsTest {
    /** Sizes with and without remainders of the 4 x 2 pass and of the block of 128. */
    @ParameterizedTest
    @CsvSource({"8, 6, 16", "7, 5, 33", "1, 1, 1", "5, 300, 20", "4, 131, 150"})
    void both_products_have_the_bits_of_the_plain_sum_in_order_of_k(int rows, int inner, int columns) {
        float[][] a = random(rows, inner + 3);
        float[][] b = random(inner, columns);
        float[][] c = random(rows, columns);
        float[][] expected = copy(c);
        for (int m = 0; m < rows; m++) {
            for (int n = 0; n < columns; n++) {
                for (int k = 0; k < inner; k++) {
                    expected[m][n] = Math.fma(a[m][k + 3], b[k][n], expected[m][n]);
                }
            }
        }
        float[][] other = copy(c);

        Rows.multiply(a, 3, b, c);
        Rows.multiplyTransposed(transpose(a, 3), 0, b, other);

        assertThat(c).isDeepEqualTo(expected);
        assertThat(other).isDeepEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"5, 9", "9, 5"})
    void only_columns_that_both_have_are_computed(int columnsOfB, int columnsOfC) {
        float[][] a = random(4, 3);
        float[][] b = random(3, columnsOfB);
        float[][] c = new float[4][columnsOfC];

        Rows.multiply(a, 0, b, c);

        for (int n = 0; n < columnsOfC; n++) {
            assertThat(c[0][n] != 0).isEqualTo(n < columnsOfB);
        }
    }

    private static float[][] random(int rows, int columns) {
        var random = RandomStream.of(1, "matrix", rows, columns);
        float[][] matrix = new float[rows][columns];
        for (float[] row : matrix) {
            for (int i = 0; i < columns; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
        return matrix;
    }

    private static float[][] copy(float[][] from) {
        return java.util.Arrays.stream(from).map(float[]::clone).toArray(float[][]::new);
    }

    private static float[][] transpose(float[][] from, int shift) {
        float[][] to = new float[from[0].length - shift][from.length];
        for (int i = 0; i < to.length; i++) {
            for (int j = 0; j < from.length; j++) {
                to[i][j] = from[j][i + shift];
            }
        }
        return to;
    }
}
