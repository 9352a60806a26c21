// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;
import java.util.List;

/**
 * A path from rest to rest of which the jerk is continuous and bends at some times: {@code start + Σ_k b_k s^(k+3) + Σ_i c_i
 * max(0, s − s_i)⁵}, with k from 0 to 2 and s the share of the duration.
 *
 * <p>Paths of least jerk through given places at the times {@code s_i} have this form.
 *
 * @param start first place
 * @param powers x and y of each {@code b_k}, m
 * @param knots each {@code s_i}, between 0 and 1
 * @param bends x and y of each {@code c_i}, m
 * @param duration from rest to rest, s
 * @see <a href="https://doi.org/10.1523/JNEUROSCI.05-07-01688.1985">Flash &amp; Hogan (1985)</a>
 */
public record Spline(Point start, List<Point> powers, List<Double> knots, List<Point> bends, double duration)
        implements Trajectory {
    /** Number of powers of s, from the third on: the first two would not begin at rest. */
    public static final int POWERS = 3;

    private static final int DEGREE = 5;

    public Spline {
        Require.length("powers", powers.size(), POWERS);
        Require.length("bends", bends.size(), knots.size());
        Require.positive("duration", duration, "s");
        powers = List.copyOf(powers);
        knots = List.copyOf(knots);
        bends = List.copyOf(bends);
    }

    @Override
    public Point at(double time) {
        double share = Math.max(0, Math.min(1, time / duration));
        double x = start.x();
        double y = start.y();
        for (int i = 0; i < powers.size() + bends.size(); i++) {
            double weight = value(i, share);
            x += weight * term(i).x();
            y += weight * term(i).y();
        }
        return new Point(x, y);
    }

    @Override
    public Point velocity(double time) {
        double share = Math.max(0, Math.min(1, time / duration));
        double x = 0;
        double y = 0;
        for (int i = 0; i < powers.size() + bends.size(); i++) {
            double weight = slope(i, share) / duration;
            x += weight * term(i).x();
            y += weight * term(i).y();
        }
        return share == 1 ? new Point(0, 0) : new Point(x, y);
    }

    private Point term(int i) {
        return i < POWERS ? powers.get(i) : bends.get(i - POWERS);
    }

    private double value(int i, double share) {
        return i < POWERS ? power(share, i + POWERS) : power(Math.max(0, share - knots.get(i - POWERS)), DEGREE);
    }

    private double slope(int i, double share) {
        return i < POWERS
                ? (i + POWERS) * power(share, i + POWERS - 1)
                : DEGREE * power(Math.max(0, share - knots.get(i - POWERS)), DEGREE - 1);
    }

    private static double power(double base, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= base;
        }
        return power;
    }
}
