// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The activation functions at every number in single precision there is, but NaN. */
@Tag("slow")
@DisplayNameGeneration(ReplaceUnderscores.class)
class AllFloatsTest {
    private static final int BLOCK = 1 << 16;
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    /** Below this a cubic term is all that is left beside the first, to a part in 10^17 of tanh. */
    private static final double TINY = 1e-4;

    @Test
    void tanh_errs_by_less_than_is_stated_and_stays_within_its_limits() {
        double worst = worst(Activations::tanh, AllFloatsTest::tanh, -1);

        assertThat(worst).isLessThan(4e-7);
    }

    @Test
    void sigmoid_errs_by_less_than_is_stated_and_stays_within_its_limits() {
        double worst = worst(Activations::sigmoid, x -> 0.5 + 0.5 * tanh(0.5 * x), 0);

        assertThat(worst).isLessThan(2.5e-7);
    }

    @Test
    void softplus_errs_by_less_than_is_stated_beyond_a_rounding_of_its_value() {
        double[] worst = {0};
        each(block -> {
            float[] value = block.clone();
            Activations.softplus(value);
            for (int i = 0; i < value.length; i++) {
                double exact = Math.max(0, block[i]) + softplusOfMinus(Math.abs((double) block[i]));
                double error = value[i] == exact ? 0 : Math.abs(value[i] - exact) - Math.ulp((float) exact);
                worst[0] = Math.max(worst[0], error);
            }
        });

        assertThat(worst[0]).isLessThan(4e-7);
    }

    @Test
    void relu_is_the_number_itself_or_zero() {
        each(block -> {
            float[] value = block.clone();
            Activations.relu(value);
            for (int i = 0; i < value.length; i++) {
                if (value[i] != (block[i] > 0 ? block[i] : 0)) {
                    throw new AssertionError("relu of " + block[i] + " is " + value[i]);
                }
            }
        });
    }

    private static double tanh(double x) {
        if (Math.abs(x) < TINY) {
            return x - x * x * x / 3;
        }
        return Math.abs(x) > 20 ? Math.signum(x) : StrictMath.tanh(x);
    }

    /** Returns {@code log(1 + exp(-x))} of a number that is not below 0, to 5e-15: where it is near 0 or far from it, by a series. */
    private static double softplusOfMinus(double x) {
        if (x < 1e-3) {
            return Math.log(2) - x / 2 + x * x / 8;
        }
        return x > 40 ? 0 : StrictMath.log1p(StrictMath.exp(-x));
    }

    private static double worst(Consumer<float[]> function, DoubleUnaryOperator exact, double least) {
        double[] worst = {0};
        each(block -> {
            float[] value = block.clone();
            function.accept(value);
            for (int i = 0; i < value.length; i++) {
                if (!(value[i] >= least && value[i] <= 1)) {
                    throw new AssertionError("of " + block[i] + " it is " + value[i]);
                }
                worst[0] = Math.max(worst[0], Math.abs(value[i] - exact.applyAsDouble(block[i])));
            }
        });
        return worst[0];
    }

    /** Goes through all numbers but NaN: denormals, zeros and infinities of both signs with them. */
    private static void each(Consumer<float[]> taker) {
        float[] block = new float[BLOCK];
        float[] negative = new float[BLOCK];
        for (int first = 0; first <= INFINITY; first += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                block[i] = Float.intBitsToFloat(Math.min(first + i, INFINITY));
                negative[i] = -block[i];
            }
            taker.accept(block);
            taker.accept(negative);
        }
    }
}
