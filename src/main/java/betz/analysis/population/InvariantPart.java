// SPDX-License-Identifier: Apache-2.0
package betz.analysis.population;

import betz.math.Matrices;

/**
 * What conditions share: the mean over conditions, how much of all variance it is, and its largest component, the
 * condition-invariant signal.
 *
 * @see <a href="https://doi.org/10.1523/ENEURO.0085-16.2016">Kaufman et al. (2016)</a>
 */
final class InvariantPart {
    private final double[][] axis;
    private final double share;
    private final double componentShare;
    private final double invariance;
    private final double specificShare;

    private InvariantPart(double[][] mean, double[][] all, double[][] own, int conditions) {
        double total = spread(all);
        axis = rising(Covariance.of(mean).axes(1), mean);
        double shared = conditions * spread(Matrices.product(mean, axis));
        share = conditions * spread(mean) / total;
        componentShare = shared / total;
        invariance = shared / spread(Matrices.product(all, axis));
        specificShare = (own.length - 1) * Covariance.of(own).top(1) / total;
    }

    /** Divides activity of two or more conditions over all its times. */
    static InvariantPart of(Activity activity) {
        return new InvariantPart(
                activity.acrossConditions(),
                activity.rows(),
                activity.lessAcrossConditions().rows(),
                activity.conditions().size());
    }

    /** Returns the sum of squared distances from the mean row. */
    private static double spread(double[][] rows) {
        return Matrices.squares(Matrices.centred(rows, Matrices.means(rows)));
    }

    /**
     * Returns an axis or its opposite, along which the mean goes up from its first sample to the one farthest from
     * it.
     */
    private static double[][] rising(double[][] axis, double[][] mean) {
        double[] course = Matrices.column(Matrices.product(mean, axis), 0);
        double farthest = 0;
        for (double value : course) {
            double gone = value - course[0];
            farthest = Math.abs(gone) > Math.abs(farthest) ? gone : farthest;
        }
        double[][] turned = Matrices.copy(axis);
        for (double[] row : turned) {
            row[0] = farthest < 0 ? -row[0] : row[0];
        }
        return turned;
    }

    /** Returns the axis of the condition-invariant signal, of length 1, [unit][0]; not a copy. */
    double[][] axis() {
        return axis;
    }

    /** Returns the share of all variance that is in the mean over conditions. */
    double share() {
        return share;
    }

    /** Returns the share of all variance that is in the mean over conditions along the axis. */
    double componentShare() {
        return componentShare;
    }

    /** Returns the share of the variance along the axis that is in the mean over conditions. */
    double invariance() {
        return invariance;
    }

    /** Returns the share of all variance along the largest component of what conditions do not share. */
    double specificShare() {
        return specificShare;
    }
}
