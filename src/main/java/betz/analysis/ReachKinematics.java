// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Recording;
import betz.data.Trial;
import java.util.Arrays;

/**
 * How the hand moved in one trial. What needs a movement is NaN where the hand did not move, and what needs a chord where the
 * hand was to follow a moving target or to stay.
 *
 * @param moved whether there was a movement
 * @param onset beginning of the movement, s from the beginning of the trial
 * @param reactionTime from the go cue to the onset, s
 * @param movementTime from onset to offset, s
 * @param peakSpeed m/s
 * @param peakTime of the greatest speed, as a share of the movement time
 * @param peakToMean greatest over mean speed of the movement; 1.875 for a whole minimum-jerk reach, 1.57 for its part above
 *     a tenth of the peak
 * @param pathRatio length of the path from onset to offset over its chord, 1 if straight
 * @param linearity greatest distance from the chord over its length, 0 if straight
 * @param curvature sum of the path's turns over its length, 1/m
 * @param directionError angle from the target's direction to the chord from onset to the hand at peak speed, rad
 * @param minimumJerkCorrelation of the speed from onset to offset with that of minimum jerk
 * @param smoothness spectral arc length of the speed from onset to offset
 * @param holdDrift greatest distance of the hand from the start up to the go cue, m
 * @param arrivalError distance of the hand from the target's centre 100 ms after the movement's end, or at the trial's, m
 * @param endError mean distance of the hand from the target's centre over the last 50 ms of the trial, m
 */
public record ReachKinematics(
        boolean moved,
        double onset,
        double reactionTime,
        double movementTime,
        double peakSpeed,
        double peakTime,
        double peakToMean,
        double pathRatio,
        double linearity,
        double curvature,
        double directionError,
        double minimumJerkCorrelation,
        double smoothness,
        double holdDrift,
        double arrivalError,
        double endError) {
    /** Over how long before the end of the trial the end-point error is taken, s. */
    public static final double END_WINDOW = 0.050;

    /** How long after the end of the movement the hand is taken to have arrived, s. */
    public static final double SETTLING = 0.100;

    /**
     * Measures one trial.
     *
     * @param recording has {@code hand.position}
     * @param trial index
     * @param rule when a movement begins and ends
     */
    public static ReachKinematics of(Recording recording, int trial, OnsetRule rule) {
        Require.count("trial", trial, 0, recording.trials().size() - 1);
        var path = HandPath.of(recording, trial, rule);
        var place = new HandPlace(recording, trial);
        Trial asked = recording.trials().get(trial);
        return (asked.trajectory() == null
                        ? rule.movement(path.speed(), asked.goCue())
                        : rule.whole(path.speed(), asked.goCue()))
                .map(movement -> of(path, movement, place))
                .orElseGet(() -> unmoved(path, place));
    }

    private static ReachKinematics of(HandPath path, Movement movement, HandPlace place) {
        int onset = movement.onset();
        int offset = movement.offset();
        Trial asked = place.asked();
        double[] speed = Arrays.copyOfRange(path.speed(), onset, offset + 1);
        double peak = path.speed()[movement.peak()];
        double length = path.length(onset, offset);
        boolean wayless = asked.trajectory() != null || asked.stays();
        double chord = wayless ? Double.NaN : path.chord(onset, offset);
        double targetDirection = wayless
                ? Double.NaN
                : StrictMath.atan2(
                        asked.target().y() - asked.start().y(),
                        asked.target().x() - asked.start().x());
        return new ReachKinematics(
                true,
                onset * path.dt(),
                (onset - asked.goCue()) * path.dt(),
                (offset - onset) * path.dt(),
                peak,
                (movement.peak() - onset) / (double) (offset - onset),
                peak / Samples.mean(speed),
                length / chord,
                path.deviation(onset, offset) / chord,
                path.turning(onset, offset) / length,
                Angles.wrapped(path.direction(onset, movement.peak()) - targetDirection),
                wayless ? Double.NaN : Samples.correlation(speed, minimumJerk(speed.length)),
                SpectralArcLength.DEFAULT.of(speed, path.dt()),
                place.holdDrift(),
                place.errorAt(offset + (int) Math.round(SETTLING / path.dt())),
                place.endError(END_WINDOW));
    }

    private static ReachKinematics unmoved(HandPath path, HandPlace place) {
        double nan = Double.NaN;
        double fastest = Arrays.stream(path.speed()).max().orElse(nan);
        return new ReachKinematics(
                false,
                nan,
                nan,
                nan,
                fastest,
                nan,
                nan,
                nan,
                nan,
                nan,
                nan,
                nan,
                nan,
                place.holdDrift(),
                nan,
                place.endError(END_WINDOW));
    }

    /** Returns the shape of the minimum-jerk speed, Flash &amp; Hogan (1985), doi:10.1523/JNEUROSCI.05-07-01688.1985. */
    private static double[] minimumJerk(int samples) {
        double[] speed = new double[samples];
        Arrays.setAll(speed, i -> {
            double share = i / (double) (samples - 1);
            return share * share * (1 - share) * (1 - share);
        });
        return speed;
    }
}
