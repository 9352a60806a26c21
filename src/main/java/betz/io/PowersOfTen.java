// SPDX-License-Identifier: Apache-2.0
package betz.io;

import java.math.BigInteger;

/**
 * Powers of ten by their 64 leading bits: {@code 10^k = (m + f) 2^e} with {@code 2^63 <= m < 2^64} and {@code 0 <= f < 1}.
 *
 * <p>A product with {@code m} in place of {@code m + f} tells how the true one rounds, unless that lies too near to where
 * rounding changes, which then is told instead.
 *
 * @see <a href="https://doi.org/10.1002/spe.2984">Lemire (2021)</a>
 */
final class PowersOfTen {
    /** Largest and, with a minus, smallest k. */
    private static final int MOST = 80;

    private static final int MANTISSA = 53; // bits of a double's mantissa
    private static final int BIAS = 1075; // of the exponent of a whole mantissa
    private static final long[] LEADING = new long[2 * MOST + 1];
    private static final int[] EXPONENT = new int[2 * MOST + 1];

    static {
        BigInteger power = BigInteger.ONE;
        for (int k = 0; k <= MOST; k++) {
            int length = power.bitLength();
            LEADING[MOST + k] = power.shiftLeft(Long.SIZE).shiftRight(length).longValue();
            EXPONENT[MOST + k] = length - Long.SIZE;
            if (k > 0) {
                LEADING[MOST - k] =
                        BigInteger.ONE.shiftLeft(Long.SIZE - 1 + length).divide(power).longValue();
                EXPONENT[MOST - k] = 1 - Long.SIZE - length;
            }
            power = power.multiply(BigInteger.TEN);
        }
    }

    private PowersOfTen() {}

    /** Tells whether {@code 10^k} is among them. */
    static boolean has(long k) {
        return -MOST <= k && k <= MOST;
    }

    /**
     * Returns the double nearest to a whole number times a power of ten.
     *
     * @param whole above 0, without sign
     * @return NaN where too few bits are known to tell
     */
    static double times(long whole, int k) {
        int shift = Long.numberOfLeadingZeros(whole);
        long high = high(whole << shift, LEADING[MOST + k]); // the true product is from here to less than high + 2
        int drop = Long.SIZE - Long.numberOfLeadingZeros(high) - MANTISSA;
        long cut = high & ((1L << drop) - 1);
        long half = 1L << (drop - 1);
        if (cut <= half && cut + 2 > half) {
            return Double.NaN;
        }
        long mantissa = (high >>> drop) + (cut > half ? 1 : 0);
        long biased = EXPONENT[MOST + k] + Long.SIZE - shift + drop + BIAS;
        return Double.longBitsToDouble(((biased - 1) << (MANTISSA - 1)) + mantissa); // whose first bit adds 1 to the exponent
    }

    /** Returns the upper half of a product of two numbers without sign. */
    private static long high(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> (Long.SIZE - 1)) & b) + ((b >> (Long.SIZE - 1)) & a);
    }
}
