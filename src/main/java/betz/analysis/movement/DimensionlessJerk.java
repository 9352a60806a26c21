// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.common.Require;

/**
 * Smoothness by jerk: minus the squared jerk of a movement over time, freed of its duration and its peak speed: {@code
 * -T³/v² ∫ (d²v/dt²)² dt}.
 *
 * <p>Nearer to zero is smoother; the speed of minimum jerk has -204.8, whose logarithm is 5.322. Second differences of the
 * samples take the place of the derivative and a sum that of the integral, and the duration is that of all samples, as the
 * public SPARC code has it.
 *
 * @see <a href="https://doi.org/10.3200/35-09-004-RC">Hogan &amp; Sternad (2009)</a>
 * @see <a href="https://doi.org/10.1186/s12984-015-0090-9">Balasubramanian et al. (2015)</a>, for the logarithm
 */
public final class DimensionlessJerk {
    private DimensionlessJerk() {}

    /**
     * Returns the dimensionless jerk of a speed profile.
     *
     * @param speed [step], any unit, three or more. Not modified.
     * @param dt step, s
     * @return below zero; NaN if all speeds are zero
     */
    public static double of(double[] speed, double dt) {
        Require.count("samples of speed", speed.length, 3, Integer.MAX_VALUE);
        Require.positive("dt", dt, "s");
        double peak = 0;
        double squares = 0;
        for (int i = 0; i < speed.length; i++) {
            peak = Math.max(peak, Math.abs(speed[i]));
            if (i > 1) {
                double jerk = (speed[i] - 2 * speed[i - 1] + speed[i - 2]) / (dt * dt);
                squares += jerk * jerk * dt;
            }
        }
        double duration = speed.length * dt;
        return -(duration * duration * duration) / (peak * peak) * squares;
    }

    /** Returns minus the logarithm of its size, which {@link #of} explains; infinite if the speed changes at a constant rate. */
    public static double logarithm(double[] speed, double dt) {
        return -StrictMath.log(Math.abs(of(speed, dt)));
    }
}
