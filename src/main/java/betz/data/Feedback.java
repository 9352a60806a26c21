// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * The senses of a controller, each with its delay and its noise.
 *
 * @param vision hand position and velocity
 * @param proprioception muscle length and velocity
 */
public record Feedback(
        @About("Hand position and velocity.") Vision vision,
        @About("Muscle lengths and velocities.") Proprioception proprioception) {
    /** Delays of 70 and 20 ms, as in other networks that reach with a simulated arm; no noise. */
    public static final Feedback DEFAULT = new Feedback(Vision.DEFAULT, Proprioception.DEFAULT);

    /**
     * Sight of the hand.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the position, m; the velocity's is ten times as much per second
     */
    public record Vision(
            @Unit("s")
            @About(value = "From the eye to the controller; a multiple of dt.", source = "doi:10.7554/eLife.107423")
            double delay,

            @Unit("m") @About("Standard deviation of the seen hand position; that of the velocity is 10 /s times it.")
            double noise) {
        /** A noise-free view. */
        public static final Vision DEFAULT = new Vision(0.070, 0);

        public Vision {
            Require.within("delay", delay, 0, 1, "s");
            Require.within("noise", noise, 0, 0.1, "m");
        }
    }

    /**
     * Feeling of the muscles.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the relative length and the relative velocity, 1
     */
    public record Proprioception(
            @Unit("s")
            @About(value = "From the muscle to the controller; a multiple of dt.", source = "doi:10.7554/eLife.107423")
            double delay,

            @About("Standard deviation of muscle length over optimal length, and of velocity over the greatest.")
            double noise) {
        /** A noise-free sense. */
        public static final Proprioception DEFAULT = new Proprioception(0.020, 0);

        public Proprioception {
            Require.within("delay", delay, 0, 1, "s");
            Require.within("noise", noise, 0, 1, "");
        }
    }
}
