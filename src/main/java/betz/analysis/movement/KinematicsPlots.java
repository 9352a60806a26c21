// SPDX-License-Identifier: Apache-2.0
package betz.analysis.movement;

import betz.analysis.HandPath;
import betz.analysis.Movement;
import betz.analysis.OnsetRule;
import betz.analysis.Plot;
import betz.analysis.Plot.Axis;
import betz.analysis.Plot.Curve;
import betz.analysis.Plot.Form;
import betz.analysis.Plot.Kind;
import betz.analysis.Samples;
import betz.data.Recording;
import java.util.Arrays;
import java.util.List;

/** Charts of reaches. */
final class KinematicsPlots {
    private static final double BEFORE = 0.1; // onset, s
    private static final double AFTER = 1.5; // movement times
    private static final double CENTI = 100;
    private static final double MILLI = 1000;

    private final Recording recording;
    private final List<Reach> reaches;
    private final OnsetRule rule;
    private final double dt;

    KinematicsPlots(Recording recording, List<Reach> reaches, OnsetRule rule) {
        this.recording = recording;
        this.reaches = reaches;
        this.rule = rule;
        dt = recording.trials().dt();
    }

    /** Returns the mean speed from before the onset on, beside minimum jerk of the median duration and peak. */
    Plot speed() {
        double duration = Samples.median(
                reaches.stream().mapToDouble(r -> r.usual().movementTime()).toArray());
        int before = (int) Math.round(BEFORE / dt);
        double[] sum = new double[before + 1 + (int) Math.ceil(AFTER * duration / dt)];
        int[] count = new int[sum.length];
        for (int trial = 0; trial < recording.trials().size(); trial++) {
            double[] speed = HandPath.of(recording, trial, rule).speed();
            int go = recording.trials().get(trial).goCue();
            rule.movement(speed, go).map(Movement::onset).ifPresent(onset -> add(speed, onset - before, sum, count));
        }
        double[] time = new double[sum.length];
        Arrays.setAll(time, i -> MILLI * (i - before) * dt);
        double[] mean = new double[sum.length];
        Arrays.setAll(mean, i -> CENTI * sum[i] / count[i]);
        double mid = Samples.median(reaches.stream()
                .mapToDouble(r -> r.usual().peakSpeed() / r.peakToMean())
                .toArray());
        double[] smooth = new double[sum.length];
        Arrays.setAll(smooth, i -> {
            double share = (i - before) * dt / duration;
            return share < 0 || share > 1 ? 0 : CENTI * mid * Reach.minimumJerk(share);
        });
        return new Plot(
                "kinematics-speed",
                "Speed of the hand",
                "Mean over all reaches, from 100 ms before the onset on, and minimum jerk of the median duration and"
                        + " mean speed.",
                Form.LINES,
                new Axis("Time from the onset", "ms"),
                new Axis("Speed", "cm/s"),
                List.of(Curve.of("Hand", time, mean), Curve.of("Minimum jerk", Kind.FIT, time, smooth)));
    }

    private static void add(double[] speed, int first, double[] sum, int[] count) {
        for (int i = 0; i < sum.length; i++) {
            int step = Math.max(0, Math.min(speed.length - 1, first + i)); // a hand stays where its trial ends
            sum[i] += speed[step];
            count[i]++;
        }
    }

    /** Returns where reaches end, along and across their way. */
    Plot ends() {
        return new Plot(
                "kinematics-ends",
                "End points",
                "Where the hand is when its movement ends, from the target's centre, turned so that the way from start"
                        + " to target points upwards.",
                Form.DOTS,
                new Axis("To the right of the target", "cm"),
                new Axis("Beyond the target", "cm"),
                List.of(Curve.of(
                        "End point",
                        reaches.stream().mapToDouble(r -> -CENTI * r.across()).toArray(),
                        reaches.stream().mapToDouble(r -> CENTI * r.along()).toArray())));
    }
}
