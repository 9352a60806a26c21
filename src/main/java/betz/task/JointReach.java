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
 * Reaches between two postures that are drawn anew for every trial, evenly from the whole range of the joints, in the manner of
 * MotorNet (doi:10.7554/eLife.88591).
 *
 * <p>The conditions are {@value RandomReach#SECTORS} sectors of the direction from start to target; pairs of postures are drawn until
 * their direction lies in the sector asked for. The straight way between them may leave the body's reach, so that a reference which
 * takes it cannot be followed all the way.
 *
 * @param hold from time 0 to the appearance of the target, drawn evenly, s
 * @param delay from the appearance of the target to the go cue, drawn evenly, s
 * @param reach from the go cue to the end, drawn evenly, s
 * @param noGo share of the trials whose go cue never comes
 */
@About(
        value = "Reaches between two postures drawn anew for every trial from the whole range of the joints.",
        source = "doi:10.7554/eLife.88591")
public record JointReach(
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
    /** One second, target and go cue at once. */
    public static final JointReach DEFAULT = new JointReach(0, new Range(0, 0), 1);

    /** Draws after which a trial is given up; {@link #misfits} refuses what would need a hundredth of them. */
    private static final int MOST_DRAWS = 100_000;

    /** Draws by which a body is tried, and how many of them must lie in each sector. */
    private static final int TRIED = 4000;

    private static final int LEAST = 5;

    public JointReach {
        var unused = new Periods(hold, delay, reach, noGo);
    }

    /** Makes a task of which hold and reach do not vary, and whose go cue always comes. */
    public JointReach(double hold, Range delay, double reach) {
        this(Range.of(hold), delay, Range.of(reach), 0);
    }

    /** Start and target of a trial. */
    private record Way(Point start, Point target) {
        int sector() {
            double turns = StrictMath.atan2(target.y() - start.y(), target.x() - start.x()) / (2 * Math.PI);
            return Math.floorMod(Math.round(turns * RandomReach.SECTORS), RandomReach.SECTORS);
        }
    }

    @Override
    public int kinds() {
        return RandomReach.SECTORS;
    }

    private Periods periods() {
        return new Periods(hold, delay, reach, noGo);
    }

    @Override
    public double longest() {
        return periods().longest();
    }

    /** Anywhere. */
    @Override
    public double startsWithin() {
        return TargetCircle.FARTHEST;
    }

    @Override
    public int steps(double dt) {
        return periods().steps(dt);
    }

    /** Tries some reaches; the draws are the same each time. */
    @Override
    public List<BadSetting> misfits(Workspace body) {
        var random = RandomStream.of(0, "joint reaches that are tried");
        int[] met = new int[RandomReach.SECTORS];
        IntStream.range(0, TRIED)
                .mapToObj(i -> way(body, random))
                .flatMap(Optional::stream)
                .forEach(way -> met[way.sector()]++);
        return IntStream.of(met).allMatch(count -> count >= LEAST)
                ? List.of()
                : List.of(new BadSetting(
                        "kind", "joint-reach", "a body whose joints let the hand move in every direction"));
    }

    @Override
    public Trial trial(int sector, double dt, Workspace body, RandomGenerator random) {
        Require.count("sector", sector, 0, RandomReach.SECTORS - 1);
        Way way = IntStream.range(0, MOST_DRAWS)
                .mapToObj(i -> way(body, random))
                .flatMap(Optional::stream)
                .filter(drawn -> drawn.sector() == sector)
                .findFirst()
                .orElseThrow(() -> misfits(body).get(0));
        return periods().trial(sector, way.start, way.target, dt, random);
    }

    /** Draws a way; none if start and target are as good as one place. */
    private static Optional<Way> way(Workspace body, RandomGenerator random) {
        Point start = body.anywhere(random);
        Point target = body.anywhere(random);
        return start.distance(target) < RandomReach.SHORTEST ? Optional.empty() : Optional.of(new Way(start, target));
    }
}
