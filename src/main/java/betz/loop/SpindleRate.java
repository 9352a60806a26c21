// SPDX-License-Identifier: Apache-2.0
package betz.loop;

/**
 * The rate of a spindle's primary afferent, {@code 82 + 2 d + 4.3 sign(v) |v|^0.6} spikes/s and not below 0, with d the stretch in mm
 * and v the velocity in mm/s.
 *
 * <p>The fit was to hamstrings of cats; lengths here are relative, so both count as those of a fibre of 10 cm whose greatest velocity is
 * 10 lengths per second. Within about 5 mm/s of standstill the power is a line: {@code |v|} stands for {@code √(v² + (5
 * mm/s)²)}, as the slope of the power itself is infinite there.
 *
 * @see <a href="https://doi.org/10.1111/j.1469-7793.1998.277bu.x">Prochazka &amp; Gorassini (1998)</a>
 */
final class SpindleRate {
    private static final double AT_REST = 82; // spikes/s
    private static final double PER_LENGTH = 2 * 100.0; // spikes/s per optimal length, of 100 mm
    private static final double FASTEST = 1000; // mm/s, that of a fibre of 100 mm
    private static final double PER_POWER = 4.3; // spikes/s per (mm/s)^0.6
    private static final double POWER = 0.6;
    private static final double SLOW = 5; // mm/s

    private SpindleRate() {}

    /** Returns the rate, spikes/s, of a relative length and a relative velocity. */
    static double of(double length, double velocity) {
        return Math.max(0, sum(length, velocity));
    }

    private static double sum(double length, double velocity) {
        double v = FASTEST * velocity;
        return AT_REST + PER_LENGTH * (length - 1) + PER_POWER * v * StrictMath.pow(square(v), (POWER - 1) / 2);
    }

    private static double square(double v) {
        return v * v + SLOW * SLOW;
    }

    /** Returns the slope over the relative length; 0 where it is silent. */
    static double perLength(double length, double velocity) {
        return sum(length, velocity) < 0 ? 0 : PER_LENGTH;
    }

    /** Returns the slope over the relative velocity; 0 where it is silent. */
    static double perVelocity(double length, double velocity) {
        double v = FASTEST * velocity;
        double square = square(v);
        double slope = StrictMath.pow(square, (POWER - 1) / 2) * (1 + (POWER - 1) * v * v / square);
        return sum(length, velocity) < 0 ? 0 : FASTEST * PER_POWER * slope;
    }
}
