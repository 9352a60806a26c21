// SPDX-License-Identifier: Apache-2.0
package betz.effector;

/**
 * The point of a box nearest to a centre that satisfies two linear equations: {@code min 1/2 |a - c|²}, {@code A a = b},
 * {@code low <= a <= high}.
 *
 * <p>Its dual has two variables only: {@code a = clip(c + A' l)}, and l minimises the convex {@code phi(l) = sum psi(c + A'
 * l) - b l}, psi' = clip, whose gradient is {@code A a - b}. Semi-smooth Newton steps, halved until phi falls. Without a
 * solution the multipliers grow until the box's corner nearest to one is found.
 */
final class NearestInBox {
    private static final int STEPS = 60;
    private static final int HALVINGS = 40;
    private static final double TOLERANCE = 1e-14; // of the equations, relative
    private static final double RIDGE = 1e-10; // relative, keeps the Newton matrix regular
    private static final double DECREASE = 1e-4; // Armijo's share
    private static final double ROUNDING = 1e-12; // of phi, relative

    private final double[] row0;
    private final double[] row1;
    private final double[] right = new double[2];
    private final double[] multiplier = new double[2];
    private double residual0;
    private double residual1;

    NearestInBox(int size) {
        row0 = new double[size];
        row1 = new double[size];
    }

    /** Returns the first equation's coefficients, to be filled in. */
    double[] row0() {
        return row0;
    }

    /** Returns the second equation's coefficients, to be filled in. */
    double[] row1() {
        return row1;
    }

    /** Returns the right-hand sides, to be filled in. */
    double[] right() {
        return right;
    }

    /** Returns the multipliers of the last solution, [2]. */
    double[] multiplier() {
        return multiplier.clone();
    }

    /** Writes the nearest point. */
    void solve(double centre, double[] low, double[] high, double[] a) {
        double scale = Math.abs(right[0]) + Math.abs(right[1]);
        double trace = 0;
        for (int m = 0; m < row0.length; m++) {
            scale += Math.abs(row0[m]) + Math.abs(row1[m]);
            trace += row0[m] * row0[m] + row1[m] * row1[m];
        }
        multiplier[0] = 0;
        multiplier[1] = 0;
        double phi = evaluate(0, 0, centre, low, high, a);
        for (int step = 0; step < STEPS && largestResidual() > TOLERANCE * scale; step++) {
            double next = descend(phi, RIDGE * trace, centre, low, high, a);
            if (next > phi) {
                break; // at the limit of rounding
            }
            phi = next;
        }
    }

    /** Takes one damped Newton step; returns the new phi, or infinity if it cannot fall. */
    private double descend(double phi, double ridge, double centre, double[] low, double[] high, double[] a) {
        double h00 = ridge;
        double h01 = 0;
        double h11 = ridge;
        for (int m = 0; m < a.length; m++) {
            if (a[m] > low[m] && a[m] < high[m]) {
                h00 += row0[m] * row0[m];
                h01 += row0[m] * row1[m];
                h11 += row1[m] * row1[m];
            }
        }
        double determinant = h00 * h11 - h01 * h01;
        double d0 = -(h11 * residual0 - h01 * residual1) / determinant;
        double d1 = -(h00 * residual1 - h01 * residual0) / determinant;
        double slope = d0 * residual0 + d1 * residual1;
        double l0 = multiplier[0];
        double l1 = multiplier[1];
        double before = largestResidual();
        double share = 1;
        for (int i = 0; i < HALVINGS; i++) {
            double next = evaluate(l0 + share * d0, l1 + share * d1, centre, low, high, a);
            boolean falls = next <= phi + DECREASE * share * slope;
            boolean nearer = largestResidual() < 0.5 * before && next <= phi + ROUNDING * (1 + Math.abs(phi));
            if (falls || nearer) {
                multiplier[0] = l0 + share * d0;
                multiplier[1] = l1 + share * d1;
                return Math.min(next, phi);
            }
            share /= 2;
        }
        evaluate(l0, l1, centre, low, high, a);
        return Double.POSITIVE_INFINITY;
    }

    /** Sets a and the residuals at some multipliers, and returns phi. */
    private double evaluate(double l0, double l1, double centre, double[] low, double[] high, double[] a) {
        double phi = -right[0] * l0 - right[1] * l1;
        residual0 = -right[0];
        residual1 = -right[1];
        for (int m = 0; m < a.length; m++) {
            double free = centre + row0[m] * l0 + row1[m] * l1;
            a[m] = Math.max(low[m], Math.min(high[m], free));
            phi += a[m] * (free - 0.5 * a[m]);
            residual0 += row0[m] * a[m];
            residual1 += row1[m] * a[m];
        }
        return phi;
    }

    private double largestResidual() {
        return Math.max(Math.abs(residual0), Math.abs(residual1));
    }
}
