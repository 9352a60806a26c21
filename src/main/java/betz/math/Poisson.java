// SPDX-License-Identifier: Apache-2.0
package betz.math;

import betz.common.RandomStream;
import org.apache.commons.math3.special.Gamma;

/**
 * Exact draws from Poisson distributions whose mean may be another one in every draw.
 *
 * <p>A small mean is inverted: the distribution is summed up to a uniform number. A greater one takes transformed rejection
 * with squeeze, method PTRS, whose constants bear the names of the paper.
 *
 * @see <a href="https://doi.org/10.1016/0167-6687(93)90997-4">Hörmann (1993)</a>
 */
public final class Poisson {
    /** From this mean on, rejection holds; below, a sum has few terms. */
    private static final double GREATER = 10;

    /** A term this small lies far beyond the mean; what rounding left of the uniform number is not worth more. */
    private static final double LEAST = 1e-18;

    private Poisson() {}

    /**
     * Draws one number.
     *
     * @param mean not negative, at most 10<sup>8</sup>
     * @param random from which one uniform number is taken for a small mean, a few for a greater one
     */
    public static int draw(double mean, RandomStream random) {
        return mean < GREATER ? inverted(mean, random.nextDouble()) : rejected(mean, random);
    }

    private static int inverted(double mean, double uniform) {
        if (uniform < 1 - mean) {
            return 0; // since 1 - mean < exp(-mean)
        }
        int count = 0;
        double term = StrictMath.exp(-mean);
        double left = uniform;
        while (left >= term && term > LEAST) {
            left -= term;
            term *= mean / ++count;
        }
        return count;
    }

    private static int rejected(double mean, RandomStream random) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return (int) k;
            }
            if (k >= 0 && (us >= 0.013 || v <= us) && accepted(mean, k, v * inverseAlpha(b) / (a / (us * us) + b))) {
                return (int) k;
            }
        }
    }

    private static double inverseAlpha(double b) {
        return 1.1239 + 1.1328 / (b - 3.4);
    }

    /** Tells whether a number under the hat lies under the distribution as well. */
    private static boolean accepted(double mean, double k, double height) {
        return StrictMath.log(height) <= k * StrictMath.log(mean) - mean - Gamma.logGamma(k + 1);
    }
}
