// SPDX-License-Identifier: Apache-2.0
package betz.report;

import betz.common.Require;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Points in the order in which they are joined, if they are, with an optional interval around each.
 *
 * <p>A value that is not finite leaves a gap. Series of one figure with the same name and role share a legend entry.
 */
public final class Series {
    private final String name;
    private final Role role;
    private final double[] x;
    private final double[] y;
    private final double @Nullable [] low;
    private final double @Nullable [] high;
    private final boolean scattered;
    private final double hue;

    private Series(
            String name,
            Role role,
            double[] x,
            double[] y,
            double @Nullable [] low,
            double @Nullable [] high,
            boolean scattered,
            double hue) {
        this.name = name;
        this.role = role;
        this.x = x;
        this.y = y;
        this.low = low;
        this.high = high;
        this.scattered = scattered;
        this.hue = hue;
    }

    /**
     * Joins points.
     *
     * @param x [point], copied
     * @param y [point], copied
     */
    public static Series of(String name, Role role, double[] x, double[] y) {
        Require.length("y of " + name, y.length, x.length);
        return new Series(name, role, x.clone(), y.clone(), null, null, false, Double.NaN);
    }

    /**
     * Returns these points with an interval around each: a band along a line, a bar through a dot.
     *
     * @param from lower end of the interval, [point], copied
     * @param to upper end, [point], copied
     */
    public Series between(double[] from, double[] to) {
        Require.length("low of " + name, from.length, x.length);
        Require.length("high of " + name, to.length, x.length);
        return new Series(name, role, x, y, from.clone(), to.clone(), scattered, hue);
    }

    /** Returns these points as dots that no line joins, whatever the role. */
    public Series scattered() {
        return new Series(name, role, x, y, low, high, true, hue);
    }

    /** Returns these points in a colour of the colour circle, such as that of a direction, in place of the role's; share in [0, 1). */
    public Series coloured(double share) {
        return new Series(name, role, x, y, low, high, scattered, share);
    }

    /** Returns the place on the colour circle, or NaN where the role decides. */
    double hue() {
        return hue;
    }

    /** Returns whether the points are dots that no line joins, whatever the role. */
    public boolean isScattered() {
        return scattered;
    }

    /** Returns the name for the legend. */
    public String name() {
        return name;
    }

    /** Returns what the series is. */
    public Role role() {
        return role;
    }

    /** Returns the number of points. */
    public int size() {
        return x.length;
    }

    /** Returns whether each point has an interval. */
    public boolean hasInterval() {
        return low != null;
    }

    /** Returns the horizontal value of a point. */
    public double x(int point) {
        return x[point];
    }

    /** Returns the vertical value of a point. */
    public double y(int point) {
        return y[point];
    }

    /** Returns the lower end of a point's interval, or the point's value if it has none. */
    public double low(int point) {
        return low == null ? y[point] : low[point];
    }

    /** Returns the upper end of a point's interval, or the point's value if it has none. */
    public double high(int point) {
        return high == null ? y[point] : high[point];
    }

    /** Returns the largest finite vertical value, or zero if there is none. */
    public double peak() {
        return Arrays.stream(y).filter(Double::isFinite).max().orElse(0);
    }
}
