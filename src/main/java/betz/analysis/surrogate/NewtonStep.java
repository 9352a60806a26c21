// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

/** One step of Newton's method for the {@link Multipliers}, by Cholesky's decomposition of the scaled second derivatives. */
final class NewtonStep {
    private NewtonStep() {}

    /**
     * Solves H p = −g, with steps of 0 along the two directions that change nothing.
     *
     * @param curvature H, of which the lower half counts. Modified.
     * @param gradient g. Not modified.
     * @param first where each margin begins, and where the last ends
     */
    static double[] of(double[][] curvature, double[] gradient, int... first) {
        int size = gradient.length;
        double[] scale = new double[size];
        for (int i = 0; i < size; i++) {
            scale[i] = 1 / Math.sqrt(curvature[i][i]);
        }
        double[] free = direction(scale, first[0], first[1], first[2]);
        double[] other = direction(scale, first[1], first[2], first[3]);
        double[] way = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] = curvature[i][j] * scale[i] * scale[j] + free[i] * free[j] + other[i] * other[j];
            }
            way[i] = -gradient[i] * scale[i];
        }
        decompose(curvature);
        substitute(curvature, way);
        for (int i = 0; i < size; i++) {
            way[i] *= scale[i];
        }
        return way;
    }

    /** Up along one margin and down along the next, in scaled coordinates; of length 1. */
    private static double[] direction(double[] scale, int from, int turn, int to) {
        double[] direction = new double[scale.length];
        double squares = 0;
        for (int i = from; i < to; i++) {
            direction[i] = (i < turn ? 1 : -1) / scale[i];
            squares += direction[i] * direction[i];
        }
        for (int i = from; i < to; i++) {
            direction[i] /= Math.sqrt(squares);
        }
        return direction;
    }

    private static void decompose(double[][] a) {
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[i][j];
                for (int k = 0; k < j; k++) {
                    sum -= a[i][k] * a[j][k];
                }
                // what rounding leaves of a pivot near 0 must not become negative
                a[i][j] = i == j ? Math.sqrt(Math.max(sum, Math.ulp(1.0))) : sum / a[j][j];
            }
        }
    }

    private static void substitute(double[][] lower, double[] b) {
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= lower[i][k] * b[k];
            }
            b[i] /= lower[i][i];
        }
        for (int i = b.length - 1; i >= 0; i--) {
            for (int k = i + 1; k < b.length; k++) {
                b[i] -= lower[k][i] * b[k];
            }
            b[i] /= lower[i][i];
        }
    }
}
