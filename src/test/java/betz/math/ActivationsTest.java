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
}
