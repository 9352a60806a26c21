// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Recording;
import betz.data.Signal;
import java.util.Arrays;

/** The low-passed path of a hand and its speed by central differences. */
public final class HandPath {
    private final double dt;
    private final double[] x;
    private final double[] y;
    private final double[] speed;

    private HandPath(double dt, double[] x, double[] y) {
        this.dt = dt;
        this.x = x;
        this.y = y;
        double[] vx = slope(x, dt);
        double[] vy = slope(y, dt);
        speed = new double[x.length];
        Arrays.setAll(speed, step -> StrictMath.hypot(vx[step], vy[step]));
    }

    /**
     * Filters a path.
     *
     * @param x [step], m. Not modified.
     * @param y [step], m. Not modified.
     * @param dt step, s
     * @param rule says how to filter
     */
    public static HandPath of(double[] x, double[] y, double dt, OnsetRule rule) {
        Require.length("y", y.length, x.length);
        Require.count("steps of a path", x.length, 2, Integer.MAX_VALUE);
        var filter = new Butterworth(rule.order(), rule.cutoff(), dt);
        return new HandPath(dt, filter.filter(x), filter.filter(y));
    }

    /** Filters the path of one trial from step 0 to its end. */
    public static HandPath of(Recording recording, int trial, OnsetRule rule) {
        Signal hand = recording.signal("hand.position");
        int end = Math.min(recording.trials().get(trial).end(), hand.steps());
        double[] x = Arrays.copyOf(hand.trace(trial, 0), end);
        double[] y = Arrays.copyOf(hand.trace(trial, 1), end);
        return of(x, y, recording.trials().dt(), rule);
    }

    /** Returns the derivative: central differences, one-sided at the ends. */
    public static double[] slope(double[] values, double dt) {
        int last = values.length - 1;
        double[] slope = new double[values.length];
        for (int step = 0; step <= last; step++) {
            int before = Math.max(step - 1, 0);
            int after = Math.min(step + 1, last);
            slope[step] = (values[after] - values[before]) / ((after - before) * dt);
        }
        return slope;
    }

    /** Returns the speed, [step], m/s. */
    public double[] speed() {
        return speed.clone();
    }

    /** Returns the speed at a step, m/s. */
    public double speedAt(int step) {
        return speed[step];
    }

    /** Returns the curvature at a step that is neither the first nor the last, 1/m, by central differences. */
    public double curvature(int step) {
        double vx = (x[step + 1] - x[step - 1]) / (2 * dt);
        double vy = (y[step + 1] - y[step - 1]) / (2 * dt);
        double ax = (x[step + 1] - 2 * x[step] + x[step - 1]) / (dt * dt);
        double ay = (y[step + 1] - 2 * y[step] + y[step - 1]) / (dt * dt);
        double speed = StrictMath.hypot(vx, vy);
        return Math.abs(vx * ay - vy * ax) / (speed * speed * speed);
    }

    /** Returns the step, s. */
    public double dt() {
        return dt;
    }

    /** Returns x at a step, m. */
    public double x(int step) {
        return x[step];
    }

    /** Returns y at a step, m. */
    public double y(int step) {
        return y[step];
    }

    /** Returns the straight distance between two steps, m. */
    public double chord(int from, int to) {
        return StrictMath.hypot(x[to] - x[from], y[to] - y[from]);
    }

    /** Returns the length of the path between two steps, m. */
    public double length(int from, int to) {
        double length = 0;
        for (int step = from; step < to; step++) {
            length += chord(step, step + 1);
        }
        return length;
    }

    /** Returns the greatest distance of the path from the straight line through its ends, m. */
    public double deviation(int from, int to) {
        double cx = x[to] - x[from];
        double cy = y[to] - y[from];
        double greatest = 0;
        for (int step = from; step <= to; step++) {
            double cross = cx * (y[step] - y[from]) - cy * (x[step] - x[from]);
            greatest = Math.max(greatest, Math.abs(cross));
        }
        return greatest / chord(from, to);
    }

    /** Returns the sum of all turns of the path's direction between two steps, rad. */
    double turning(int from, int to) {
        double turning = 0;
        for (int step = from + 1; step < to; step++) {
            turning += Math.abs(Angles.wrapped(direction(step, step + 1) - direction(step - 1, step)));
        }
        return turning;
    }

    /** Returns the direction from one step's place to another's, rad. */
    public double direction(int from, int to) {
        return StrictMath.atan2(y[to] - y[from], x[to] - x[from]);
    }
}
