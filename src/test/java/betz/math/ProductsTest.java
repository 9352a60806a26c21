// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import betz.common.RandomStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kernel that this machine has, against the sum as it is written. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ProductsTest {
    static List<Products> all() {
        return Products.all();
    }

    @Test
    void the_tests_run_with_vectors() {
        assertThat(all()).as("the build adds the module").hasSize(2);
        assertThat(all().get(0)).isSameAs(Products.plain());
    }

    @ParameterizedTest
    @MethodSource("all")
    void products_of_random_shapes_have_the_bits_of_the_plain_sum_in_order_of_k(Products products) {
        var random = RandomStream.of(1, "shapes");
        for (int i = 0; i < 400; i++) {
            var shape = new Shape(
                    1 + random.nextInt(20), // all remainders of tiles of 6 and 4 rows
                    random.nextInt(140),
                    1 + random.nextInt(70),
                    random.nextInt(5));
            float[] a = random(shape.rows * shape.aStride());
            float[][] b = matrix(shape.inner + random.nextInt(3), shape.columns); // more rows than are used
            float[] c = random(shape.rows * shape.cStride());
            float[] expected = shape.plain(a, b, c);

            shape.multiply(factor(products, b), a, c);

            shape.assertSame(c, expected);
        }
    }

    /** Rows of a whose first elements do not count, and rows of c that have room between them. */
    private record Shape(int rows, int inner, int columns, int first) {
        int aStride() {
            return first + inner + 3;
        }

        int cStride() {
            return Products.stride(columns) + 1;
        }

        void multiply(Factor b, float[] a, float[] c) {
            var left = new Rows(rows + 1, aStride());
            for (int k = 0; k < aStride(); k += 4) {
                left.set(k, Arrays.copyOf(a, a.length + aStride()), k, aStride(), Math.min(4, aStride() - k));
            }
            b.multiply(left, rows, first, inner, c, cStride());
        }

        float[] plain(float[] a, float[][] b, float[] start) {
            float[] c = start.clone();
            for (int m = 0; m < rows; m++) {
                for (int n = 0; n < columns; n++) {
                    int at = m * cStride() + n;
                    for (int k = 0; k < inner; k++) {
                        c[at] = Math.fma(a[m * aStride() + first + k], b[k][n], c[at]);
                    }
                }
            }
            return c;
        }

        void assertSame(float[] found, float[] expected) {
            for (int m = 0; m < rows; m++) {
                int row = m * cStride();
                assertThat(Arrays.copyOfRange(found, row, row + columns))
                        .as("row %d of %s", m, this)
                        .containsExactly(Arrays.copyOfRange(expected, row, row + columns));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_factor_is_set_by_rows_or_by_columns(Products products) {
        float[][] b = matrix(7, 45);
        var shape = new Shape(5, 7, 45, 0);
        float[] a = random(5 * shape.aStride());
        float[] byRow = new float[5 * shape.cStride()];
        float[] byColumn = byRow.clone();
        Factor rows = products.factor(7, 45);
        Factor columns = products.factor(7, 45);
        for (int k = 0; k < 7; k++) {
            rows.setRow(k, 0, b[k], 0, 20);
            rows.setRow(k, 20, b[k], 20, 25);
        }
        for (int n = 0; n < 45; n++) {
            float[] values = new float[9]; // the column, with others around it
            Arrays.fill(values, Float.NaN);
            for (int k = 0; k < 7; k++) {
                values[1 + k] = b[k][n];
            }
            columns.setColumn(n, 0, values, 1, 3);
            columns.setColumn(n, 3, values, 4, 4);
        }

        shape.multiply(rows, a, byRow);
        shape.multiply(columns, a, byColumn);

        float[] expected = shape.plain(a, b, new float[byRow.length]);
        shape.assertSame(byRow, expected);
        shape.assertSame(byColumn, expected);
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_sum_is_taken_in_the_order_of_k_and_fused(Products products) {
        // 2^24 + 1 is lost in single precision, 1 - 2^24 + 2^24 is not: only the order 0, 1, 2 gives 1
        float big = 1 << 24;
        // (1 + 2^-12)^2 - 1 = 2^-11 + 2^-24, whose last term a rounded product loses
        float nearlyOne = 1 + 0x1p-12f;

        assertThat(dot(products, 0, new float[] {big, -big, 1}, new float[] {1, 1, 1}))
                .isEqualTo(1);
        assertThat(dot(products, -1, new float[] {nearlyOne}, new float[] {nearlyOne}))
                .isEqualTo(0x1p-11f + 0x1p-24f);
    }

    @ParameterizedTest
    @MethodSource("all")
    void infinities_and_not_a_number_go_through_where_they_belong(Products products) {
        float[][] b = matrix(4, 3);
        b[2][1] = Float.NaN;
        b[1][2] = Float.POSITIVE_INFINITY;
        var shape = new Shape(11, 4, 3, 0);
        float[] a = random(11 * shape.aStride());
        float[] c = new float[11 * shape.cStride()];

        shape.multiply(factor(products, b), a, c);

        for (int m = 0; m < 11; m++) {
            assertThat(c[m * shape.cStride()]).isFinite();
            assertThat(c[m * shape.cStride() + 1]).isNaN();
            assertThat(c[m * shape.cStride() + 2]).isInfinite();
        }
    }

    @Test
    void the_product_is_the_one_in_double_precision_up_to_rounding() {
        float[] a = random(200);
        float[] b = random(200);
        double sum = 0;
        for (int k = 0; k < 200; k++) {
            sum += (double) a[k] * b[k];
        }

        // 200 roundings of partial sums of about 14, each at most 2^-24 of it: 2e-4 at worst
        assertThat((double) dot(Products.plain(), 0, a, b)).isCloseTo(sum, within(2e-4));
    }

    @ParameterizedTest
    @MethodSource("all")
    void outer_products_over_rows_in_many_arrays_have_the_bits_of_the_plain_sum(Products products) {
        var random = RandomStream.of(1, "outer products");
        for (int i = 0; i < 60; i++) {
            int arrays = 1 + random.nextInt(9);
            int perArray = 1 + random.nextInt(70); // blocks of 128 rows end within arrays, and between them
            int columnsA = 1 + random.nextInt(30);
            int columnsB = 1 + random.nextInt(50);
            float[][] a = matrix(arrays, perArray * (columnsA + 2));
            float[][] b = matrix(arrays, perArray * (columnsB + 1));
            var shape = new Shape(columnsA, 0, columnsB, 0);
            int stride = shape.cStride();
            float[] c = random(columnsA * stride);
            int some = 1 + random.nextInt(columnsA);
            float[] expected = c.clone();
            for (int row = 0; row < arrays * perArray; row++) {
                for (int m = 0; m < some; m++) {
                    for (int n = 0; n < columnsB; n++) {
                        float left = a[row / perArray][row % perArray * (columnsA + 2) + m];
                        float right = b[row / perArray][row % perArray * (columnsB + 1) + n];
                        expected[m * stride + n] = Math.fma(left, right, expected[m * stride + n]);
                    }
                }
            }
            var sum = new OuterSum(columnsA);
            Factor block = products.factor(OuterSum.BLOCK, columnsB);

            for (int row = 0; row < arrays * perArray; row += OuterSum.BLOCK) {
                sum.begin(row, arrays * perArray, a, perArray, columnsA + 2);
                sum.take(b, perArray, columnsB + 1, columnsB, block);
                sum.add(block, some, c, stride);
            }

            shape.assertSame(c, expected);
        }
    }

    @Test
    void products_that_stay_slow_or_give_other_bits_are_not_chosen() {
        Products wrong = new Faulty("wrong", 1, 0);
        Products slow = new Faulty("slow", 0, 2);

        assertThat(ProductChoice.tried(wrong, 1_000_000_000).notice())
                .hasValue(
                        "Matrix products run in plain Java, which is slower: vector instructions (wrong) gave other bits here.");
        ProductChoice choice = ProductChoice.tried(slow, 50_000_000);
        assertThat(choice.products()).isSameAs(Products.plain());
        assertThat(choice.notice())
                .hasValue(
                        "Matrix products run in plain Java, which is slower: vector instructions (slow) were slower here.");
    }

    /** The plain products with something added to every sum, or done several times. */
    private record Faulty(String name, float added, int repeated) implements Products {
        @Override
        public Factor factor(int rows, int columns) {
            Factor plain = Products.plain().factor(rows, columns);
            return new Factor() {
                @Override
                public void setRow(int k, int n, float[] from, int at, int count) {
                    plain.setRow(k, n, from, at, count);
                }

                @Override
                public void setColumn(int n, int k, float[] from, int at, int count) {
                    plain.setColumn(n, k, from, at, count);
                }

                @Override
                public void multiply(Rows a, int some, int first, int inner, float[] c, int cStride) {
                    for (int i = 0; i < repeated * 20; i++) {
                        plain.multiply(a, some, first, inner, c.clone(), cStride);
                    }
                    plain.multiply(a, some, first, inner, c, cStride);
                    c[0] += added;
                }
            };
        }
    }

    /** Returns {@code start + a·b} of two vectors. */
    private static float dot(Products products, float start, float[] a, float[] b) {
        Factor column = products.factor(b.length, 1);
        column.setColumn(0, 0, b, 0, b.length);
        float[] c = new float[Products.ALIGNMENT];
        c[0] = start;
        var row = new Rows(1, a.length);
        row.set(0, a, 0, a.length, a.length);
        column.multiply(row, 1, 0, a.length, c, Products.ALIGNMENT);
        return c[0];
    }

    private static Factor factor(Products products, float[][] b) {
        Factor factor = products.factor(b.length, b.length == 0 ? 1 : b[0].length);
        for (int k = 0; k < b.length; k++) {
            factor.setRow(k, 0, b[k], 0, b[k].length);
        }
        return factor;
    }

    private static float[][] matrix(int rows, int columns) {
        float[] all = random(rows * columns);
        float[][] matrix = new float[rows][];
        Arrays.setAll(matrix, i -> Arrays.copyOfRange(all, i * columns, (i + 1) * columns));
        return matrix;
    }

    private static float[] random(int size) {
        var random = RandomStream.of(1, "matrix", size);
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
