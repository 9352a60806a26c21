// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.Require;
import betz.data.Curve;
import betz.data.Recording;
import betz.data.Signal;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** How a hand follows a moving target: how far from its path, and by what law of speed and curvature. */
public final class Tracing {
    private static final int AXES = 2;

    private final OnsetRule rule;
    private final Bootstrap bootstrap;
    private final long seed;
    private final List<Measure> measures = new ArrayList<>();

    private Tracing(OnsetRule rule, Bootstrap bootstrap, long seed) {
        this.rule = rule;
        this.bootstrap = bootstrap;
        this.seed = seed;
    }

    /**
     * Measures two hands in the same trials, all of which have a trajectory.
     *
     * @param target has {@code hand.position}
     * @param predicted the same signal of the same trials
     * @param rule when a movement begins and ends
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     * @return {@code predicted_path_error}, m, and of both {@code power_law_exponent} and {@code power_law_r2}: medians over trials
     */
    public static Finding of(Recording target, Recording predicted, OnsetRule rule, Bootstrap bootstrap, long seed) {
        Require.that(target.trials().follows(), "trials", "reaches", "trials with a trajectory");
        var tracing = new Tracing(rule, bootstrap, seed);
        int trials = target.trials().size();
        tracing.median(
                "predicted_path_error",
                "m",
                IntStream.range(0, trials)
                        .mapToDouble(trial -> tracing.pathError(target, predicted, trial))
                        .toArray());
        tracing.law("predicted", predicted);
        tracing.law("target", target);
        return new Finding("tracing", tracing.measures, conventions(bootstrap));
    }

    private void law(String whose, Recording recording) {
        List<SpeedCurvature> fits = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> law(recording, trial))
                .toList();
        median(
                whose + "_power_law_exponent",
                "1",
                fits.stream().mapToDouble(SpeedCurvature::exponent).toArray());
        median(
                whose + "_power_law_r2",
                "1",
                fits.stream().mapToDouble(SpeedCurvature::explained).toArray());
    }

    /** Fits the middle of the movement, which leaves out the ramps of a curve; nothing to fit on other paths. */
    private SpeedCurvature law(Recording recording, int trial) {
        Trial asked = recording.trials().get(trial);
        var path = HandPath.of(recording, trial, rule);
        var movement = rule.whole(path.speed(), asked.goCue());
        if (movement.isEmpty() || !(asked.trajectory() instanceof Curve curve)) {
            return new SpeedCurvature(Double.NaN, Double.NaN, Double.NaN);
        }
        double middle = (movement.get().onset() + movement.get().offset()) / 2.0;
        double half = (curve.duration() / 2 - curve.turn().ramp()) / path.dt();
        int from = Math.max(1, (int) Math.ceil(middle - half));
        int to = Math.min(path.speed().length - 1, (int) Math.floor(middle + half));
        return SpeedCurvature.of(path, from, to);
    }

    /** Returns the mean distance of the predicted hand from the target's whole path while the target's moves, m. */
    private double pathError(Recording target, Recording predicted, int trial) {
        Trial asked = target.trials().get(trial);
        var movement = rule.whole(HandPath.of(target, trial, rule).speed(), asked.goCue());
        if (movement.isEmpty()) {
            return Double.NaN;
        }
        int from = movement.get().onset();
        int to = movement.get().offset();
        Signal path = target.signal("hand.position");
        Signal hand = predicted.signal("hand.position");
        double sum = 0;
        for (int step = from; step <= to; step++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (int part = from; part < to; part++) {
                nearest = Math.min(nearest, distance(hand, path, trial, step, part));
            }
            sum += nearest;
        }
        return sum / (to - from + 1);
    }

    /** Returns the distance of the hand at a step from the straight part of a path that begins at another step. */
    private static double distance(Signal hand, Signal path, int trial, int step, int part) {
        double along = 0;
        double length = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double way = path.get(trial, part + 1, axis) - path.get(trial, part, axis);
            along += way * (hand.get(trial, step, axis) - path.get(trial, part, axis));
            length += way * way;
        }
        double share = length > 0 ? Math.max(0, Math.min(1, along / length)) : 0;
        double squares = 0;
        for (int axis = 0; axis < AXES; axis++) {
            double way = path.get(trial, part + 1, axis) - path.get(trial, part, axis);
            double off = hand.get(trial, step, axis) - path.get(trial, part, axis) - share * way;
            squares += off * off;
        }
        return Math.sqrt(squares);
    }

    private void median(String name, String unit, double[] values) {
        measures.add(bootstrap.measure(name, unit, values, Samples::median, seed));
    }

    private static List<String> conventions(Bootstrap bootstrap) {
        return List.of(
                "Where the hand follows a target, its movement lasts from the last sample before to the first after all that are"
                        + " above the share of the peak speed. Chord, direction and minimum jerk say nothing of it.",
                "Path error: mean distance of the network's hand from the nearest place of the reference's path while the"
                        + " reference moves; median over trials.",
                "Power law: speed = gain * curvature^-exponent, least squares of the logarithms over the middle of the movement,"
                        + " without ramps and without places of a radius above 1 m; 1/3 is the two-thirds power law. A circle has"
                        + " none.",
                bootstrap.text());
    }
}
