// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * When a movement begins and ends. The choice moves movement times by tens of ms, so it is told with every result.
 *
 * @param cutoff of the low-pass filter of the hand's position, Hz
 * @param order of the filter in one pass
 * @param fraction of the peak speed at onset and offset
 * @param dip fraction of the peak speed below which a local minimum ends the movement
 * @param slowest least peak speed of a movement, m/s
 */
@About("When a movement begins and ends.")
public record OnsetRule(
        @Unit("Hz") @About("Zero-phase Butterworth low-pass of the hand's position.")
        double cutoff,

        @About("Order of the low-pass in one of its two passes.")
        int order,

        @About("Share of the peak speed at which the movement begins and ends.")
        double fraction,

        @About("Share of the peak speed below which a local minimum ends the movement.")
        double dip,

        @Unit("m/s") @About("A hand whose peak speed is lower has not moved.")
        double slowest) {
    /** From a tenth of the peak speed to a tenth. */
    public static final OnsetRule DEFAULT = new OnsetRule(8, 2, 0.10, 0.35, 0.01);

    public OnsetRule {
        Require.positive("cutoff", cutoff, "Hz");
        Require.count("order", order, 1, 8);
        Require.within("fraction", fraction, 0, 1, "");
        Require.within("dip", dip, 0, 1, "");
        Require.notNegative("slowest", slowest, "m/s");
    }

    /** Returns the rule in words, as printed with results. */
    public String text() {
        return "Hand position low-passed by a zero-phase Butterworth filter of order " + order + " at " + plain(cutoff)
                + " Hz; onset: last sample before the peak with at most " + percent(fraction)
                + " % of the peak speed; offset: first after it with at most " + percent(fraction)
                + " %, or the first local minimum below " + percent(dip) + " %; no movement below a peak of "
                + plain(100 * slowest) + " cm/s.";
    }

    /**
     * Finds the movement around the greatest speed.
     *
     * @param speed of the low-passed hand, [step], m/s
     * @param from first step at which the peak may lie, such as the go cue
     * @return nothing if the hand stays slower than {@link #slowest}
     */
    public Optional<Movement> movement(double[] speed, int from) {
        int peak = from;
        for (int step = from; step < speed.length; step++) {
            peak = speed[step] > speed[peak] ? step : peak;
        }
        if (peak >= speed.length || !(speed[peak] >= slowest) || speed[peak] == 0) {
            return Optional.empty();
        }
        return Optional.of(new Movement(onset(speed, peak), peak, offset(speed, peak)));
    }

    /**
     * Finds the movement that holds all samples above the share of the greatest speed, such as one that goes round a curve.
     *
     * @param speed of the low-passed hand, [step], m/s
     * @param from first step at which the peak may lie, such as the go cue
     * @return nothing if the hand stays slower than {@link #slowest}
     */
    public Optional<Movement> whole(double[] speed, int from) {
        return movement(speed, from).map(found -> {
            double least = fraction * speed[found.peak()];
            int onset = from;
            while (onset < found.peak() && speed[onset] <= least) {
                onset++;
            }
            int offset = speed.length - 1;
            while (offset > found.peak() && speed[offset] <= least) {
                offset--;
            }
            return new Movement(Math.max(0, onset - 1), found.peak(), Math.min(speed.length - 1, offset + 1));
        });
    }

    private int onset(double[] speed, int peak) {
        int step = peak;
        while (step > 0 && speed[step] > fraction * speed[peak]) {
            step--;
        }
        return step;
    }

    private int offset(double[] speed, int peak) {
        int last = speed.length - 1;
        for (int step = peak + 1; step < last; step++) {
            boolean minimum = speed[step] < speed[step - 1] && speed[step] <= speed[step + 1];
            if (speed[step] <= fraction * speed[peak] || (minimum && speed[step] < dip * speed[peak])) {
                return step;
            }
        }
        return last;
    }

    private static String percent(double share) {
        return plain(100 * share);
    }

    /** Returns a number as a person would write it. */
    public static String plain(double value) {
        return new BigDecimal(value)
                .round(new java.math.MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }
}
