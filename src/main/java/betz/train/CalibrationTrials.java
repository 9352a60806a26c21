// SPDX-License-Identifier: Apache-2.0
package betz.train;

import betz.common.RandomStream;
import betz.cortex.Plan;
import betz.data.Condition;
import betz.data.Point;
import betz.data.Trial;
import betz.data.TrialBatch;
import java.util.ArrayList;
import java.util.List;

/** The reaches on which a read-out is fitted, and smooth random deviations from them. */
final class CalibrationTrials {
    private static final double TARGET_ON = 0.2; // s
    private static final double GO = 0.7; // s
    private static final double END = 2.2; // s; the reach of .74 s must be over long before
    private static final double EARLIEST = GO - 0.2; // s, centre of a deviation
    private static final double LATEST = END - 0.4; // s
    private static final double NARROWEST = 0.060; // s, standard deviation of a deviation in time
    private static final double WIDEST = 0.150; // s
    private static final int BUMPS = 3;

    private CalibrationTrials() {}

    /** Returns reaches in all directions over both distances, then trials whose target is the start. */
    static TrialBatch of(ReadoutCalibration settings, Point start, double dt) {
        List<Trial> trials = new ArrayList<>();
        for (double distance : new double[] {settings.distance(), settings.shortDistance()}) {
            for (int i = 0; i < settings.directions(); i++) {
                trials.add(reach(trials.size(), 2 * Math.PI * i / settings.directions(), distance, start, dt));
            }
        }
        for (int i = 0; i < settings.nullTrials(); i++) {
            trials.add(reach(trials.size(), 0, 0, start, dt));
        }
        return new TrialBatch(dt, steps(END, dt), trials);
    }

    private static Trial reach(int index, double direction, double distance, Point start, double dt) {
        Point target = start.plus(distance * StrictMath.cos(direction), distance * StrictMath.sin(direction));
        var condition = new Condition(index, "calibration " + index, direction);
        return new Trial(condition, start, target, steps(TARGET_ON, dt), steps(GO, dt), steps(END, dt));
    }

    private static int steps(double time, double dt) {
        return (int) Math.round(time / dt);
    }

    /** Returns the deviations of one copy of the trials: per axis the sum of three Gaussian bumps of equal variance. */
    static Plan.Deviation deviation(ReadoutCalibration settings, TrialBatch trials, long seed, int copy) {
        double height = settings.deviation() / Math.sqrt(BUMPS);
        double[][][] bumps = new double[trials.size()][BUMPS][];
        for (int trial = 0; trial < trials.size(); trial++) {
            var random = RandomStream.of(seed, "calibration deviation", copy, trial);
            for (int bump = 0; bump < BUMPS; bump++) {
                bumps[trial][bump] = new double[] {
                    height * random.nextGaussian(),
                    height * random.nextGaussian(),
                    EARLIEST + (LATEST - EARLIEST) * random.nextDouble(),
                    NARROWEST + (WIDEST - NARROWEST) * random.nextDouble()
                };
            }
        }
        return (trial, axis, step) -> sum(bumps[trial], axis, step * trials.dt());
    }

    private static double sum(double[][] bumps, int axis, double time) {
        double sum = 0;
        for (double[] bump : bumps) {
            double z = (time - bump[2]) / bump[3];
            sum += bump[axis] * StrictMath.exp(-0.5 * z * z);
        }
        return sum;
    }

    /** Returns the hand path of one trial, [step][axis], m: the plan, {@code lead} steps later. */
    static double[][] handPath(Plan plan, int trial, int lead) {
        TrialBatch trials = plan.trials();
        Point start = trials.get(trial).start();
        double[][] path = new double[trials.steps()][];
        for (int step = 0; step < path.length; step++) {
            double[][] planned = plan.position(Math.max(0, step - lead));
            path[step] = new double[] {start.x() + planned[0][trial], start.y() + planned[1][trial]};
        }
        return path;
    }
}
