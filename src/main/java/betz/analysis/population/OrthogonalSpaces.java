// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.common.RandomStream;
import betz.math.Matrices;

/**
 * Two spaces, orthogonal to each other, that together hold most of the variance of two epochs, each of its own.
 *
 * @see <a href="https://doi.org/10.1038/ncomms13239">Elsayed et al. (2016)</a>
 */
final class OrthogonalSpaces {
    private final double[][] first;
    private final double[][] second;
    private final double value;
    private final double naive;
    private final double gradientNorm;

    private OrthogonalSpaces(double[][] axes, SpacePair pair, SpaceSearch found) {
        first = Matrices.product(axes, pair.first(found.spaces()));
        second = Matrices.product(axes, pair.second(found.spaces()));
        value = found.value();
        gradientNorm = found.gradientNorm();
        naive = Math.max(held(pair, pair.firstThenSecond()), held(pair, pair.secondThenFirst()));
    }

    private static double held(SpacePair pair, double[][] q) {
        return SpacePair.value(q, pair.half(q));
    }

    /**
     * Seeks them within what the activity of both epochs spans, outside of which there is nothing to hold.
     *
     * @param starts random starts beside the naive ones
     */
    static OrthogonalSpaces of(Epochs epochs, int d1, int d2, int starts, RandomStream random) {
        double[][] axes = epochs.both().axes(SubspaceAlignment.rank(epochs.both()));
        var pair = new SpacePair(within(epochs.first(), axes), within(epochs.second(), axes), d1, d2);
        return new OrthogonalSpaces(axes, pair, SpaceSearch.best(pair, starts, random));
    }

    private static double[][] within(Covariance covariance, double[][] axes) {
        return Matrices.product(Matrices.transposed(axes), Matrices.product(covariance.matrix(), axes));
    }

    /** Returns the first epoch's axes as columns, the one that holds most first, [unit][axis]; not a copy. */
    double[][] first() {
        return first;
    }

    /** Returns the second epoch's axes as columns, [unit][axis]; not a copy. */
    double[][] second() {
        return second;
    }

    /** Returns what is held of the most that could be, summed over both epochs, at most 2. */
    double value() {
        return value;
    }

    /**
     * Returns what the better of two naive choices holds: the best space of one epoch, and for the other what is
     * left.
     */
    double naive() {
        return naive;
    }

    /** Returns the norm of the gradient where the search ended. */
    double gradientNorm() {
        return gradientNorm;
    }
}
