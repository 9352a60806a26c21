// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.common.Require;

/**
 * The multipliers of a tensor of greatest entropy: l with {@code Σ 1/(l_c + l_t + l_n) = λ_i} for each eigenvalue λ_i of each
 * margin, the sum running over the other two margins.
 *
 * <p>They make {@code Σ λ_i l_i − Σ log(l_c + l_t + l_n)} least, which is convex and self-concordant, so that Newton's method
 * with a line search finds them from anywhere. What is added to all of one margin and taken from all of another changes
 * nothing; Newton's system is made regular along these two directions, in which its steps are then 0.
 *
 * @see <a href="https://doi.org/10.1038/nn.4617">Elsayed &amp; Cunningham (2017)</a>, who minimise the squares of the errors
 *     of log λ
 */
final class Multipliers {
    private static final int MOST_STEPS = 500;
    /** Greatest relative error of an eigenvalue at which Newton's method stops, and the one that is still accepted. */
    private static final double CLOSE = 1e-11;

    private static final double ACCEPTED = 1e-7;

    private final double[] aim;
    private final int[] first;
    private final double[] l;

    private Multipliers(double[][] eigenvalues) {
        first = new int[] {0, eigenvalues[0].length, eigenvalues[0].length + eigenvalues[1].length, 0};
        first[3] = first[2] + eigenvalues[2].length;
        aim = new double[first[3]];
        l = new double[first[3]];
        for (int side = 0; side < 3; side++) {
            System.arraycopy(eigenvalues[side], 0, aim, first[side], eigenvalues[side].length);
        }
    }

    /**
     * Finds the multipliers.
     *
     * @param eigenvalues of three margins, [margin][value], all above 0 and of the same sum. Not modified.
     * @return [margin][value]
     */
    static double[][] of(double[][] eigenvalues) {
        var search = new Multipliers(eigenvalues);
        search.start(eigenvalues);
        double error = search.run();
        Require.that(
                error <= ACCEPTED,
                "covariances",
                "met with a relative error of " + error,
                "margins that a distribution of greatest entropy can meet to " + ACCEPTED);
        double[][] found = new double[3][];
        for (int side = 0; side < 3; side++) {
            found[side] = java.util.Arrays.copyOfRange(search.l, search.first[side], search.first[side + 1]);
        }
        return found;
    }

    /** Begins where each margin alone would be met if the others were flat. */
    private void start(double[][] eigenvalues) {
        double cells = 1;
        for (double[] side : eigenvalues) {
            cells *= side.length;
        }
        for (int side = 0; side < 3; side++) {
            for (int i = first[side]; i < first[side + 1]; i++) {
                l[i] = cells / (eigenvalues[side].length * 3 * aim[i]);
            }
        }
    }

    /** Returns the greatest relative error of an eigenvalue that is left. */
    private double run() {
        double best = Double.POSITIVE_INFINITY;
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] gradient = aim.clone();
            double[][] curvature = derivatives(gradient);
            double error = 0;
            for (int i = 0; i < aim.length; i++) {
                error = Math.max(error, Math.abs(gradient[i]) / aim[i]);
            }
            if (error <= CLOSE || (error <= ACCEPTED && error >= best)) {
                return Math.min(best, error);
            }
            best = error;
            walk(gradient, NewtonStep.of(curvature, gradient, first));
        }
        return best;
    }

    /** Takes the sums from the gradient, and returns the second derivatives. */
    private double[][] derivatives(double[] gradient) {
        double[][] curvature = new double[aim.length][aim.length];
        for (int a = first[0]; a < first[1]; a++) {
            for (int b = first[1]; b < first[2]; b++) {
                for (int c = first[2]; c < first[3]; c++) {
                    double s = 1 / (l[a] + l[b] + l[c]);
                    gradient[a] -= s;
                    gradient[b] -= s;
                    gradient[c] -= s;
                    double square = s * s;
                    curvature[a][a] += square;
                    curvature[b][b] += square;
                    curvature[c][c] += square;
                    curvature[b][a] += square;
                    curvature[c][a] += square;
                    curvature[c][b] += square;
                }
            }
        }
        return curvature; // the upper half stays empty
    }

    private void walk(double[] gradient, double[] way) {
        double slope = 0;
        for (int i = 0; i < l.length; i++) {
            slope += gradient[i] * way[i];
        }
        double here = objective(way, 0);
        double share = 1;
        // close to the end the objective's rounding hides its descent, and the whole step is safe
        while (-slope > 1e-6 && !(objective(way, share) <= here + 1e-4 * share * slope)) {
            share /= 2;
        }
        for (int i = 0; i < l.length; i++) {
            l[i] += share * way[i];
        }
    }

    /** Infinite where a sum is not above 0. */
    private double objective(double[] way, double share) {
        double[] there = l.clone();
        double value = 0;
        for (int i = 0; i < there.length; i++) {
            there[i] += share * way[i];
            value += aim[i] * there[i];
        }
        for (int a = first[0]; a < first[1]; a++) {
            for (int b = first[1]; b < first[2]; b++) {
                for (int c = first[2]; c < first[3]; c++) {
                    double sum = there[a] + there[b] + there[c];
                    if (!(sum > 0)) {
                        return Double.POSITIVE_INFINITY;
                    }
                    value -= StrictMath.log(sum);
                }
            }
        }
        return value;
    }
}
