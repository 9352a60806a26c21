// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.Range;
import betz.common.Require;
import betz.data.Point;
import betz.data.Trial;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The periods of a trial, each drawn evenly from its range.
 *
 * @param hold from time 0 to the appearance of the target, s
 * @param delay from the appearance of the target to the go cue, s; absent where they come together
 * @param reach from the go cue to the end, s
 * @param noGo share of the trials whose go cue never comes
 */
record Periods(Range hold, @Nullable Range delay, Range reach, double noGo) {
    /** More trials without a cue would leave too few to learn from. */
    static final double MOST_NO_GO = 0.5;

    Periods {
        check("hold", hold);
        if (delay != null) {
            check("delay", delay);
        }
        Require.positive("reach", reach.low(), "s");
        check("reach", reach);
        Require.within("noGo", noGo, 0, MOST_NO_GO, "");
    }

    /** Throws unless a period is long enough for one step of any batch, and not absurd. */
    static void check(String name, Range period) {
        TargetCircle.period(name, period.low());
        TargetCircle.period(name, period.high());
    }

    /**
     * When things happen in one trial, steps.
     *
     * @param targetOn when the target appears
     * @param goCue when the movement may begin; the end where it may not
     * @param end first step after the trial
     */
    record Times(int targetOn, int goCue, int end) {}

    /** Draws the times of a trial. A delay is always drawn, the rest only where there is something to draw. */
    Times draw(double dt, RandomGenerator random) {
        int targetOn = TargetCircle.steps(drawn(hold, random), dt);
        int goCue = targetOn + (delay == null ? 0 : TargetCircle.steps(delay.at(random.nextDouble()), dt));
        int end = goCue + lasting(drawn(reach, random), dt);
        boolean goes = noGo == 0 || random.nextDouble() >= noGo;
        return new Times(targetOn, goes ? goCue : end, end);
    }

    /** Draws from a period evenly, if there is something to draw. */
    static double drawn(Range period, RandomGenerator random) {
        return period.isWide() ? period.at(random.nextDouble()) : period.low();
    }

    /** Returns the steps of the last period of a trial, at least one, so that the go cue comes. */
    static int lasting(double time, double dt) {
        return Math.max(1, TargetCircle.steps(time, dt));
    }

    private double longestDelay() {
        return delay == null ? 0 : delay.high();
    }

    double longest() {
        return hold.high() + longestDelay() + reach.high();
    }

    /** Returns the steps of the longest possible trial and the state before it. */
    int steps(double dt) {
        return TargetCircle.steps(hold.high(), dt)
                + TargetCircle.steps(longestDelay(), dt)
                + lasting(reach.high(), dt)
                + 1;
    }

    /** Makes a trial in a sector of directions, and draws its times. */
    Trial trial(int sector, Point start, Point target, double dt, RandomGenerator random) {
        Times times = draw(dt, random);
        return new Trial(
                TargetCircle.sector(sector, RandomReach.SECTORS),
                start,
                target,
                times.targetOn(),
                times.goCue(),
                times.end());
    }
}
