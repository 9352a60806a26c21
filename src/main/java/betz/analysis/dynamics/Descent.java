// SPDX-License-Identifier: Apache-2.0
package betz.analysis.dynamics;

import betz.math.Cholesky;
import betz.math.StepMap;
import java.util.Arrays;

/**
 * Goes from a state to one near it where a network rests, or moves least: a minimum of {@code q = ½|F(x) − x|²}.
 *
 * <p>Levenberg's steps with the exact derivative A = ∂F/∂x − I: {@code (AᵀA + μI) δ = −Aᵀ(F(x) − x)}; μ falls tenfold after a
 * step that lowers q by nearly what is expected of it, and rises tenfold after one that hardly lowers it or does not.
 */
final class Descent {
    private static final double FIRST = 1e-3;
    private static final double LEAST = 1e-16;
    private static final double MOST = 1e12;

    /** Shares of the expected fall of q. */
    private static final double NEARLY = 0.75;

    private static final double HARDLY = 0.25;

    /** A step that lowers q by less than this share of it ends the way: where q is small, and where it is of no interest. */
    private static final double STALL = 1e-12;

    private static final double FAR_STALL = 1e-4;

    private final StepMap map;
    private final double[] x;
    private double[] rest;
    private double q;
    private boolean settled;

    private Descent(StepMap map, double[] start) {
        this.map = map;
        this.x = start.clone();
        this.rest = rest(x);
        this.q = q(rest);
    }

    /**
     * Descends.
     *
     * @param start [state]. Not modified.
     * @param tolerance q at which the way ends
     * @param slow q above which a way that hardly goes on is given up
     * @param iterations steps after which it ends in any case
     */
    static Descent of(StepMap map, double[] start, double tolerance, double slow, int iterations) {
        var descent = new Descent(map, start);
        double damping = FIRST;
        for (int i = 0; i < iterations && !descent.settled; i++) {
            damping = descent.step(damping, tolerance, slow);
        }
        return descent;
    }

    private double step(double damping, double tolerance, double slow) {
        if (q <= tolerance) {
            settled = true;
            return damping;
        }
        double[][] a = map.jacobian(x);
        for (int i = 0; i < a.length; i++) {
            a[i][i] -= 1;
        }
        double[] slope = new double[x.length];
        double[][] squares = squares(a, slope);
        for (double mu = damping; mu <= MOST; mu *= 10) {
            double[] next = Cholesky.of(squares, mu)
                    .map(factor -> factor.solve(slope))
                    .orElseGet(() -> notANumber(slope.length));
            double expected = 0;
            for (int i = 0; i < next.length; i++) {
                expected += next[i] * (mu * next[i] + slope[i]) / 2;
                next[i] = x[i] - next[i];
            }
            double[] other = rest(next);
            double lower = q(other);
            if (lower < q) { // never of a NaN
                double kept = (q - lower) / expected;
                settled = lower <= tolerance || (q - lower <= (q > slow ? FAR_STALL : STALL) * q && kept > HARDLY);
                System.arraycopy(next, 0, x, 0, x.length);
                rest = other;
                q = lower;
                return kept > NEARLY ? Math.max(LEAST, mu / 10) : kept > HARDLY ? mu : 10 * mu;
            }
        }
        settled = true; // no step lowers q: rounding is reached
        return damping;
    }

    /** Returns the lower half of AᵀA, and puts Aᵀ(F(x) − x) into the slope. */
    private double[][] squares(double[][] a, double[] slope) {
        double[][] squares = new double[slope.length][slope.length];
        for (int k = 0; k < a.length; k++) {
            for (int i = 0; i < slope.length; i++) {
                double factor = a[k][i];
                slope[i] += factor * rest[k];
                for (int j = 0; j <= i; j++) {
                    squares[i][j] += factor * a[k][j];
                }
            }
        }
        return squares;
    }

    private double[] rest(double... state) {
        double[] next = new double[state.length];
        map.step(state, next);
        for (int i = 0; i < next.length; i++) {
            next[i] -= state[i];
        }
        return next;
    }

    private static double q(double... rest) {
        double sum = 0;
        for (double one : rest) {
            sum += one * one;
        }
        return sum / 2;
    }

    /** Returns the state that was reached; not a copy. */
    double[] x() {
        return x;
    }

    /** Returns ½|F(x) − x|² there. */
    double q() {
        return q;
    }

    /** Tells whether the way ended before its steps did. */
    boolean isSettled() {
        return settled;
    }

    private static double[] notANumber(int size) {
        double[] values = new double[size];
        Arrays.fill(values, Double.NaN);
        return values;
    }
}
