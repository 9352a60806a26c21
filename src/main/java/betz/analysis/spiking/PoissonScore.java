// SPDX-License-Identifier: Apache-2.0
package betz.analysis.spiking;

import betz.common.Require;
import java.util.stream.IntStream;

/**
 * How much better than its mean a unit's predicted rate tells of its spikes, in bits per spike.
 *
 * <p>With counts k and predicted counts r in each bin, and m the mean of k over all bins that count:
 * {@code (Σ (k ln r − r) − Σ (k ln m − m)) / (Σk ln 2)}; over several units both sums run over units too, each with its own m. What does not depend on r cancels. A
 * prediction of 0 counts as {@value #FLOOR}.
 *
 * @see <a href="https://arxiv.org/abs/2109.04463">Pei et al. (2021)</a>, where this of units that were held out is called co-bps
 */
public final class PoissonScore {
    /** What a prediction of no spike counts as, spikes in a bin. */
    public static final double FLOOR = 1e-9;

    private final double[][] likelihood;
    private final double[][] spikes;
    private final double[] bins;

    /**
     * Makes an empty score.
     *
     * @param trials number of trials
     * @param units number of units
     */
    public PoissonScore(int trials, int units) {
        likelihood = new double[trials][units];
        spikes = new double[trials][units];
        bins = new double[trials];
    }

    /** Adds one bin of a trial, of which all units are then told with {@link #add}. */
    public void bin(int trial) {
        bins[trial]++;
    }

    /**
     * Adds one unit's count and prediction in one bin.
     *
     * @param count spikes
     * @param predicted spikes, not negative
     */
    public void add(int trial, int unit, double count, double predicted) {
        Require.notNegative("a predicted rate", predicted, "");
        double rate = predicted == 0 ? FLOOR : predicted;
        likelihood[trial][unit] += count * StrictMath.log(rate) - rate;
        spikes[trial][unit] += count;
    }

    /** Returns the bits per spike of all units over some trials, whose numbers may repeat; NaN without a spike. */
    public double bits(int... trials) {
        double gain = 0;
        double all = 0;
        for (int unit = 0; unit < likelihood[0].length; unit++) {
            gain += gain(unit, trials);
            all += sum(spikes, unit, trials);
        }
        return all > 0 ? gain / all / StrictMath.log(2) : Double.NaN;
    }

    /** Returns the bits per spike of one unit over all trials; NaN without a spike. */
    public double unitBits(int unit) {
        int[] all = IntStream.range(0, bins.length).toArray();
        double count = sum(spikes, unit, all);
        return count > 0 ? gain(unit, all) / count / StrictMath.log(2) : Double.NaN;
    }

    /** Returns how many spikes a unit has. */
    public double spikes(int unit) {
        return sum(spikes, unit, IntStream.range(0, bins.length).toArray());
    }

    /** Σ k ln m − m over all bins is Σk ln m − Σk. */
    private double gain(int unit, int... trials) {
        double count = sum(spikes, unit, trials);
        double time = IntStream.of(trials).mapToDouble(trial -> bins[trial]).sum();
        double mean = count > 0 ? count * StrictMath.log(count / time) - count : 0;
        return sum(likelihood, unit, trials) - mean;
    }

    private static double sum(double[][] values, int unit, int... trials) {
        return IntStream.of(trials).mapToDouble(trial -> values[trial][unit]).sum();
    }
}
