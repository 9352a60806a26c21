// SPDX-License-Identifier: Apache-2.0
package betz.math;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;

/** Holds drawn counts to the exact probabilities of a Poisson distribution, by Pearson's test. */
public final class PoissonFit {
    private PoissonFit() {}

    /** Fails if counts stray further from a mean's distribution than those of one seed in a thousand. */
    public static void check(double mean, int[] counts) {
        var poisson = new PoissonDistribution(mean);
        int low = poisson.inverseCumulativeProbability(0.002);
        int high = Math.max(low + 1, poisson.inverseCumulativeProbability(0.998));
        double[] found = new double[high - low + 1];
        for (int count : counts) {
            found[Math.min(high, Math.max(low, count)) - low]++; // both tails are one class each
        }

        double chi = 0;
        for (int i = 0; i < found.length; i++) {
            double below = i == 0 ? 0 : poisson.cumulativeProbability(low + i - 1);
            double upTo = i == found.length - 1 ? 1 : poisson.cumulativeProbability(low + i);
            double expected = counts.length * (upTo - below);
            chi += (found[i] - expected) * (found[i] - expected) / expected;
        }

        var tail = new ChiSquaredDistribution(found.length - 1);
        assertThat(chi).isLessThan(tail.inverseCumulativeProbability(0.999));
    }
}
