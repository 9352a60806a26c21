// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * Noise between a command and its muscle, for every controller alike: what arrives of the excitation u is {@code clip(u + (signal
 * |u - rest| + base rest) x, 0, 1)}.
 *
 * <p>x is an Ornstein-Uhlenbeck process of variance 1, one per muscle and trial, so that the noise does not depend on the step;
 * rest is the excitation that holds the trial's start.
 *
 * @param signal standard deviation per departure of the excitation from rest, 1
 * @param base standard deviation at rest per excitation of rest, 1
 * @param tau time constant of the process, s
 * @see <a href="https://doi.org/10.1038/29528">Harris &amp; Wolpert (1998)</a>
 * @see <a href="https://doi.org/10.1152/jn.2002.88.3.1533">Jones, Hamilton &amp; Wolpert (2002)</a>
 */
@About(value = "Noise that is added to every command on its way to its muscle.", source = "doi:10.1038/29528")
public record MotorNoise(
        @About("Standard deviation per departure of the excitation from that of rest; 0.2 is a noisy arm.")
        double signal,

        @About("Standard deviation at rest, per excitation of rest.")
        double base,

        @Unit("s") @About("Time constant of the noise.") double tau) {
    /** None. */
    public static final MotorNoise DEFAULT = new MotorNoise(0, 0, 0.025);

    public MotorNoise {
        Require.within("signal", signal, 0, 10, "");
        Require.within("base", base, 0, 10, "");
        Require.within("tau", tau, 0.001, 10, "s");
    }

    /** Tells whether there is none. */
    public boolean isSilent() {
        return signal == 0 && base == 0;
    }
}
