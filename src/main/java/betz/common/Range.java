// SPDX-License-Identifier: Apache-2.0
package betz.common;

/**
 * A closed range of values that a setting is drawn from evenly.
 *
 * @param low smallest value, in the unit of the setting
 * @param high largest value, in the unit of the setting
 */
public record Range(double low, double high) {

    public Range {
        Require.finite("low", low, "");
        Require.finite("high", high, "");
        Require.that(low <= high, "range", low + ".." + high, "a range whose low end is not above its high end");
    }

    /** Returns the range of one value, without width. */
    public static Range of(double value) {
        return new Range(value, value);
    }

    /** Tells whether there is more than one value to draw. */
    public boolean isWide() {
        return low < high;
    }

    /** Returns the value that lies {@code share} of the way from low to high. */
    public double at(double share) {
        return low + share * (high - low);
    }
}
