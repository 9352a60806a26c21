// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;

/** Minimum-jerk reaches of 10 cm in 0.5 s, 0.2 s after a go cue at 0.3 s, to eight targets. */
final class Reaches {
    static final double DT = 0.005;
    static final double ONSET = 0.5;
    static final double DURATION = 0.5;
    static final double DISTANCE = 0.10;
    static final Point START = new Point(0.05, 0.3);
    private static final int STEPS = 301;

    private Reaches() {}

    static Recording minimumJerk(int trials) {
        return recording(trials, 1, 0);
    }

    /** Reaches that go {@code gain} times as far, turned by an angle (rad). */
    static Recording recording(int trials, double gain, double turn) {
        List<Trial> asked = new ArrayList<>();
        var position = Signal.zeros("hand.position", "m", trials, STEPS, List.of("x", "y"));
        var velocity = Signal.zeros("hand.velocity", "m/s", trials, STEPS, List.of("x", "y"));
        for (int trial = 0; trial < trials; trial++) {
            double direction = trial % 8 * Math.PI / 4;
            var condition = new Condition(trial % 8, 45 * (trial % 8) + "°", direction);
            var target = START.plus(DISTANCE * Math.cos(direction), DISTANCE * Math.sin(direction));
            asked.add(new Trial(condition, START, target, 20, 60, STEPS - 1));
            for (int step = 0; step < STEPS; step++) {
                double share = Math.min(1, Math.max(0, (step * DT - ONSET) / DURATION));
                double gone = gain * DISTANCE * share * share * share * (10 - 15 * share + 6 * share * share);
                double speed = gain * DISTANCE / DURATION * 30 * share * share * (1 - share) * (1 - share);
                position.set(trial, step, 0, START.x() + gone * Math.cos(direction + turn));
                position.set(trial, step, 1, START.y() + gone * Math.sin(direction + turn));
                velocity.set(trial, step, 0, speed * Math.cos(direction + turn));
                velocity.set(trial, step, 1, speed * Math.sin(direction + turn));
            }
        }
        return new Recording(new TrialBatch(DT, STEPS, asked), List.of(position, velocity));
    }
}
