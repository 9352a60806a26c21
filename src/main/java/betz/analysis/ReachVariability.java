// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.Require;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Trial;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How reaches of the same kind differ from trial to trial.
 *
 * <p>The end point is the hand's mean place over the last {@link ReachKinematics#END_WINDOW} s, relative to the target. Along
 * and across refer to the line from start to target. A spread of all conditions is the root of the mean, over trials, of
 * {@code n/(n - 1) (deviation from the condition's mean)²}.
 *
 * @param conditions one by one
 * @param finding the summary: spreads over all conditions with intervals, and the conventions
 */
public record ReachVariability(List<ConditionSpread> conditions, Finding finding) {
    /** Fewer trials of a condition do not tell a spread. */
    public static final int LEAST_TRIALS = 3;

    public ReachVariability {
        conditions = List.copyOf(conditions);
    }

    /**
     * All trials of one condition.
     *
     * @param condition the condition
     * @param ends end point of each trial relative to the target, x and y, m
     * @param end spread of the end points
     * @param along standard deviation of the end points along the reach, m
     * @param across standard deviation across it, m
     * @param pathAcross standard deviation, across the reach, of the hand where each trial is fastest, m; NaN if fewer than two
     *     trials have a movement
     */
    public record ConditionSpread(
            Condition condition, List<Point> ends, Spread end, double along, double across, double pathAcross) {
        public ConditionSpread {
            ends = List.copyOf(ends);
        }
    }

    /** Tells whether every condition has trials enough. */
    public static boolean canBeMeasured(Recording recording) {
        return recording.trials().conditions().stream()
                .allMatch(condition -> of(recording, condition).length >= LEAST_TRIALS);
    }

    /**
     * Measures all reaches of a recording.
     *
     * @param recording has {@code hand.position}, and at least {@value #LEAST_TRIALS} trials of every condition
     * @param reaches how the hand moved, [trial]
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     */
    public static ReachVariability of(
            Recording recording, List<ReachKinematics> reaches, Bootstrap bootstrap, long seed) {
        Require.length("reaches", reaches.size(), recording.trials().size());
        Require.that(canBeMeasured(recording), "trials of a condition", "fewer", LEAST_TRIALS + " or more");
        var places = new Places(recording, reaches);
        List<ConditionSpread> conditions = new ArrayList<>();
        double[] along = new double[reaches.size()];
        double[] across = new double[reaches.size()];
        double[] path = new double[reaches.size()];
        for (Condition condition : recording.trials().conditions()) {
            int[] own = of(recording, condition);
            conditions.add(new ConditionSpread(
                    condition,
                    Arrays.stream(own).mapToObj(i -> places.end[i]).toList(),
                    Spread.of(pick(places.x, own), pick(places.y, own)),
                    spread(places.along, own, along),
                    spread(places.across, own, across),
                    spread(places.path, own, path)));
        }
        double[] end = new double[along.length];
        Arrays.setAll(end, i -> along[i] + across[i]);
        var measures = List.of(
                measure("end_sd", end, bootstrap, seed),
                measure("end_sd_along", along, bootstrap, seed),
                measure("end_sd_across", across, bootstrap, seed),
                measure("path_sd_across", path, bootstrap, seed));
        return new ReachVariability(conditions, new Finding("variability", measures, conventions(bootstrap)));
    }

    /** Where the hand ends and passes, trial by trial, m. */
    private static final class Places {
        final Point[] end;
        final double[] x;
        final double[] y;
        final double[] along;
        final double[] across;
        final double[] path;

        Places(Recording recording, List<ReachKinematics> reaches) {
            int trials = reaches.size();
            end = new Point[trials];
            x = new double[trials];
            y = new double[trials];
            along = new double[trials];
            across = new double[trials];
            path = new double[trials];
            for (int i = 0; i < trials; i++) {
                measure(
                        i,
                        new HandPlace(recording, i),
                        reaches.get(i),
                        recording.trials().dt());
            }
        }

        private void measure(int i, HandPlace place, ReachKinematics reach, double dt) {
            Trial asked = place.asked();
            Point goal = asked.target();
            Point start = asked.start();
            double distance = start.distance(goal);
            double ux = (goal.x() - start.x()) / distance;
            double uy = (goal.y() - start.y()) / distance;
            end[i] = place.mean(ReachKinematics.END_WINDOW).plus(-goal.x(), -goal.y());
            x[i] = end[i].x();
            y[i] = end[i].y();
            along[i] = ux * x[i] + uy * y[i];
            across[i] = ux * y[i] - uy * x[i];
            path[i] = Double.NaN;
            if (reach.moved()) {
                double fastest = reach.onset() + reach.peakTime() * reach.movementTime();
                Point passed = place.at((int) Math.round(fastest / dt)).plus(-start.x(), -start.y());
                path[i] = ux * passed.y() - uy * passed.x();
            }
        }
    }

    private static int[] of(Recording recording, Condition condition) {
        return IntStream.range(0, recording.trials().size())
                .filter(i -> recording.trials().get(i).condition().equals(condition))
                .toArray();
    }

    /** Writes each trial's share of the variance, and returns the standard deviation in the condition. */
    private static double spread(double[] values, int[] own, double[] shares) {
        double[] here = pick(values, own);
        double mean = Samples.mean(here);
        long n = Arrays.stream(here).filter(Double::isFinite).count();
        double factor = n < 2 ? Double.NaN : n / (n - 1.0);
        for (int i : own) {
            shares[i] = factor * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(Samples.mean(pick(shares, own)));
    }

    private static double[] pick(double[] values, int[] chosen) {
        return Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray();
    }

    private static Measure measure(String name, double[] shares, Bootstrap bootstrap, long seed) {
        return new Measure(
                name,
                "m",
                bootstrap.interval(shares.length, seed, name, drawn -> Math.sqrt(Samples.mean(pick(shares, drawn)))));
    }

    private static List<String> conventions(Bootstrap bootstrap) {
        return List.of(
                "Spread of end points: standard deviation, with n - 1, of the hand's mean place over the last 50 ms around its"
                        + " mean in the condition; pooled over conditions. The whole is the root of the squares along and"
                        + " across the line from start to target.",
                "Spread of paths: across that line, where each reach is fastest.",
                "Ellipses hold 95 % of a normal distribution with the condition's covariance: semi-axes √(5.991 λ).",
                bootstrap.text());
    }
}
