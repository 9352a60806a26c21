// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.common.Require;
import betz.data.Point;
import betz.data.Recording;
import betz.data.Trial;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a perturbation does to the hand: trials with it beside the same trials without it.
 *
 * <p>Sideways is across the straight way from start to target, to its left where positive; along is the way gone on it.
 *
 * @param trials one by one
 * @param finding the summary over trials with intervals, and the conventions
 */
public record PerturbationResponse(List<TrialResponse> trials, Finding finding) {
    public PerturbationResponse {
        trials = List.copyOf(trials);
    }

    /**
     * One trial.
     *
     * @param deviation sideways, where the hand is farthest from the straight way between the go cue and the end, m
     * @param deviationTime of that from the go cue, s
     * @param overshoot along the straight way beyond where the hand should be in the end, where farthest between the go cue and the end, m;
     *     below 0 short of it
     * @param displacement greatest distance of the hand from where it is at the same time without the perturbation, m
     * @param endError distance of the hand from the target's centre, mean over the last {@link ReachKinematics#END_WINDOW} s, m
     */
    public record TrialResponse(
            double deviation, double deviationTime, double overshoot, double displacement, double endError) {}

    /**
     * Compares the two.
     *
     * @param without has {@code hand.position}
     * @param with the same of the same trials, perturbed
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     */
    public static PerturbationResponse of(Recording without, Recording with, Bootstrap bootstrap, long seed) {
        Require.length(
                "perturbed trials", with.trials().size(), without.trials().size());
        List<TrialResponse> trials = IntStream.range(0, with.trials().size())
                .mapToObj(trial -> response(without, with, trial))
                .toList();
        var summary = new Summary(trials, bootstrap, seed);
        return new PerturbationResponse(
                trials,
                new Finding(
                        "perturbation",
                        List.of(
                                summary.mean("deviation", "m", TrialResponse::deviation),
                                summary.mean("deviation_time", "s", TrialResponse::deviationTime),
                                summary.mean("overshoot", "m", TrialResponse::overshoot),
                                summary.median("displacement", "m", TrialResponse::displacement),
                                summary.median("end_error", "m", TrialResponse::endError)),
                        conventions(bootstrap)));
    }

    private static TrialResponse response(Recording without, Recording with, int trial) {
        Trial asked = with.trials().get(trial);
        double[] sideways = sideways(with, trial);
        int farthest = IntStream.range(asked.goCue(), sideways.length)
                .reduce(asked.goCue(), (a, b) -> Math.abs(sideways[b]) > Math.abs(sideways[a]) ? b : a);
        var usual = new HandPlace(without, trial);
        var place = new HandPlace(with, trial);
        double apart = IntStream.range(0, sideways.length)
                .mapToDouble(step -> place.at(step).distance(usual.at(step)))
                .max()
                .orElse(Double.NaN);
        double dt = with.trials().dt();
        Point goal = asked.goal(asked.end() - 1, dt);
        return new TrialResponse(
                sideways[farthest],
                Double.isNaN(sideways[farthest]) ? Double.NaN : (farthest - asked.goCue()) * dt,
                Arrays.stream(along(with, trial)).skip(asked.goCue()).max().orElse(Double.NaN)
                        - Way.of(asked).along(goal),
                apart,
                place.endError(ReachKinematics.END_WINDOW));
    }

    /**
     * Returns how far to the left of the straight way from start to target the hand is, [step] to the trial's end, m; NaN where no
     * straight way is asked for.
     */
    public static double[] sideways(Recording recording, int trial) {
        var way = Way.of(recording.trials().get(trial));
        return places(recording, trial, way::across);
    }

    /** Returns how far the hand has come along that way, as {@link #sideways}, m. */
    public static double[] along(Recording recording, int trial) {
        var way = Way.of(recording.trials().get(trial));
        return places(recording, trial, way::along);
    }

    private static double[] places(Recording recording, int trial, ToDoubleFunction<Point> measure) {
        var place = new HandPlace(recording, trial);
        int end = Math.min(
                recording.trials().get(trial).end(),
                recording.signal("hand.position").steps());
        return IntStream.range(0, end)
                .mapToDouble(step -> measure.applyAsDouble(place.at(step)))
                .toArray();
    }

    /** The straight way from a place, its direction of length 1 or NaN. */
    private record Way(Point start, double ux, double uy) {
        static Way of(Trial asked) {
            Point start = asked.start();
            double distance = asked.trajectory() == null ? start.distance(asked.target()) : 0; // 0/0 is NaN
            return new Way(
                    start,
                    (asked.target().x() - start.x()) / distance,
                    (asked.target().y() - start.y()) / distance);
        }

        double along(Point place) {
            return ux * (place.x() - start.x()) + uy * (place.y() - start.y());
        }

        double across(Point place) {
            return ux * (place.y() - start.y()) - uy * (place.x() - start.x());
        }
    }

    private record Summary(List<TrialResponse> trials, Bootstrap bootstrap, long seed) {

        Measure mean(String name, String unit, ToDoubleFunction<TrialResponse> figure) {
            return measure(name, unit, figure, Samples::mean);
        }

        Measure median(String name, String unit, ToDoubleFunction<TrialResponse> figure) {
            return measure(name, unit, figure, Samples::median);
        }

        private Measure measure(
                String name, String unit, ToDoubleFunction<TrialResponse> figure, ToDoubleFunction<double[]> middle) {
            double[] values = trials.stream().mapToDouble(figure).toArray();
            ToDoubleFunction<int[]> drawn = chosen -> middle.applyAsDouble(
                    Arrays.stream(chosen).mapToDouble(i -> values[i]).toArray());
            return new Measure(name, unit, bootstrap.interval(values.length, seed, "perturbation " + name, drawn));
        }
    }

    private static List<String> conventions(Bootstrap bootstrap) {
        return List.of(
                "Perturbed trials: deviation is signed, to the left of the straight way from start to target, where the"
                        + " hand is farthest from it after the go cue; mean over trials. Overshoot: beyond the target along that way,"
                        + " where farthest; mean. Displacement: greatest distance from"
                        + " the hand in the same trial without the perturbation; median.",
                bootstrap.text());
    }
}
