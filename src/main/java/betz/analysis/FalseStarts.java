// SPDX-License-Identifier: Apache-2.0
package betz.analysis;

import betz.analysis.Finding.Measure;
import betz.data.Recording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** How often a hand leaves its start in trials whose go cue does not come, and how far. */
public final class FalseStarts {
    /** A hand that has gone so far from the start has left it, m. */
    public static final double LEFT = 0.01;

    private FalseStarts() {}

    /**
     * Measures two hands in the same trials, none of which has a go cue.
     *
     * @param target has {@code hand.position}
     * @param predicted the same signal of the same trials
     * @param bootstrap how to compute intervals
     * @param seed fixes the intervals
     * @return {@code no_go_trials}, and of both {@code false_starts}, a share, and {@code no_go_drift}, m: greatest distance from
     *     the start, median over trials
     */
    public static Finding of(Recording target, Recording predicted, Bootstrap bootstrap, long seed) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("no_go_trials", "1", target.trials().size()));
        add("predicted", drifts(predicted), bootstrap, seed, measures);
        add("target", drifts(target), bootstrap, seed, measures);
        return new Finding(
                "no-go",
                measures,
                List.of("False start: in a trial whose go cue does not come the hand goes " + Math.round(100 * LEFT)
                        + " cm or more from its start. Such trials count in no other figure."));
    }

    private static double[] drifts(Recording recording) {
        return IntStream.range(0, recording.trials().size())
                .mapToDouble(trial -> new HandPlace(recording, trial).holdDrift())
                .toArray();
    }

    private static void add(String whose, double[] drift, Bootstrap bootstrap, long seed, List<Measure> measures) {
        double[] left = Arrays.stream(drift).map(far -> far >= LEFT ? 1 : 0).toArray();
        measures.add(bootstrap.measure(whose + "_false_starts", "1", left, Samples::mean, seed));
        measures.add(bootstrap.measure(whose + "_no_go_drift", "m", drift, Samples::median, seed));
    }
}
