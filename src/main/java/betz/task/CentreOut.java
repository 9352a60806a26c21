// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Unit;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Reaches from a centre to targets on a circle; the target appears with the go cue.
 *
 * @param targets number of targets
 * @param distance of a target from the start, m
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, drawn evenly, s
 * @param noGo share of the trials whose go cue never comes
 */
@About(
        value = "Reaches from a centre to targets on a circle; the target appears with the go cue.",
        source = "doi:10.1523/JNEUROSCI.02-11-01527.1982")
public record CentreOut(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("m") @About("From the start to each target.") double distance,

        @Unit("s") @About("How long the hand holds still before target and go cue appear; drawn evenly for each trial.")
        Range hold,

        @Unit("s")
        @About("From the go cue to the end of the trial; longer than the movement takes. Drawn evenly for each trial.")
        Range reach,

        @About("Share of the trials whose go cue never comes, so that the hand must stay.")
        double noGo)
        implements Task, Sampler {
    /** Eight reaches of 10 cm. */
    public static final CentreOut DEFAULT = new CentreOut(8, 0.10, 0.2, 1.5);

    public CentreOut {
        var unused = new TargetCircle(targets, distance);
        var unusedPeriods = new Periods(hold, null, reach, noGo);
    }

    /** Makes a task whose times do not vary, and whose go cue always comes. */
    public CentreOut(int targets, double distance, double hold, double reach) {
        this(targets, distance, Range.of(hold), Range.of(reach), 0);
    }

    private Periods periods() {
        return new Periods(hold, null, reach, noGo);
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
        return new TargetCircle(targets, distance).trial(target, body.home(), times, times.end());
    }
}
