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
 * @param hold from time 0 to the appearance of the target, drawn evenly, s
 * @param delay from the appearance of the target to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, drawn evenly, s
 * @param cue how long the target stays in view, drawn evenly, s; to the end of the trial if absent
 * @param noGo share of the trials whose go cue never comes
 */
@About(
        value = "Reaches that wait for a go cue while the target is already in view.",
        source = "doi:10.1038/nature11129")
public record DelayedReach(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("m") @About("From the start to each target.") double distance,

        @Unit("s") @About("How long the hand holds still before the target appears; drawn evenly for each trial.")
        Range hold,

        @Unit("s") @About("From the appearance of the target to the go cue; drawn evenly for each trial.")
        Range delay,

        @Unit("s")
        @About("From the go cue to the end of the trial; longer than the movement takes. Drawn evenly for each trial.")
        Range reach,

        @Unit("s")
        @About(
                "How long the target stays in view, drawn evenly for each trial; absent: to the end of the trial. A short cue"
                        + " must be remembered.")
        @Nullable
        Range cue,

        @About("Share of the trials whose go cue never comes, so that the hand must stay.")
        double noGo)
        implements Task, Sampler {
    /** Eight reaches of 10 cm after an unpredictable delay. */
    public static final DelayedReach DEFAULT = new DelayedReach(8, 0.10, 0.2, new Range(0.2, 0.6), 1.5, null);

    public DelayedReach {
        var unused = new TargetCircle(targets, distance);
        var unusedPeriods = new Periods(hold, delay, reach, noGo);
        if (cue != null) {
            Require.positive("cue", cue.low(), "s");
            Periods.check("cue", cue);
        }
    }

    /** Makes a task of which only the delay varies, and whose go cue always comes. */
    public DelayedReach(int targets, double distance, double hold, Range delay, double reach, @Nullable Double cue) {
        this(targets, distance, Range.of(hold), delay, Range.of(reach), cue == null ? null : Range.of(cue), 0);
    }

    private Periods periods() {
        return new Periods(hold, delay, reach, noGo);
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
        Periods.Times times = periods().draw(dt, random);
        int targetOff = cue == null
                ? times.end()
                : Math.min(times.end(), times.targetOn() + TargetCircle.steps(Periods.drawn(cue, random), dt));
        return new TargetCircle(targets, distance).trial(target, body.home(), times, targetOff);
    }
}
