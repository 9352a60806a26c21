// SPDX-License-Identifier: Apache-2.0
package betz.train;

/** How a difference counts. */
public enum Norm {
    /** Its square, the L2 norm squared. */
    SQUARED,
    /** Its size, the L1 norm, whose gradient does not fade with the difference. */
    ABSOLUTE;

    /** Returns what a difference of a positive size counts. */
    double of(double size) {
        return this == SQUARED ? size * size : size;
    }

    /** Returns what a difference counts, times a weight. */
    double cost(double weight, double difference) {
        return this == SQUARED ? weight * difference * difference : weight * Math.abs(difference);
    }

    /** Returns the derivative of {@link #cost} by the difference; 0 where there is none. */
    double slope(double weight, double difference) {
        return this == SQUARED ? 2 * weight * difference : weight * Math.signum(difference);
    }
}
