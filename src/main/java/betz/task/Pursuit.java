// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.Range;
import betz.common.Require;
import betz.data.Condition;
import betz.data.Trajectory;
import betz.data.Trial;
import java.util.random.RandomGenerator;

/**
 * The periods of a trial in which the hand follows a target that moves by itself.
 *
 * @param hold from time 0 to the go cue, at which the target begins to move, s
 * @param rest from when the target has come to rest to the end, s
 * @param noGo share of the trials in which the target does not move
 */
record Pursuit(Range hold, Range rest, double noGo) {
    Pursuit {
        Require.positive("rest", rest.low(), "s");
        Periods.check("rest", rest);
        var unused = new Periods(hold, null, rest, noGo);
    }

    double longest(double moving) {
        return hold.high() + moving + rest.high();
    }

    /** Returns the steps of the longest possible trial, in which the target moves for so long, and the state before it. */
    int steps(double moving, double dt) {
        return TargetCircle.steps(hold.high(), dt)
                + TargetCircle.steps(moving, dt)
                + Periods.lasting(rest.high(), dt)
                + 1;
    }

    /** Makes a trial and draws its times. */
    Trial trial(Condition condition, Trajectory trajectory, double dt, RandomGenerator random) {
        Periods.Times times = new Periods(hold, null, rest, noGo).draw(dt, random);
        int end = times.end() + TargetCircle.steps(trajectory.duration(), dt);
        return Trial.following(condition, trajectory, times.goCue() < times.end() ? times.goCue() : end, end);
    }
}
