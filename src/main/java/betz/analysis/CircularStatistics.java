// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.RandomStream;
import betz.common.Require;
import java.util.Arrays;

/**
 * What else is asked of angles than their {@link PreferredDirections moments}: how concentrated they are, and tests of even spread
 * that heaps of any number fail.
 *
 * @param angles number of angles
 * @param variance {@code 1 − r}, with the resultant r
 * @param angularDeviation {@code √(2(1 − r))}, rad
 * @param standardDeviation {@code √(−2 ln r)}, rad
 * @param concentration κ of the von Mises distribution of the same resultant, corrected below 15 angles
 * @param fewest of the angles on one side of any line through the centre
 * @param omnibusP chance of so few among evenly spread angles, by Hodges and Ajne's test
 * @param raoU sum of what gaps between neighbours have above their mean, rad, 0 for evenly spaced angles
 * @param raoP chance of so great a sum, from {@value #DRAWS} seeded draws; at least 1/({@value #DRAWS} + 1)
 * @see <a href="https://doi.org/10.18637/jss.v031.i10">Berens (2009)</a>
 */
public record CircularStatistics(
        int angles,
        double variance,
        double angularDeviation,
        double standardDeviation,
        double concentration,
        int fewest,
        double omnibusP,
        double raoU,
        double raoP) {
    /** Draws of evenly spread angles for Rao's test. */
    public static final int DRAWS = 9999;

    /** Above so many angles the omnibus test's tail is taken from its limit. */
    private static final int MANY = 50;

    /** Below so many angles κ is corrected for its bias. */
    private static final int FEW = 15;

    /**
     * Describes angles.
     *
     * @param angles [angle], rad, two or more; not modified
     */
    public static CircularStatistics of(double[] angles) {
        Require.count("angles", angles.length, 2, Integer.MAX_VALUE);
        double[] sorted = Arrays.stream(angles).map(Angles::positive).sorted().toArray();
        int n = sorted.length;
        double r = PreferredDirections.of(angles).resultant();
        int fewest = fewest(sorted);
        double u = rao(sorted);
        return new CircularStatistics(
                n,
                1 - r,
                Math.sqrt(2 * (1 - r)),
                Math.sqrt(-2 * StrictMath.log(r)),
                concentration(r, n),
                fewest,
                omnibus(n, fewest),
                u,
                raoP(n, u));
    }

    /**
     * Returns κ of a von Mises distribution by Fisher's approximation.
     *
     * @param r resultant, 0 to 1
     * @param n number of angles, which corrects the bias where they are few
     */
    static double concentration(double r, int n) {
        double kappa;
        if (r < 0.53) {
            kappa = 2 * r + r * r * r + 5 * r * r * r * r * r / 6;
        } else if (r < 0.85) {
            kappa = -0.4 + 1.39 * r + 0.43 / (1 - r);
        } else {
            kappa = 1 / (r * r * r - 4 * r * r + 3 * r);
        }
        if (n >= FEW) {
            return kappa;
        }
        double count = n;
        return kappa < 2
                ? Math.max(kappa - 2 / (count * kappa), 0)
                : (count - 1) * (count - 1) * (count - 1) * kappa / (count * count * count + count);
    }

    /** Counts on both sides of lines close beside each angle. */
    private static int fewest(double[] sorted) {
        int fewest = sorted.length;
        for (double from : sorted) {
            int behind = 0;
            int before = 0;
            for (double angle : sorted) {
                double gone = angle >= from ? angle - from : angle - from + 2 * Math.PI;
                behind += gone > 0 && gone <= Math.PI ? 1 : 0;
                before += gone < Math.PI ? 1 : 0;
            }
            fewest = Math.min(fewest, Math.min(behind, sorted.length - behind));
            fewest = Math.min(fewest, Math.min(before, sorted.length - before));
        }
        return fewest;
    }

    /** Returns {@code 2^(1 − n)·(n − 2m)·n!/(m!(n − m)!)}, or its limit for many angles. */
    static double omnibus(int n, int m) {
        int left = n - 2 * m;
        if (left <= 0) {
            return 1;
        }
        if (n > MANY) {
            double a = Math.PI * Math.sqrt(n) / 2 / left;
            return Math.sqrt(2 * Math.PI) / a * StrictMath.exp(-Math.PI * Math.PI / 8 / (a * a));
        }
        double p = left * StrictMath.pow(2, 1 - n);
        for (int i = 1; i <= m; i++) {
            p *= (n - m + i) / (double) i;
        }
        return Math.min(1, p);
    }

    private static double rao(double[] sorted) {
        double mean = 2 * Math.PI / sorted.length;
        double sum = Math.abs(sorted[0] + 2 * Math.PI - sorted[sorted.length - 1] - mean);
        for (int i = 1; i < sorted.length; i++) {
            sum += Math.abs(sorted[i] - sorted[i - 1] - mean);
        }
        return sum / 2;
    }

    private static double raoP(int n, double u) {
        var random = RandomStream.of(n, "Rao's spacing test");
        double[] drawn = new double[n];
        int greater = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Arrays.setAll(drawn, i -> 2 * Math.PI * random.nextDouble());
            Arrays.sort(drawn);
            greater += rao(drawn) >= u ? 1 : 0;
        }
        return (greater + 1.0) / (DRAWS + 1.0);
    }
}
