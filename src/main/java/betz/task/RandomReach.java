// SPDX-License-Identifier: Apache-2.0
package betz.task;

import betz.common.About;
import betz.common.BadSetting;
import betz.common.RandomStream;
import betz.common.Range;
import betz.common.Require;
import betz.common.Unit;
import betz.data.Point;
import betz.data.Trial;
import betz.data.Workspace;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Reaches between places that differ from trial to trial, in the manner of MotorNet (doi:10.7554/eLife.88591).
 *
 * <p>A start is drawn evenly from the area of a disc around the body's home, a direction evenly from one of {@value #SECTORS}
 * sectors of the circle, a distance evenly from its range; all anew until the whole straight way from start to target is
 * within the body's reach. The sectors are the conditions.
 *
 * @param startsWithin radius of the disc that starts lie in, m
 * @param distance of the target from the start, m
 * @param hold from time 0 to the appearance of the target, drawn evenly, s
 * @param delay from the appearance of the target to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, drawn evenly, s
 * @param noGo share of the trials whose go cue never comes
 */
@About(
        value = "Reaches whose start, direction and distance are drawn anew for every trial.",
        source = "doi:10.7554/eLife.88591")
public record RandomReach(
        @Unit("m")
        @About("How far starts may lie from where the hand is in the body's usual posture; 0 cm: all start there.")
        double startsWithin,

        @Unit("m") @About("From the start to the target; drawn evenly for each trial.")
        Range distance,

        @Unit("s") @About("How long the hand holds still before the target appears; drawn evenly for each trial.")
        Range hold,

        @Unit("s") @About("From the appearance of the target to the go cue; drawn evenly for each trial.")
        Range delay,

        @Unit("s")
        @About("From the go cue to the end of the trial; longer than the movement takes. Drawn evenly for each trial.")
        Range reach,

        @About("Share of the trials whose go cue never comes, so that the hand must stay.")
        double noGo)
        implements Task, Sampler {
    /** Number of sectors of directions. */
    public static final int SECTORS = 8;

    /** Starts within 10 cm of home, reaches of 4 to 12 cm. */
    public static final RandomReach DEFAULT =
            new RandomReach(0.10, new Range(0.04, 0.12), 0.2, new Range(0.2, 0.6), 1.5);

    /** Shorter reaches have no direction to speak of, m. */
    static final double SHORTEST = 0.005;

    /** Draws after which a trial is given up; {@link #misfits} refuses what would need a hundredth of them. */
    private static final int MOST_DRAWS = 100_000;

    /** Draws by which a body is tried, per sector, and how many of them must be within its reach. */
    private static final int TRIED = 500;

    private static final int LEAST = 5;

    public RandomReach {
        Require.within("startsWithin", startsWithin, 0, TargetCircle.FARTHEST, "m");
        Require.within("distance", distance.low(), SHORTEST, TargetCircle.FARTHEST, "m");
        Require.within("distance", distance.high(), SHORTEST, TargetCircle.FARTHEST, "m");
        var unused = new Periods(hold, delay, reach, noGo);
    }

    /** Makes a task of which hold and reach do not vary, and whose go cue always comes. */
    public RandomReach(double startsWithin, Range distance, double hold, Range delay, double reach) {
        this(startsWithin, distance, Range.of(hold), delay, Range.of(reach), 0);
    }

    /** Start and target of a trial. */
    private record Way(Point start, Point target) {}

    @Override
    public int kinds() {
        return SECTORS;
    }

    private Periods periods() {
        return new Periods(hold, delay, reach, noGo);
    }

    @Override
    public double longest() {
        return periods().longest();
    }

    @Override
    public int steps(double dt) {
        return periods().steps(dt);
    }

    /** Tries some reaches in every sector; the draws are the same each time. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        var random = RandomStream.of(0, "random reaches that are tried");
        boolean fits = IntStream.range(0, SECTORS)
                .allMatch(sector -> IntStream.range(0, TRIED)
                                .filter(i -> way(sector, body, random).isPresent())
                                .count()
                        >= LEAST);
        return fits
                ? List.of()
                : List.of(new BadSetting(
                        "distance",
                        TargetCircle.centimetres(distance.low()) + " to " + TargetCircle.centimetres(distance.high()),
                        "distances of which in every direction some straight reach is within " + body.workspace()));
    }

    @Override
    public Trial trial(int sector, double dt, Workspace body, RandomGenerator random) {
        Require.count("sector", sector, 0, SECTORS - 1);
        Way way = IntStream.range(0, MOST_DRAWS)
                .mapToObj(i -> way(sector, body, random))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> misfits(body).get(0));
        return periods().trial(sector, way.start, way.target, dt, random);
    }

    /** Draws a way; none if it leaves the body's reach. */
    private Optional<Way> way(int sector, Workspace body, RandomGenerator random) {
        double out = startsWithin * Math.sqrt(random.nextDouble()); // even over the area
        Point start = moved(body.home(), out, 2 * Math.PI * random.nextDouble());
        double direction = 2 * Math.PI * (sector + random.nextDouble() - 0.5) / SECTORS;
        Point target = moved(start, distance.at(random.nextDouble()), direction);
        return body.reachesStraight(start, target) ? Optional.of(new Way(start, target)) : Optional.empty();
    }

    private static Point moved(Point from, double distance, double direction) {
        return from.plus(distance * StrictMath.cos(direction), distance * StrictMath.sin(direction));
    }
}
