// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.math.BigDecimal;

/** Argument checks whose message gives the name, the value and the expected range; a check that passes costs nothing. */
public final class Require {
    private Require() {}

    /** Throws unless the value is finite. */
    public static void finite(String name, double value, String unit) {
        if (!Double.isFinite(value)) {
            throw new BadSetting(name, quantity(value, unit), "a finite number");
        }
    }

    /** Throws unless the value is finite and above zero. */
    public static void positive(String name, double value, String unit) {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new BadSetting(name, quantity(value, unit), "a number above 0" + suffix(unit));
        }
    }

    /** Throws unless the value is finite and not below zero. */
    public static void notNegative(String name, double value, String unit) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new BadSetting(name, quantity(value, unit), "0" + suffix(unit) + " or more");
        }
    }

    /** Throws unless the value lies in the closed range. */
    public static void within(String name, double value, double low, double high, String unit) {
        if (!(value >= low && value <= high)) {
            String expected = plain(low) + " to " + plain(high) + suffix(unit);
            throw new BadSetting(name, quantity(value, unit), expected, new BadSetting.Limits(value, low, high, unit));
        }
    }

    /** Throws unless the count lies in the closed range. */
    public static void count(String name, long value, long low, long high) {
        if (value < low || value > high) {
            throw new BadSetting(name, Long.toString(value), low + " to " + high);
        }
    }

    /**
     * Throws unless a list has a number of items in the closed range.
     *
     * @param item one of them in words, whose plural ends in s
     */
    public static void items(String name, int size, String item, int low, int high) {
        if (size < low || size > high) {
            String expected = low == high ? several(low, item) : low + " to " + several(high, item);
            throw new BadSetting(name, several(size, item), expected);
        }
    }

    private static String several(int size, String item) {
        return size + " " + item + (size == 1 ? "" : "s");
    }

    /** Throws unless both lengths agree. */
    public static void length(String name, int length, int expected) {
        if (length != expected) {
            throw new BadSetting(name, length + " values", expected + " values");
        }
    }

    /** Throws a {@link BadSetting} unless the condition holds. */
    public static void that(boolean condition, String name, String found, String expected) {
        if (!condition) {
            throw new BadSetting(name, found, expected);
        }
    }

    private static String quantity(double value, String unit) {
        return plain(value) + suffix(unit);
    }

    /** Without an exponent, unless the number is not one that a person would write. */
    private static String plain(double value) {
        String text = Double.toString(value);
        boolean readable = text.contains("E-") && Math.abs(value) > 1e-9;
        return readable ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }

    private static String suffix(String unit) {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
