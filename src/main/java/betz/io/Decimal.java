// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.nio.charset.StandardCharsets;

/**
 * Reads decimal numbers where they stand in a text: {@code [-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,9})?}. Java would also take 1f
 * and hexadecimal ones.
 *
 * <p>Up to 19 digits times a power of ten that {@link PowersOfTen} has are rounded here; the rest is left to Java. Either way the
 * nearest double comes out. One thread at a time.
 */
final class Decimal {
    private static final int MOST_DIGITS = 19; // of a whole number that 64 bits can hold
    private static final int EXACT_DIGITS = 15; // of a whole number that every double can hold
    private static final int MOST_EXPONENT_DIGITS = 9;

    /** Powers of ten that are doubles, so that one division of an exact whole number rounds as it should. */
    private static final double[] TENS = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20,
        1e21, 1e22
    };

    private byte[] text = {};
    private int at;
    private int end;
    private long digits; // as a whole number without sign
    private int count; // of digits, without zeros at the front
    private long exponent; // of the power of ten of the last digit

    /** Returns the number in a part of a text: NaN if that is none, infinite if no double is as large. */
    double read(byte[] in, int from, int to) {
        text = in;
        at = from;
        end = to;
        boolean negative = isNegative();
        if (!readDigits() || !readExponent() || at < end) {
            return Double.NaN;
        }
        double size = size();
        if (Double.isNaN(size)) {
            return Double.parseDouble(new String(in, from, to - from, StandardCharsets.US_ASCII));
        }
        return negative ? -size : size;
    }

    private boolean isNext(char lower, char upper) {
        return at < end && (text[at] == lower || text[at] == upper);
    }

    /** Passes over a sign, and tells whether it was minus. */
    private boolean isNegative() {
        if (!isNext('-', '+')) {
            return false;
        }
        return text[at++] == '-';
    }

    /** Reads digits and a point; tells whether there is a digit. */
    private boolean readDigits() {
        digits = 0;
        count = 0;
        exponent = 0;
        int whole = passDigits();
        if (isNext('.', '.')) {
            at++;
            exponent = -passDigits();
        }
        return whole - exponent > 0;
    }

    /** Takes in digits, and returns how many there are. */
    private int passDigits() {
        int first = at;
        int i = first;
        for (; i < end; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            digits = 10 * digits + digit;
            count += count > 0 || digit > 0 ? 1 : 0;
        }
        at = i;
        return i - first;
    }

    /** Reads an exponent if there is one; tells whether it has the digits that it needs. */
    private boolean readExponent() {
        if (!isNext('e', 'E')) {
            return true;
        }
        at++;
        boolean negative = isNegative();
        int first = at;
        long written = 0;
        while (at < end && text[at] >= '0' && text[at] <= '9' && at - first < MOST_EXPONENT_DIGITS) {
            written = 10 * written + text[at++] - '0';
        }
        exponent += negative ? -written : written;
        return at > first;
    }

    /** Returns the number without its sign, or NaN where it cannot be told here. */
    private double size() {
        if (count <= EXACT_DIGITS && exponent <= 0 && -exponent < TENS.length) {
            return digits / TENS[(int) -exponent];
        }
        if (count == 0) {
            return 0;
        }
        return count > MOST_DIGITS || !PowersOfTen.has(exponent)
                ? Double.NaN
                : PowersOfTen.times(digits, (int) exponent);
    }
}
