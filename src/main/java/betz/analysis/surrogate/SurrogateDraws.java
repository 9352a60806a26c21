// SPDX-License-Identifier: Apache-2.0
package betz.analysis.surrogate;

import betz.analysis.Samples;
import betz.analysis.population.Activity;
import betz.analysis.population.Statistic;
import betz.common.RandomStream;
import betz.common.Require;
import java.util.Arrays;

/**
 * A statistic of recorded activity among the same of its surrogates.
 *
 * <p>Draw i takes its random numbers from the seed and i alone. A surrogate whose value differs from the recorded one by rounding
 * counts as equal.
 */
public final class SurrogateDraws {
    /**
     * Values that differ by less than this share are equal, as when a surrogate is the recording with its conditions renamed.
     */
    private static final double ROUNDING = 1e-10;

    private final double value;
    private final double[] drawn;

    private SurrogateDraws(double value, double[] drawn) {
        this.value = value;
        this.drawn = drawn;
    }

    /**
     * Computes a statistic of some activity and of surrogates.
     *
     * @throws betz.common.BadSetting if it is not finite
     */
    public static SurrogateDraws of(
            Statistic statistic, Activity activity, Surrogates surrogates, int draws, long seed) {
        Require.count("draws", draws, 1, 1_000_000);
        double value = finite(statistic, activity, "the recorded activity");
        double[] drawn = new double[draws];
        for (int i = 0; i < draws; i++) {
            drawn[i] = finite(statistic, draw(surrogates, seed, i), "surrogate " + i);
        }
        return new SurrogateDraws(value, drawn);
    }

    /** Returns one surrogate. */
    static Activity draw(Surrogates surrogates, long seed, int number) {
        return surrogates.draw(RandomStream.of(seed, "surrogate", number));
    }

    private static double finite(Statistic statistic, Activity activity, String whose) {
        double value = statistic.value(activity);
        Require.that(Double.isFinite(value), statistic.statistic(), value + " for " + whose, "a finite number");
        return value;
    }

    /** Returns the recorded activity's value. */
    public double value() {
        return value;
    }

    /** Returns the surrogates' values in the order of their draws; a copy. */
    public double[] drawn() {
        return drawn.clone();
    }

    /** Returns (1 + number of surrogates with the value or a greater one)/(1 + number of surrogates). */
    public double p() {
        return share(
                Arrays.stream(drawn).filter(one -> one >= value - rounding()).count());
    }

    /** Returns (1 + number of surrogates with the value or a smaller one)/(1 + number of surrogates). */
    public double pLower() {
        return share(
                Arrays.stream(drawn).filter(one -> one <= value + rounding()).count());
    }

    private double share(long beyond) {
        return (1.0 + beyond) / (1.0 + drawn.length);
    }

    private double rounding() {
        return ROUNDING * Math.abs(value);
    }

    /** Returns the mean of the surrogates. */
    public double mean() {
        return Samples.mean(drawn);
    }

    /** Returns a quantile of the surrogates. */
    public double quantile(double share) {
        return Samples.quantile(drawn, share);
    }
}
