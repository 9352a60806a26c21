// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.math.Matrices;
import betz.math.Svd;
import java.util.Arrays;

/**
 * Tuning to direction that may be narrower than a cosine: {@code rate = b + g·(exp(κ·cos(θ − PD)) − 1)/κ}, by least squares.
 *
 * <p>It is {@code b₀ + k·exp(κ·cos(θ − PD))} with {@code k = g/κ} and {@code b₀ = b − k}, written so that κ → 0 is the {@link
 * CosineTuning cosine} {@code b + g·cos(θ − PD)}, from which the fit begins; so it is never worse. Levenberg's steps are taken from
 * several widths, and the best end counts.
 *
 * @param baseline b, rate 90 degrees from the preferred direction, rate unit
 * @param gain g, not below 0, rate unit
 * @param preferredDirection PD, in [0, 2π), rad
 * @param concentration κ, 0 for a cosine, greater if narrower
 * @param r2 explained share of the variance; 0 where the rate does not vary
 * @see <a href="https://doi.org/10.1016/S0168-0102(99)00112-1">Amirikian &amp; Georgopoulos (2000)</a>
 */
public record VonMisesTuning(double baseline, double gain, double preferredDirection, double concentration, double r2) {
    /** Greatest κ: half the height is reached within 8 degrees. */
    public static final double NARROWEST = 100;

    /** Number of parameters, and so the least number of different directions. */
    public static final int PARAMETERS = 4;

    private static final double[] STARTS = {1, 5, 20};
    private static final int STEPS = 200;
    private static final double ROUGH = 1e-6;
    private static final double FINE = 1e-14;

    /**
     * Fits the tuning.
     *
     * @param direction of reach, [sample], rad
     * @param rate [sample], any unit
     * @throws betz.common.BadSetting if there are fewer than four different directions
     */
    public static VonMisesTuning fit(double[] direction, double[] rate) {
        long different = Arrays.stream(direction)
                .map(d -> Math.rint(1e9 * Angles.positive(d)))
                .distinct()
                .count();
        Require.that(
                different >= PARAMETERS,
                "different directions",
                Long.toString(different),
                PARAMETERS + " or more, as many as a von Mises curve has parameters");
        var cosine = CosineTuning.fit(direction, rate);
        double[] best = {cosine.baseline(), cosine.gain(), cosine.preferredDirection(), 0};
        double total = spread(rate);
        if (cosine.r2() == 0 && cosine.p() == 1) {
            return of(best, 0);
        }
        double least = error(direction, rate, best);
        double peak = direction[peak(rate)];
        double floor = Arrays.stream(rate).min().orElseThrow();
        double height = rate[peak(rate)] - floor;
        for (double kappa : STARTS) {
            double gain = height * kappa / (StrictMath.exp(kappa) - StrictMath.exp(-kappa));
            for (double preferred : new double[] {cosine.preferredDirection(), peak}) {
                double baseline = floor + gain * (1 - StrictMath.exp(-kappa)) / kappa;
                double[] found = improved(direction, rate, new double[] {baseline, gain, preferred, kappa}, ROUGH);
                double error = error(direction, rate, found);
                if (error < least) {
                    least = error;
                    best = found;
                }
            }
        }
        double[] refined = improved(direction, rate, best, FINE);
        least = Math.min(least, error(direction, rate, refined));
        return of(refined, 1 - least / total);
    }

    private static VonMisesTuning of(double[] p, double r2) {
        return new VonMisesTuning(p[0], p[1], Angles.positive(p[2]), p[3], r2);
    }

    /** Takes damped Gauss-Newton steps, of which only those count that lessen the error. */
    private static double[] improved(double[] direction, double[] rate, double[] start, double enough) {
        double[] p = start.clone();
        double error = error(direction, rate, p);
        double damping = 1e-3;
        for (int step = 0; step < STEPS && damping < 1e12; step++) {
            double[] next = step(direction, rate, p, damping);
            double after = error(direction, rate, next);
            if (after < error) {
                boolean done = error - after < enough * error;
                p = next;
                error = after;
                damping = Math.max(1e-12, damping / 10);
                if (done) {
                    break;
                }
            } else {
                damping *= 10;
            }
        }
        return p;
    }

    private static double[] step(double[] direction, double[] rate, double[] p, double damping) {
        double[][] slopes = new double[rate.length + PARAMETERS][];
        double[][] off = new double[rate.length + PARAMETERS][1];
        double[] scale = new double[PARAMETERS];
        for (int i = 0; i < rate.length; i++) {
            slopes[i] = slopes(direction[i] - p[2], p);
            off[i][0] = rate[i] - curve(direction[i], p);
            for (int k = 0; k < PARAMETERS; k++) {
                scale[k] += slopes[i][k] * slopes[i][k];
            }
        }
        for (int k = 0; k < PARAMETERS; k++) {
            slopes[rate.length + k] = new double[PARAMETERS];
            slopes[rate.length + k][k] = Math.sqrt(damping * Math.max(scale[k], Double.MIN_NORMAL));
        }
        double[][] turned = Matrices.transposed(slopes);
        double[][] change = Svd.of(Matrices.product(turned, slopes)).solve(Matrices.product(turned, off));
        double[] next = new double[PARAMETERS];
        Arrays.setAll(next, k -> p[k] + change[k][0]);
        next[1] = Math.max(0, next[1]);
        next[3] = Math.min(NARROWEST, Math.max(0, next[3]));
        return next;
    }

    /** Returns the derivatives of the curve with respect to b, g, PD and κ at an angle from PD. */
    private static double[] slopes(double angle, double[] p) {
        double kappa = p[3];
        double c = StrictMath.cos(angle);
        double e = StrictMath.exp(kappa * c);
        double shape = shape(c, kappa);
        double bend = kappa < 1e-4 ? c * c / 2 + kappa * c * c * c / 3 : (c * e - shape) / kappa;
        return new double[] {1, shape, p[1] * e * StrictMath.sin(angle), p[1] * bend};
    }

    private static double shape(double cosine, double kappa) {
        return kappa == 0 ? cosine : StrictMath.expm1(kappa * cosine) / kappa;
    }

    private static double curve(double direction, double[] p) {
        return p[0] + p[1] * shape(StrictMath.cos(direction - p[2]), p[3]);
    }

    private static double error(double[] direction, double[] rate, double[] p) {
        double error = 0;
        for (int i = 0; i < rate.length; i++) {
            double missed = rate[i] - curve(direction[i], p);
            error += missed * missed;
        }
        return error;
    }

    private static double spread(double[] rate) {
        double mean = Samples.mean(rate);
        return Arrays.stream(rate).map(r -> (r - mean) * (r - mean)).sum();
    }

    private static int peak(double[] rate) {
        int peak = 0;
        for (int i = 1; i < rate.length; i++) {
            peak = rate[i] > rate[peak] ? i : peak;
        }
        return peak;
    }

    /** Returns the rate that the fit expects for a direction, rad. */
    public double rate(double direction) {
        return curve(direction, new double[] {baseline, gain, preferredDirection, concentration});
    }

    /** Returns the angle from the preferred direction at which the rate is half way between its ends, rad; π/2 for a cosine. */
    public double halfWidth() {
        // exp(κ·cos w) = (e^κ + e^−κ)/2, and ln cosh κ = κ + ln((1 + e^−2κ)/2)
        double half = concentration < 1e-6
                ? concentration / 2
                : 1 + StrictMath.log((1 + StrictMath.exp(-2 * concentration)) / 2) / concentration;
        return StrictMath.acos(half);
    }
}
