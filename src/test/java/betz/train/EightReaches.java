// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.cortex.TunedCortex;
import betz.cortex.TunedLayer;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Arm26;
import betz.loop.Rollout;
import java.util.stream.IntStream;

/** Reaches of 10 cm to 8 targets by a tuned cortex: target at .2 s, go at .7 s, 10 ms steps, noise-free vision 50 ms late. */
final class EightReaches {
    static final int GO = 70;
    static final TrialBatch TRIALS = trials();
    private final Recording recording;
    private final Signal position;
    private final Signal velocity;

    EightReaches(TunedLayer layer) {
        recording = new Rollout(Arm26.DEFAULT, TunedCortex.DEFAULT.feedback()).run(layer, TRIALS, 1);
        position = recording.signal("hand.position");
        velocity = recording.signal("hand.velocity");
    }

    static Calibration calibrate(TunedCortex cortex, long seed) {
        return ReadoutCalibration.DEFAULT.fit(cortex, Arm26.DEFAULT, 0.010, seed);
    }

    private static TrialBatch trials() {
        double[] posture = Arm26.DEFAULT.startJoint();
        Point start = Arm26.DEFAULT.hand(posture[0], posture[1]);
        return new TrialBatch(
                0.010, 221, IntStream.range(0, 8).mapToObj(i -> trial(i, start)).toList());
    }

    private static Trial trial(int index, Point start) {
        double angle = index * Math.PI / 4;
        Point target = start.plus(0.1 * StrictMath.cos(angle), 0.1 * StrictMath.sin(angle));
        return new Trial(new Condition(index, "target " + index, angle), start, target, 20, GO, 221);
    }

    Signal signal(String name) {
        return recording.signal(name);
    }

    double speed(int step, int trial) {
        return StrictMath.hypot(velocity.get(trial, step, 0), velocity.get(trial, step, 1));
    }

    /** Returns the distance to the target, m. */
    double error(int step, int trial) {
        return distance(step, trial, TRIALS.get(trial).target());
    }

    /** Returns the distance to the start, m. */
    double drift(int step, int trial) {
        return distance(step, trial, TRIALS.get(trial).start());
    }

    private double distance(int step, int trial, Point place) {
        return new Point(position.get(trial, step, 0), position.get(trial, step, 1)).distance(place);
    }
}
