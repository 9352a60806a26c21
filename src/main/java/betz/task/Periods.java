// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.Range;
import betz.common.Require;
import betz.data.Point;
import betz.data.Trial;
import java.util.random.RandomGenerator;

/**
 * The periods of a trial with a go cue.
 *
 * @param hold from time 0 to the appearance of the target, s
 * @param delay from the appearance of the target to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, s
 */
record Periods(double hold, Range delay, double reach) {
    Periods {
        check(hold, delay, reach);
    }

    /** Throws unless all periods are long enough for one step of any batch, and not absurd. */
    static void check(double hold, Range delay, double reach) {
        TargetCircle.period("hold", hold);
        TargetCircle.period("delay", delay.low());
        TargetCircle.period("delay", delay.high());
        Require.positive("reach", reach, "s");
        TargetCircle.period("reach", reach);
    }

    double longest() {
        return hold + delay.high() + reach;
    }

    /** Returns the steps of the longest possible trial and the state before it. */
    int steps(double dt) {
        return targetOn(dt) + TargetCircle.steps(delay.high(), dt) + TargetCircle.steps(reach, dt) + 1;
    }

    int targetOn(double dt) {
        return TargetCircle.steps(hold, dt);
    }

    /** Draws the step of the go cue. */
    int goCue(double dt, RandomGenerator random) {
        return targetOn(dt) + TargetCircle.steps(delay.at(random.nextDouble()), dt);
    }

    int end(int goCue, double dt) {
        return goCue + TargetCircle.steps(reach, dt);
    }

    /** Makes a trial in a sector of directions, and draws its go cue. */
    Trial trial(int sector, Point start, Point target, double dt, RandomGenerator random) {
        int goCue = goCue(dt, random);
        return new Trial(
                TargetCircle.sector(sector, RandomReach.SECTORS), start, target, targetOn(dt), goCue, end(goCue, dt));
    }
}
