// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import betz.data.Spline;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Movements through drawn places to targets on a circle around the body's home, behind a target that goes the way of least jerk.
 *
 * <p>The straight line to the target is parted evenly, and each place lies across it from a part's end, to either side.
 *
 * @param targets number of targets
 * @param distance of a target from the start, m
 * @param vias number of places to pass
 * @param offset of a place from the straight line, drawn evenly, m
 * @param duration from rest to rest, drawn evenly, s
 * @param hold from time 0 to the go cue, drawn evenly, s
 * @param rest from when the target has come to rest to the end, drawn evenly, s
 * @param noGo share of the trials in which the target does not move
 */
@About(
        value = "Curved movements of least jerk through drawn places, behind a moving target.",
        source = "doi:10.1523/JNEUROSCI.05-07-01688.1985")
public record ViaPoints(
        @About("Number of targets, spaced evenly on a circle around the start.")
        int targets,

        @Unit("m") @About("From the start to each target.") double distance,

        @About("Number of places to pass on the way, from 1 to 3.")
        int vias,

        @Unit("m")
        @About("From the straight line to each place, to either side; drawn evenly for each place of each trial.")
        Range offset,

        @Unit("s") @About("From rest to rest; drawn evenly for each trial.")
        Range duration,

        @Unit("s") @About("How long the hand holds still before the target moves; drawn evenly for each trial.")
        Range hold,

        @Unit("s")
        @About(
                "From when the target has come to rest to the end; longer than the reaction takes. Drawn evenly for each trial.")
        Range rest,

        @About("Share of the trials in which the target does not move, so that the hand must stay.")
        double noGo)
        implements Task, Sampler {
    /** One place on ways of 12 cm. */
    public static final ViaPoints DEFAULT =
            new ViaPoints(8, 0.12, 1, new Range(0.02, 0.05), Range.of(1), Range.of(0.2), Range.of(0.6), 0);

    private static final int MOST_VIAS = 3;

    /** Draws after which a trial is given up; {@link #misfits} refuses what would need a hundredth of them. */
    private static final int MOST_DRAWS = 10_000;

    /** Draws by which a body is tried, per target, and how many of them must be within its reach. */
    private static final int TRIED = 60;

    private static final int LEAST = 6;

    /** Places of a path that must be within reach. */
    private static final int PLACES = 50;

    public ViaPoints {
        var unused = new TargetCircle(targets, distance);
        Require.count("vias", vias, 1, MOST_VIAS);
        Require.within("offset", offset.low(), 0, distance, "m");
        Require.within("offset", offset.high(), 0, distance, "m");
        Require.positive("duration", duration.low(), "s");
        Periods.check("duration", duration);
        var unusedPeriods = new Pursuit(hold, rest, noGo);
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
        return targets;
    }

    @Override
    public double longest() {
        return pursuit().longest(duration.high());
    }

    @Override
    public int steps(double dt) {
        return pursuit().steps(duration.high(), dt);
    }

    /** Tries some ways to every target; the draws are the same each time. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        var random = RandomStream.of(0, "via points that are tried");
        boolean fits = IntStream.range(0, targets)
                .allMatch(target -> IntStream.range(0, TRIED)
                                .filter(i -> path(target, body, random).isPresent())
                                .count()
                        >= LEAST);
        return fits
                ? List.of()
                : List.of(new BadSetting(
                        "distance",
                        TargetCircle.centimetres(distance),
                        "targets to which the hand can go its way: " + body.workspace()));
    }

    @Override
    public Trial trial(int target, double dt, Workspace body, RandomGenerator random) {
        Require.count("target", target, 0, targets - 1);
        Spline path = IntStream.range(0, MOST_DRAWS)
                .mapToObj(i -> path(target, body, random))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> misfits(body).get(0));
        return pursuit().trial(new TargetCircle(targets, distance).condition(target), path, dt, random);
    }

    /** Draws a path; none if it leaves the body's reach. */
    private Optional<Spline> path(int target, Workspace body, RandomGenerator random) {
        Spline path = new LeastJerk(places(target, body.home(), random)).path(Periods.drawn(duration, random));
        boolean reaches = IntStream.rangeClosed(0, PLACES)
                .mapToObj(i -> path.at(i * path.duration() / PLACES))
                .allMatch(body::reaches);
        return reaches ? Optional.of(path) : Optional.empty();
    }

    private List<Point> places(int target, Point home, RandomGenerator random) {
        var circle = new TargetCircle(targets, distance);
        double direction = circle.condition(target).direction();
        double c = StrictMath.cos(direction);
        double s = StrictMath.sin(direction);
        List<Point> places = new ArrayList<>(List.of(home));
        for (int via = 1; via <= vias; via++) {
            double along = distance * via / (vias + 1);
            double across = offset.at(random.nextDouble()) * (random.nextBoolean() ? 1 : -1);
            places.add(home.plus(along * c - across * s, along * s + across * c));
        }
        places.add(circle.target(home, target));
        return places;
    }
}
