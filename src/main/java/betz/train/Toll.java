// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * What one difference costs: a norm with all its factors multiplied out.
 *
 * @param factor weight over the norm of a unit and over the number of differences
 * @param width of the smooth norm, in the unit of differences
 */
record Toll(Norm norm, double factor, double width) {

    /**
     * Returns the toll of a mean.
     *
     * @param unit the term's unit, in the unit of differences
     * @param count number of differences over which the mean is taken, as a double so that it may be a product
     */
    static Toll of(Term term, double unit, double count) {
        return new Toll(term.norm(), term.weight() / (term.norm().of(unit) * count), term.width() * unit);
    }

    double cost(double difference) {
        return norm.cost(factor, difference, width);
    }

    double slope(double difference) {
        return norm.slope(factor, difference, width);
    }
}
