// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Shorthand;
import betz.common.Unit;

/**
 * The senses of a controller, each with its delay, gain and noise; what is not felt is switched off.
 *
 * <p>What a sense delivers of a value x is {@code g x + (noise + signalNoise |g x|) xi}, where g is the gain and xi is drawn from the
 * standard normal distribution. Positions count from the start, muscle lengths from the optimal length.
 *
 * @param vision hand position and velocity
 * @param proprioception muscle length and velocity
 * @param spindle rates of the spindles' primary afferents
 * @param golgi muscle forces, as tendon organs tell them
 * @param commands what was commanded lately
 */
public record Feedback(
        @About("Hand position and velocity.") Vision vision,
        @About("Muscle lengths and velocities.") Proprioception proprioception,

        @About("Rates of the muscles' spindles (Ia); off by default.")
        Spindle spindle,

        @About("Forces of the muscles, as their tendon organs tell them (Ib); off by default.")
        Golgi golgi,

        @About("Copies of the last commands; none by default.")
        Commands commands) {
    /** Delays of 70 and 20 ms, as in other networks that reach with a simulated arm; no noise. */
    public static final Feedback DEFAULT = new Feedback(Vision.DEFAULT, Proprioception.DEFAULT);

    private static final String GAIN = "Times what is sensed, noise apart.";
    private static final String SIGNAL_NOISE =
            "Standard deviation per what is delivered, beside noise; 0.1 is a tenth of every value.";
    private static final String ENABLED = "Whether it is felt at all; a bare true or false sets it.";
    private static final String FROM_MUSCLE = "From the muscle to the controller; a multiple of dt.";
    private static final double LONGEST = 1; // s
    private static final double GREATEST_GAIN = 100;
    private static final double MOST_SIGNAL_NOISE = 10;

    /** Describes vision and proprioception, and nothing else. */
    public Feedback(Vision vision, Proprioception proprioception) {
        this(vision, proprioception, Spindle.DEFAULT, Golgi.DEFAULT, Commands.DEFAULT);
    }

    /** Returns this with spindles. */
    public Feedback with(Spindle other) {
        return new Feedback(vision, proprioception, other, golgi, commands);
    }

    /** Returns this with tendon organs. */
    public Feedback with(Golgi other) {
        return new Feedback(vision, proprioception, spindle, other, commands);
    }

    /** Returns this with copies of commands. */
    public Feedback with(Commands other) {
        return new Feedback(vision, proprioception, spindle, golgi, other);
    }

    /** One sense: how late, how strong and how noisy it is. */
    public interface Modality {
        /** Returns how late it is, s. */
        double delay();

        /** Returns what multiplies it. */
        double gain();

        /** Returns the standard deviation of its noise, in its unit. */
        double noise();

        /** Returns the standard deviation of its noise per what is delivered, 1. */
        double signalNoise();

        /** Tells whether it is felt. */
        boolean enabled();
    }

    private static void check(
            double delay, double noise, double mostNoise, String unit, double gain, double signalNoise) {
        Require.within("delay", delay, 0, LONGEST, "s");
        Require.within("noise", noise, 0, mostNoise, unit);
        Require.within("gain", gain, 0, GREATEST_GAIN, "");
        Require.within("signalNoise", signalNoise, 0, MOST_SIGNAL_NOISE, "");
    }

    /**
     * Sight of the hand.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the position, m; the velocity's is ten times as much per second
     * @param velocity whether the hand's velocity is seen beside its position
     * @param gain of position and velocity
     * @param signalNoise of position, by the distance from the start along either axis, and of velocity
     * @param enabled whether there is any
     */
    @Shorthand("enabled")
    public record Vision(
            @Unit("s")
            @About(value = "From the eye to the controller; a multiple of dt.", source = "doi:10.7554/eLife.107423")
            double delay,

            @Unit("m") @About("Standard deviation of the seen hand position; that of the velocity is 10 /s times it.")
            double noise,

            @About("Whether the hand's velocity is seen beside its position.")
            boolean velocity,

            @About(GAIN) double gain,
            @About(SIGNAL_NOISE) double signalNoise,
            @About(ENABLED) boolean enabled)
            implements Modality {
        /** A noise-free view. */
        public static final Vision DEFAULT = new Vision(0.070, 0);

        public Vision {
            check(delay, noise, 0.1, "m", gain, signalNoise);
        }

        /** Sees position and velocity as they are, but for delay and noise. */
        public Vision(double delay, double noise) {
            this(delay, noise, true, 1, 0, true);
        }
    }

    /**
     * Feeling of the muscles.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the relative length and the relative velocity, 1
     * @param gain of the relative length less 1, and of the relative velocity
     * @param signalNoise of the same
     * @param enabled whether there is any
     */
    @Shorthand("enabled")
    public record Proprioception(
            @Unit("s") @About(value = FROM_MUSCLE, source = "doi:10.7554/eLife.107423")
            double delay,

            @About("Standard deviation of muscle length over optimal length, and of velocity over the greatest.")
            double noise,

            @About(GAIN) double gain,
            @About(SIGNAL_NOISE) double signalNoise,
            @About(ENABLED) boolean enabled)
            implements Modality {
        /** A noise-free sense. */
        public static final Proprioception DEFAULT = new Proprioception(0.020, 0);

        public Proprioception {
            check(delay, noise, 1, "", gain, signalNoise);
        }

        /** Feels lengths and velocities as they are, but for delay and noise. */
        public Proprioception(double delay, double noise) {
            this(delay, noise, 1, 0, true);
        }
    }

    /**
     * Rates of the primary afferents (Ia) of every muscle's spindles.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the rate, spikes/s
     * @param gain of the rate
     * @param signalNoise of the rate
     * @param enabled whether there is any
     */
    @About(
            value = "Rates of the primary afferents of every muscle's spindles.",
            source = "doi:10.1111/j.1469-7793.1998.277bu.x",
            equation =
                    "82 + 200 (l - 1) + 4.3 sign(v) |v|^0.6 spikes/s, not below 0; l length over optimal length, v in mm/s of a"
                            + " fibre of 10 cm")
    @Shorthand("enabled")
    public record Spindle(
            @Unit("s") @About(value = FROM_MUSCLE, source = "doi:10.7554/eLife.107423")
            double delay,

            @Unit("Hz") @About("Standard deviation of the rate.")
            double noise,

            @About(GAIN) double gain,
            @About(SIGNAL_NOISE) double signalNoise,
            @About(ENABLED) boolean enabled)
            implements Modality {
        /** None. */
        public static final Spindle DEFAULT = new Spindle(Proprioception.DEFAULT.delay, 0, 1, 0, false);

        public Spindle {
            check(delay, noise, 1000, "Hz", gain, signalNoise);
        }
    }

    /**
     * Forces of the muscles over their greatest.
     *
     * @param delay s, a multiple of the step
     * @param noise standard deviation of the relative force, 1
     * @param gain of the relative force
     * @param signalNoise of the relative force
     * @param enabled whether there is any
     */
    @About("Forces of the muscles over their greatest.")
    @Shorthand("enabled")
    public record Golgi(
            @Unit("s") @About(value = FROM_MUSCLE, source = "doi:10.7554/eLife.107423")
            double delay,

            @About("Standard deviation of force over the greatest force.")
            double noise,

            @About(GAIN) double gain,
            @About(SIGNAL_NOISE) double signalNoise,
            @About(ENABLED) boolean enabled)
            implements Modality {
        /** None. */
        public static final Golgi DEFAULT = new Golgi(Proprioception.DEFAULT.delay, 0, 1, 0, false);

        public Golgi {
            check(delay, noise, 1, "", gain, signalNoise);
        }
    }

    /**
     * Copies of the last commands, before motor noise and reflex.
     *
     * @param last how many of them are felt, the newest first; 0 for none
     * @param delay of the newest beyond the one step that any command is old, s, a multiple of the step
     * @param noise standard deviation of the excitation, 1
     * @param gain of the excitation
     * @param signalNoise of the excitation
     */
    @About("Copies of the last commands; before the first there are those that hold the start.")
    @Shorthand("last")
    public record Commands(
            @About("How many of the last commands are felt; 0 for none, 1 for that of the step before.")
            int last,

            @Unit("s") @About("Of all of them beyond that; a multiple of dt.")
            double delay,

            @About("Standard deviation of the excitation.") double noise,
            @About(GAIN) double gain,
            @About(SIGNAL_NOISE) double signalNoise)
            implements Modality {
        /** None. */
        public static final Commands DEFAULT = new Commands(0, 0, 0, 1, 0);

        public Commands {
            Require.count("last", last, 0, 1000);
            check(delay, noise, 1, "", gain, signalNoise);
        }

        @Override
        public boolean enabled() {
            return last > 0;
        }
    }
}
