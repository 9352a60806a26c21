// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.common.Require;
import betz.data.Condition;
import betz.data.Recording;
import betz.data.Signal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How well predicted reaches meet their targets, trial by trial and over all.
 *
 * <p>Each trial counts from {@value #LEAD} s before the onset of the target's movement (its go cue, where the target did
 * not move) to its end. Distances are in the plane: {@code RMSE = √(mean |y − ŷ|²)}.
 *
 * @param rule when a movement begins
 * @param bootstrap how the intervals were computed
 * @param trials one by one
 * @param conditions pooled over their trials
 * @param position fit of the hand's position
 * @param velocity fit of the hand's velocity
 * @param finding the summary: medians over trials with intervals, and the conventions
 */
public record Comparison(
        OnsetRule rule,
        Bootstrap bootstrap,
        List<TrialResult> trials,
        List<ConditionResult> conditions,
        Fit position,
        Fit velocity,
        Finding finding) {
    /** How long before the onset of the target's movement the comparison begins, s. */
    public static final double LEAD = 0.100;

    public Comparison {
        trials = List.copyOf(trials);
        conditions = List.copyOf(conditions);
    }

    /**
     * One trial.
     *
     * @param trial index
     * @param condition its condition
     * @param from first step that counts
     * @param positionRmse m
     * @param velocityRmse m/s
     * @param target how the target's hand moved
     * @param predicted how the predicted hand moved
     */
    public record TrialResult(
            int trial,
            Condition condition,
            int from,
            double positionRmse,
            double velocityRmse,
            ReachKinematics target,
            ReachKinematics predicted) {}

    /**
     * All trials of one condition.
     *
     * @param condition the condition
     * @param trials number of trials
     * @param positionRmse over all samples, m
     * @param velocityRmse over all samples, m/s
     * @param endError mean of the predicted hand, m
     * @param directionError mean absolute value of the predicted hand, rad
     */
    public record ConditionResult(
            Condition condition,
            int trials,
            double positionRmse,
            double velocityRmse,
            double endError,
            double directionError) {}

    /** Compares with the default bootstrap; see {@link #of(Recording, Recording, OnsetRule, Bootstrap, long)}. */
    public static Comparison of(Recording target, Recording predicted, OnsetRule rule, long seed) {
        return of(target, predicted, rule, Bootstrap.DEFAULT, seed);
    }

    /**
     * Compares two recordings of the same trials.
     *
     * @param target has {@code hand.position} and {@code hand.velocity}
     * @param predicted the same signals of the same trials
     * @param rule when a movement begins and ends
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     */
    public static Comparison of(Recording target, Recording predicted, OnsetRule rule, Bootstrap bootstrap, long seed) {
        Require.that(
                target.trials().equals(predicted.trials()),
                "predicted trials",
                predicted.trials().size() + " trials that differ from the target's",
                "the same " + target.trials().size() + " trials");
        List<ReachKinematics> targetReaches = reaches(target, rule);
        List<ReachKinematics> predictedReaches = reaches(predicted, rule);
        int[] from = starts(target, targetReaches);
        var position = sums(target, predicted, "hand.position", from);
        var velocity = sums(target, predicted, "hand.velocity", from);
        List<TrialResult> trials = new ArrayList<>();
        for (int i = 0; i < from.length; i++) {
            trials.add(new TrialResult(
                    i,
                    target.trials().get(i).condition(),
                    from[i],
                    rmse(position.subList(i, i + 1)),
                    rmse(velocity.subList(i, i + 1)),
                    targetReaches.get(i),
                    predictedReaches.get(i)));
        }
        var positionFit = Fit.of(position, bootstrap, seed, "position_r2");
        var velocityFit = Fit.of(velocity, bootstrap, seed, "velocity_r2");
        var finding = new ComparisonSummary(trials, positionFit, velocityFit, rule, bootstrap, seed).finding();
        var conditions = conditions(target, trials, position, velocity);
        return new Comparison(rule, bootstrap, trials, conditions, positionFit, velocityFit, finding);
    }

    private static List<ReachKinematics> reaches(Recording recording, OnsetRule rule) {
        List<ReachKinematics> reaches = new ArrayList<>();
        for (int trial = 0; trial < recording.trials().size(); trial++) {
            reaches.add(ReachKinematics.of(recording, trial, rule));
        }
        return reaches;
    }

    private static int[] starts(Recording target, List<ReachKinematics> reaches) {
        double dt = target.trials().dt();
        int[] from = new int[reaches.size()];
        Arrays.setAll(from, i -> {
            var reach = reaches.get(i);
            double onset =
                    reach.moved() ? reach.onset() : target.trials().get(i).goCue() * dt;
            return Math.max(0, (int) Math.round((onset - LEAD) / dt));
        });
        return from;
    }

    private static List<Fit.AxisSums> sums(Recording target, Recording predicted, String name, int[] from) {
        Signal y = target.signal(name);
        Signal guess = predicted.signal(name);
        double[] origin = {
            y.get(0, from[0], 0), y.get(0, from[0], 1),
        };
        List<Fit.AxisSums> sums = new ArrayList<>();
        for (int trial = 0; trial < from.length; trial++) {
            var sum = new Fit.AxisSums();
            int end = Math.min(target.trials().get(trial).end(), y.steps());
            for (int step = from[trial]; step < end; step++) {
                double[] asked = {y.get(trial, step, 0), y.get(trial, step, 1)};
                double[] got = {guess.get(trial, step, 0), guess.get(trial, step, 1)};
                sum.add(asked, got, origin);
            }
            sums.add(sum);
        }
        return sums;
    }

    private static double rmse(List<Fit.AxisSums> sums) {
        double squares = sums.stream().mapToDouble(Fit.AxisSums::squares).sum();
        return Math.sqrt(squares / sums.stream().mapToInt(Fit.AxisSums::samples).sum());
    }

    private static List<ConditionResult> conditions(
            Recording target, List<TrialResult> trials, List<Fit.AxisSums> position, List<Fit.AxisSums> velocity) {
        return target.trials().conditions().stream()
                .map(condition -> {
                    var own = trials.stream()
                            .filter(trial -> trial.condition().equals(condition))
                            .toList();
                    return new ConditionResult(
                            condition,
                            own.size(),
                            rmse(own.stream().map(t -> position.get(t.trial())).toList()),
                            rmse(own.stream().map(t -> velocity.get(t.trial())).toList()),
                            mean(own, t -> t.predicted().endError()),
                            mean(own, t -> Math.abs(t.predicted().directionError())));
                })
                .toList();
    }

    private static double mean(List<TrialResult> trials, ToDoubleFunction<TrialResult> figure) {
        return Samples.mean(trials.stream().mapToDouble(figure).toArray());
    }
}
