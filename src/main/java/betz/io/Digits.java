// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Doubles with 17 significant digits, which any reader turns back into the same double; as C's {@code %.17g}, without zeros at
 * the end. The same on every JDK and in any locale.
 *
 * <p>A double is {@code m 2^e}; its digits are {@code m 5^k 2^(e + k)} rounded half to even, with k such that there are 17. For
 * sizes from 1e-11 to some 9e15 the product fits into 128 bits, less than 64 of them are cut off, and all of it is exact.
 */
final class Digits {
    /** The most characters of a number: a sign, 17 digits, a point, and an exponent such as e-308. */
    static final int LONGEST = 24;

    private static final int DIGITS = 17;
    private static final int HALF_DIGITS = 8;
    private static final long HALF = 100_000_000L; // of 8 digits
    private static final long LEAST = 10_000_000_000_000_000L; // of 17 digits
    private static final int FIRST_PLAIN = -4; // smaller exponents are written as such
    private static final String SMALL = "0.000"; // begins the smallest numbers that are written so
    private static final double LOG_2 = 0.30102999566398120; // to the base of 10
    private static final int MANTISSA = 52;
    private static final int BIAS = 1075; // of the exponent of a whole mantissa
    private static final MathContext ROUNDED = new MathContext(DIGITS, RoundingMode.HALF_EVEN);
    private static final long[] FIVES = fives();

    private Digits() {}

    /** Returns the powers of five that a long can hold. */
    private static long[] fives() {
        long[] powers = new long[28];
        powers[0] = 1;
        for (int k = 1; k < powers.length; k++) {
            powers[k] = 5 * powers[k - 1];
        }
        return powers;
    }

    /**
     * Writes a number into a text.
     *
     * @param text with room for {@link #LONGEST} characters. Modified.
     * @param at where the number begins
     * @return where it ends
     */
    static int put(double value, char[] text, int at) {
        if (!Double.isFinite(value)) {
            return put(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf", text, at);
        }
        long bits = Double.doubleToRawLongBits(value);
        int start = bits < 0 ? put("-", text, at) : at;
        if (value == 0) {
            return put("0", text, start);
        }
        int exponent = (int) Math.floor(Math.getExponent(value) * LOG_2);
        long digits = digits(bits, exponent);
        if (digits >= 10 * LEAST) {
            exponent++;
            digits = digits(bits, exponent);
        }
        return digits < LEAST ? slow(Math.abs(value), text, start) : put(digits, exponent, text, start);
    }

    private static int put(String word, char[] text, int at) {
        word.getChars(0, word.length(), text, at);
        return at + word.length();
    }

    /** Returns the 17 digits of a number of this decimal exponent; 18 if it has the next one, 0 where 128 bits do not do. */
    private static long digits(long bits, int exponent) {
        int biased = (int) (bits >>> MANTISSA) & 0x7ff;
        int k = DIGITS - 1 - exponent;
        int shift = BIAS - biased - k;
        if (biased == 0 || k < 0 || k >= FIVES.length || shift <= 0) {
            return 0;
        }
        long mantissa = (bits & ((1L << MANTISSA) - 1)) | (1L << MANTISSA);
        return shifted(Math.multiplyHigh(mantissa, FIVES[k]), mantissa * FIVES[k], shift);
    }

    /** Returns a number of 128 bits over 2^shift, shift from 1 to 63, rounded half to even. */
    private static long shifted(long high, long low, int shift) {
        long whole = (high << (Long.SIZE - shift)) | (low >>> shift);
        int half = Long.compareUnsigned(
                low << (Long.SIZE - shift), Long.MIN_VALUE); // how what is cut off compares with a half
        return half > 0 || (half == 0 && (whole & 1) != 0) ? whole + 1 : whole;
    }

    private static int slow(double size, char[] text, int at) {
        BigDecimal rounded = new BigDecimal(size).round(ROUNDED);
        int missing = DIGITS - rounded.precision();
        long digits =
                rounded.setScale(rounded.scale() + missing).unscaledValue().longValueExact();
        return put(digits, rounded.precision() - 1 - rounded.scale(), text, at);
    }

    private static int put(long digits, int exponent, char[] text, int at) {
        if (exponent < FIRST_PLAIN || exponent >= DIGITS) {
            return put("e" + exponent, text, point(digits, 1, text, at));
        }
        if (exponent >= 0) {
            return point(digits, exponent + 1, text, at);
        }
        SMALL.getChars(0, 1 - exponent, text, at);
        int first = at + 1 - exponent;
        return withoutZeros(text, first, all(digits, text, first));
    }

    /** Writes digits with a point behind the first of them, unless there are only zeros behind it. */
    private static int point(long digits, int before, char[] text, int at) {
        int behind = at + before + 1;
        int end = withoutZeros(text, behind, all(digits, text, at + 1));
        for (int i = at; i < at + before; i++) {
            text[i] = text[i + 1];
        }
        text[behind - 1] = '.';
        return end > behind ? end : behind - 1;
    }

    private static int withoutZeros(char[] text, int least, int end) {
        int last = end;
        while (last > least && text[last - 1] == '0') {
            last--;
        }
        return last;
    }

    /** Writes all 17 digits: both halves are ints, with which the processor counts faster. */
    private static int all(long digits, char[] text, int at) {
        int end = at + DIGITS;
        int left = (int) (digits / HALF);
        int right = (int) (digits % HALF);
        for (int i = end - 1; i >= end - HALF_DIGITS; i--) {
            text[i] = (char) ('0' + right % 10);
            right /= 10;
        }
        for (int i = end - HALF_DIGITS - 1; i >= at; i--) {
            text[i] = (char) ('0' + left % 10);
            left /= 10;
        }
        return end;
    }
}
