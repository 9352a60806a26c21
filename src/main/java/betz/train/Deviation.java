// SPDX-License-Identifier: Apache-2.0
package betz.train;

/**
 * Where the hand went in the trials of one update, before it; NaN where there was nothing to measure.
 *
 * @param lateral greatest distance from the straight way to the target, signed, before the hand had gone as far as the target is;
 *     mean over the trials with the phase's perturbation, m, positive to the left
 * @param direction of the hand at its peak speed, from that of the target, counter-clockwise; circular mean over the same trials, rad
 * @param channelIndex slope of the regression, through the origin, of the force on the walls of channels over the force that would
 *     make up for the field, 1
 */
public record Deviation(double lateral, double direction, double channelIndex) {
    /** Nothing was measured. */
    public static final Deviation NONE = new Deviation(Double.NaN, Double.NaN, Double.NaN);

    /** Tells whether anything was measured. */
    public boolean isMeasured() {
        return !equals(NONE);
    }
}
