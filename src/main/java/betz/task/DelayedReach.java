// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Reaches that wait for a go cue while the target is already in view, so that preparation and movement can be told apart.
 *
 * @param targets number of targets
 * @param distance of a target from the start, m
 * @param hold from time 0 to the appearance of the target, s
 * @param delay from the appearance of the target to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, s
 * @param cue how long the target stays in view, s; to the end of the trial if absent
 */
@About(
        value = "Reaches that wait for a go cue while the target is already in view.",
        source = "doi:10.1038/nature11129")
public record DelayedReach(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("m") @About("From the start to each target.") double distance,

        @Unit("s") @About("How long the hand holds still before the target appears.")
        double hold,

        @Unit("s") @About("From the appearance of the target to the go cue; drawn evenly for each trial.")
        Range delay,

        @Unit("s") @About("From the go cue to the end of the trial; longer than the movement takes.")
        double reach,

        @Unit("s")
        @About("How long the target stays in view; absent: to the end of the trial. A short cue must be remembered.")
        @Nullable
        Double cue)
        implements Task, Sampler {
    /** Eight reaches of 10 cm after an unpredictable delay. */
    public static final DelayedReach DEFAULT = new DelayedReach(8, 0.10, 0.2, new Range(0.2, 0.6), 1.5, null);

    public DelayedReach {
        var unused = new TargetCircle(targets, distance);
        Periods.check(hold, delay, reach);
        if (cue != null) {
            Require.positive("cue", cue, "s");
            TargetCircle.period("cue", cue);
        }
    }

    private Periods periods() {
        return new Periods(hold, delay, reach);
    }

    @Override
    public double longest() {
        return periods().longest();
    }

    @Override
    public int kinds() {
        return targets;
    }

    @Override
    public List<BadSetting> misfits(Workspace body) {
        return new TargetCircle(targets, distance).misfits(body);
    }

    @Override
    public int steps(double dt) {
        return periods().steps(dt);
    }

    @Override
    public Trial trial(int target, double dt, Workspace body, RandomGenerator random) {
        int targetOn = periods().targetOn(dt);
        int goCue = periods().goCue(dt, random);
        int end = periods().end(goCue, dt);
        int targetOff = cue == null ? end : Math.min(end, targetOn + TargetCircle.steps(cue, dt));
        return new TargetCircle(targets, distance).trial(target, body.home(), targetOn, targetOff, goCue, end);
    }
}
