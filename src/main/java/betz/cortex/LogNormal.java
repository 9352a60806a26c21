// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.random.RandomGenerator;

/**
 * Log-normally distributed rates, held within bounds.
 *
 * @param median spikes/s
 * @param sigma standard deviation of the natural logarithm, 1
 * @param low smallest, spikes/s
 * @param high greatest, spikes/s
 */
public record LogNormal(
        @Unit("1/s") @About("Median over the units.") double median,

        @About("Standard deviation of the natural logarithm.")
        double sigma,

        @Unit("1/s") @About("Smallest value; smaller draws are set to it.")
        double low,

        @Unit("1/s") @About("Greatest value; greater draws are set to it.")
        double high) {

    public LogNormal {
        Require.positive("median", median, "1/s");
        Require.within("sigma", sigma, 0, 3, "");
        Require.notNegative("low", low, "1/s");
        Require.within("high", high, low, 1000, "1/s");
    }

    /** Draws one value, spikes/s. */
    public double draw(RandomGenerator random) {
        double value = median * StrictMath.exp(sigma * random.nextGaussian());
        return Math.max(low, Math.min(high, value));
    }
}
