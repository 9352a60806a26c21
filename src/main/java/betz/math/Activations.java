// SPDX-License-Identifier: Apache-2.0
package betz.math;

/**
 * Activation functions of whole arrays in single precision, free of branches so that the compiler vectorises them.
 *
 * <p>tanh is x·P(x²)/Q(x²) with P and Q of degree 4, a minimax fit of the relative error (2.1e-8 before rounding) over
 * |x| ≤ 9.02, beyond which tanh rounds to ±1. The greatest absolute error, rounding included, is 4e-7; for the sigmoid
 * 2.5e-7. Softplus is max(x, 0) + log 2 - log(1 + tanh(|x|/2)), where t·L(t) with L of degree 7 stands for log(1 + t), a minimax
 * fit over 0 ≤ t ≤ 1 (3.2e-8 before rounding); its greatest error is 4e-7 plus a rounding of the value. Infinities give the limits
 * exactly, NaN stays NaN.
 */
public final class Activations {
    /** From here on tanh rounds to 1 in single precision. */
    private static final float SATURATION = 9.02f;

    private static final float P1 = 0.1337972f;
    private static final float P2 = 3.4940364e-3f;
    private static final float P3 = 2.058351e-5f;
    private static final float P4 = 1.3319108e-8f;
    private static final float Q1 = 4.6713033e-1f;
    private static final float Q2 = 2.587108e-2f;
    private static final float Q3 = 3.2830957e-4f;
    private static final float Q4 = 7.762035e-7f;

    private static final float L0 = 0.9999964f;
    private static final float L1 = -0.49987406f;
    private static final float L2 = 0.33179826f;
    private static final float L3 = -0.24073075f;
    private static final float L4 = 0.16764784f;
    private static final float L5 = -0.09532248f;
    private static final float L6 = 0.036084514f;
    private static final float L7 = -0.006452611f;

    /** The fit of log 2, so that softplus ends at zero exactly. */
    private static final float LOG_2 = logOnePlus(1);

    private Activations() {}

    /** Replaces every value by its hyperbolic tangent. */
    public static void tanh(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = tanh(x[i]);
        }
    }

    private static float tanh(float x) {
        float a = Math.max(-SATURATION, Math.min(SATURATION, x));
        float s = a * a;
        float p = Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, P4, P3), P2), P1), 1f);
        float q = Math.fma(s, Math.fma(s, Math.fma(s, Math.fma(s, Q4, Q3), Q2), Q1), 1f);
        return Math.max(-1f, Math.min(1f, a * p / q));
    }

    /** Replaces every value by its logistic sigmoid, {@code 1/(1 + exp(-x)) = (1 + tanh(x/2))/2}. */
    public static void sigmoid(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= 0.5f;
        }
        tanh(x);
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.fma(0.5f, x[i], 0.5f);
        }
    }

    /** Replaces negative values by zero. */
    public static void relu(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0f, x[i]);
        }
    }

    /** Replaces every value by the positive part of its hyperbolic tangent. */
    public static void rectifiedTanh(float[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] = Math.max(0f, tanh(x[i]));
        }
    }

    /** Replaces every value by {@code log(1 + exp(x))}. */
    public static void softplus(float[] x) {
        for (int i = 0; i < x.length; i++) {
            float t = tanh(0.5f * Math.abs(x[i]));
            x[i] = Math.max(0f, x[i]) + Math.max(0f, LOG_2 - logOnePlus(t));
        }
    }

    /** Replaces values of softplus by its slope there, {@code 1 - exp(-value)}. */
    public static void softplusSlope(float[] value) {
        for (int i = 0; i < value.length; i++) {
            float t = tanh(0.5f * value[i]);
            value[i] = 2 * t / (1 + t);
        }
    }

    private static float logOnePlus(float t) {
        float high = Math.fma(t, Math.fma(t, Math.fma(t, L7, L6), L5), L4);
        return t * Math.fma(t, Math.fma(t, Math.fma(t, Math.fma(t, high, L3), L2), L1), L0);
    }
}
