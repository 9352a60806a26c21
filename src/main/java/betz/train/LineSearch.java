// SPDX-License-Identifier: Apache-2.0
package betz.train;

import java.util.Arrays;

/**
 * Looks along a direction for a place that meets the strong Wolfe conditions: the loss is lower than a share of the slope
 * foretells, and what is left of the slope is small.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-40065-5">Nocedal &amp; Wright (2006)</a>, algorithms 3.5 and 3.6, with the cubic
 *     of equation 3.59
 */
final class LineSearch {
    /** How much farther the search goes while the loss still falls. */
    private static final double FARTHER = 2;

    /** Part at either end of an interval where a cubic's least value is not trusted. */
    private static final double MARGIN = 0.1;

    private final Objective objective;
    private final Lbfgs limits;
    private final double[] from;
    private final double[] direction;
    private final double[] place;
    private final double[] gradient;

    /** One place on the line: how far, the loss there, its slope along the line. */
    private record Place(double share, double value, double slope) {}

    /** Prepares a search; arrays are not modified. */
    LineSearch(Objective objective, Lbfgs limits, double[] from, double[] direction) {
        this.objective = objective;
        this.limits = limits;
        this.from = from;
        this.direction = direction;
        place = new double[from.length];
        gradient = new double[from.length];
    }

    /**
     * Returns how far along the direction the place is.
     *
     * @param value of the objective at the beginning
     * @param slope there, below zero
     * @param first place to look at
     * @return the best of the places that were seen if none meets the conditions; 0 if none brings enough decrease
     */
    double search(double value, double slope, double first) {
        Place start = new Place(0, value, slope);
        Place before = start;
        double share = first;
        for (int left = limits.evaluations(); left > 0; left--) {
            Place here = at(share);
            if (!isLow(start, here) || here.value >= before.value) {
                return narrow(start, before, here, left - 1);
            }
            if (isFlat(start, here)) {
                return here.share;
            }
            if (here.slope >= 0) {
                return narrow(start, here, before, left - 1);
            }
            before = here;
            share *= FARTHER;
        }
        return before.share;
    }

    /** Narrows an interval that holds such a place; {@code low} is the better end, and its slope points into the interval. */
    private double narrow(Place start, Place low, Place high, int evaluations) {
        Place better = low;
        Place other = high;
        for (int left = evaluations; left > 0; left--) {
            Place here = at(between(better, other));
            if (!isLow(start, here) || here.value >= better.value) {
                other = here;
            } else {
                if (isFlat(start, here)) {
                    return here.share;
                }
                other = here.slope * (other.share - better.share) >= 0 ? better : other;
                better = here;
            }
        }
        return better.share;
    }

    private boolean isLow(Place start, Place here) {
        return here.value <= start.value + limits.decrease() * here.share * start.slope;
    }

    private boolean isFlat(Place start, Place here) {
        return Math.abs(here.slope) <= -limits.curvature() * start.slope;
    }

    /** Returns where the cubic through both ends is least, or the middle if that is too near to an end. */
    private static double between(Place a, Place b) {
        double d1 = a.slope + b.slope - 3 * (a.value - b.value) / (a.share - b.share);
        double d2 = Math.signum(b.share - a.share) * Math.sqrt(d1 * d1 - a.slope * b.slope);
        double least = b.share - (b.share - a.share) * (b.slope + d2 - d1) / (b.slope - a.slope + 2 * d2);
        double part = (least - a.share) / (b.share - a.share);
        return part >= MARGIN && part <= 1 - MARGIN ? least : (a.share + b.share) / 2;
    }

    private Place at(double share) {
        for (int i = 0; i < place.length; i++) {
            place[i] = from[i] + share * direction[i];
        }
        double value = objective.at(place, gradient);
        return new Place(share, value, Lbfgs.dot(gradient, direction));
    }

    /** Returns the gradient at a place. */
    double[] gradient(double share) {
        var unused = at(share);
        return Arrays.copyOf(gradient, gradient.length);
    }
}
