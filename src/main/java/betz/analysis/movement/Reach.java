// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.HandPath;
import betz.analysis.Movement;
import betz.analysis.OnsetRule;
import betz.analysis.ReachKinematics;
import betz.common.Require;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One reach from its onset to its offset: what {@link ReachKinematics} does not tell of it.
 *
 * @param asked what was asked
 * @param usual the measures of every reach
 * @param covered straight distance from onset to offset, m
 * @param peakToMean greatest speed over the length of the path per movement time, 1.875 for a whole minimum-jerk reach
 * @param minimumJerkR2 share of the variance of the speed that a minimum-jerk speed of the same duration and length explains;
 *     below 0 if the mean explains more
 * @param logJerk logarithm of the dimensionless jerk; NaN if there are fewer than three samples
 * @param end place of the hand at the offset from the target's centre, m
 */
record Reach(
        Trial asked,
        ReachKinematics usual,
        double covered,
        double peakToMean,
        double minimumJerkR2,
        double logJerk,
        Point end) {
    private static final int LEAST_SAMPLES = 3;

    /** Measures the trials in which the hand moves, of which there must be so many. */
    static List<Reach> all(Recording recording, OnsetRule rule, int least) {
        List<Reach> moved = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> of(recording, trial, rule))
                .flatMap(Optional::stream)
                .toList();
        Require.that(
                moved.size() >= least,
                "trials in which the hand moves",
                moved.size() + " of " + recording.trials().size(),
                least + " or more");
        return moved;
    }

    /** Measures one trial; nothing if the hand does not move. */
    static Optional<Reach> of(Recording recording, int trial, OnsetRule rule) {
        var path = HandPath.of(recording, trial, rule);
        Trial asked = recording.trials().get(trial);
        return rule.movement(path.speed(), asked.goCue())
                .map(movement -> of(asked, ReachKinematics.of(recording, trial, rule), path, movement));
    }

    private static Reach of(Trial asked, ReachKinematics usual, HandPath path, Movement movement) {
        int offset = movement.offset();
        double[] speed = Arrays.copyOfRange(path.speed(), movement.onset(), offset + 1);
        double mean = path.length(movement.onset(), offset) / usual.movementTime();
        return new Reach(
                asked,
                usual,
                path.chord(movement.onset(), offset),
                usual.peakSpeed() / mean,
                explained(speed, mean),
                speed.length < LEAST_SAMPLES ? Double.NaN : DimensionlessJerk.logarithm(speed, path.dt()),
                new Point(path.x(offset), path.y(offset))
                        .plus(-asked.target().x(), -asked.target().y()));
    }

    /** Returns the share of the variance that minimum jerk of the same duration and mean speed explains. */
    private static double explained(double[] speed, double mean) {
        double average = Arrays.stream(speed).average().orElse(Double.NaN);
        double missed = 0;
        double spread = 0;
        for (int i = 0; i < speed.length; i++) {
            double left = speed[i] - mean * minimumJerk(i / (speed.length - 1.0));
            missed += left * left;
            spread += (speed[i] - average) * (speed[i] - average);
        }
        return 1 - missed / spread;
    }

    /** Returns the minimum-jerk speed over its mean, Flash &amp; Hogan (1985), doi:10.1523/JNEUROSCI.05-07-01688.1985. */
    static double minimumJerk(double share) {
        return 30 * share * share * (1 - share) * (1 - share);
    }

    /** Returns how far beyond the target the hand ends, along the way from start to target, m. */
    double along() {
        double direction = asked.direction();
        return StrictMath.cos(direction) * end.x() + StrictMath.sin(direction) * end.y();
    }

    /** Returns how far to the left of the target, across that way, the hand ends, m. */
    double across() {
        double direction = asked.direction();
        return StrictMath.cos(direction) * end.y() - StrictMath.sin(direction) * end.x();
    }

    /** Returns the distance of the hand from the target's centre at the offset, m. */
    double missed() {
        return StrictMath.hypot(end.x(), end.y());
    }
}
