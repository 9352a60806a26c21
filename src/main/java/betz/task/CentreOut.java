// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Require;
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
 * @param hold from time 0 to the go cue, s
 * @param reach from the go cue to the end, s
 */
@About(
        value = "Reaches from a centre to targets on a circle; the target appears with the go cue.",
        source = "doi:10.1523/JNEUROSCI.02-11-01527.1982")
public record CentreOut(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("m") @About("From the start to each target.") double distance,

        @Unit("s") @About("How long the hand holds still before target and go cue appear.")
        double hold,

        @Unit("s") @About("From the go cue to the end of the trial; longer than the movement takes.")
        double reach)
        implements Task, Sampler {
    /** Eight reaches of 10 cm. */
    public static final CentreOut DEFAULT = new CentreOut(8, 0.10, 0.2, 1.5);

    public CentreOut {
        var unused = new TargetCircle(targets, distance);
        TargetCircle.period("hold", hold);
        Require.positive("reach", reach, "s");
        TargetCircle.period("reach", reach);
    }

    @Override
    public double longest() {
        return hold + reach;
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
        return TargetCircle.steps(hold, dt) + TargetCircle.steps(reach, dt) + 1;
    }

    @Override
    public Trial trial(int target, double dt, Workspace body, RandomGenerator random) {
        int goCue = TargetCircle.steps(hold, dt);
        int end = goCue + TargetCircle.steps(reach, dt);
        return new TargetCircle(targets, distance).trial(target, body.home(), goCue, end, goCue, end);
    }
}
