// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import java.util.Arrays;

/**
 * Cosine tuning of one unit to the direction of reach: {@code rate = b₀ + b₁·cos θ + b₂·sin θ}, by least squares.
 *
 * <p>The F-test asks whether direction explains more than chance; with two regressors its tail has the closed form
 * {@code p = (1 − R²)^((n − 3)/2)}.
 *
 * @param baseline b₀, rate unit
 * @param gain √(b₁² + b₂²), rate unit
 * @param preferredDirection atan2(b₂, b₁), in [0, 2π), rad; means nothing where the gain is zero
 * @param r2 explained share of the variance; 0 where the rate does not vary
 * @param f statistic with 2 and n − 3 degrees of freedom; NaN for three samples
 * @param p chance of so great an F without tuning; NaN for three samples
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.02-11-01527.1982">Georgopoulos et al. (1982)</a>
 */
public record CosineTuning(double baseline, double gain, double preferredDirection, double r2, double f, double p) {
    /** Squared relative deviations from the mean that are rounding, not variation. */
    private static final double ROUNDING = 1e-26;

    /**
     * Fits the tuning; directions need not be evenly spaced.
     *
     * @param direction of reach, [sample], rad
     * @param rate [sample], any unit
     * @throws IllegalArgumentException if lengths differ or there are fewer than three different directions
     */
    public static CosineTuning fit(double[] direction, double[] rate) {
        Require.length("rate", rate.length, direction.length);
        Require.count("samples", rate.length, 3, Integer.MAX_VALUE);
        double[] c = Arrays.stream(direction).map(StrictMath::cos).toArray();
        double[] s = Arrays.stream(direction).map(StrictMath::sin).toArray();
        double cc = products(c, c);
        double ss = products(s, s);
        double cs = products(c, s);
        double determinant = cc * ss - cs * cs;
        Require.that(
                determinant > 1e-9 * (cc + ss) * (cc + ss),
                "direction",
                "fewer than three different directions",
                "at least three");
        double cr = products(c, rate);
        double sr = products(s, rate);
        double b1 = (ss * cr - cs * sr) / determinant;
        double b2 = (cc * sr - cs * cr) / determinant;
        double b0 = mean(rate) - b1 * mean(c) - b2 * mean(s);
        return of(b0, b1, b2, products(rate, rate), residual(rate, c, s, b0, b1, b2), rate.length);
    }

    private static CosineTuning of(double b0, double b1, double b2, double total, double residual, int n) {
        double nan = Double.NaN;
        double left = total > ROUNDING * n * b0 * b0 ? residual / total : 1;
        double r2 = 1 - left;
        int free = n - 3;
        double f = free == 0 ? nan : r2 / 2 / (left / free);
        double p = free == 0 ? nan : StrictMath.pow(left, 0.5 * free);
        double preferred = Angles.positive(StrictMath.atan2(b2, b1));
        return new CosineTuning(b0, StrictMath.hypot(b1, b2), preferred, r2, f, p);
    }

    /** Returns the rate that the fit expects for a direction, rad. */
    public double rate(double direction) {
        return baseline + gain * StrictMath.cos(direction - preferredDirection);
    }

    private static double residual(double[] rate, double[] c, double[] s, double b0, double b1, double b2) {
        double residual = 0;
        for (int i = 0; i < rate.length; i++) {
            double missed = rate[i] - b0 - b1 * c[i] - b2 * s[i];
            residual += missed * missed;
        }
        return residual;
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /** Returns the sum of products of deviations from the means. */
    private static double products(double[] a, double[] b) {
        double meanA = mean(a);
        double meanB = mean(b);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - meanA) * (b[i] - meanB);
        }
        return sum;
    }
}
