// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * Finds the fibre length of one {@link CompliantFibre} after a step of backward Euler, {@code l' = l + dt v(l', a', length')}, or
 * at rest, where the active force is the pull; with derivatives by the implicit function theorem.
 *
 * <p>Explicit steps would have to be far below a millisecond: a weak fibre that its tendon stretches yields at 1/0.001
 * lengths per second and unit of force. Both equations rise with l' where steps are short and tendons taut; Newton's steps are
 * bracketed, and halve the bracket where they would leave it.
 */
final class FibreSolver {
    /** A fibre is never shorter, over the optimal length; as in MotorNet. */
    static final double SHORTEST = 0.001;

    private static final double YIELD = 1 + CompliantFibre.STRAIN; // tendon over its slack length at the greatest force
    private static final double ROUNDING = 1e-15; // of l
    private static final int ITERATIONS = 200; // halvings alone need some 60

    /** The laws, worked out at the length that was found. */
    final CompliantFibre fibre;

    /** Length that was found, over the optimal one, and its derivatives by the length before, activation and length, 1/m. */
    double l;

    double byStart;
    double byActivation;
    double byLength;

    FibreSolver(CompliantFibre fibre) {
        this.fibre = fibre;
    }

    /**
     * Steps.
     *
     * @param start l before
     * @param a activation after
     * @param length of muscle and tendon after, m
     * @param dt s
     */
    void step(double start, double a, double length, double dt) {
        double low = start - dt * CompliantFibre.FASTEST_SHORTENING;
        double high = start + dt * CompliantFibre.FASTEST_LENGTHENING;
        double slope = solve(start, low, high, start, a, length, dt);
        byStart = 1 / slope;
        byActivation = dt * fibre.velocityByActivation / slope;
        byLength = dt * fibre.velocityByPull * fibre.pullByLength / slope;
        hold(a, length);
    }

    /** Finds the length at which the fibre is held by its tendon. */
    void rest(double a, double length) {
        double high = (length - fibre.slack) / fibre.optimal;
        double low = Math.min((length - YIELD * fibre.slack) / fibre.optimal, Kistemaker.SLACK);
        double slope = solve(Math.max(low, Math.min(1, high)), low, high, 0, a, length, Double.POSITIVE_INFINITY);
        byStart = 0;
        byActivation = -fibre.curve / slope;
        byLength = fibre.tendonByLength / slope;
        hold(a, length);
    }

    /** Returns the derivative of the equation by l at its solution. */
    private double solve(double first, double low, double high, double start, double a, double length, double dt) {
        double from = low;
        double to = high;
        l = first;
        for (int i = 0; i < ITERATIONS; i++) {
            double residual = residual(start, a, length, dt);
            double slope = slope(dt);
            double way = residual / slope;
            if (Math.abs(way) <= ROUNDING * Math.max(1, Math.abs(l))) {
                return slope;
            }
            from = residual > 0 ? from : l;
            to = residual > 0 ? l : to;
            double next = l - way;
            l = next > from && next < to ? next : 0.5 * (from + to);
        }
        residual(start, a, length, dt);
        return slope(dt);
    }

    private double residual(double start, double a, double length, double dt) {
        fibre.stretch(l, a, length);
        if (dt == Double.POSITIVE_INFINITY) {
            return fibre.excess;
        }
        fibre.move(l, a, fibre.pull);
        return l - start - dt * fibre.velocity;
    }

    private double slope(double dt) {
        return dt == Double.POSITIVE_INFINITY
                ? fibre.excessByFibre
                : 1 - dt * (fibre.velocityByFibre + fibre.velocityByPull * fibre.pullByFibre);
    }

    private void hold(double a, double length) {
        if (l < SHORTEST) {
            l = SHORTEST;
            byStart = 0;
            byActivation = 0;
            byLength = 0;
            fibre.stretch(l, a, length);
        }
    }
}
