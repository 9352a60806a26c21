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
 * Cycling of the hand around a circle at some cadence, forward or backward, from its top or its bottom.
 *
 * <p>The circle lies in the plane of the arm around the body's home: the top is its farthest place from the body, and forward is
 * clockwise as seen from above. The conditions are the ways of cycling and starting; cycles and cadence are drawn in each.
 *
 * @param radius of the circle, m
 * @param cadence cycles per second, drawn evenly, Hz
 * @param cycles number of cycles, drawn evenly from the halves in it
 * @param ways forward, backward or both
 * @param starts top, bottom or both
 * @param ramp from rest to the full cadence and back, s
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param rest from when the target has come to rest to the end, drawn evenly, s
 * @param noGo share of the trials in which the target does not move
 */
@About(
        value = "Cycling of the hand around a circle, forward or backward, from its top or its bottom.",
        source = "doi:10.7554/eLife.67620")
public record Cycling(
        @Unit("m") @About("Radius of the circle, whose middle is where the hand usually is.")
        double radius,

        @Unit("Hz") @About("Cycles per second; drawn evenly for each trial.")
        Range cadence,

        @About("Number of cycles, such as 7 or 0.5..7; drawn evenly from the whole and half numbers for each trial.")
        Range cycles,

        @About("Forward is clockwise as seen from above.") Ways ways,

        @About("The top is the place farthest from the body.")
        Starts starts,

        @Unit("s") @About("From rest to the full cadence, and back at the end.")
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
    /** Ways of cycling. */
    public enum Ways {
        /** Clockwise, as seen from above. */
        FORWARD,
        /** Counter-clockwise. */
        BACKWARD,
        /** Half of the trials each. */
        BOTH
    }

    /** Where cycling starts. */
    public enum Starts {
        /** Farthest from the body. */
        TOP,
        /** Nearest to the body. */
        BOTTOM,
        /** Half of the trials each. */
        BOTH
    }

    /** Two cycles a trial, at a calm cadence. */
    public static final Cycling DEFAULT =
            new Cycling(0.06, Range.of(1), Range.of(2), Ways.BOTH, Starts.BOTH, 0.3, Range.of(0.2), Range.of(0.6), 0);

    private static final double HALF = 0.5;

    /** Faster than a hand goes round, Hz. */
    private static final double FASTEST = 5;

    private static final double SLOWEST = 0.05;

    public Cycling {
        Require.positive("radius", radius, "m");
        Require.within("radius", radius, 0, TargetCircle.FARTHEST, "m");
        Require.within("cadence", cadence.low(), SLOWEST, FASTEST, "Hz");
        Require.within("cadence", cadence.high(), SLOWEST, FASTEST, "Hz");
        Require.within("cycles", cycles.low(), HALF, Ellipse.MOST_ROUNDS, "");
        Require.within("cycles", cycles.high(), HALF, Ellipse.MOST_ROUNDS, "");
        for (double end : new double[] {cycles.low(), cycles.high()}) {
            Require.that(end == Math.rint(end / HALF) * HALF, "cycles", end + "", "whole and half numbers");
        }
        Require.within("ramp", ramp, 0, cycles.low() / cadence.high(), "s");
        var unused = new Pursuit(hold, rest, noGo);
    }

    private double moving() {
        return cycles.high() / cadence.low() + ramp;
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
        return (ways == Ways.BOTH ? 2 : 1) * (starts == Starts.BOTH ? 2 : 1);
    }

    @Override
    public double longest() {
        return pursuit().longest(moving());
    }

    @Override
    public double startsWithin() {
        return radius;
    }

    @Override
    public boolean startsDiffer() {
        return starts == Starts.BOTH;
    }

    @Override
    public int steps(double dt) {
        return pursuit().steps(moving(), dt);
    }

    @Override
    public List<BadSetting> misfits(Workspace body) {
        return Rounds.misfits(body, curve(body, true, true, cycles.low(), cadence.low()), "radius", radius);
    }

    private Curve curve(Workspace body, boolean forward, boolean top, double rounds, double frequency) {
        return new Curve(
                body.home(),
                new Point(radius, 0),
                new Point(0, radius),
                1,
                top ? Math.PI / 2 : -Math.PI / 2,
                new Rounds(Range.of(1 / frequency), rounds, ramp).turn(forward ? -1 : 1, 1 / frequency));
    }

    @Override
    public Trial trial(int kind, double dt, Workspace body, RandomGenerator random) {
        Require.count("kind", kind, 0, kinds() - 1);
        boolean forward = ways == Ways.BOTH ? kind % 2 == 0 : ways == Ways.FORWARD;
        int start = ways == Ways.BOTH ? kind / 2 : kind;
        boolean top = starts == Starts.BOTH ? start == 0 : starts == Starts.TOP;
        double rounds = cycles.isWide() ? drawnCycles(random) : cycles.low();
        Curve curve = curve(body, forward, top, rounds, Periods.drawn(cadence, random));
        String label = (forward ? "forward" : "backward") + " from the " + (top ? "top" : "bottom");
        return pursuit().trial(new Condition(kind, label, curve.heading()), curve, dt, random);
    }

    private double drawnCycles(RandomGenerator random) {
        int halves = (int) Math.rint((cycles.high() - cycles.low()) / HALF);
        return cycles.low() + HALF * random.nextInt(halves + 1);
    }
}
