// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * How far apart two paths are where time may be stretched: dynamic time warping.
 *
 * <p>Both are walked from the first to the last sample, one sample of either or of both at a time, so that the sum of the squared
 * distances of the samples met together is least; the distance is the root of it. The walk and the window are those of the public
 * dtaidistance package.
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1978.1163055">Sakoe &amp; Chiba (1978)</a>
 */
public final class TimeWarping {
    private final int[][] path;
    private final double squares;
    private final double distance;

    private TimeWarping(int[][] path, double squares, double distance) {
        this.path = path;
        this.squares = squares;
        this.distance = distance;
    }

    /**
     * Warps two paths onto one another.
     *
     * @param a [sample][axis]. Not modified.
     * @param b [sample][axis], as many axes. Not modified.
     * @param window samples that those met together lie less than apart in time, beyond the difference of the lengths; 0: no
     *     limit
     * @param penalty for a step along one of them alone, in the unit of the paths
     */
    public static TimeWarping of(double[][] a, double[][] b, int window, double penalty) {
        Require.count("samples", Math.min(a.length, b.length), 1, Integer.MAX_VALUE);
        Require.length("axes of the second path", b[0].length, a[0].length);
        Require.count("window", window, 0, Integer.MAX_VALUE);
        Require.notNegative("penalty", penalty, "");
        double[][] cost = costs(a, b, window == 0 ? Math.max(a.length, b.length) : window, penalty * penalty);
        int[][] path = path(cost, penalty * penalty);
        double squares = 0;
        for (int[] met : path) {
            squares += squares(a[met[0]], b[met[1]]);
        }
        return new TimeWarping(path, squares, Math.sqrt(cost[a.length][b.length]));
    }

    /** Returns the least sums up to each pair of samples, [samples of a + 1][samples of b + 1]. */
    private static double[][] costs(double[][] a, double[][] b, int window, double penalty) {
        double[][] cost = new double[a.length + 1][b.length + 1];
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (int i = 0; i < a.length; i++) {
            long first = Math.max(0L, (long) i - Math.max(0, a.length - b.length) - window + 1);
            long end = Math.min(b.length, (long) i + Math.max(0, b.length - a.length) + window);
            for (int j = (int) first; j < end; j++) {
                double alone = Math.min(cost[i][j + 1], cost[i + 1][j]) + penalty;
                cost[i + 1][j + 1] = squares(a[i], b[j]) + Math.min(cost[i][j], alone);
            }
        }
        return cost;
    }

    private static int[][] path(double[][] cost, double penalty) {
        List<int[]> met = new ArrayList<>();
        int i = cost.length - 1;
        int j = cost[0].length - 1;
        while (i > 0 && j > 0) {
            met.add(new int[] {i - 1, j - 1});
            double both = cost[i - 1][j - 1];
            double first = cost[i - 1][j] + penalty;
            double second = cost[i][j - 1] + penalty;
            boolean back = both <= first && both <= second;
            i -= back || first <= second ? 1 : 0;
            j -= back || first > second ? 1 : 0;
        }
        Collections.reverse(met);
        return met.toArray(int[][]::new);
    }

    private static double squares(double[] a, double[] b) {
        double squares = 0;
        for (int axis = 0; axis < a.length; axis++) {
            squares += (a[axis] - b[axis]) * (a[axis] - b[axis]);
        }
        return squares;
    }

    /** Returns the root of the least sum of squared distances and penalties. */
    public double distance() {
        return distance;
    }

    /** Returns the root of the mean squared distance of the samples met together. */
    public double rootMeanSquare() {
        return Math.sqrt(squares / path.length);
    }

    /** Returns the samples met together, [pair][of the first, of the second]; copies. */
    public int[][] path() {
        return Arrays.stream(path).map(int[]::clone).toArray(int[][]::new);
    }
}
