// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import org.apache.commons.math3.complex.Complex;

/**
 * A digital low-pass filter without ripple, run forwards and backwards so that it shifts nothing in time.
 *
 * <p>The analogue prototype has its poles at {@code p_k = exp(iπ(2k + n + 1)/(2n))}; they are scaled to the prewarped
 * cutoff {@code 2·tan(π·cutoff·dt)} and mapped by {@code z = (2 + p)/(2 − p)}; all zeros lie at {@code z = −1}. Ends are
 * padded by point reflection over {@code 3(n + 1)} samples and the filter starts in its steady state, as SciPy's
 * {@code filtfilt} does. Two passes square the gain: it is 1/2, not 1/√2, at the cutoff.
 *
 * <p>Butterworth (1930), On the theory of filter amplifiers, Experimental Wireless 7, 536-541.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.filtfilt.html">filtfilt</a>
 */
public final class Butterworth {
    /** The direct form of a higher order loses too many digits. */
    private static final int HIGHEST_ORDER = 8;

    private final double[] numerator;
    private final double[] denominator;
    private final double[] steady;

    /**
     * Designs a filter.
     *
     * @param order of one pass, 1 to 8
     * @param cutoff Hz, below half the sampling rate
     * @param dt step between samples, s
     */
    public Butterworth(int order, double cutoff, double dt) {
        Require.count("order", order, 1, HIGHEST_ORDER);
        Require.positive("dt", dt, "s");
        Require.that(cutoff > 0 && cutoff < 0.5 / dt, "cutoff", cutoff + " Hz", "0 to " + 0.5 / dt + " Hz");
        denominator = denominator(order, 2 * StrictMath.tan(Math.PI * cutoff * dt));
        numerator = numerator(order, denominator);
        steady = steadyState(numerator, denominator);
    }

    private static double[] denominator(int order, double warped) {
        Complex[] polynomial = new Complex[order + 1];
        java.util.Arrays.fill(polynomial, Complex.ZERO);
        polynomial[0] = Complex.ONE;
        for (int k = 0; k < order; k++) {
            double angle = Math.PI * (2 * k + order + 1) / (2.0 * order);
            var p = new Complex(warped * StrictMath.cos(angle), warped * StrictMath.sin(angle));
            Complex z = p.add(2).divide(p.negate().add(2));
            for (int i = k + 1; i > 0; i--) {
                polynomial[i] = polynomial[i].subtract(z.multiply(polynomial[i - 1]));
            }
        }
        return java.util.Arrays.stream(polynomial).mapToDouble(Complex::getReal).toArray();
    }

    /** Returns binomial coefficients, scaled so that a constant passes unchanged. */
    private static double[] numerator(int order, double[] denominator) {
        double gain = java.util.Arrays.stream(denominator).sum() / (1 << order);
        double[] numerator = new double[order + 1];
        double binomial = 1;
        for (int i = 0; i <= order; i++) {
            numerator[i] = gain * binomial;
            binomial = binomial * (order - i) / (i + 1);
        }
        return numerator;
    }

    /** Returns the delay line under a constant input of 1. */
    private static double[] steadyState(double[] b, double[] a) {
        int order = a.length - 1;
        double excess = 0;
        double all = 1;
        for (int i = 1; i <= order; i++) {
            excess += b[i] - a[i] * b[0];
            all += a[i];
        }
        double[] state = new double[order];
        state[0] = excess / all;
        double denominators = 1;
        double excesses = 0;
        for (int i = 1; i < order; i++) {
            denominators += a[i];
            excesses += b[i] - a[i] * b[0];
            state[i] = denominators * state[0] - excesses;
        }
        return state;
    }

    /** Returns the coefficients of the numerator, lowest delay first. */
    double[] numerator() {
        return numerator.clone();
    }

    /** Returns the coefficients of the denominator, lowest delay first. */
    double[] denominator() {
        return denominator.clone();
    }

    /**
     * Returns the filtered samples, without any delay.
     *
     * @param samples at least one; where they are too few for the usual padding it is shorter. Not modified.
     */
    public double[] filter(double[] samples) {
        int n = samples.length;
        Require.count("samples", n, 1, Integer.MAX_VALUE);
        int pad = Math.min(3 * denominator.length, n - 1);
        double[] padded = new double[n + 2 * pad];
        System.arraycopy(samples, 0, padded, pad, n);
        for (int i = 1; i <= pad; i++) {
            padded[pad - i] = 2 * samples[0] - samples[i];
            padded[pad + n - 1 + i] = 2 * samples[n - 1] - samples[n - 1 - i];
        }
        pass(padded);
        reverse(padded);
        pass(padded);
        reverse(padded);
        return java.util.Arrays.copyOfRange(padded, pad, pad + n);
    }

    private void pass(double[] samples) {
        int order = steady.length;
        double[] state = new double[order + 1];
        for (int i = 0; i < order; i++) {
            state[i] = steady[i] * samples[0];
        }
        for (int t = 0; t < samples.length; t++) {
            double x = samples[t];
            double y = numerator[0] * x + state[0];
            for (int i = 0; i < order; i++) {
                state[i] = state[i + 1] + numerator[i + 1] * x - denominator[i + 1] * y;
            }
            samples[t] = y;
        }
    }

    private static void reverse(double[] samples) {
        for (int i = 0, j = samples.length - 1; i < j; i++, j--) {
            double swapped = samples[i];
            samples[i] = samples[j];
            samples[j] = swapped;
        }
    }
}
