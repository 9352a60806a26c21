// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.RandomStream;
import betz.math.Matrices;
import java.util.ArrayList;
import java.util.List;

/**
 * Seeks the pair of orthogonal spaces that holds most, by conjugate gradients along the orthonormal matrices
 * (Stiefel's
 * manifold).
 *
 * <p>Directions are carried along by projection onto the tangent space and combined by Polak and Ribière's rule; a
 * step is a secant of
 * the slope along the direction, and orthonormal columns are restored by Gram and Schmidt. Steps never go down by
 * more than rounding.
 *
 * @see <a href="https://doi.org/10.1137/S0895479895290954">Edelman, Arias &amp; Smith (1998)</a>
 */
final class SpaceSearch {
    /** Norm of the gradient below which a search ends. */
    static final double CONVERGED = 1e-8;

    private static final int MOST_STEPS = 20_000;

    /** Rounding of the function, which is at most 2. */
    private static final double ROUNDING = 1e-14;

    private final SpacePair pair;
    private double[][] q;
    private double[][] half;
    private double[][] gradient;
    private double value;

    private SpaceSearch(SpacePair pair, double[][] start) {
        this.pair = pair;
        q = start;
        half = pair.half(q);
        gradient = SpacePair.gradient(q, half);
        value = SpacePair.value(q, half);
    }

    /** Seeks from the two naive solutions and from random starts, and returns the best that was found. */
    static SpaceSearch best(SpacePair pair, int starts, RandomStream random) {
        List<double[][]> begin = new ArrayList<>();
        begin.add(pair.firstThenSecond());
        begin.add(pair.secondThenFirst());
        for (int i = 0; i < starts; i++) {
            begin.add(Orthonormal.of(random(random, pair.units(), pair.dimensions())));
        }
        SpaceSearch best = from(pair, begin.get(0));
        for (double[][] start : begin.subList(1, begin.size())) {
            SpaceSearch other = from(pair, start);
            best = other.value > best.value + ROUNDING ? other : best;
        }
        return best;
    }

    private static double[][] random(RandomStream random, int rows, int columns) {
        double[][] numbers = new double[rows][columns];
        for (double[] row : numbers) {
            for (int i = 0; i < columns; i++) {
                row[i] = random.nextGaussian();
            }
        }
        return numbers;
    }

    /** Seeks from one start, of orthonormal columns, [unit][axis]. */
    static SpaceSearch from(SpacePair pair, double[][] start) {
        var search = new SpaceSearch(pair, start);
        double[][] direction = search.gradient;
        boolean steepest = true;
        double step = 1;
        for (int i = 0; i < MOST_STEPS && search.gradientNorm() > CONVERGED; i++) {
            steepest |= !(SpacePair.inner(search.gradient, direction) > 0);
            direction = steepest ? search.gradient : direction;
            double[][] before = search.gradient;
            double gone = search.step(direction, step);
            if (gone == 0 && steepest) {
                break; // not even the gradient leads up any more
            }
            steepest = gone == 0;
            step = steepest ? 1 : gone;
            direction = search.conjugate(before, direction);
        }
        return search;
    }

    /** Goes along a direction and returns how far, 0 if nowhere. */
    private double step(double[][] direction, double guess) {
        double slope = SpacePair.inner(gradient, direction);
        double step = guess;
        for (int trial = 0; trial < 60; trial++) {
            var there = new SpaceSearch(pair, Orthonormal.of(Matrices.sum(q, step, direction)));
            double[][] carried = SpacePair.tangent(there.q, direction, 1);
            double slopeThere = SpacePair.inner(there.gradient, carried);
            boolean higher = there.value >= value - ROUNDING;
            if (higher && Math.abs(slopeThere) <= 0.3 * slope) {
                take(there);
                return step;
            }
            double secant = slopeThere < slope ? step * slope / (slope - slopeThere) : 4 * step;
            step = Math.min(Math.max(secant, 0.1 * step), higher ? 4 * step : 0.5 * step);
            if (trial >= 8 && higher && there.value >= value) {
                take(there); // up, if not to where the slope is small
                return step;
            }
        }
        return 0;
    }

    private void take(SpaceSearch there) {
        q = there.q;
        half = there.half;
        gradient = there.gradient;
        value = there.value;
    }

    private double[][] conjugate(double[][] before, double[][] direction) {
        double[][] change = Matrices.sum(gradient, -1, SpacePair.tangent(q, before, 1));
        double factor = Math.max(0, SpacePair.inner(gradient, change) / Matrices.squares(before));
        return Matrices.sum(gradient, factor, SpacePair.tangent(q, direction, 1));
    }

    /** Returns both spaces, the first one's axes first, [unit][axis]; not a copy. */
    double[][] spaces() {
        return q;
    }

    /** Returns what they hold, at most 2. */
    double value() {
        return value;
    }

    /** Returns the norm of the gradient, 0 at an optimum. */
    double gradientNorm() {
        return Math.sqrt(Matrices.squares(gradient));
    }
}
