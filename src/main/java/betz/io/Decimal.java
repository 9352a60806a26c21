// SPDX-License-Identifier: Apache-2.0
package betz.io;

import tools.jackson.core.io.NumberInput;

/**
 * Reads decimal numbers where they stand in a text: {@code [-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d{1,9})?}. Java would also take 1f
 * and hexadecimal ones. One thread at a time.
 */
final class Decimal {
    private static final int MOST_EXPONENT_DIGITS = 9;

    private byte[] text = {};
    private int at;
    private int end;
    private char[] copy = {};

    /** Returns the double nearest to the number in a part of a text: NaN if that is none, infinite if no double is as large. */
    double read(byte[] in, int from, int to) {
        text = in;
        at = from;
        end = to;
        pass('-', '+');
        boolean isNumber = passNumber() && passExponent() && at == end;
        return isNumber ? value(from) : Double.NaN;
    }

    private boolean pass(char one, char other) {
        boolean is = at < end && (text[at] == one || text[at] == other);
        at += is ? 1 : 0;
        return is;
    }

    /** Passes over digits and a point; tells whether there is a digit. */
    private boolean passNumber() {
        int whole = passDigits();
        return (pass('.', '.') ? passDigits() : 0) + whole > 0;
    }

    /** Passes over an exponent if there is one; tells whether it has the digits that it needs. */
    private boolean passExponent() {
        if (!pass('e', 'E')) {
            return true;
        }
        pass('-', '+');
        int count = passDigits();
        return count > 0 && count <= MOST_EXPONENT_DIGITS;
    }

    /** Passes over digits, and returns how many there are. */
    private int passDigits() {
        int first = at;
        while (at < end && text[at] >= '0' && text[at] <= '9') {
            at++;
        }
        return at - first;
    }

    private double value(int from) {
        int length = end - from;
        if (copy.length < length) {
            copy = new char[2 * length];
        }
        for (int i = 0; i < length; i++) {
            copy[i] = (char) text[from + i];
        }
        return NumberInput.parseDouble(copy, 0, length, true);
    }
}
