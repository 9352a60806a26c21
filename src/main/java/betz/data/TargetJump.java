// SPDX-License-Identifier: Apache-2.0
package betz.data;

import betz.common.About;
import betz.common.Require;
import betz.common.Unit;

/**
 * The target jumps: from a time on it is shown, and asked for, elsewhere.
 *
 * @param by how far, m
 * @param direction from the way to the first target, counter-clockwise, rad
 * @param since what {@code at} is counted from
 * @param at when, s
 * @see <a href="https://doi.org/10.1038/320748a0">Pelisson et al. (1986)</a>
 */
@About(
        value = "The target jumps: whoever sees the task is shown it elsewhere from then on.",
        source = "doi:10.1038/320748a0")
public record TargetJump(
        @Unit("m") @About("How far.") double by,

        @Unit("rad") @About("Counter-clockwise from the way to the first target: 90 deg is to the left.")
        double direction,

        @About("What at is counted from.") Since since,

        @Unit("s") @About("When it jumps; before 0 it is earlier than since.")
        double at)
        implements Perturbation, Timed {
    /** 3 cm to the left at the time when the hand has set off. */
    public static final TargetJump DEFAULT = new TargetJump(0.03, Math.toRadians(90), Since.GO, 0.3);

    private static final double FARTHEST = 2; // m, across the workspace of any body

    public TargetJump {
        Require.within("by", by, 0, FARTHEST, "m");
        Require.finite("direction", direction, "rad");
        Since.check("at", at);
    }

    /** Returns a jump by another distance, m. */
    public TargetJump withBy(double other) {
        return new TargetJump(other, direction, since, at);
    }

    @Override
    public Perturbation taskPart() {
        return this;
    }

    @Override
    public int from(Trial trial, double dt) {
        return since.step(trial, at, dt);
    }

    @Override
    public Point target(Trial trial, int step, double dt) {
        Point nominal = trial.nominalTarget(step, dt);
        int from = from(trial, dt);
        boolean hidden = from >= trial.targetOff() && !trial.shows(from); // nobody could know of it
        if (step < from || hidden) {
            return nominal;
        }
        Point jump = Sided.offset(trial, by, direction);
        return nominal.plus(jump.x(), jump.y());
    }
}
