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
    private static final int DIGITS = 17;
    private static final long LEAST = 10_000_000_000_000_000L; // of 17 digits
    private static final int FIRST_PLAIN = -4; // smaller exponents are written as such
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

    /** Appends a number. */
    static void append(StringBuilder out, double value) {
        if (!Double.isFinite(value)) {
            out.append(Double.isNaN(value) ? "NaN" : value > 0 ? "inf" : "-inf");
            return;
        }
        long bits = Double.doubleToRawLongBits(value);
        if (bits < 0) {
            out.append('-');
        }
        if (value == 0) {
            out.append('0');
            return;
        }
        int exponent = (int) Math.floor(Math.getExponent(value) * LOG_2);
        long digits = digits(bits, exponent);
        if (digits >= 10 * LEAST) {
            exponent++;
            digits = digits(bits, exponent);
        }
        if (digits < LEAST) {
            slow(out, Math.abs(value));
        } else {
            write(out, digits, exponent);
        }
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

    private static void slow(StringBuilder out, double size) {
        BigDecimal rounded = new BigDecimal(size).round(ROUNDED);
        int missing = DIGITS - rounded.precision();
        long digits =
                rounded.setScale(rounded.scale() + missing).unscaledValue().longValueExact();
        write(out, digits, rounded.precision() - 1 - rounded.scale());
    }

    private static void write(StringBuilder out, long digits, int exponent) {
        long left = digits;
        int count = DIGITS;
        while (left % 10 == 0) {
            left /= 10;
            count--;
        }
        if (exponent < FIRST_PLAIN || exponent >= DIGITS) {
            point(out, left, count, 1);
            out.append('e').append(exponent);
        } else if (exponent < 0) {
            out.append("0.").append("0".repeat(-1 - exponent)).append(left);
        } else if (count <= exponent + 1) {
            out.append(left).append("0".repeat(exponent + 1 - count));
        } else {
            point(out, left, count, exponent + 1);
        }
    }

    /** Appends digits with a point behind the first of them. */
    private static void point(StringBuilder out, long digits, int count, int before) {
        int start = out.length();
        out.append(digits);
        if (count > before) {
            out.insert(start + before, '.');
        }
    }
}
