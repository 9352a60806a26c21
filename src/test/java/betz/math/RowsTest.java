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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RowsTest {
    /** Sizes with and without remainders of the 4 x 2 pass and of the block of 128. */
    @ParameterizedTest
    @CsvSource({
        "8, 6, 16",
        "7, 5, 33",
        "1, 1, 1",
        "5, 300, 20",
        "4, 131, 150",
        "3, 2, 4",
        "4, 1, 1",
        "6, 128, 3",
        "9, 256, 2",
        "2, 257, 7"
    })
    void both_products_have_the_bits_of_the_plain_sum_in_order_of_k(int rows, int inner, int columns) {
        for (int shift : new int[] {0, 1, 3}) {
            float[][] a = random(rows, inner + shift);
            float[][] b = random(inner, columns);
            float[][] c = random(rows, columns);
            float[][] expected = plain(a, shift, b, c);
            float[][] other = copy(c);

            Rows.multiply(a, shift, b, c);
            Rows.multiplyTransposed(transpose(a, shift), 0, b, other);

            assertThat(c).isDeepEqualTo(expected);
            assertThat(other).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void products_of_random_shapes_have_the_bits_of_the_plain_sum(long seed) {
        var random = RandomStream.of(seed, "shapes");
        for (int i = 0; i < 25; i++) {
            int rows = 1 + random.nextInt(13);
            int inner = 1 + random.nextInt(140);
            int columns = 1 + random.nextInt(40);
            int shift = random.nextInt(4);
            float[][] a = random(rows, inner + shift + random.nextInt(3)); // more columns than are used
            float[][] b = random(inner, columns);
            float[][] c = random(rows, columns);
            float[][] expected = plain(a, shift, b, c);

            Rows.multiply(a, shift, b, c);

            assertThat(c).isDeepEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void the_transposed_product_begins_at_the_column_that_the_shift_says(int shift) {
        float[][] a = random(9, 7 + shift);
        float[][] b = random(9, 5);
        float[][] c = random(7, 5);
        float[][] expected = plain(transpose(a, shift), 0, b, c);

        Rows.multiplyTransposed(a, shift, b, c);

        assertThat(c).isDeepEqualTo(expected);
    }

    @Test
    void a_sum_is_taken_in_the_order_of_k_and_fused() {
        // 2^24 + 1 is lost in single precision, 1 - 2^24 + 2^24 is not: only the order 0, 1, 2 gives 1
        float big = 1 << 24;
        float[][] a = {{big, -big, 1}};
        float[][] b = {{1}, {1}, {1}};
        float[][] c = {{0}};
        float[][] unfused = {{-1}};
        float nearlyOne = 1 + 0x1p-12f;

        Rows.multiply(a, 0, b, c);
        Rows.multiply(new float[][] {{nearlyOne}}, 0, new float[][] {{nearlyOne}}, unfused);

        assertThat(c[0][0]).isEqualTo(1);
        // (1 + 2^-12)^2 - 1 = 2^-11 + 2^-24, whose last term a rounded product loses
        assertThat(unfused[0][0]).isEqualTo(0x1p-11f + 0x1p-24f);
    }

    @ParameterizedTest
    @CsvSource({"5, 9", "9, 5"})
    void only_columns_that_both_have_are_computed(int columnsOfB, int columnsOfC) {
        for (int rows : new int[] {1, 4, 6}) {
            float[][] a = random(rows, 3);
            float[][] b = random(3, columnsOfB);
            float[][] c = new float[rows][columnsOfC];
            float[][] transposed = new float[rows][columnsOfC];

            Rows.multiply(a, 0, b, c);
            Rows.multiplyTransposed(transpose(a, 0), 0, b, transposed);

            for (float[] row : c) {
                for (int n = 0; n < columnsOfC; n++) {
                    assertThat(row[n] != 0).isEqualTo(n < columnsOfB);
                }
            }
            assertThat(transposed).isDeepEqualTo(c);
        }
    }

    @Test
    void a_product_over_nothing_leaves_the_sum_as_it_is() {
        float[][] c = random(5, 3);
        float[][] kept = copy(c);

        Rows.multiply(new float[5][2], 0, new float[0][], c);
        Rows.multiplyTransposed(new float[0][], 0, new float[0][], c);
        Rows.multiply(new float[0][], 0, random(2, 3), c);

        assertThat(c).isDeepEqualTo(kept);
    }

    @Test
    void factors_are_left_alone_and_not_a_number_goes_through() {
        float[][] a = random(5, 4);
        float[][] b = random(4, 3);
        b[2][1] = Float.NaN;
        float[][] keptA = copy(a);
        float[][] keptB = copy(b);
        float[][] c = new float[5][3];

        Rows.multiply(a, 0, b, c);

        assertThat(a).isDeepEqualTo(keptA);
        for (int k = 0; k < 4; k++) {
            assertThat(b[k]).containsExactly(keptB[k]);
        }
        for (float[] row : c) {
            assertThat(row[1]).isNaN();
            assertThat(row[0]).isFinite();
        }
    }

    @Test
    void the_product_is_the_one_in_double_precision_up_to_rounding() {
        float[][] a = random(6, 200);
        float[][] b = random(200, 5);
        float[][] c = new float[6][5];

        Rows.multiply(a, 0, b, c);

        for (int m = 0; m < 6; m++) {
            for (int n = 0; n < 5; n++) {
                double sum = 0;
                for (int k = 0; k < 200; k++) {
                    sum += (double) a[m][k] * b[k][n];
                }
                // 200 roundings of partial sums of about 14, each at most 2^-24 of it: 2e-4 at worst
                assertThat((double) c[m][n]).isCloseTo(sum, within(2e-4));
            }
        }
    }

    private static float[][] plain(float[][] a, int shift, float[][] b, float[][] start) {
        float[][] sum = copy(start);
        for (int m = 0; m < sum.length; m++) {
            for (int n = 0; n < sum[m].length; n++) {
                for (int k = 0; k < b.length; k++) {
                    sum[m][n] = Math.fma(a[m][k + shift], b[k][n], sum[m][n]);
                }
            }
        }
        return sum;
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
        return Arrays.stream(from).map(float[]::clone).toArray(float[][]::new);
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
