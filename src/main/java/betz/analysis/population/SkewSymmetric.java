// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Eigen;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.List;

/**
 * The skew-symmetric map M that comes closest to {@code change = M state}, and the planes in which it rotates.
 *
 * <p>With {@code S = Σxxᵀ} over the states and {@code B = Σ(change)xᵀ}, the k(k − 1)/2 free entries make the squares least where
 * {@code M S + S M = B − Bᵀ}. In the axes of S, whose values are λ, this falls apart: {@code M_ij = (B − Bᵀ)_ij / (λ_i + λ_j)}.
 *
 * @see <a href="https://doi.org/10.1038/nature11129">Churchland, Cunningham et al. (2012)</a>, who solve it step by step
 */
final class SkewSymmetric {
    /** Of a unit vector, what is left of it at least if it points out of a space. */
    private static final double OUTSIDE = 0.3;

    private static final double ROUNDING = 1e-9;

    private final double[][] map;
    private final double[][] axes;
    private final double[] speeds;

    private SkewSymmetric(double[][] map, double[][] axes, double[] speeds) {
        this.map = map;
        this.axes = axes;
        this.speeds = speeds;
    }

    /** Fits the map to some increments. */
    static SkewSymmetric of(Increments increments) {
        double[][] states = increments.states();
        Eigen s = Eigen.symmetric(Matrices.product(Matrices.transposed(states), states));
        double[][] b = Matrices.product(Matrices.transposed(increments.changes()), states);
        double[][] own = Matrices.product(
                Matrices.transposed(s.vectors()),
                Matrices.product(Matrices.sum(b, -1, Matrices.transposed(b)), s.vectors()));
        double least = s.real()[0] * Math.ulp(1.0) * states.length;
        for (int i = 0; i < own.length; i++) {
            for (int j = 0; j < own.length; j++) {
                double values = s.real()[i] + s.real()[j];
                own[i][j] = values > least ? own[i][j] / values : 0;
            }
        }
        return of(Matrices.product(s.vectors(), Matrices.product(own, Matrices.transposed(s.vectors()))));
    }

    /** Finds the planes of a skew-symmetric map, of which the part below the diagonal counts; of even size. */
    static SkewSymmetric of(double[][] m) {
        double[][] map = Matrices.copy(m);
        for (int i = 0; i < map.length; i++) {
            map[i][i] = 0;
            for (int j = 0; j < i; j++) {
                map[j][i] = -map[i][j];
            }
        }
        // MᵀM has each plane's squared speed twice; x is one of its vectors and M x the direction in which x turns
        double[][] vectors = Matrices.transposed(
                Eigen.symmetric(Matrices.product(Matrices.transposed(map), map)).vectors());
        List<double[]> chosen = new ArrayList<>();
        double[] speeds = new double[map.length / 2];
        for (int plane = 0; plane < speeds.length; plane++) {
            double[] x = next(vectors, chosen);
            chosen.add(x);
            double[] turned = product(map, x);
            speeds[plane] = Math.sqrt(dot(turned, turned));
            boolean turns = speeds[plane] > ROUNDING * speeds[0];
            chosen.add(turns ? unit(outside(turned, chosen)) : next(vectors, chosen));
        }
        return new SkewSymmetric(map, Matrices.transposed(chosen.toArray(double[][]::new)), speeds);
    }

    /** Returns the first vector that points out of the space of those chosen, as far as it does, at length 1. */
    private static double[] next(double[][] vectors, List<double[]> chosen) {
        for (double[] vector : vectors) {
            double[] rest = outside(vector, chosen);
            if (dot(rest, rest) > OUTSIDE * OUTSIDE) {
                return unit(outside(rest, chosen));
            }
        }
        throw new IllegalStateException("No direction is left.");
    }

    private static double[] outside(double[] vector, List<double[]> chosen) {
        double[] rest = vector.clone();
        for (double[] axis : chosen) {
            double along = dot(rest, axis);
            for (int i = 0; i < rest.length; i++) {
                rest[i] -= along * axis[i];
            }
        }
        return rest;
    }

    private static double[] unit(double[] vector) {
        double length = Math.sqrt(dot(vector, vector));
        return java.util.Arrays.stream(vector).map(v -> v / length).toArray();
    }

    private static double[] product(double[][] m, double[] x) {
        return java.util.Arrays.stream(m).mapToDouble(row -> dot(row, x)).toArray();
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Returns the map, [dimension][dimension]; not a copy. */
    double[][] map() {
        return map;
    }

    /**
     * Returns orthonormal axes as columns, [dimension][axis]: two for each plane, the fastest plane first, and states rotate from
     * the first of the two to the second. Not a copy.
     */
    double[][] axes() {
        return axes;
    }

    /** Returns how fast states turn in each plane, rad per sample; the moduli of the map's values. Not a copy. */
    double[] speeds() {
        return speeds;
    }
}
