// SPDX-License-Identifier: Apache-2.0
package betz.analysis.similarity;

import betz.analysis.population.PrincipalComponents;
import betz.common.Require;
import betz.math.Matrices;
import java.util.stream.DoubleStream;

/** The leading principal components of one side of a comparison. */
final class Leading {
    /** A component below this share of the first is rounding, and so is variation below this share of what varies. */
    private static final double ROUNDING = 1e-12;

    private final double[][] axes;
    private final double[][] scores;
    private final double share;

    private Leading(double[][] axes, double[][] scores, double share) {
        this.axes = axes;
        this.scores = scores;
        this.share = share;
    }

    /**
     * Finds them; all that vary where there are fewer than asked for.
     *
     * @param rows [sample][unit]. Not modified.
     * @param most number of components
     * @throws betz.common.BadSetting if nothing varies
     */
    static Leading of(double[][] rows, int most) {
        double[][] centred = centred(rows);
        PrincipalComponents found = PrincipalComponents.of(centred);
        double[] singular = found.singular();
        int vary = (int) DoubleStream.of(singular)
                .filter(s -> s > ROUNDING * singular[0])
                .count();
        int count = Math.min(most, vary);
        double share = DoubleStream.of(found.shares()).limit(count).sum();
        return new Leading(found.axes(count), found.scores(centred, count), share);
    }

    /**
     * Returns rows less their mean, [sample][unit].
     *
     * @throws betz.common.BadSetting if nothing varies by more than rounding
     */
    static double[][] centred(double[][] rows) {
        double[][] centred = Matrices.centred(rows, Matrices.means(rows));
        needVariation(size(centred) - ROUNDING * size(rows));
        return centred;
    }

    private static double size(double[][] rows) {
        return Math.sqrt(Matrices.squares(rows));
    }

    /** Throws unless a size that tells how much there is to compare is above 0. */
    static void needVariation(double size) {
        Require.that(size > 0, "activity", "the same in all conditions at all times", "activity that varies");
    }

    /** Returns the number of components. */
    int count() {
        return axes[0].length;
    }

    /** Returns the components as columns, [unit][component]; not a copy. */
    double[][] axes() {
        return axes;
    }

    /** Returns the samples, less their mean, along the components, [sample][component]; not a copy. */
    double[][] scores() {
        return scores;
    }

    /** Returns the share of all variance. */
    double share() {
        return share;
    }

    /** Returns what units have to do with dimensions that are linear in the components, [unit][dimension]. */
    double[][] weights(double[][] ofComponents) {
        return Matrices.product(axes, ofComponents);
    }

    /** Returns both sides in words. */
    static String text(Leading data, Leading other) {
        return "Principal components: " + data.count() + " of the data and " + other.count()
                + " of the other, of samples less their mean over conditions and times.";
    }
}
