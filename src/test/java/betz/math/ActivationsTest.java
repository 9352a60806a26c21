// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ActivationsTest {
    @Test
    void tanh_and_sigmoid_are_as_exact_as_stated_over_the_whole_range() {
        double worstTanh = 0;
        double worstSigmoid = 0;
        // every 997th bit pattern from 0 to the greatest float, both signs
        for (int bits = 0; bits < 0x7f800000; bits += 997) {
            float x = Float.intBitsToFloat(bits);
            float[] tanh = {x, -x};
            float[] sigmoid = {x, -x};
            Activations.tanh(tanh);
            Activations.sigmoid(sigmoid);
            worstTanh = Math.max(worstTanh, Math.abs(tanh[0] - StrictMath.tanh(x)));
            assertThat(tanh[1]).isEqualTo(-tanh[0]);
            for (int i = 0; i < 2; i++) {
                double exact = 1 / (1 + StrictMath.exp(i == 0 ? -(double) x : x));
                worstSigmoid = Math.max(worstSigmoid, Math.abs(sigmoid[i] - exact));
            }
        }

        assertThat(worstTanh).isLessThan(4e-7);
        assertThat(worstSigmoid).isLessThan(2.5e-7);
    }

    @Test
    void softplus_and_its_slope_are_as_exact_as_stated_over_the_whole_range() {
        double worst = 0;
        double worstSlope = 0;
        for (int bits = 0; bits < 0x7f800000; bits += 997) {
            float x = Float.intBitsToFloat(bits);
            float[] value = {x, -x};
            Activations.softplus(value);
            float[] slope = value.clone();
            Activations.softplusSlope(slope);
            for (int i = 0; i < 2; i++) {
                double exact = softplus(i == 0 ? x : -x);
                worst = Math.max(worst, Math.abs(value[i] - exact) - Math.ulp((float) exact));
                worstSlope = Math.max(worstSlope, Math.abs(slope[i] + StrictMath.expm1(-value[i])));
            }
        }

        assertThat(worst).isLessThan(4e-7);
        assertThat(worstSlope).isLessThan(4e-7);
    }

    private static double softplus(double x) {
        return Math.max(0, x) + StrictMath.log1p(StrictMath.exp(-Math.abs(x)));
    }

    @Test
    void rectified_tanh_is_the_positive_part_of_tanh_bit_by_bit() {
        float[] x = {-3, -0f, 0, 1e-20f, 0.3f, 5, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
        float[] tanh = x.clone();
        Activations.tanh(tanh);

        Activations.rectifiedTanh(x);

        for (int i = 0; i < x.length; i++) {
            assertThat(Float.floatToIntBits(x[i])).isEqualTo(Float.floatToIntBits(Math.max(0, tanh[i])));
        }
    }

    @Test
    void softplus_has_exact_limits() {
        float[] x = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN, -100, 100};

        Activations.softplus(x);

        assertThat(x).containsExactly(Float.POSITIVE_INFINITY, 0, Float.NaN, 0, 100);
    }

    @Test
    void limits_are_exact_and_nan_stays_nan() {
        float[] tanh = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 9.02f, Float.NaN, -0f};
        float[] sigmoid = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 100, Float.NaN, 0};
        float[] relu = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, -1, Float.NaN, 2};

        Activations.tanh(tanh);
        Activations.sigmoid(sigmoid);
        Activations.relu(relu);

        assertThat(tanh).containsExactly(1, -1, 1, Float.NaN, -0f);
        assertThat(sigmoid).containsExactly(1, 0, 1, Float.NaN, 0.5f);
        assertThat(relu).containsExactly(Float.POSITIVE_INFINITY, 0, 0, Float.NaN, 2);
    }

    @Test
    void tanh_never_leaves_its_limits_and_saturates_exactly() {
        float[] x = {9.02f, 9.021f, 20, 1e10f, Float.MAX_VALUE, -9.02f, -Float.MAX_VALUE};

        Activations.tanh(x);

        assertThat(x).containsExactly(1, 1, 1, 1, 1, -1, -1);
    }

    @Test
    void sigmoid_saturates_exactly_at_both_ends() {
        float[] x = {18.04f, 40, Float.MAX_VALUE, -18.04f, -40, -Float.MAX_VALUE};

        Activations.sigmoid(x);

        assertThat(x).containsExactly(1, 1, 1, 0, 0, 0);
    }

    @Test
    void tanh_is_exact_to_a_few_units_of_the_last_place_near_zero() {
        // the fit minimises the relative error: 2.1e-8, and some roundings of 6e-8
        double worst = 0;
        for (float x = 1e-30f; x < 0.5f; x *= 1.07f) {
            float[] one = {x};
            Activations.tanh(one);
            worst = Math.max(worst, Math.abs(one[0] / StrictMath.tanh(x) - 1));
        }

        assertThat(worst).isLessThan(4e-7);
    }

    @Test
    void tanh_leaves_the_smallest_numbers_and_signed_zero_as_they_are() {
        float[] x = {Float.MIN_VALUE, -Float.MIN_VALUE, Float.MIN_NORMAL, 3e-40f, 0f, -0f, 1e-20f};
        float[] kept = x.clone();

        Activations.tanh(x);

        for (int i = 0; i < x.length; i++) {
            assertThat(Float.floatToRawIntBits(x[i])).isEqualTo(Float.floatToRawIntBits(kept[i]));
        }
    }

    @Test
    void values_never_fall_by_more_than_the_stated_error_and_rise_where_the_functions_do() {
        float[] tanh = new float[40_001];
        for (int i = 0; i < tanh.length; i++) {
            tanh[i] = (i - 20_000) / 2000f;
        }
        float[] sigmoid = tanh.clone();
        Activations.tanh(tanh);
        Activations.sigmoid(sigmoid);

        for (int i = 1; i < tanh.length; i++) {
            assertThat(tanh[i]).isBetween(tanh[i - 1] - 4e-7f, 1f);
            assertThat(sigmoid[i]).isBetween(sigmoid[i - 1] - 2.5e-7f, 1f);
        }
        // up to 5 the true tanh rises by 9e-7 or more every 0.005, and the sigmoid by more: twice the error at least
        for (int i = 10_010; i <= 30_000; i += 10) {
            assertThat(tanh[i]).isGreaterThan(tanh[i - 10]);
            assertThat(sigmoid[i]).isGreaterThan(sigmoid[i - 10]);
        }
        assertThat(tanh[0]).isEqualTo(-1);
        assertThat(sigmoid[0]).isGreaterThan(0);
    }

    @Test
    void relu_keeps_positive_numbers_bit_by_bit_and_makes_the_rest_a_positive_zero() {
        float[] x = {Float.MIN_VALUE, 3.25f, Float.MAX_VALUE, 0f, -0f, -Float.MIN_VALUE, -7};

        Activations.relu(x);

        assertThat(x).containsExactly(Float.MIN_VALUE, 3.25f, Float.MAX_VALUE, 0f, 0f, 0f, 0f);
        assertThat(Float.floatToRawIntBits(x[4])).isZero();
    }

    @Test
    void a_value_does_not_depend_on_its_neighbours_or_its_place() {
        // vector loops have a remainder; all places of all lengths around a vector's must give one value
        for (int length = 1; length < 40; length++) {
            float[] many = new float[length];
            java.util.Arrays.fill(many, 0.7f);
            Activations.tanh(many);
            float[] one = {0.7f};
            Activations.tanh(one);
            assertThat(many).containsOnly(one[0]);
        }
    }
}
