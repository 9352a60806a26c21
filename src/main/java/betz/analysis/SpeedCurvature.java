// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import java.util.stream.IntStream;

/**
 * How a hand slows down where its path bends: {@code speed = gain·curvature^(−exponent)}, fitted to the logarithms by least
 * squares.
 *
 * <p>An exponent of 1/3 is the two-thirds power law, whose name comes from the angular velocity, {@code gain·curvature^(2/3)}.
 * Places whose radius of curvature is above {@value #STRAIGHT} m are left out, since a line has no curvature. All is NaN where the
 * curvature does not vary.
 *
 * @param exponent 1/3 for the power law, 0 for a constant speed
 * @param gain speed where the curvature is 1/m, m/s
 * @param explained share of the variance of the speed's logarithm
 * @see <a href="https://doi.org/10.1016/0001-6918(83)90027-6">Lacquaniti, Terzuolo &amp; Viviani (1983)</a>
 */
public record SpeedCurvature(double exponent, double gain, double explained) {
    /** Radius from which on a path is straight, m. */
    static final double STRAIGHT = 1;

    /** Least standard deviation of the logarithm of the curvature that can be fitted: below, the path is a circle. */
    private static final double VARIES = 0.05;

    /**
     * Fits a part of a path.
     *
     * @param path of the hand
     * @param from first step, at least 1
     * @param to step after the last, at most one less than the path has
     */
    public static SpeedCurvature of(HandPath path, int from, int to) {
        Require.count("from", from, 1, Integer.MAX_VALUE);
        return of(
                IntStream.range(from, to).mapToDouble(path::curvature).toArray(),
                IntStream.range(from, to).mapToDouble(path::speedAt).toArray());
    }

    /**
     * Fits samples of a path.
     *
     * @param curvature [sample], 1/m. Not modified.
     * @param speed [sample], m/s. Not modified.
     */
    public static SpeedCurvature of(double[] curvature, double[] speed) {
        Require.length("speed", speed.length, curvature.length);
        var line = new Line();
        for (int i = 0; i < speed.length; i++) {
            if (counts(curvature[i], speed[i])) {
                line.add(StrictMath.log(curvature[i]), StrictMath.log(speed[i]));
            }
        }
        return line.fit();
    }

    /** Tells whether a sample counts: its path is bent and its hand moves. */
    public static boolean counts(double curvature, double speed) {
        return curvature * STRAIGHT >= 1 && speed > 0;
    }

    /** Sums of a regression. */
    private static final class Line {
        private int n;
        private double x;
        private double y;
        private double xx;
        private double xy;
        private double yy;

        void add(double logCurvature, double logSpeed) {
            n++;
            x += logCurvature;
            y += logSpeed;
            xx += logCurvature * logCurvature;
            xy += logCurvature * logSpeed;
            yy += logSpeed * logSpeed;
        }

        SpeedCurvature fit() {
            double sxx = xx - x * x / n;
            double sxy = xy - x * y / n;
            double syy = yy - y * y / n;
            if (n < 3 || !(sxx / n > VARIES * VARIES)) {
                return new SpeedCurvature(Double.NaN, Double.NaN, Double.NaN);
            }
            double slope = sxy / sxx;
            double explained = syy > 0 ? slope * sxy / syy : Double.NaN;
            return new SpeedCurvature(-slope, StrictMath.exp((y - slope * x) / n), explained);
        }
    }
}
