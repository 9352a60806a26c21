// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import java.util.Arrays;

/**
 * How preferred directions are spread around the circle.
 *
 * <p>The {@code k}-th moment is {@code m_k = mean(exp(i·k·θ))}. One heap of directions makes {@code |m₁|} great, two opposite
 * heaps {@code |m₂|}: its doubled angles fall together. Rayleigh's test asks either whether so great a moment is chance.
 *
 * @param units number of angles
 * @param mean argument of the first moment, rad
 * @param resultant absolute value of the first moment, 0 to 1
 * @param rayleighZ n·|m₁|²
 * @param rayleighP chance of so great a first moment among evenly spread directions
 * @param bimodality absolute value of the second moment, 0 to 1
 * @param axis argument of the second moment, rad; the two heaps lie at half of it and opposite
 * @param axialP chance of so great a second moment
 * @see <a href="https://doi.org/10.18637/jss.v031.i10">Berens (2009)</a>
 */
public record PreferredDirections(
        int units,
        double mean,
        double resultant,
        double rayleighZ,
        double rayleighP,
        double bimodality,
        double axis,
        double axialP) {

    /**
     * Describes directions.
     *
     * @param angles preferred directions, [unit], rad; without any, all figures are NaN
     */
    public static PreferredDirections of(double[] angles) {
        int n = angles.length;
        double[] first = moment(angles, 1);
        double[] second = moment(angles, 2);
        double resultant = StrictMath.hypot(first[0], first[1]);
        double bimodality = StrictMath.hypot(second[0], second[1]);
        return new PreferredDirections(
                n,
                StrictMath.atan2(first[1], first[0]),
                resultant,
                n * resultant * resultant,
                rayleigh(n, resultant),
                bimodality,
                StrictMath.atan2(second[1], second[0]),
                rayleigh(n, bimodality));
    }

    private static double[] moment(double[] angles, int k) {
        double x = Arrays.stream(angles).map(a -> StrictMath.cos(k * a)).sum();
        double y = Arrays.stream(angles).map(a -> StrictMath.sin(k * a)).sum();
        return new double[] {x / angles.length, y / angles.length};
    }

    /** Returns Zar's approximation of the tail: {@code exp(√(1 + 4n + 4(n² − R²)) − (1 + 2n))} with R = n·r. */
    private static double rayleigh(int n, double r) {
        double total = n * r;
        return StrictMath.exp(Math.sqrt(1 + 4.0 * n + 4 * ((double) n * n - total * total)) - (1 + 2.0 * n));
    }
}
