// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.Require;

/**
 * A closed curve {@code centre + u·cos θ + v·sin nθ}: an ellipse for n = 1, a figure eight for n = 2.
 *
 * <p>Where θ grows at a constant rate, an ellipse is traced with the speed {@code |θ'|·(|u|·|v|)^(1/3)·κ^(−1/3)} for
 * perpendicular axes, κ its curvature: the two-thirds power law, exactly.
 *
 * @param centre of the curve
 * @param u x and y of the first axis, m
 * @param v x and y of the second axis, m
 * @param harmonic n, 1 or 2
 * @param phase θ at the start, rad
 * @param turn how θ goes on from there
 * @see <a href="https://doi.org/10.1016/0001-6918(83)90027-6">Lacquaniti, Terzuolo &amp; Viviani (1983)</a>
 */
public record Curve(Point centre, Point u, Point v, int harmonic, double phase, Turn turn) implements Trajectory {

    public Curve {
        Require.count("harmonic", harmonic, 1, 2);
        Require.finite("phase", phase, "rad");
    }

    @Override
    public double duration() {
        return turn.duration();
    }

    @Override
    public Point at(double time) {
        return place(phase + turn.at(time));
    }

    /** Returns the place of an angle θ, rad. */
    public Point place(double angle) {
        double c = StrictMath.cos(angle);
        double s = StrictMath.sin(harmonic * angle);
        return centre.plus(u.x() * c + v.x() * s, u.y() * c + v.y() * s);
    }

    @Override
    public Point velocity(double time) {
        Point slope = slope(phase + turn.at(time));
        double rate = turn.rate(time);
        return new Point(rate * slope.x(), rate * slope.y());
    }

    /** Returns the direction in which the start is left, from 0 to 2π, rad. */
    public double heading() {
        Point slope = slope(phase);
        double sign = Math.signum(turn.angle());
        double direction = StrictMath.atan2(sign * slope.y(), sign * slope.x());
        return direction < 0 ? direction + 2 * Math.PI : direction;
    }

    private Point slope(double angle) {
        double c = -StrictMath.sin(angle);
        double s = harmonic * StrictMath.cos(harmonic * angle);
        return new Point(u.x() * c + v.x() * s, u.y() * c + v.y() * s);
    }
}
