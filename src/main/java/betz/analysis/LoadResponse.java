// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.data.Condition;
import betz.data.Recording;
import betz.data.Trial;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * How a hand that is to stay where it is meets the load that comes: how far it is moved, and when it is back.
 *
 * @param trials one by one
 * @param finding the summary over trials with intervals, and the conventions
 */
public record LoadResponse(List<TrialResponse> trials, Finding finding) {
    /** A hand that is not farther from its start is back, m: it had left it, as in a false start. */
    public static final double BACK = FalseStarts.LEFT;

    public LoadResponse {
        trials = List.copyOf(trials);
    }

    /**
     * One trial. Distances are from the start, times from when the load comes.
     *
     * @param load the condition
     * @param peak greatest distance, m
     * @param peakTime of that, s
     * @param returned whether the hand is within {@link #BACK} when the trial ends
     * @param returnTime from when on it is within {@link #BACK} for good, s; NaN if it never left or does not come back
     * @param endError mean over the last {@link ReachKinematics#END_WINDOW} s, m
     */
    public record TrialResponse(
            Condition load, double peak, double peakTime, boolean returned, double returnTime, double endError) {}

    /**
     * Measures a hand.
     *
     * @param recording has {@code hand.position}; its trials ask the hand to stay
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     * @return {@code peak_displacement}, m, {@code peak_displacement_time} and {@code return_time}, s: medians over trials; {@code
     *     returned_share}
     */
    public static LoadResponse of(Recording recording, Bootstrap bootstrap, long seed) {
        List<TrialResponse> trials = IntStream.range(0, recording.trials().size())
                .mapToObj(trial -> response(recording, trial))
                .toList();
        ToDoubleFunction<double[]> median = Samples::median;
        return new LoadResponse(
                trials,
                new Finding(
                        "load response",
                        List.of(
                                bootstrap.measure(
                                        "peak_displacement", "m", all(trials, TrialResponse::peak), median, seed),
                                bootstrap.measure(
                                        "peak_displacement_time",
                                        "s",
                                        all(trials, TrialResponse::peakTime),
                                        median,
                                        seed),
                                bootstrap.measure(
                                        "return_time", "s", all(trials, TrialResponse::returnTime), median, seed),
                                bootstrap.measure(
                                        "returned_share",
                                        "1",
                                        all(trials, trial -> trial.returned ? 1 : 0),
                                        Samples::mean,
                                        seed)),
                        conventions(bootstrap)));
    }

    private static double[] all(List<TrialResponse> trials, ToDoubleFunction<TrialResponse> figure) {
        return trials.stream().mapToDouble(figure).toArray();
    }

    private static TrialResponse response(Recording recording, int number) {
        Trial asked = recording.trials().get(number);
        var place = new HandPlace(recording, number);
        double[] away = place.away(asked.goCue());
        int peak = 0;
        int back = 0;
        for (int i = 0; i < away.length; i++) {
            peak = away[i] > away[peak] ? i : peak;
            back = away[i] > BACK ? i + 1 : back;
        }
        double dt = recording.trials().dt();
        boolean returned = back < away.length;
        return new TrialResponse(
                asked.condition(),
                away[peak],
                peak * dt,
                returned,
                returned && back > 0 ? back * dt : Double.NaN,
                place.endError(ReachKinematics.END_WINDOW));
    }

    private static List<String> conventions(Bootstrap bootstrap) {
        return List.of(
                "Displacement: distance of the hand from its start, greatest from when the load comes to the end of the"
                        + " trial; median over trials.",
                "Return: from when the load comes until the hand is within 1 cm of its start for good; median of the"
                        + " trials in which it leaves that circle and comes back. Returned: it is within 1 cm when the"
                        + " trial ends.",
                bootstrap.text());
    }
}
