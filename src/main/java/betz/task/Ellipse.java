// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Condition;
import betz.data.Curve;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Tracing of an ellipse around the body's home, from the end of its first axis, behind a target that moves by the two-thirds power
 * law.
 *
 * @param first half of the first axis, m
 * @param second half of the second axis, m
 * @param orientation of the first axis, rad
 * @param period of one round, drawn evenly, s
 * @param rounds number of rounds
 * @param rotation which way round
 * @param ramp from rest to the full rate and back, s
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param rest from when the target has come to rest to the end, drawn evenly, s
 * @param noGo share of the trials in which the target does not move
 */
@About(
        value = "Tracing of an ellipse behind a target that moves by the two-thirds power law.",
        source = "doi:10.1016/0001-6918(83)90027-6")
public record Ellipse(
        @Unit("m")
        @About("Half of the first axis, at whose end the hand starts; the middle is where the hand usually is.")
        double first,

        @Unit("m") @About("Half of the second axis, at right angles to the first.")
        double second,

        @Unit("rad") @About("Direction of the first axis, counter-clockwise from rightward.")
        double orientation,

        @Unit("s") @About("One round at full rate; drawn evenly for each trial.")
        Range period,

        @About("Number of rounds.") int rounds,
        @About("Which way round, as seen from above.") Rotation rotation,

        @Unit("s") @About("From rest to the full rate, and back at the end.")
        double ramp,

        @Unit("s") @About("How long the hand holds still before the target moves; drawn evenly for each trial.")
        Range hold,

        @Unit("s")
        @About(
                "From when the target has come to rest to the end; longer than the reaction takes. Drawn evenly for each trial.")
        Range rest,

        @About("Share of the trials in which the target does not move, so that the hand must stay.")
        double noGo)
        implements Task, Sampler {
    /** An ellipse of 16 by 8 cm, twice in 3 s. */
    public static final Ellipse DEFAULT =
            new Ellipse(0.08, 0.04, Math.PI / 4, Range.of(1.5), 2, Rotation.BOTH, 0.3, Range.of(0.2), Range.of(0.6), 0);

    /** More rounds make no other trial. */
    static final int MOST_ROUNDS = 20;

    public Ellipse {
        for (double axis : new double[] {first, second}) {
            Require.positive(axis == first ? "first" : "second", axis, "m");
            Require.within(axis == first ? "first" : "second", axis, 0, TargetCircle.FARTHEST, "m");
        }
        Require.finite("orientation", orientation, "rad");
        Require.count("rounds", rounds, 1, MOST_ROUNDS);
        var unused = new Rounds(period, rounds, ramp);
        var unusedPeriods = new Pursuit(hold, rest, noGo);
    }

    private Rounds going() {
        return new Rounds(period, rounds, ramp);
    }

    private Pursuit pursuit() {
        return new Pursuit(hold, rest, noGo);
    }

    @Override
    public boolean follows() {
        return true;
    }

    @Override
    public int kinds() {
        return rotation.ways();
    }

    @Override
    public double longest() {
        return pursuit().longest(going().longest());
    }

    @Override
    public double startsWithin() {
        return first;
    }

    /** Every trial starts at the end of the first axis. */
    @Override
    public boolean startsDiffer() {
        return false;
    }

    @Override
    public int steps(double dt) {
        return pursuit().steps(going().longest(), dt);
    }

    @Override
    public List<BadSetting> misfits(Workspace body) {
        return Rounds.misfits(
                body,
                curve(body, Rotation.CLOCKWISE, period.low()),
                first >= second ? "first" : "second",
                Math.max(first, second));
    }

    private Curve curve(Workspace body, Rotation way, double one) {
        double c = StrictMath.cos(orientation);
        double s = StrictMath.sin(orientation);
        return new Curve(
                body.home(),
                new Point(first * c, first * s),
                new Point(-second * s, second * c),
                1,
                0,
                going().turn(way.sign(), one));
    }

    @Override
    public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
        Require.count("kind", kind, 0, kinds() - 1);
        Rotation way = rotation.way(kind);
        Curve curve = curve(body, way, Periods.drawn(period, random));
        return pursuit().trial(new Condition(kind, way.label(), curve.heading()), curve, dt, random);
    }
}
