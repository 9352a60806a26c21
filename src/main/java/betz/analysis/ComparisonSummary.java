// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Comparison.TrialResult;
import betz.analysis.Finding.Measure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Medians over trials with their intervals, for the target and for the prediction. */
record ComparisonSummary(
        List<TrialResult> trials, Fit position, Fit velocity, OnsetRule rule, Bootstrap bootstrap, long seed) {

    /** The figures that are told of both hands: name, unit, value. */
    private record Told(String name, String unit, ToDoubleFunction<ReachKinematics> figure) {}

    private static final List<Told> TOLD = List.of(
            new Told("end_error", "m", ReachKinematics::endError),
            new Told("arrival_error", "m", ReachKinematics::arrivalError),
            new Told("hold_drift", "m", ReachKinematics::holdDrift),
            new Told("reaction_time", "s", ReachKinematics::reactionTime),
            new Told("movement_time", "s", ReachKinematics::movementTime),
            new Told("peak_speed", "m/s", ReachKinematics::peakSpeed),
            new Told("peak_time", "1", ReachKinematics::peakTime),
            new Told("peak_to_mean_speed", "1", ReachKinematics::peakToMean),
            new Told("path_ratio", "1", ReachKinematics::pathRatio),
            new Told("linearity", "1", ReachKinematics::linearity),
            new Told("minimum_jerk_correlation", "1", ReachKinematics::minimumJerkCorrelation),
            new Told("smoothness", "1", ReachKinematics::smoothness));

    Finding finding() {
        List<Measure> measures = new ArrayList<>();
        measures.add(new Measure("position_r2", "1", position.pooled()));
        measures.add(new Measure("velocity_r2", "1", velocity.pooled()));
        measures.add(median("position_rmse", "m", TrialResult::positionRmse));
        measures.add(median("velocity_rmse", "m/s", TrialResult::velocityRmse));
        both(measures, "direction_error", reach -> Math.abs(reach.directionError()));
        for (Told told : TOLD) {
            measures.add(median("predicted_" + told.name, told.unit, t -> told.figure.applyAsDouble(t.predicted())));
            measures.add(median("target_" + told.name, told.unit, t -> told.figure.applyAsDouble(t.target())));
        }
        return new Finding("comparison", measures, conventions());
    }

    /** Adds the mean, not the median: that of a blind controller is known to be a quarter turn. */
    private void both(List<Measure> measures, String name, ToDoubleFunction<ReachKinematics> figure) {
        measures.add(mean("predicted_" + name, "rad", t -> figure.applyAsDouble(t.predicted())));
        measures.add(mean("target_" + name, "rad", t -> figure.applyAsDouble(t.target())));
    }

    private Measure median(String name, String unit, ToDoubleFunction<TrialResult> figure) {
        double[] values = trials.stream().mapToDouble(figure).toArray();
        return new Measure(
                name,
                unit,
                bootstrap.interval(values.length, seed, name, drawn -> Samples.median(pick(values, drawn))));
    }

    private Measure mean(String name, String unit, ToDoubleFunction<TrialResult> figure) {
        double[] values = trials.stream().mapToDouble(figure).toArray();
        return new Measure(
                name, unit, bootstrap.interval(values.length, seed, name, drawn -> Samples.mean(pick(values, drawn))));
    }

    private static double[] pick(double[] values, int[] drawn) {
        return Arrays.stream(drawn).mapToDouble(i -> values[i]).toArray();
    }

    private List<String> conventions() {
        return List.of(
                rule.text(),
                "R² pools both axes, all trials and all samples from 100 ms before the onset of the target's movement to"
                        + " the end of the trial; the mean is per axis.",
                "RMSE: over the same samples; median over trials.",
                "End-point error: distance of the hand from the target's centre, mean over the last 50 ms of the trial.",
                "Arrival error: the same distance 100 ms after the end of the movement. Hold drift: greatest distance of the"
                        + " hand from the start up to the go cue.",
                "Direction error: between the chord from onset to the hand at peak speed and the target's direction; mean"
                        + " of absolute values, 90 degrees for a blind controller.",
                "Smoothness: spectral arc length from onset to offset, cutoff 10 Hz, threshold 0.05, padding 4.",
                bootstrap.text());
    }
}
