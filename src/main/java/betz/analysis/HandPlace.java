// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.stream.IntStream;

/** Where the hand is in one trial, as recorded and not low-passed, against where it should be. */
final class HandPlace {
    private final double dt;
    private final Trial asked;
    private final Signal hand;
    private final int trial;

    HandPlace(Recording recording, int trial) {
        this.dt = recording.trials().dt();
        this.asked = recording.trials().get(trial);
        this.hand = recording.signal("hand.position");
        this.trial = trial;
    }

    /** Returns what was asked. */
    Trial asked() {
        return asked;
    }

    /** Returns the greatest distance from the start up to the go cue, m. */
    double holdDrift() {
        double greatest = 0;
        for (int step = 0; step <= Math.min(asked.goCue(), end() - 1); step++) {
            greatest = Math.max(greatest, distance(step, asked.start()));
        }
        return greatest;
    }

    /** Returns the distance from the start at every step from one on, [step], m. */
    double[] away(int from) {
        return IntStream.range(from, end())
                .mapToDouble(step -> distance(step, asked.start()))
                .toArray();
    }

    /** Returns the distance from where the hand should end, at a step or at the trial's last if that is earlier, m. */
    double errorAt(int step) {
        int known = Math.min(step, end() - 1);
        return distance(known, asked.goal(known, dt));
    }

    /** Returns the mean distance from the target's centre over the last {@code window} seconds of the trial, m. */
    double endError(double window) {
        int first = first(window);
        double sum = 0;
        for (int step = first; step < end(); step++) {
            sum += errorAt(step);
        }
        return sum / (end() - first);
    }

    /** Returns the mean place over the last {@code window} seconds of the trial. */
    Point mean(double window) {
        int first = first(window);
        double x = 0;
        double y = 0;
        for (int step = first; step < end(); step++) {
            x += hand.get(trial, step, 0);
            y += hand.get(trial, step, 1);
        }
        return new Point(x / (end() - first), y / (end() - first));
    }

    /** Returns the place at a step, or at the trial's last if that is earlier. */
    Point at(int step) {
        int known = Math.min(step, end() - 1);
        return new Point(hand.get(trial, known, 0), hand.get(trial, known, 1));
    }

    private int first(double window) {
        return Math.max(0, end() - Math.max(1, (int) Math.round(window / dt)));
    }

    private int end() {
        return Math.min(asked.end(), hand.steps());
    }

    private double distance(int step, Point place) {
        return new Point(hand.get(trial, step, 0), hand.get(trial, step, 1)).distance(place);
    }
}
