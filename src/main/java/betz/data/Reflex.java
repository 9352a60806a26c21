// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * Spinal reflexes between command and muscle, for every controller alike: with the length l over the optimal length, the velocity v
 * over the greatest and the force F over the greatest of the muscle itself, all {@code d} late, and l₀ and F₀ of the trial's start,
 * the excitation is {@code clip(u + stretch (l - l₀)+ + velocity (v)+ - force (F - F₀), 0, 1)}.
 *
 * <p>They count from the start, which is a state of rest, so that the excitations of rest still hold it.
 *
 * @param stretch excitation per relative length, by spindles (Ia, II); 1
 * @param velocity excitation per relative velocity of lengthening, by spindles (Ia); 1
 * @param force inhibition per relative force, by tendon organs (Ib); 1
 * @param delay from muscle to spinal cord and back, s, a multiple of the step
 * @see <a href="https://doi.org/10.1109/TNSRE.2010.2047592">Geyer &amp; Herr (2010)</a>, whose reflexes have this form
 * @see <a href="https://doi.org/10.1007/s00221-012-3041-8">Pruszynski &amp; Scott (2012)</a>, whose short-latency responses of the
 *     arm begin after 20 ms
 */
@About(
        value = "Stretch and force reflexes of every muscle; none by default.",
        source = "doi:10.1109/TNSRE.2010.2047592",
        equation =
                "clip(u + stretch (l - l0)+ + velocity (v)+ - force (F - F0), 0, 1), with l, v and F of the muscle delay ago")
public record Reflex(
        @About("Excitation per lengthening since the start, over the optimal length.")
        double stretch,

        @About("Excitation per velocity of lengthening, over the greatest velocity.")
        double velocity,

        @About("Inhibition per force beyond that at the start, over the greatest force.")
        double force,

        @Unit("s")
        @About(
                value = "From the muscle to the spinal cord and back; a multiple of dt.",
                source = "doi:10.1007/s00221-012-3041-8")
        double delay) {
    /** None. */
    public static final Reflex DEFAULT = new Reflex(0, 0, 0, 0.020);

    private static final double GREATEST = 100;

    public Reflex {
        Require.within("stretch", stretch, 0, GREATEST, "");
        Require.within("velocity", velocity, 0, GREATEST, "");
        Require.within("force", force, 0, GREATEST, "");
        Require.within("delay", delay, 0, 1, "s");
    }

    /** Tells whether there is none. */
    public boolean isOff() {
        return stretch == 0 && velocity == 0 && force == 0;
    }
}
