// SPDX-License-Identifier: Apache-2.0
package betz.cortex;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;
import betz.data.TrialBatch;

/**
 * Vector integration to end point: a planner that integrates the way still to go, gated by a growing go signal.
 *
 * <p>{@code V' = (-V + T - P)/tau} once the target T is shown; {@code G(s) = gain s^n / (b^n + s^n)} at time s after the go
 * cue, 0 before; outflow {@code M = G e [V.e]+} along {@code e = (T - P)/|T - P|}; {@code P' = M}. With
 * {@code gain = 1/(4 tau)} the end of the reach is critically damped. Reaction time and speed follow from the equations.
 *
 * <p>Bullock &amp; Grossberg (1988), Neural dynamics of planned arm movements, Psychological Review 95, 49-90. There M is
 * G times each component's [V]+; the projection on e keeps the path straight.
 *
 * @param tau time constant of the difference vector V, s
 * @param exponent n, steepness of the go signal
 * @param halfTime b, time after the go cue at which the go signal is half of its final value, s
 * @param gain final value of the go signal, 1/s
 */
@About(
        value = "The planner: integrates the difference vector, gated by a go signal.",
        source = "Bullock & Grossberg (1988), Psychological Review 95, 49-90")
public record Vite(
        @Unit("s") @About("Time constant of the difference vector.")
        double tau,

        @About("Steepness of the go signal.") double exponent,

        @Unit("s") @About("Time after the go cue at which the go signal is half grown; longer makes slower reaches.")
        double halfTime,

        @Unit("1/s") @About("Final value of the go signal; 1/(4 tau) is critical damping.")
        double gain) {

    /** Critically damped; chosen so that a 10 cm reach takes .52 s after .22 s. */
    public static final Vite DEFAULT = new Vite(0.020, 4, 0.4, 12.5);

    public Vite {
        Require.positive("tau", tau, "s");
        Require.within("exponent", exponent, 1, 10, "");
        Require.positive("halfTime", halfTime, "s");
        Require.positive("gain", gain, "1/s");
    }

    /** Returns the go signal, 1/s, at a time (s) after the go cue; 0 before it. */
    public double go(double time) {
        if (time <= 0) {
            return 0;
        }
        double grown = StrictMath.pow(time / halfTime, exponent);
        return gain * grown / (1 + grown);
    }

    /** Returns the planned movement of every trial, without any correction by sight. */
    public Plan plan(TrialBatch trials) {
        var run = new ViteRun(this, trials.size(), trials.dt());
        var plan = Plan.still(trials);
        double[][] input = new double[TrialBatch.INPUTS][trials.size()];
        for (int step = 0; step < trials.steps(); step++) {
            trials.input(step, input);
            run.step(input);
            plan.set(step, run);
        }
        return plan;
    }
}
