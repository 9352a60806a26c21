// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Handle;
import betz.data.Trial;
import betz.data.Workspace;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Forces in some directions on a stiff handle; they move a cursor to targets on a circle, which appear with the go cue.
 *
 * @param targets number of targets
 * @param force that puts the cursor on a target, N
 * @param distance of a target from the start on the screen, m
 * @param stiffness of the handle, N/m
 * @param damping of the handle, N·s/m
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, drawn evenly, s
 * @param noGo share of the trials whose go cue never comes
 */
@About(
        value = "Forces on a stiff handle, which move a cursor from a centre to targets on a circle.",
        source = "doi:10.1152/jn.00989.2004",
        equation = "F = stiffness (x - start) + damping v; seen = start + (distance stiffness / force) (x - start)")
public record Isometric(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("N") @About("Of the handle's spring when the cursor is on a target.")
        double force,

        @Unit("m") @About("From the start to each target on the screen, where all lengths of the task are.")
        double distance,

        @Unit("N/m") @About("Of the handle: the hand itself moves by force over stiffness.")
        double stiffness,

        @Unit("N*s/m") @About("Of the handle.") double damping,

        @Unit("s")
        @About("How long there is to be no force before target and go cue appear; drawn evenly for each trial.")
        Range hold,

        @Unit("s")
        @About(
                "From the go cue to the end of the trial; longer than the force takes to rise. Drawn evenly for each trial.")
        Range reach,

        @About("Share of the trials whose go cue never comes, so that there is to be no force.")
        double noGo)
        implements Task, Sampler {
    /**
     * Eight forces of 10 N, shown as 10 cm, on a handle as stiff as the walls of the usual channel; damped twice as much, since it
     * holds the hand in every direction and explicit steps of 10 ms take 25 N·s/m from the damping.
     */
    public static final Isometric DEFAULT = new Isometric(8, 10, 0.10, 2500, 50, Range.of(0.2), Range.of(1.5), 0);

    private static final double STRONGEST = 1000; // N, more than an arm bears
    private static final double SOFTEST = 10; // N/m
    private static final double STIFFEST = 1e5; // N/m, more than any motor of a robot bears
    private static final double MOST_VISCOUS = 1e4; // N·s/m

    public Isometric {
        var unused = new TargetCircle(targets, distance);
        Require.positive("force", force, "N");
        Require.within("force", force, 0, STRONGEST, "N");
        Require.within("stiffness", stiffness, SOFTEST, STIFFEST, "N/m");
        Require.within("damping", damping, 0, MOST_VISCOUS, "N*s/m");
        var unusedPeriods = new Periods(hold, null, reach, noGo);
    }

    /** Returns the handle, and the screen beside it. */
    public Handle handle() {
        return new Handle(stiffness, damping, distance * stiffness / force);
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

    /** The hand follows the handle; where the cursor goes is no matter of the arm's reach. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        if (body.reachesAround(force / stiffness, targets)) {
            return List.of();
        }
        String found = new BigDecimal(stiffness)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toPlainString() + " N/m";
        String expected = "a handle so stiff that the hand, which moves by force over stiffness, stays in reach: ";
        return List.of(new BadSetting("stiffness", found, expected + body.workspace()));
    }

    @Override
    public int steps(double dt) {
        return periods().steps(dt);
    }

    @Override
    public Trial trial(int target, double dt, Workspace body, RandomGenerator random) {
        Periods.Times times = periods().draw(dt, random);
        return new TargetCircle(targets, distance)
                .trial(target, body.home(), times, times.end())
                .holding(handle());
    }
}
