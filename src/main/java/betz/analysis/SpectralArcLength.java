// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import java.util.Arrays;
import org.apache.commons.math3.complex.Complex;
import org.apache.commons.math3.transform.DftNormalization;
import org.apache.commons.math3.transform.FastFourierTransformer;
import org.apache.commons.math3.transform.TransformType;

/**
 * Smoothness of a movement: minus the length of the arc that the spectrum of its speed draws, both axes scaled to 1.
 *
 * <p>Nearer to zero is smoother; the minimum-jerk profile of 1 s has −1.4058. It depends neither on amplitude nor, but for
 * the cutoff, on duration.
 *
 * @param cutoff highest frequency that may count, Hz
 * @param threshold share of the greatest magnitude below which the spectrum's tail is cut
 * @param padding zeros are appended until 2 to this power times as many samples, or more
 * @see <a href="https://doi.org/10.1186/s12984-015-0090-9">Balasubramanian et al. (2015)</a>
 */
public record SpectralArcLength(
        @Unit("Hz") @About("Highest frequency that may count.")
        double cutoff,

        @About("Share of the greatest magnitude below which the spectrum's tail is cut.")
        double threshold,

        @About("Zeros are appended until there are at least 2 to this power times as many samples.")
        int padding) {
    /** The authors' values. */
    public static final SpectralArcLength DEFAULT = new SpectralArcLength(10, 0.05, 4);

    public SpectralArcLength {
        Require.positive("cutoff", cutoff, "Hz");
        Require.within("threshold", threshold, 0, 1, "");
        Require.count("padding", padding, 0, 10);
    }

    /**
     * Returns the smoothness of a speed profile.
     *
     * @param speed from onset to offset, [step], any unit. Not modified.
     * @param dt step, s
     * @return NaN if all speeds are zero or fewer than two
     */
    public double of(double[] speed, double dt) {
        if (speed.length < 2 || Arrays.stream(speed).allMatch(v -> v == 0)) {
            return Double.NaN;
        }
        double[] magnitude = magnitude(speed);
        double spacing = 1 / (dt * magnitude.length);
        int last = 0;
        for (int k = 0; k < magnitude.length && k * spacing <= cutoff; k++) {
            last = magnitude[k] >= threshold ? k : last;
        }
        int first = 0;
        while (first < last && magnitude[first] < threshold) {
            first++;
        }
        double arc = 0;
        for (int k = first; k < last; k++) {
            arc += StrictMath.hypot(1.0 / (last - first), magnitude[k + 1] - magnitude[k]);
        }
        return -arc;
    }

    private double[] magnitude(double[] speed) {
        int power = 32 - Integer.numberOfLeadingZeros(speed.length - 1) + padding;
        double[] padded = Arrays.copyOf(speed, 1 << power);
        Complex[] spectrum =
                new FastFourierTransformer(DftNormalization.STANDARD).transform(padded, TransformType.FORWARD);
        double greatest =
                Arrays.stream(spectrum).mapToDouble(Complex::abs).max().orElse(1);
        return Arrays.stream(spectrum).mapToDouble(z -> z.abs() / greatest).toArray();
    }
}
