// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;

/**
 * How difficult a reach is, in bits: its distance over the width of its target, on a logarithmic scale.
 *
 * @see <a href="https://doi.org/10.1037/h0055392">Fitts (1954)</a>
 */
public enum FittsLaw {
    /** {@code log2(2 D / W)}, as Fitts had it. */
    FITTS,
    /** {@code log2(D / W + 1)}, which is never below zero; MacKenzie (1992), doi:10.1207/s15327051hci0701_3. */
    SHANNON;

    /** Standard deviations in the width that a spread of end points is worth, {@code √(2 π e)}: 96 % of them are inside. */
    public static final double EFFECTIVE = 4.133;

    private static final double BIT = StrictMath.log(2);

    /**
     * Returns the index of difficulty, bits.
     *
     * @param distance to the target's centre, m
     * @param width of the target along the movement, m
     */
    public double difficulty(double distance, double width) {
        Require.positive("distance", distance, "m");
        Require.positive("width", width, "m");
        return StrictMath.log(this == FITTS ? 2 * distance / width : distance / width + 1) / BIT;
    }

    /** Returns the formula in words. */
    public String text() {
        return this == FITTS ? "log2(2 D / W)" : "log2(D / W + 1)";
    }
}
