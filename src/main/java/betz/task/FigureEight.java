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
 * Tracing of a figure eight that crosses itself at the body's home, where it starts: Lissajous' figure of one to two.
 *
 * @param length half of the figure's length, m
 * @param width half of its width, m
 * @param orientation of its length, rad
 * @param period of one round, drawn evenly, s
 * @param rounds number of rounds
 * @param rotation which way round the first loop is gone
 * @param ramp from rest to the full rate and back, s
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param rest from when the target has come to rest to the end, drawn evenly, s
 * @param noGo share of the trials in which the target does not move
 */
@About(
        value = "Tracing of a figure eight behind a target that moves along Lissajous' figure of one to two.",
        source = "doi:10.1016/0001-6918(83)90027-6")
public record FigureEight(
        @Unit("m") @About("Half of the figure's length; it crosses itself where the hand usually is, and starts there.")
        double length,

        @Unit("m") @About("Half of the figure's width.") double width,

        @Unit("rad")
        @About("Direction of the figure's length, where its first loop lies, counter-clockwise from rightward.")
        double orientation,

        @Unit("s") @About("One round of both loops at full rate; drawn evenly for each trial.")
        Range period,

        @About("Number of rounds.") int rounds,

        @About("Which way round the first loop is gone, as seen from above.")
        Rotation rotation,

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
    /** An eight of 16 by 8 cm, once in 2.5 s. */
    public static final FigureEight DEFAULT =
            new FigureEight(0.08, 0.04, 0, Range.of(2.5), 1, Rotation.BOTH, 0.3, Range.of(0.2), Range.of(0.6), 0);

    /** Sine of the angle along the length, and of twice the angle across. */
    private static final int HARMONIC = 2;

    public FigureEight {
        Require.positive("length", length, "m");
        Require.within("length", length, 0, TargetCircle.FARTHEST, "m");
        Require.positive("width", width, "m");
        Require.within("width", width, 0, TargetCircle.FARTHEST, "m");
        Require.finite("orientation", orientation, "rad");
        Require.count("rounds", rounds, 1, Ellipse.MOST_ROUNDS);
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
    public int steps(double dt) {
        return pursuit().steps(going().longest(), dt);
    }

    @Override
    public List<BadSetting> misfits(Workspace body) {
        return Rounds.misfits(
                body,
                curve(body, Rotation.CLOCKWISE, period.low()),
                length >= width ? "length" : "width",
                Math.max(length, width));
    }

    /** θ begins at −π/2, where cos θ rises through 0; counter-clockwise, the first loop begins on its right. */
    private Curve curve(Workspace body, Rotation way, double one) {
        double c = StrictMath.cos(orientation);
        double s = StrictMath.sin(orientation);
        double across = way.sign() * width;
        return new Curve(
                body.home(),
                new Point(length * c, length * s),
                new Point(-across * s, across * c),
                HARMONIC,
                -Math.PI / 2,
                going().turn(1, one));
    }

    @Override
    public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
        Require.count("kind", kind, 0, kinds() - 1);
        Rotation way = rotation.way(kind);
        Curve curve = curve(body, way, Periods.drawn(period, random));
        return pursuit().trial(new Condition(kind, way.label(), curve.heading()), curve, dt, random);
    }
}
