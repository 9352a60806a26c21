// SPDX-License-Identifier: Apache-2.0
package betz.analysis.decoding;

/**
 * Sums over samples from which a linear regression follows, so that samples can be left out without a second pass.
 *
 * <p>All are taken about a fixed origin near the mean, which keeps digits when parts are subtracted.
 */
final class Moments {
    private final double[] originX;
    private final double[] originY;
    private final double[] x;
    private final double[] y;
    /** Lower triangle, [feature][feature up to it]. */
    private final double[][] xx;

    private final double[][] xy;
    private int samples;

    /** Begins at zero; the origins, [feature] and [output], are kept. */
    Moments(double[] originX, double[] originY) {
        this.originX = originX;
        this.originY = originY;
        x = new double[originX.length];
        y = new double[originY.length];
        xy = new double[x.length][y.length];
        xx = new double[x.length][];
        for (int i = 0; i < xx.length; i++) {
            xx[i] = new double[i + 1];
        }
    }

    /** Adds one sample. */
    void add(double[] features, double[] outputs) {
        double[] a = less(features, originX);
        double[] b = less(outputs, originY);
        samples++;
        add(x, 1, a);
        add(y, 1, b);
        for (int i = 0; i < x.length; i++) {
            double factor = a[i];
            add(xx[i], factor, a);
            add(xy[i], factor, b);
        }
    }

    /** Returns these sums and {@code sign} (1 or −1) times others, which have the same origin. */
    Moments with(int sign, Moments other) {
        var sum = new Moments(originX, originY);
        sum.samples = samples + sign * other.samples;
        join(sum.x, x, sign, other.x);
        join(sum.y, y, sign, other.y);
        for (int i = 0; i < x.length; i++) {
            join(sum.xx[i], xx[i], sign, other.xx[i]);
            join(sum.xy[i], xy[i], sign, other.xy[i]);
        }
        return sum;
    }

    int samples() {
        return samples;
    }

    /** Returns the mean of each feature. */
    double[] meanX() {
        return mean(x, originX);
    }

    /** Returns the mean of each output. */
    double[] meanY() {
        return mean(y, originY);
    }

    /** Returns sums of products of deviations from the means with a constant added to the diagonal; the lower triangle. */
    double[][] scatter(double alpha) {
        double[][] scatter = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            scatter[i] = xx[i].clone();
            add(scatter[i], -x[i] / samples, x);
            scatter[i][i] += alpha;
        }
        return scatter;
    }

    /** Returns sums of products of deviations of the features and of one output, [feature]. */
    double[] cross(int output) {
        double[] cross = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            cross[i] = xy[i][output] - x[i] * y[output] / samples;
        }
        return cross;
    }

    private double[] mean(double[] sum, double[] origin) {
        double[] mean = origin.clone();
        add(mean, 1.0 / samples, sum);
        return mean;
    }

    private static double[] less(double[] values, double[] origin) {
        double[] less = new double[origin.length];
        for (int i = 0; i < less.length; i++) {
            less[i] = values[i] - origin[i];
        }
        return less;
    }

    private static void add(double[] sum, double factor, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * values[i];
        }
    }

    private static void join(double[] to, double[] a, double sign, double[] b) {
        for (int i = 0; i < to.length; i++) {
            to[i] = a[i] + sign * b[i];
        }
    }
}
