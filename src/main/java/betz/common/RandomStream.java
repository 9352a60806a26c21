// SPDX-License-Identifier: Apache-2.0
package betz.common;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers that is fixed by a seed, a purpose and keys such as iteration and trial, never by a thread.
 *
 * <p>SplitMix64 (Steele, Lea &amp; Flood 2014, doi:10.1145/2660193.2660195). Deviates use {@link StrictMath}, so they have
 * the same bits on every JDK.
 */
public final class RandomStream implements RandomGenerator {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private long state;

    private RandomStream(long state) {
        this.state = state;
    }

    /**
     * Returns the stream of one purpose.
     *
     * @param seed the scenario's seed
     * @param purpose what the numbers are for; different purposes give independent streams
     * @param keys such as iteration and trial
     */
    public static RandomStream of(long seed, String purpose, long... keys) {
        long state = mix(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            state = mix(state * 31 + purpose.charAt(i) + GOLDEN);
        }
        for (long key : keys) {
            state = mix(state + GOLDEN) ^ mix(key * GOLDEN + 1);
        }
        return new RandomStream(mix(state));
    }

    @Override
    public long nextLong() {
        state += GOLDEN;
        return mix(state);
    }

    @Override
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    @Override
    public double nextGaussian() {
        // Box-Muller; 1 - u is never zero
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - nextDouble()));
        return radius * StrictMath.cos(2 * Math.PI * nextDouble());
    }

    @Override
    public int nextInt(int bound) {
        Require.count("bound", bound, 1, Integer.MAX_VALUE);
        return (int) Math.multiplyHigh(nextLong() >>> 1, (long) bound << 1);
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
