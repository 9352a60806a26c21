// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.data.Condition;
import betz.data.Perturbation;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;

/**
 * A minimum-jerk reach whose every figure follows from a formula.
 *
 * @param direction of the target, rad
 * @param distance to the target, m
 * @param duration of the movement, s
 * @param gain distance gone over that asked for
 * @param turn of the way gone from that asked for, rad
 * @param bow greatest distance to the left of the way gone, halfway in time, m
 * @param perturbation of the trial
 */
record MadeReach(
        double direction,
        double distance,
        double duration,
        double gain,
        double turn,
        double bow,
        Perturbation perturbation) {
    static final double DT = 0.005;
    static final double GO = 0.3;

    /** From the go cue to where the position begins to change, s. */
    static final double LATENCY = 0.2;

    static final Point START = new Point(0.02, 0.4);
    private static final double REST = 0.5;

    /** A straight reach of 10 cm in 0.5 s to one of eight targets. */
    static MadeReach to(int octant) {
        return new MadeReach(octant * Math.PI / 4, 0.10, 0.5, 1, 0, 0, Perturbation.None.DEFAULT);
    }

    MadeReach far(double metres, double seconds) {
        return new MadeReach(direction, metres, seconds, gain, turn, bow, perturbation);
    }

    MadeReach missing(double share, double angle) {
        return new MadeReach(direction, distance, duration, share, angle, bow, perturbation);
    }

    MadeReach bowed(double metres) {
        return new MadeReach(direction, distance, duration, gain, turn, metres, perturbation);
    }

    MadeReach under(Perturbation other) {
        return new MadeReach(direction, distance, duration, gain, turn, bow, other);
    }

    /** Returns where the hand is along and to the left of the way gone, m. */
    private double[] place(double time) {
        double s = Math.max(0, Math.min(1, (time - GO - LATENCY) / duration));
        double gone = gain * distance * s * s * s * (10 - 15 * s + 6 * s * s);
        return new double[] {gone, bow * 64 * Math.pow(s * (1 - s), 3)};
    }

    /** Lays reaches out; conditions are numbered as they come by direction and distance. */
    static Recording recording(List<MadeReach> reaches) {
        double longest = reaches.stream().mapToDouble(MadeReach::duration).max().orElseThrow();
        int steps = (int) Math.round((GO + LATENCY + longest + REST) / DT);
        var hand = Signal.zeros("hand.position", "m", reaches.size(), steps, List.of("x", "y"));
        List<Trial> trials = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (int i = 0; i < reaches.size(); i++) {
            MadeReach reach = reaches.get(i);
            String label = Math.round(Math.toDegrees(reach.direction)) + "° " + reach.distance;
            if (!labels.contains(label)) {
                labels.add(label);
            }
            var condition = new Condition(labels.indexOf(label), label, reach.direction);
            var target =
                    START.plus(reach.distance * Math.cos(reach.direction), reach.distance * Math.sin(reach.direction));
            int go = (int) Math.round(GO / DT);
            trials.add(new Trial(condition, START, target, 0, go, steps).with(reach.perturbation));
            double c = Math.cos(reach.direction + reach.turn);
            double s = Math.sin(reach.direction + reach.turn);
            for (int step = 0; step < steps; step++) {
                double[] place = reach.place(step * DT);
                hand.set(i, step, 0, START.x() + c * place[0] - s * place[1]);
                hand.set(i, step, 1, START.y() + s * place[0] + c * place[1]);
            }
        }
        return new Recording(new TrialBatch(DT, steps, trials), List.of(hand));
    }
}
