// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** How a difference counts. */
public enum Norm {
    /** Its square, the L2 norm squared. */
    SQUARED,
    /** Its size, the L1 norm, whose gradient does not fade with the difference. */
    ABSOLUTE,
    /**
     * Its size, but for a parabola up to a width: the smooth L1 norm, which is Huber's function over that width.
     *
     * @see <a href="https://doi.org/10.1214/aoms/1177703732">Huber (1964)</a>
     */
    SMOOTH;

    /** Returns what a difference of a positive size counts, far outside the width of {@link #SMOOTH}. */
    double of(double size) {
        return this == SQUARED ? size * size : size;
    }

    /** Returns what a difference counts, times a weight; the width matters to {@link #SMOOTH} only. */
    double cost(double weight, double difference, double width) {
        if (this == SQUARED) {
            return weight * difference * difference;
        }
        double size = Math.abs(difference);
        if (this == ABSOLUTE) {
            return weight * size;
        }
        return size <= width ? weight * size * size / (2 * width) : weight * (size - width / 2);
    }

    /** Returns the derivative of {@link #cost} by the difference; 0 where there is none. */
    double slope(double weight, double difference, double width) {
        if (this == SQUARED) {
            return 2 * weight * difference;
        }
        return this == SMOOTH && Math.abs(difference) <= width
                ? weight * difference / width
                : weight * Math.signum(difference);
    }
}
