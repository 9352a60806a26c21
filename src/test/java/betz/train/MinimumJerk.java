// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import betz.effector.Effector;
import java.util.ArrayList;
import java.util.List;

/** Minimum-jerk reaches of 10 cm in 0.5 s and 10 ms steps, for tests; Flash and Hogan (1985). */
final class MinimumJerk {
    static final double DT = 0.01;
    private static final double DISTANCE = 0.1; // m
    private static final double DURATION = 0.5; // s

    private MinimumJerk() {}

    /** Returns reaches in even directions from a body's start that last as long as the trial. */
    static Recording reaches(Effector body, int count, int steps) {
        return reaches(body, count, steps, 0);
    }

    /** Returns such reaches of which each ends {@code sooner} steps before the one before it, and begins again after four. */
    static Recording reaches(Effector body, int count, int steps, int sooner) {
        double[] joint = body.startJoint();
        Point start = body.hand(joint[0], joint[1]);
        List<Trial> trials = new ArrayList<>();
        Signal position = Signal.zeros("hand.position", "m", count, steps, List.of("x", "y"));
        Signal velocity = Signal.zeros("hand.velocity", "m/s", count, steps, List.of("x", "y"));
        for (int trial = 0; trial < count; trial++) {
            double direction = 2 * Math.PI * trial / count;
            double[] way = {DISTANCE * StrictMath.cos(direction), DISTANCE * StrictMath.sin(direction)};
            var condition = new Condition(trial, "to " + trial, direction);
            int end = steps - sooner * (trial % 4);
            trials.add(new Trial(condition, start, start.plus(way[0], way[1]), 0, 0, end));
            for (int step = 0; step < steps; step++) {
                double t = Math.min(1, step * DT / DURATION);
                double s = t * t * t * (10 - 15 * t + 6 * t * t);
                double v = 30 * t * t * (1 - t) * (1 - t) / DURATION;
                position.set(trial, step, 0, start.x() + way[0] * s);
                position.set(trial, step, 1, start.y() + way[1] * s);
                velocity.set(trial, step, 0, way[0] * v);
                velocity.set(trial, step, 1, way[1] * v);
            }
        }
        return new Recording(new TrialBatch(DT, steps, trials), List.of(position, velocity));
    }
}
