// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * A mass in the hand, which adds to the inertia of the body; it has no weight, since the plane is horizontal.
 *
 * <p>The body is as fast after the mass is taken or let go as before: what is taken moves with the hand already.
 *
 * @param mass kg
 * @param since what {@code at} is counted from
 * @param at when the hand takes it, s
 * @param for_ how long the hand has it, s
 */
@About(
        value = "A mass in the hand, over the whole trial or for a while.",
        equation = "inertia M + mass J'J in place of the body's own M")
public record Mass(
        @Unit("kg") @About("What the hand carries; it has no weight, since the plane is horizontal.")
        double mass,

        @About("What at is counted from.") Since since,

        @Unit("s") @About("When the hand takes it, which goes on as fast; before 0 it is earlier than since.")
        double at,

        @Unit("s") @About("How long the hand has it; 600 s is longer than any trial.")
        double for_)
        implements Loading, Timed {
    /** 1 kg over the whole trial. */
    public static final Mass DEFAULT = new Mass(1, Since.START, 0, Since.LONGEST);

    private static final double MOST = 100; // kg, more than an arm bears

    public Mass {
        Require.within("mass", mass, 0, MOST, "kg");
        Since.check("at", at);
        Since.checkLength("for", for_);
    }

    @Override
    public double[] load(Trial trial) {
        return LoadRows.mass(mass);
    }

    @Override
    public int from(Trial trial, double dt) {
        return since.step(trial, at, dt);
    }

    @Override
    public int until(Trial trial, double dt) {
        return since.end(trial, at, for_, dt);
    }
}
